/** XML parts of office formats as light nodes; how a name is written is up to the format. */
import { type XmlElement as ParsedElement, parseXml, type XmlNode } from '@rgrove/parse-xml';

export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}

/** The root element of a part as the library has it; throws if the part is not well-formed. */
export function parseRoot(xml: string): ParsedElement {
  const { root } = parseXml(xml, { ignoreUndefinedEntities: true });
  if (root === null) throw new Error('no root element');
  return root;
}

/** The children of a parsed element: elements converted by `convert`, and texts; comments are none. */
export function convertChildren(
  element: ParsedElement,
  convert: (child: ParsedElement) => XmlElement,
): (XmlElement | string)[] {
  return element.children.flatMap((node: XmlNode): (XmlElement | string)[] => {
    if (node.type === 'element') return [convert(node as ParsedElement)];
    return 'text' in node ? [String(node.text)] : [];
  });
}

/** The root element with names as `nameOf` writes them; throws if the part is not well-formed. */
export function parseElements(xml: string, nameOf: (name: string) => string = (name) => name): XmlElement {
  const convert = (element: ParsedElement): XmlElement => ({
    name: nameOf(element.name),
    attributes: element.attributes,
    children: convertChildren(element, convert),
  });
  return convert(parseRoot(xml));
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

export function elementsOf(parent: XmlElement | undefined): XmlElement[] {
  return parent?.children.filter(isElement) ?? [];
}

/** The first child with a name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((node): node is XmlElement => isElement(node) && node.name === name);
}

/** All children with a name. */
export function childrenNamed(parent: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(parent).filter((element) => element.name === name);
}

/** The descendants with a name, in document order. */
export function descendants(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((element) => [
    ...(element.name === name ? [element] : []),
    ...descendants(element, name),
  ]);
}

/** All text below an element; empty without one. */
export function textContent(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((node) => (isElement(node) ? textContent(node) : node)).join('');
}
