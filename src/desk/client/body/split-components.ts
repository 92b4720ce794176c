/** Splits a body at the tags of components, each on a line of its own, into Markdown and components. */

export type BodyPart =
  | { kind: 'markdown'; text: string }
  | {
      kind: 'component';
      name: string;
      attributes: Readonly<Record<string, string>>;
      /** The text between the tags; undefined for a tag that has no content. */
      inner: string | undefined;
      /** The whole, tags included. */
      text: string;
    };

const OPENING = /^<([A-Z]\w*)((?:\s+\w+\s*=\s*"[^"]*")*)\s*(\/?)>[ \t]*$/;
const CLOSING = /^<\/([A-Z]\w*)>[ \t]*$/;
const FENCE = /^ {0,3}(?:```|~~~)/;

/** The parts in order. A tag without its counterpart remains Markdown text. */
export function splitComponents(body: string): BodyPart[] {
  const lines = body.split('\n');
  const parts: BodyPart[] = [];
  let markdown: string[] = [];
  let isInFence = false;
  const endMarkdown = () => {
    const text = markdown.join('\n');
    if (text.trim() !== '') parts.push({ kind: 'markdown', text });
    markdown = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (FENCE.test(line)) isInFence = !isInFence;
    const opening = isInFence ? null : OPENING.exec(line);
    const end = opening === null ? -1 : opening[3] === '/' ? at : closingLine(lines, at, opening[1] ?? '');
    if (opening === null || end < 0) {
      markdown.push(line);
      continue;
    }
    endMarkdown();
    const [, name = '', attributes = '', slash] = opening;
    parts.push({
      kind: 'component',
      name,
      attributes: Object.fromEntries(
        Array.from(attributes.matchAll(/(\w+)\s*=\s*"([^"]*)"/g), ([, key = '', value = '']) => [key, value]),
      ),
      inner: slash === '/' ? undefined : lines.slice(at + 1, end).join('\n'),
      text: lines.slice(at, end + 1).join('\n'),
    });
    at = end;
  }
  endMarkdown();
  return parts;
}

/** The line of the closing tag that belongs to the opening one on line `from`; -1 without one. */
function closingLine(lines: readonly string[], from: number, name: string): number {
  let depth = 0;
  for (let at = from; at < lines.length; at += 1) {
    const opening = OPENING.exec(lines[at] ?? '');
    if (opening?.[1] === name && opening[3] !== '/') depth += 1;
    if (CLOSING.exec(lines[at] ?? '')?.[1] === name) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
