/**
 * Links every telephone number in finished HTML, and prevents line breaks within it. Inside a link, a heading, a button or a label
 * nothing else can be tapped: there a number is only protected from breaks.
 */
import { telephoneClasses } from './telephone-classes.ts';
import { numbersToTap, type TappedNumber } from './telephones.ts';

/** Elements that contain no running text, or cannot contain a link. */
const PASSED_OVER = new Set([
  'textarea',
  'script',
  'style',
  'template',
  'select',
  'svg',
  'title',
  'audio',
  'pre',
]);
/** Elements in which a number gets no link of its own. */
const WITHOUT_LINKS = new Set([
  'a',
  'button',
  'label',
  'summary',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'code',
]);
/** Inline elements: the sentence around a number continues through them. */
const INLINE = new Set(
  'a abbr b bdi code del em i ins mark q ruby s small span strong sub sup time u wbr button label'.split(' '),
);
/** A text or a tag, as offsets in the HTML. */
interface Piece {
  from: number;
  to: number;
  /** Whether a number in it may be a link; undefined for a tag, and for skipped elements. */
  canLink?: boolean;
}

/** A tag with any attributes, or a comment. */
const TAG =
  /<(?:(\/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*|!--[\s\S]*?--|![^>]*)>/g;

/** `html`, well-formed as the site writes it, with links for its numbers; `phones` are those of the county's list. */
export function linkTelephones(html: string, phones: readonly string[]): string {
  let out = '';
  let run: Piece[] = [];
  /** The start of the run, the end of the last tag, and the start of what is not in `out` yet. */
  let [begun, closed, copied] = [0, 0, 0];
  /** The number of open elements that allow no links. */
  let barred = 0;
  /** The next three digits at or after the start of the run. */
  let digits = html.search(THREE_DIGITS);
  const endRun = (to: number) => {
    if (digits >= 0 && digits < begun) digits = indexOfDigits(html, begun);
    if (digits >= 0 && digits + 3 <= to) {
      const linked = linkRun(html, run, phones);
      if (linked !== undefined) {
        out += html.slice(copied, begun) + linked;
        copied = to;
      }
    }
    run = [];
    begun = to;
  };
  const addText = (to: number) => {
    if (to > closed) run.push({ from: closed, to, canLink: barred === 0 });
  };
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match !== null; match = TAG.exec(html)) {
    const [tag, slash, written = ''] = match;
    const name = written.toLowerCase();
    addText(match.index);
    if (!INLINE.has(name)) endRun(match.index);
    const isPassedOver = slash === '' && (PASSED_OVER.has(name) || isForPaper(tag));
    closed = isPassedOver ? endOf(html, name, TAG.lastIndex) : TAG.lastIndex;
    TAG.lastIndex = closed;
    run.push({ from: match.index, to: closed });
    if (!isPassedOver && WITHOUT_LINKS.has(name)) barred = Math.max(0, barred + (slash ? -1 : 1));
  }
  addText(html.length);
  endRun(html.length);
  return out + html.slice(copied);
}

const THREE_DIGITS = /\d{3}/g;

/** The index of the next three digits at or after `from`; -1 without any. */
function indexOfDigits(html: string, from: number): number {
  THREE_DIGITS.lastIndex = from;
  return THREE_DIGITS.exec(html)?.index ?? -1;
}

/** The printed sheet of a policy: nobody taps paper. */
function isForPaper(tag: string): boolean {
  return tag.includes('sheet') && /\sclass="(?:[^"]*\s)?sheet[\s"]/.test(tag);
}

const tagPatterns = new Map<string, RegExp>();

/** The offset behind the end of an element that started before `from`. */
function endOf(html: string, name: string, from: number): number {
  const tags = tagPatterns.get(name) ?? new RegExp(`<(/?)${name}\\b[^>]*>`, 'gi');
  tagPatterns.set(name, tags);
  tags.lastIndex = from;
  let depth = 1;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : tag[0].endsWith('/>') ? 0 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}

/**
 * Links the numbers of one sentence or cell, which may contain inline elements; undefined without any number. A number with tags inside is
 * left alone.
 */
function linkRun(html: string, run: readonly Piece[], phones: readonly string[]): string | undefined {
  // Entities become placeholders of equal length, so that offsets in the text are offsets in the HTML; their digits do not count.
  const said = run
    .filter(({ canLink }) => canLink !== undefined)
    .map(({ from, to }) =>
      html.slice(from, to).replace(/&[#\w]+;/g, (entity) => '\uFFFC'.repeat(entity.length)),
    )
    .join('');
  const numbers = numbersToTap(said, phones);
  if (numbers.length === 0) return undefined;
  // A number alone in a cell or an item has no line of words around it: it is as large as a button.
  const [first] = numbers;
  const isAlone = first !== undefined && said.trim().length === first.end - first.at;
  let at = 0;
  return run
    .map(({ from, to, canLink }, index) => {
      const text = html.slice(from, to);
      if (canLink === undefined) return text;
      const start = at;
      at += text.length;
      const before = run[index - 1];
      if (before && / class="tel"/.test(html.slice(before.from, before.to))) return text;
      const inside = numbers.filter((number) => number.at >= start && number.end <= at);
      return linkText(
        text,
        inside,
        start,
        canLink ? (isAlone ? telephoneClasses.alone : telephoneClasses.within) : undefined,
      );
    })
    .join('');
}

/** `linkClass` is undefined where no link is allowed. */
function linkText(
  text: string,
  numbers: readonly TappedNumber[],
  start: number,
  linkClass: string | undefined,
): string {
  let linked = '';
  let done = 0;
  for (const { at, end, dialled } of numbers) {
    const number = text.slice(at - start, end - start);
    linked += text.slice(done, at - start);
    if (linkClass) linked += `<a class="${linkClass}" href="tel:${dialled}">${number}</a>`;
    else linked += /\D/.test(number) ? `<span class="${telephoneClasses.within}">${number}</span>` : number;
    done = end - start;
  }
  return linked + text.slice(done);
}
