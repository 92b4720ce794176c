/** Chooses among the alternatives that Word writes for old and new versions (ECMA-376 part 3). */

import { elementsOf, type XmlElement } from '../xml.ts';
import { storedText } from './character-count.ts';
import { type Conversion, omit } from './conversion.ts';

/** One of the alternatives of a drawing: the first that has something to show; the text of the others is a copy. */
export function chooseAlternative(node: XmlElement, conversion: Conversion): XmlElement {
  const alternatives = elementsOf(node).filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
  const chosen = alternatives.find(showsSomething) ?? alternatives[0] ?? node;
  for (const other of alternatives) {
    if (other !== chosen) omit(conversion, 'repeated', storedText(other));
  }
  return chosen;
}

const VISIBLE_ELEMENTS = new Set(['a:blip', 'v:imagedata', 'v:textpath', 'dgm:relIds', 'c:chart']);
function showsSomething(node: XmlElement): boolean {
  return (
    VISIBLE_ELEMENTS.has(node.name) || storedText(node).trim() !== '' || elementsOf(node).some(showsSomething)
  );
}
