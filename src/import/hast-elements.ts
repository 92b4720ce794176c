/** Makes the nodes of a source document. */
import type { Element, ElementContent, Properties, Text } from 'hast';

export function element(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
  return { type: 'element', tagName, properties, children };
}

export function textNode(value: string): Text {
  return { type: 'text', value };
}

/** A paragraph of plain text. */
export function paragraph(text: string): Element {
  return element('p', [textNode(text)]);
}
