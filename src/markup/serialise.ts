/**
 * Serialises satteri's tree to blocks: finished HTML, with components between. Content that is not allowed is dropped and reported; the
 * HTML needs no inline style and no script, so the strictest security policy holds.
 */
import { directionOf } from '../documents/direction.ts';
import { escapeHtml } from '../documents/html-text.ts';
import { SLUG } from '../schema/field-types.ts';
import { allowedElements, isSafeImage, isSafeLink, voidElements } from './allowed.ts';
import { LINE_BREAK, restoreAttribute, restoreText } from './chinese.ts';
import { bodyClasses } from './classes.ts';
import { uniqueId } from './heading-id.ts';
import { addHtml, type HtmlBuilder } from './html-builder.ts';
import { readComponent } from './read-component.ts';
import { OPEN_BREAK } from './syntax-error.ts';
import { hasLongWord, tableLook } from './table.ts';
import type { MdNode } from './tree.ts';
import { treeText } from './tree-text.ts';

/** Adds a node's HTML, or its component, to the walk. */
export function walkNode(node: MdNode, builder: HtmlBuilder, parent?: MdNode): void {
  switch (node.type) {
    case 'root':
      return walkChildren(node, builder);
    case 'text':
      return addHtml(builder, textHtml(node, parent));
    case 'element':
      return walkElement(node, builder, parent);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      if (node.name === 'br') return walkBreak(node, builder);
      return readComponent(node, builder, walkChildren);
    case 'mdxjsEsm':
      return builder.report(
        node,
        'mdx/unsafe',
        '正文里不能写 import 或 export：内容是文字，不是程序。请删掉这一行，组件直接用就行。',
      );
    default:
      // A comment is for editors; nothing of it is published.
      if (/^mdx(?:Flow|Text)Expression$/.test(node.type) && COMMENT_ONLY.test(node.value ?? '')) return;
      return builder.report(node, 'mdx/unsafe', bracesMessage(node.value ?? ''));
  }
}

/** In a field `{id}` is the amount of a rate; in a body it is an expression. */
function bracesMessage(expression: string): string {
  const advice = SLUG.test(expression.trim())
    ? `要写 rates 里的数，请写成 <Rate id="${expression.trim()}" />；要显示花括号`
    : '要显示花括号';
  return `正文里不能用花括号 { }：内容是文字，不是程序。${advice}，请写成 \\{ 和 \\}。`;
}

/** The expression `{/* … *\/}`: one comment and nothing else. */
const COMMENT_ONLY = /^\s*\/\*(?:(?!\*\/)[\s\S])*\*\/\s*$/;

/** A line break; one with an end tag has a text, <br>第二行</br>, which would be invisible. */
function walkBreak(node: MdNode, builder: HtmlBuilder): void {
  if ((node.children ?? []).length > 0) return builder.report(node, 'mdx/syntax', OPEN_BREAK);
  // A break alone between empty lines has no effect.
  if (node.type === 'mdxJsxTextElement') addHtml(builder, '<br>');
}

/** Adds the children of a node, in order. */
export function walkChildren(node: MdNode, builder: HtmlBuilder): void {
  for (const child of node.children ?? []) walkNode(child, builder, node);
}

function walkElement(node: MdNode, builder: HtmlBuilder, parent?: MdNode): void {
  const name = elementName(node, parent);
  if (node.tagName === 'input') return addHtml(builder, '□');
  const allowed = allowedElements.get(name);
  if (!allowed) return walkChildren(node, builder);
  if (name === 'a' && plainText(node).startsWith('^')) return reportFootnote(node, builder);
  if (!isSafeElement(node, name, builder)) return;

  const attributes = {
    ...pick(node, allowed),
    ...extraAttributes(node, name, builder),
    ...direction(node, name),
  };
  if (name === 'table') return walkTable(node, builder);
  addHtml(builder, `<${name}${attributesHtml(attributes)}>`);
  if (voidElements.has(name)) return;
  walkChildren(node, builder);
  addHtml(builder, `</${name}>`);
}

/** A table in a box that scrolls sideways if it is wider than the screen. */
function walkTable(table: MdNode, builder: HtmlBuilder): void {
  const { box, columns } = tableLook(table, plainText);
  const heads = table.children?.find((part) => part.tagName === 'thead')?.children ?? [];
  const cells = heads.find((part) => part.tagName === 'tr')?.children ?? [];
  for (const [index, cell] of cells.filter(({ type }) => type === 'element').entries()) {
    if (columns[index]) cell.properties = { ...cell.properties, className: columns[index] };
  }
  addHtml(builder, `<div${box}><table>`);
  walkChildren(table, builder);
  addHtml(builder, '</table></div>');
}

/** The output element: a page has one h1, its title; an empty head cell becomes a td. */
function elementName(node: MdNode, parent?: MdNode): string {
  const name = node.tagName ?? '';
  if (name === 'h1') return 'h2';
  if (name === 'h5' || name === 'h6') return 'h4';
  if (name === 'th' && parent && plainText(node).trim() === '') return 'td';
  return name;
}

function isSafeElement(node: MdNode, name: string, builder: HtmlBuilder): boolean {
  const address = restoreAttribute(String(node.properties?.href ?? node.properties?.src ?? ''));
  if (name === 'a' && !isSafeLink(address)) {
    builder.report(
      node,
      'mdx/unsafe',
      `链接「${decodeSafely(address)}」不能用。请用站内地址（从 / 写起）、https:// 的网址或 tel: 电话。`,
    );
    return false;
  }
  if (name === 'img' && !isSafeImage(address)) {
    builder.report(
      node,
      'mdx/unsafe',
      `图片「${decodeSafely(address)}」不能用。请把图片放进 public 文件夹，从 / 写起，例如 /images/a.jpg。`,
    );
    return false;
  }
  return true;
}

/** An address with the editor's own characters; unchanged if it cannot be decoded. */
function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Without footnotes the parser reads [^1] and its text as a link. */
function reportFootnote(node: MdNode, builder: HtmlBuilder): void {
  const mark = `[${plainText(node)}]`;
  const message = `脚注这里不能用：「${mark}」会变成一个打不开的链接。请把说明写进句子的括号里，删掉 ${mark} 和下面「${mark}:」那一行。`;
  builder.report(node, 'mdx/syntax', message);
}

function extraAttributes(node: MdNode, name: string, builder: HtmlBuilder): Record<string, string> {
  if (name === 'h2' || name === 'h3' || name === 'h4') {
    const text = plainText(node);
    const id = uniqueId(text, builder.headings);
    builder.headings.push({ depth: Number(name.slice(1)), id, text });
    return { id };
  }
  if (name === 'th') return { scope: 'col', ...cellClass(node) };
  if (name === 'td') return cellClass(node);
  if (name === 'img') return { loading: 'lazy', decoding: 'async' };
  if (name === 'ol') return numbersClass(node);
  return {};
}

/** Markdown's alignment and the cell's width as classes: the security policy allows no inline style. */
function cellClass(node: MdNode): Record<string, string> {
  const side = /text-align:\s*(right|center)/.exec(String(node.properties?.style ?? ''))?.[1];
  const align = side === 'right' ? bodyClasses.alignRight : side === 'center' ? bodyClasses.alignCenter : '';
  const column = String(node.properties?.className ?? '');
  const word = hasLongWord(plainText(node)) ? bodyClasses.longWord : '';
  const classes = [align, column, word].filter(Boolean).join(' ');
  return classes === '' ? {} : { class: classes };
}

/** A wider margin for a list with numbers beyond 99. */
function numbersClass(list: MdNode): Record<string, string> {
  const items = (list.children ?? []).filter((item) => item.tagName === 'li').length;
  const digits = String(Number(list.properties?.start ?? 1) + items - 1).length;
  if (digits < 3) return {};
  return { class: digits === 3 ? bodyClasses.manyNumbers[3] : bodyClasses.manyNumbers[4] };
}

/** Elements that begin lines of their own: their first letter decides the text direction. */
const DIRECTED = new Set(['p', 'h2', 'h3', 'h4', 'li', 'th', 'td']);

function direction(node: MdNode, name: string): Record<string, string> {
  const dir = DIRECTED.has(name) ? directionOf(plainText(node)) : undefined;
  return dir === undefined ? {} : { dir };
}

/** The text of a node and its descendants. */
export function plainText(node: MdNode): string {
  return treeText(node, restoreText);
}

const LINE_BREAKS = new RegExp(`${LINE_BREAK}[\\s\\u3000]*`, 'g');

function textHtml(node: MdNode, parent?: MdNode): string {
  const value = node.value ?? '';
  // The parser puts invisible line ends between the parts of lists and tables.
  if (value === '\n' && !node.position && parent?.tagName !== 'p') return '';
  if (parent?.tagName === 'pre' || parent?.tagName === 'code') return escapeHtml(restoreText(value));
  // Paragraphs have a margin between them: the two wide spaces that begin one in print would only indent it.
  const text = parent?.children?.[0] === node ? value.replace(/^[\s\u3000]+/, '') : value;
  return text
    .split(LINE_BREAKS)
    .map((line) => escapeHtml(restoreText(line)))
    .join('<br>');
}

function pick(node: MdNode, names: readonly string[]): Record<string, string> {
  const entries = names.flatMap((name) => {
    const value = node.properties?.[name];
    return value === undefined || value === null ? [] : [[name, restoreAttribute(String(value))] as const];
  });
  return Object.fromEntries(entries);
}

function attributesHtml(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}
