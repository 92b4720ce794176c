/**
 * The characters that a part of a .docx stores. Counted in the XML as it lies and not in the converted tree, so that the ledger of the
 * import would show text that the converter forgot.
 */
import { countCharacters } from '../source-document.ts';
import { isElement, textContent, type XmlElement } from '../xml.ts';

/** Elements whose text is characters: of the text, of what is deleted, of field codes, of formulas, of diagrams. */
const TEXTS = ['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t', 'a:t'];
/** Elements that stand for one character. */
const SINGLE: Readonly<Record<string, string>> = { 'w:noBreakHyphen': '-', 'w:sym': '\u25A1' };

/** Whether an element is text itself. */
export function isTextElement(name: string): boolean {
  return TEXTS.includes(name) || Object.hasOwn(SINGLE, name);
}

/** All characters below an element, of whatever kind; a symbol counts as one. */
export function storedText(node: XmlElement): string {
  if (TEXTS.includes(node.name)) return textContent(node);
  return (
    SINGLE[node.name] ?? node.children.map((child) => (isElement(child) ? storedText(child) : '')).join('')
  );
}

export function countStoredCharacters(part: XmlElement): number {
  return countCharacters(storedText(part));
}
