/** What a county's file has to say of its body, so that joined with the base it is a given one: nothing, the parts that differ, or all of it. */
import { type Lines, linesOf, textOf } from './lines.ts';
import { findParts, HEADING, joinBodies, placeOf } from './parts.ts';

/**
 * The own body that makes `next` of `base`: empty if they say the same, `<Part>`s if only named parts or the text below single headings differ,
 * otherwise the whole of `next`, without the tags of parts.
 */
export function bodyOverBase(next: string, base: string): string {
  if (isSame(next, base)) return '';
  const below = linesOf(base, '');
  const changed = changedParts(linesOf(next, ''), below);
  const own = changed.map(({ name, text }) => `<Part name="${name}">\n${text}\n</Part>\n`).join('\n');
  const joined = joinBodies(linesOf(own, ''), below);
  if (changed.length > 0 && joined.diagnostics.length === 0 && isSame(textOf(joined.lines), next))
    return `\n${own}`;
  return withoutTags(next);
}

/** The named parts of a body, and the texts below its last headings of each branch, that the base has otherwise. */
function changedParts(next: Lines, base: Lines): { name: string; text: string }[] {
  const named = findParts(next.map(({ text }) => text)).parts.map(({ name }) => name);
  const found = [...named, ...lowestHeadings(base).filter((name) => !named.includes(name))];
  return found.flatMap((name) => {
    const [now, before] = [placeOf(next, name), placeOf(base, name)];
    if (now === undefined || before === undefined) return [];
    const text = textOf(next.slice(now.from, now.to));
    const was = textOf(base.slice(before.from, before.to));
    // A part within the text below a heading is changed by its own name.
    return isSame(text, was) || /<\/?Part\b/.test(text) ? [] : [{ name, text }];
  });
}

/** The headings that have no other below them. */
function lowestHeadings(lines: Lines): string[] {
  const texts = lines.map(({ text }) => text);
  const { codeLines } = findParts(texts);
  const headings = texts.flatMap((text, at) => {
    const [, marks, words] = codeLines.has(at) ? [] : (HEADING.exec(text) ?? []);
    return marks === undefined || words === undefined ? [] : [{ level: marks.length, words }];
  });
  return headings
    .filter(({ level, words }, at) => (headings[at + 1]?.level ?? 0) <= level && /^[^"]{1,60}$/.test(words))
    .map(({ words }) => words);
}

/** A body without the lines that only open or close a part. */
function withoutTags(body: string): string {
  const texts = body.split('\n');
  const tags = new Set(findParts(texts).parts.flatMap(({ open, close }) => [open, close]));
  if (tags.size === 0) return body;
  const rest = texts.filter((_, at) => !tags.has(at));
  return rest.filter((text, at) => at === 0 || text.trim() !== '' || rest[at - 1]?.trim() !== '').join('\n');
}

/** Whether two bodies say the same: apart from tags of parts and blank lines. */
function isSame(one: string, other: string): boolean {
  const plain = (body: string) =>
    withoutTags(body)
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line !== '')
      .join('\n');
  return plain(one) === plain(other);
}
