/**
 * From satteri's tree to blocks: finished HTML, with components between. What is not allowed is left out and
 * reported; the HTML needs no inline style and no script, so the strictest security policy holds.
 */
import { allowedElements, isSafeImage, isSafeLink, voidElements } from './allowed.ts';
import { splitAutolink } from './autolink.ts';
import { restoreAttribute, restoreText } from './chinese.ts';
import { uniqueId } from './heading-id.ts';
import { readComponent } from './read-component.ts';
import type { Node } from './tree.ts';
import type { Walk } from './walk.ts';

/** Adds a node's HTML, or its component, to the walk. */
export function walkNode(node: Node, walk: Walk, parent?: Node): void {
  switch (node.type) {
    case 'root':
      return walkChildren(node, walk);
    case 'text':
      return addHtml(walk, textHtml(node.value ?? '', parent));
    case 'element':
      return walkElement(node, walk, parent);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return readComponent(node, walk, walkChildren);
    case 'mdxjsEsm':
      return walk.report(
        node,
        'mdx/unsafe',
        '正文里不能写 import 或 export：内容是文字，不是程序。请删掉这一行，组件直接用就行。',
      );
    default:
      return walk.report(
        node,
        'mdx/unsafe',
        '正文里不能用花括号 { }：内容是文字，不是程序。要显示花括号，请写成 \\{ 和 \\}。',
      );
  }
}

/** Adds the children of a node, in order. */
export function walkChildren(node: Node, walk: Walk): void {
  for (const child of node.children ?? []) walkNode(child, walk, node);
}

/** Adds HTML to the last stretch of it. */
export function addHtml(walk: Walk, html: string): void {
  const last = walk.blocks.at(-1);
  if (last && 'html' in last) last.html += html;
  else if (html.trim() !== '') walk.blocks.push({ html });
}

function walkElement(node: Node, walk: Walk, parent?: Node): void {
  const name = elementName(node, parent);
  if (node.tagName === 'input') return addHtml(walk, '□');
  const kept = allowedElements.get(name);
  if (!kept) return walkChildren(node, walk);
  if (name === 'a' && isAutolink(node)) return walkAutolink(node, walk);
  if (!isSafeElement(node, name, walk)) return;

  const attributes = { ...pick(node, kept), ...extraAttributes(node, name, walk) };
  const isWide = name === 'table' && columnsOf(node) > 3;
  if (isWide)
    addHtml(walk, '<div class="wide-table" role="region" tabindex="0" aria-label="表格，可以左右滑动">');
  addHtml(walk, `<${name}${attributesHtml(attributes)}>`);
  if (voidElements.has(name)) return;
  walkChildren(node, walk);
  addHtml(walk, `</${name}>${isWide ? '</div>' : ''}`);
}

/** A page has one h1, its title; an empty head cell is no head. */
function elementName(node: Node, parent?: Node): string {
  const name = node.tagName ?? '';
  if (name === 'h1') return 'h2';
  if (name === 'h5' || name === 'h6') return 'h4';
  if (name === 'th' && parent && plainText(node).trim() === '') return 'td';
  return name;
}

function isSafeElement(node: Node, name: string, walk: Walk): boolean {
  const address = restoreAttribute(String(node.properties?.href ?? node.properties?.src ?? ''));
  if (name === 'a' && !isSafeLink(address)) {
    walk.report(
      node,
      'mdx/unsafe',
      `链接「${address}」不能用。请用站内地址（从 / 写起）、https:// 的网址或 tel: 电话。`,
    );
    return false;
  }
  if (name === 'img' && !isSafeImage(address)) {
    walk.report(
      node,
      'mdx/unsafe',
      `图片「${address}」不能用。请把图片放进 public 文件夹，从 / 写起，例如 /images/a.jpg。`,
    );
    return false;
  }
  return true;
}

function extraAttributes(node: Node, name: string, walk: Walk): Record<string, string> {
  if (name === 'h2' || name === 'h3' || name === 'h4') {
    const text = plainText(node);
    const id = uniqueId(text, walk.headings);
    walk.headings.push({ depth: Number(name.slice(1)), id, text });
    return { id };
  }
  if (name === 'th') return { scope: 'col', ...alignment(node) };
  if (name === 'td') return alignment(node);
  if (name === 'img') return { loading: 'lazy', decoding: 'async' };
  return {};
}

/** Markdown's alignment as a class: the security policy allows no inline style. */
function alignment(node: Node): Record<string, string> {
  const side = /text-align:\s*(right|center)/.exec(String(node.properties?.style ?? ''))?.[1];
  return side ? { class: `align-${side}` } : {};
}

function columnsOf(table: Node): number {
  const row = table.children
    ?.find((part) => part.tagName === 'thead')
    ?.children?.find((part) => part.tagName === 'tr');
  return row?.children?.filter((cell) => cell.type === 'element').length ?? 0;
}

function isAutolink(node: Node): boolean {
  const text = plainText(node);
  return (
    /^https?:\/\//.test(text) &&
    encodeURI(text) === encodeURI(decodeSafely(String(node.properties?.href ?? '')))
  );
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function walkAutolink(node: Node, walk: Walk): void {
  const [address, rest] = splitAutolink(plainText(node));
  addHtml(walk, `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>${escapeHtml(rest)}`);
}

/** The text of a node and all below it. */
export function plainText(node: Node): string {
  if (node.type === 'text') return restoreText(node.value ?? '');
  return (node.children ?? []).map(plainText).join('');
}

function textHtml(value: string, parent?: Node): string {
  // The parser puts line ends between the parts of lists and tables; nobody sees them.
  if (value === '\n' && parent?.tagName !== 'p') return '';
  return escapeHtml(restoreText(value));
}

function pick(node: Node, names: readonly string[]): Record<string, string> {
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

/** Text for HTML, between tags and inside double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
