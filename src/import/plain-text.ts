/** Converts a plain text to a page: one paragraph per line. */
import type { Root } from 'hast';

/** The page of a text, without empty lines. */
export function pageOfText(text: string): Root {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    type: 'root',
    children: lines.map((value) => ({
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value }],
    })),
  };
}
