/** Finished HTML, changed in some places and left as the build wrote it, to the byte, in all others. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A part of a text, by its first character and the one after its last, and what takes its place. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** All elements of a page in their order, with where they and their attributes stand. */
export function findElements(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  // Without this the content of <noscript> would be a text.
  visit(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
  return found;
}

/** The value of an attribute; undefined where the element has none. */
export function getAttribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The edit that gives an attribute of an element, by its name in the source, another value. */
export function setAttribute(element: Element, name: string, value: string): Edit[] {
  const location = element.sourceCodeLocation?.attrs?.[name];
  const text = `${name}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
  return location ? [{ from: location.startOffset, to: location.endOffset, text }] : [];
}

/** The edit that gives an element an attribute that it does not have. */
export function addAttribute(element: Element, name: string): Edit[] {
  const location = element.sourceCodeLocation;
  const at = (location?.startTag ?? location)?.startOffset;
  if (at === undefined) return [];
  const end = at + 1 + element.tagName.length;
  return [{ from: end, to: end, text: ` ${name}` }];
}

/** The edit that takes an element away. */
export function remove(element: Element): Edit[] {
  const location = element.sourceCodeLocation;
  return location ? [{ from: location.startOffset, to: location.endOffset, text: '' }] : [];
}

/** The edit that puts HTML before an element. */
export function insertBefore(element: Element, html: string): Edit[] {
  const location = element.sourceCodeLocation;
  return location ? [{ from: location.startOffset, to: location.startOffset, text: html }] : [];
}

/** The edit that puts HTML after an element. */
export function insertAfter(element: Element, html: string): Edit[] {
  const location = element.sourceCodeLocation;
  return location ? [{ from: location.endOffset, to: location.endOffset, text: html }] : [];
}

/** The text of an element as a reader would read it: without scripts, a space between its parts. */
export function visibleText(element: Element): string {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    if (node.nodeName === 'script' || node.nodeName === 'style') return;
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(element);
  return texts.join(' ');
}

/** The text with all edits made; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.from - b.from);
  const ends = [0, ...ordered.map(({ to }) => to)];
  const pieces = ordered.map((edit, index) => text.slice(ends[index], edit.from) + edit.text);
  return pieces.join('') + text.slice(ends.at(-1));
}
