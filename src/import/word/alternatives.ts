/** Chooses among the alternatives that Word writes for old and new versions (ECMA-376 part 3). */
import { storedText } from './character-count.ts';
import { type Conversion, omit } from './conversion.ts';
import { elementsOf, type XmlElement } from './word-xml.ts';

/** One of the alternatives of a drawing: the first that has something to show; the text of the others is a copy. */
export function chooseAlternative(node: XmlElement, conversion: Conversion): XmlElement {
  const alternatives = elementsOf(node).filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
  const chosen = alternatives.find(showsSomething) ?? alternatives[0] ?? node;
  for (const other of alternatives) {
    if (other !== chosen) omit(conversion, 'repeated', storedText(other));
  }
  return chosen;
}

const SHOWN = new Set(['a:blip', 'v:imagedata', 'v:textpath', 'dgm:relIds', 'c:chart']);
function showsSomething(node: XmlElement): boolean {
  return SHOWN.has(node.name) || storedText(node).trim() !== '' || elementsOf(node).some(showsSomething);
}
