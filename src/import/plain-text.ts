/** A plain text as a page: a paragraph a line, and the headings that official documents number 一、 and （一）. */
import type { Element, Root } from 'hast';

/** The most characters of a numbered line that is a heading and not a paragraph. */
const HEADING_CHARACTERS = 24;

/** The page of a text; its first line is the title where it is short enough for one. */
export function pageOfText(text: string): Root {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    type: 'root',
    children: lines.map((line, index) => element(index === 0 && isTitle(line) ? 'h1' : levelOf(line), line)),
  };
}

function isTitle(line: string): boolean {
  return [...line].length <= 60 && !/[。！？；：，]$/u.test(line);
}

function levelOf(line: string): string {
  if ([...line].length > HEADING_CHARACTERS || /[。；，]$/u.test(line)) return 'p';
  if (/^[一二三四五六七八九十]+、/u.test(line)) return 'h2';
  return /^[（(][一二三四五六七八九十]+[）)]/u.test(line) ? 'h3' : 'p';
}

function element(tagName: string, value: string): Element {
  return { type: 'element', tagName, properties: {}, children: [{ type: 'text', value }] };
}
