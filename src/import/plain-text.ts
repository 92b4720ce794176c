/** A plain text as a page: a paragraph a line. */
import type { Root } from 'hast';

/** The page of a text; empty lines are none. */
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
