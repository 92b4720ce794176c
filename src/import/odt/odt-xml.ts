/** The XML of an OpenDocument file, by the usual prefixes. */
import { parseXml, type XmlElement } from '@rgrove/parse-xml';

export type { XmlElement } from '@rgrove/parse-xml';

/** A child of an element that matters here: an element or a text. */
export type OdtNode = XmlElement | string;

/** The root element; throws if the part is not well-formed. */
export function parseOdtXml(xml: string): XmlElement {
  const { root } = parseXml(xml, { ignoreUndefinedEntities: true });
  if (root === null) throw new Error('no root element');
  return root;
}

export function nodesOf(parent: XmlElement): OdtNode[] {
  return parent.children.flatMap((child): OdtNode[] => {
    if (child.type === 'element') return [child as XmlElement];
    return 'text' in child ? [String(child.text)] : [];
  });
}

export const elementsOf = (parent: XmlElement): XmlElement[] =>
  nodesOf(parent).filter((node): node is XmlElement => typeof node !== 'string');

export function descendants(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((element) => [
    ...(element.name === name ? [element] : []),
    ...descendants(element, name),
  ]);
}

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
  return nodesOf(element)
    .map((node) => (typeof node === 'string' ? node : storedText(node)))
    .join('');
}
