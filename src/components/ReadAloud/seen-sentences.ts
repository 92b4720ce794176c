/**
 * The text of a page that a reader sees, as sentences for a voice: a pause after each item, step, cell, heading and label. Text
 * that is not seen is not read, whatever hides it: of a closed fold only the title is read, except for folds that only make the
 * page short, marked `data-read`: these are read in full. Pictures are left out, and so are parts marked `data-unread`:
 * breadcrumbs, links to other pages of a list, filters, share buttons.
 */
import { cutSentences, isSilent } from './cut-sentences.ts';
import { spellFigures, spellNumbers } from './spell-numbers.ts';

/** Elements whose text is not part of the page: settings, drawings, recordings, the pronunciation of characters. */
const WITHOUT_TEXT =
  /^(?:script|style|template|noscript|svg|select|textarea|input|audio|video|canvas|progress|rt|rp)$/i;

interface Reading {
  sentences: string[];
  /** The text since the last pause. */
  text: string;
  /** Telephone numbers in it. */
  phones: string[];
}

/** The visible sentences below `root`, in the order of the page. */
export function seenSentences(root: Element): string[] {
  const reading: Reading = { sentences: [], text: '', phones: [] };
  const folds = Array.from(root.querySelectorAll<HTMLDetailsElement>('details[data-read]:not([open])'));
  // The browser paints nothing before they are closed again.
  for (const fold of folds) fold.open = true;
  readElement(root, reading);
  for (const fold of folds) fold.open = false;
  pause(reading);
  return reading.sentences;
}

/** Ends the current text; a telephone number to tap is repeated in a sentence of its own. */
function pause(reading: Reading): void {
  const sentences = cutSentences(reading.text);
  reading.text = '';
  // Between a link and its words, as in a button, there is no text yet.
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
  // The value of a name follows it in the same breath.
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

/** Whether a text takes up any room on the screen; spaces between words do not matter. */
function hasPlace(text: Text): boolean {
  if (text.data.trim() === '') return true;
  const range = text.ownerDocument.createRange();
  range.selectNodeContents(text);
  return Array.from(range.getClientRects()).some(({ width, height }) => width > 0 && height > 0);
}

/** Whether an element itself is visible. */
function isSeen(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'none' || style.opacity === '0') return false;
  if (/inset\((?:50|100)%/.test(style.clipPath) || /^rect\((?:[01]px,? ?){4}\)$/.test(style.clip))
    return false;
  const { width, height, right } = element.getBoundingClientRect();
  if (style.overflow !== 'visible' && (width <= 1 || height <= 1)) return false;
  return !/absolute|fixed/.test(style.position) || right + scrollX > 0;
}

/** The number before an item of a numbered list; undefined for other elements, and if no number is shown. */
function listNumber(element: Element, { display, listStyleType }: CSSStyleDeclaration): string | undefined {
  const list = element.parentElement;
  if (display !== 'list-item' || listStyleType !== 'decimal' || !(list instanceof HTMLOListElement))
    return undefined;
  const items = Array.from(list.children).filter(({ tagName }) => tagName === 'LI');
  return String(list.start + items.indexOf(element));
}

/** Adds the number as written on the link, with hyphens; the address has none. */
function addPhone({ href, textContent }: HTMLAnchorElement, reading: Reading): void {
  const written = /[\d-]{3,}\d/.exec(textContent ?? '')?.[0] ?? decodeURIComponent(href.slice(4));
  if (!reading.phones.includes(written)) reading.phones.push(written);
}

/** Each cell after the head of its column, 钱：200元; heads of empty columns alone. */
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

/** A name before its value, with the mark between them. */
function named(name = ''): string {
  const bare = name.trim();
  return isSilent(bare) || /[：:？?。]$/.test(bare) ? bare : `${bare}：`;
}
