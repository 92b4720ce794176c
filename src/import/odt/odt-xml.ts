/** The text of an OpenDocument file, whose elements carry the usual prefixes. */
import type { XmlElement } from '../xml.ts';

/** Elements whose text is about the file and not of it. */
const ABOUT = new Set([
  'dc:creator',
  'dc:date',
  'meta:creator-initials',
  'meta:date-string',
  'svg:title',
  'svg:desc',
  'office:forms',
  'office:scripts',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'table:title',
  'table:desc',
]);

/** All text below an element that the file stores for people, shown or not. */
export function storedText(element: XmlElement): string {
  if (ABOUT.has(element.name)) return '';
  if (element.name === 'text:hidden-text') return element.attributes['text:string-value'] ?? '';
  return element.children.map((node) => (typeof node === 'string' ? node : storedText(node))).join('');
}
