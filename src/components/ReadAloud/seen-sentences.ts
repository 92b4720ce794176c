/**
 * What a reader sees of a page, as sentences for a voice: a pause after each item, step, cell, heading and label. What is
 * not seen is not said, whatever hides it: a closed fold is heard by its title, as it is seen, save what is folded only to make
 * the page short, marked `data-read`: who listens is read all of it. A picture is no text and is
 * left out. Furniture, marked `data-unread`, is left out as well: the trail, ways to other pages of a list, filters, what
 * sends the page on.
 */
import { cutSentences, isSilent } from './cut-sentences.ts';
import { spellFigures, spellNumbers } from './spell-numbers.ts';

/** Elements whose text is no part of the page's: settings, drawings, recordings, how a character is pronounced. */
const WITHOUT_TEXT =
  /^(?:script|style|template|noscript|svg|select|textarea|input|audio|video|canvas|progress|rt|rp)$/i;

interface Reading {
  sentences: string[];
  /** What was read since the last pause. */
  text: string;
  /** Numbers to ring in it. */
  phones: string[];
}

/** The sentences that are seen below `root`, in the order of the page. */
export function seenSentences(root: Element): string[] {
  const reading: Reading = { sentences: [], text: '', phones: [] };
  const folds = Array.from(root.querySelectorAll<HTMLDetailsElement>('details[data-read]:not([open])'));
  // Nothing is drawn before they are closed again.
  for (const fold of folds) fold.open = true;
  readElement(root, reading);
  for (const fold of folds) fold.open = false;
  pause(reading);
  return reading.sentences;
}

/** Ends what was begun; a telephone to tap is said once more, by itself. */
function pause(reading: Reading): void {
  const sentences = cutSentences(reading.text);
  reading.text = '';
  // Between a link and its words, as in a button, nothing was said yet.
  if (sentences.length === 0) return;
  reading.sentences.push(...sentences.map(spellNumbers), ...reading.phones.map(spellFigures));
  reading.phones = [];
}

function readElement(element: Element, reading: Reading): void {
  if (WITHOUT_TEXT.test(element.tagName) || element.hasAttribute('data-unread')) return;
  const style = getComputedStyle(element);
  if (!isSeen(element, style)) return;
  if (element.tagName === 'BR') return pause(reading);
  if (element instanceof HTMLTableElement) return readTable(element, reading);
  const isInline = /^(?:inline|contents|ruby)$/.test(style.display);
  // What a name stands for follows it in the same breath.
  const isNamed = element.tagName === 'DD' && /：\s*$/.test(reading.text);
  if (!isInline && !isNamed) pause(reading);
  const number = listNumber(element, style);
  if (number !== undefined) reading.sentences.push(number);
  readInside(element, style, reading);
  if (element.tagName === 'DT') reading.text = named(reading.text);
  else if (!isInline) pause(reading);
}

function readInside(element: Element, style: CSSStyleDeclaration, reading: Reading): void {
  const isStruck = /^(?:del|s)$/i.test(element.tagName) && !/：\s*$/.test(reading.text);
  if (isStruck) reading.text += '，划掉了';
  if (element instanceof HTMLAnchorElement && element.protocol === 'tel:') addPhone(element, reading);
  const isOpen = !(element instanceof HTMLDetailsElement) || element.open;
  for (const child of Array.from(element.childNodes)) {
    if (child instanceof Text) readText(child, style, reading);
    else if (child instanceof Element && (isOpen || child.tagName === 'SUMMARY')) readElement(child, reading);
  }
  if (isStruck) reading.text += '，';
}

function readText(text: Text, { visibility, whiteSpace }: CSSStyleDeclaration, reading: Reading): void {
  if (visibility !== 'visible' || !hasPlace(text)) return;
  const [first = '', ...lines] = /^pre/.test(whiteSpace) ? text.data.split('\n') : [text.data];
  reading.text += first;
  for (const line of lines) {
    pause(reading);
    reading.text = line;
  }
}

/** Whether a text takes up any room on the screen; blanks between words do not matter. */
function hasPlace(text: Text): boolean {
  if (text.data.trim() === '') return true;
  const range = text.ownerDocument.createRange();
  range.selectNodeContents(text);
  return Array.from(range.getClientRects()).some(({ width, height }) => width > 0 && height > 0);
}

/** Whether an element, as far as it is itself concerned, is seen. */
function isSeen(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'none' || style.opacity === '0') return false;
  if (/inset\((?:50|100)%/.test(style.clipPath) || /^rect\((?:[01]px,? ?){4}\)$/.test(style.clip))
    return false;
  const { width, height, right } = element.getBoundingClientRect();
  if (style.overflow !== 'visible' && (width <= 1 || height <= 1)) return false;
  return !/absolute|fixed/.test(style.position) || right + scrollX > 0;
}

/** The number before an item of a numbered list; undefined for all else, and where no number is shown. */
function listNumber(element: Element, { display, listStyleType }: CSSStyleDeclaration): string | undefined {
  const list = element.parentElement;
  if (display !== 'list-item' || listStyleType !== 'decimal' || !(list instanceof HTMLOListElement))
    return undefined;
  const items = Array.from(list.children).filter(({ tagName }) => tagName === 'LI');
  return String(list.start + items.indexOf(element));
}

/** The number that is written on the link, hyphens and all; the address has it without. */
function addPhone({ href, textContent }: HTMLAnchorElement, reading: Reading): void {
  const written = /[\d-]{3,}\d/.exec(textContent ?? '')?.[0] ?? decodeURIComponent(href.slice(4));
  if (!reading.phones.includes(written)) reading.phones.push(written);
}

/** Each cell after the head of its column, 钱：200元; heads of columns that are empty by themselves. */
function readTable(table: HTMLTableElement, reading: Reading): void {
  pause(reading);
  if (table.caption) readElement(table.caption, reading);
  const headRow = table.tHead?.rows[0];
  const heads = Array.from(headRow?.cells ?? [], (cell) => seenSentences(cell).join(''));
  const rows = Array.from(table.rows).filter((row) => row !== headRow);
  const cells = rows.map((row) => Array.from(row.cells, (cell) => seenSentences(cell)));
  const isEmpty = (_: string, column: number) => !cells.some((row) => row[column]?.length);
  reading.sentences.push(...heads.filter((head, column) => head && isEmpty(head, column)));
  for (const row of cells) {
    row.forEach(([first, ...others], column) => {
      if (first !== undefined) reading.sentences.push(named(heads[column]) + first, ...others);
    });
  }
}

/** A name before what it stands for, with the mark that parts them. */
function named(name = ''): string {
  const bare = name.trim();
  return isSilent(bare) || /[：:？?。]$/.test(bare) ? bare : `${bare}：`;
}
