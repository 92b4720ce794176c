/**
 * Finished HTML in which every telephone number can be tapped, and breaks nowhere. Inside a link, a heading, a button or a
 * label nothing else can be tapped: there a number is only held together.
 */
import { numbersToTap, type TappedNumber } from './telephones.ts';

/** Nothing in these is running text, or a page could not hold a link there. */
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
/** In these a number is no link of its own. */
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
/** What stands inside a sentence: the words around a number go on through it. */
const INLINE = new Set(
  'a abbr b bdi code del em i ins mark q ruby s small span strong sub sup time u wbr button label'.split(' '),
);
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'source', 'meta', 'link', 'area', 'col']);

interface Piece {
  text: string;
  /** Whether a number in it may be a link; undefined for a tag. */
  canLink?: boolean;
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|<!--[\s\S]*?-->|<![^>]*>/g;

/** `html`, well-formed as the site writes it, with `phones` of the county's list. */
export function linkTelephones(html: string, phones: readonly string[]): string {
  const out: string[] = [];
  let run: Piece[] = [];
  let closed = 0;
  const open: string[] = [];
  const flush = () => {
    out.push(linkRun(run, phones));
    run = [];
  };
  const addText = (text: string) => {
    if (text !== '') run.push({ text, canLink: !open.some((name) => WITHOUT_LINKS.has(name)) });
  };
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match !== null; match = TAG.exec(html)) {
    addText(html.slice(closed, match.index));
    const [tag, slash, written = ''] = match;
    const name = written.toLowerCase();
    if (name !== '' && !INLINE.has(name)) flush();
    closed = TAG.lastIndex;
    if (slash === '' && (PASSED_OVER.has(name) || isForPaper(tag))) {
      closed = endOf(html, name, closed);
      TAG.lastIndex = closed;
      run.push({ text: html.slice(match.index, closed) });
      continue;
    }
    run.push({ text: tag });
    if (slash === '' && !VOID.has(name) && !tag.endsWith('/>') && name !== '') open.push(name);
    else if (slash && open.lastIndexOf(name) >= 0) open.length = open.lastIndexOf(name);
  }
  addText(html.slice(closed));
  flush();
  return out.join('');
}

/** The sheet that a policy is printed as: nobody taps paper. */
function isForPaper(tag: string): boolean {
  return /\sclass="(?:[^"]*\s)?sheet[\s"]/.test(tag);
}

/** Behind the end of an element that began before `from`. */
function endOf(html: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, 'gi');
  tags.lastIndex = from;
  let depth = 1;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : tag[0].endsWith('/>') ? 0 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}

/** Links the numbers of one sentence or cell, which may go through inline elements; a number that does so is left alone. */
function linkRun(run: readonly Piece[], phones: readonly string[]): string {
  const texts = run.filter(({ canLink }) => canLink !== undefined);
  // As long as what they stand for, so that places in the text are places in the HTML; their digits are none.
  const said = texts.map(({ text }) => text.replace(/&[#\w]+;/g, (entity) => '\uFFFC'.repeat(entity.length)));
  const numbers = numbersToTap(said.join(''), phones);
  if (numbers.length === 0) return run.map(({ text }) => text).join('');
  // By itself in a cell or an item it has no line of words around it: it is as large as a button.
  const [first] = numbers;
  const isAlone =
    numbers.length === 1 && said.join('').trim().length === (first?.end ?? 0) - (first?.at ?? 0);
  let at = 0;
  return run
    .map((piece, index) => {
      if (piece.canLink === undefined) return piece.text;
      const from = at;
      at += piece.text.length;
      if (/ class="tel"/.test(run[index - 1]?.text ?? '')) return piece.text;
      const inside = numbers.filter((number) => number.at >= from && number.end <= at);
      return linkPiece(piece, inside, from, isAlone ? 'tel tel-alone' : 'tel');
    })
    .join('');
}

function linkPiece(
  { text, canLink }: Piece,
  numbers: readonly TappedNumber[],
  from: number,
  linkClass: string,
): string {
  let linked = '';
  let done = 0;
  for (const { at, end, dialled } of numbers) {
    const number = text.slice(at - from, end - from);
    linked += text.slice(done, at - from);
    if (canLink) linked += `<a class="${linkClass}" href="tel:${dialled}">${number}</a>`;
    else linked += /\D/.test(number) ? `<span class="tel">${number}</span>` : number;
    done = end - from;
  }
  return linked + text.slice(done);
}
