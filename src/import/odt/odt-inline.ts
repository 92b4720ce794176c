/** Reads the content of an OpenDocument paragraph: pieces of text with their format, and the boxes and pictures in it. */
import type { Element, ElementContent } from 'hast';
import { element, textNode } from '../hast-elements.ts';
import { descendants, elementsOf, type XmlElement } from '../xml.ts';
import { readFrame } from './odt-drawings.ts';
import { type OdtState, omit } from './odt-state.ts';
import { formatOf, type OdtTextFormat } from './odt-styles.ts';
import { storedText } from './odt-xml.ts';

export interface InlineContent {
  nodes: ElementContent[];
  /** Text boxes and tables that stand in the paragraph. */
  blocks: Element[];
}

/** Reads blocks below an element; passed in, because blocks contain paragraphs. */
export type ReadBlocks = (parent: XmlElement) => Element[];

const EMPTY = new Set([
  'text:soft-page-break',
  'text:bookmark',
  'text:bookmark-start',
  'text:bookmark-end',
  'text:change',
  'text:change-start',
  'text:change-end',
  'text:reference-mark',
  'text:reference-mark-start',
  'text:reference-mark-end',
  'text:toc-mark',
  'text:toc-mark-start',
  'text:toc-mark-end',
  'office:annotation-end',
  'svg:title',
  'svg:desc',
]);

/** The content of a paragraph under the format of its style. */
export function readInline(
  parent: XmlElement,
  format: OdtTextFormat,
  state: OdtState,
  readBlocks: ReadBlocks,
): InlineContent {
  const content: InlineContent = { nodes: [], blocks: [] };
  const near = storedText(parent);
  const visit = (node: XmlElement | string, own: OdtTextFormat): void => {
    if (typeof node === 'string') return addText(node.replace(/\s+/g, ' '), own);
    const { name, attributes } = node;
    if (EMPTY.has(name)) return;
    if (name === 'text:s') return addText(' '.repeat(Number(attributes['text:c'] ?? 1)), own);
    if (name === 'text:tab') return addText(' ', own);
    if (name === 'text:line-break') content.nodes.push(element('br', []));
    else if (name === 'text:span')
      inside(node, formatOf(state.styles, `text:${attributes['text:style-name'] ?? ''}`, own));
    else if (name === 'text:a') addLink(node, own);
    else if (name === 'text:ruby') addRuby(node);
    else if (name === 'text:note') addNote(node);
    else if (name === 'office:annotation') omit(state, 'comment', storedText(node), near);
    else if (name === 'text:placeholder') omit(state, 'placeholder', storedText(node), near);
    else if (name === 'text:hidden-text' || name === 'text:hidden-paragraph')
      omit(state, 'hidden', storedText(node), near);
    else if (name.startsWith('draw:')) {
      const frame = readFrame(node, state, readBlocks, near);
      content.nodes.push(...frame.nodes);
      content.blocks.push(...frame.blocks);
    } else inside(node, own);
  };
  const inside = (node: XmlElement, own: OdtTextFormat) => {
    for (const child of node.children) visit(child, own);
  };
  const addText = (text: string, own: OdtTextFormat): void => {
    if (own.isHidden) omit(state, 'hidden', text, near);
    else if (own.isStruck) omit(state, 'struck', text, near);
    else if (text !== '') content.nodes.push(formatted(text, own));
  };
  const addLink = (node: XmlElement, own: OdtTextFormat) => {
    const before = content.nodes.length;
    inside(node, own);
    const href = node.attributes['xlink:href'] ?? '';
    content.nodes.push(element('a', content.nodes.splice(before), { href }));
  };
  const addRuby = (node: XmlElement) => {
    const [base, reading] = ['text:ruby-base', 'text:ruby-text'].map((name) =>
      elementsOf(node)
        .filter((child) => child.name === name)
        .map(storedText)
        .join(''),
    );
    const rt = element('rt', [textNode(reading ?? '')]);
    content.nodes.push(element('ruby', [textNode(base ?? ''), rt]));
  };
  const addNote = (node: XmlElement) => {
    const [citation] = descendants(node, 'text:note-citation');
    const [body] = descendants(node, 'text:note-body');
    const mark = citation === undefined ? '' : storedText(citation);
    content.nodes.push(textNode(`[${mark}]`));
    state.additions.push({ text: '[]', reason: '脚注的括号' });
    const [first, ...others] = body === undefined ? [] : readBlocks(body);
    if (first === undefined) return;
    state.additions.push({ text: `[${mark}]`, reason: '脚注的标记' });
    state.footnotes.push({ ...first, children: [textNode(`[${mark}] `), ...first.children] }, ...others);
  };
  inside(parent, format);
  return content;
}

function formatted(text: string, { isBold, isItalic, position }: OdtTextFormat): ElementContent {
  let node: ElementContent = textNode(text);
  if (text.trim() === '') return node;
  if (position !== undefined) node = element(position, [node]);
  if (isItalic) node = element('em', [node]);
  return isBold ? element('strong', [node]) : node;
}
