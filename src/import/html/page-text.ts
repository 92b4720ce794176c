/** The text of a web page for people, as the page stores it. */
import type { Nodes } from 'hast';

/** Elements without text for people. */
const PROGRAM = new Set(['head', 'script', 'style', 'template', 'title', 'meta', 'link', 'base']);

export function isProgram(tagName: string): boolean {
  return PROGRAM.has(tagName);
}

export function pageText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && isProgram(node.tagName))) return '';
  return node.children.map((child) => pageText(child)).join('');
}
