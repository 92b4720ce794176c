/** Reads a web page, a file of Word saved as one, or what was pasted from either. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { labelLists } from '../html/list-labels.ts';
import { writeMathMarkup } from '../html/math-markup.ts';
import { pageMetadata } from '../html/page-metadata.ts';
import { visiblePage } from '../html/visible-page.ts';
import { omissionOf } from '../omission-reasons.ts';
import type { Addition, Reader, SourceDocument } from '../source-document.ts';
import { textOf } from './text-encoding.ts';

export const readHtml: Reader = async (bytes, { fileName }) => {
  const { text, notes } = textOf(bytes, fileName);
  return { ...htmlDocument(withoutClipboardHeader(text)), notes };
};

/** A page as a source document. */
export function htmlDocument(html: string): SourceDocument {
  const page = fromHtml(html);
  const { root, omissions, sourceCharacters } = visiblePage(page);
  const additions: Addition[] = [];
  const add = (reason: string) => (text: string) => additions.push({ text, reason });
  const withMath = writeMathMarkup(root, add('公式写成一行时加的符号'), (text) => {
    omissions.push(omissionOf('repeated', text));
  });
  return {
    root: ofBrowsersAndWord(labelLists(withMath, add('自动编号'))),
    pictures: new Map(),
    omissions,
    additions,
    sourceCharacters,
    notes: [],
    hasTitle: false,
    metadata: pageMetadata(page),
  };
}

/** The clipboard of Windows has offsets before the page, and marks around what was copied. */
function withoutClipboardHeader(text: string): string {
  if (!/^\s*Version:[\d.]+\s+StartHTML:/.test(text)) return text;
  const start = text.indexOf('<');
  return start < 0 ? text : text.slice(start);
}

/** Pictures by the address they are loaded from later; the title style of Word. */
function ofBrowsersAndWord(root: Root): Root {
  const visit = <N extends RootContent>(nodes: readonly N[]): N[] =>
    nodes.map((node): N => {
      if (node.type !== 'element') return node;
      return { ...converted(node), children: visit<ElementContent>(node.children) } as Element & N;
    });
  return { ...root, children: visit(root.children) };
}

function converted(node: Element): Element {
  const { tagName, properties } = node;
  if (tagName === 'img' && properties.dataSrc !== undefined) {
    return { ...node, properties: { ...properties, src: String(properties.dataSrc) } };
  }
  const isTitle = tagName === 'p' && [properties.className].flat().includes('MsoTitle');
  return isTitle ? { ...node, tagName: 'h1' } : node;
}
