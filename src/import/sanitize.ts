/**
 * Reduces a foreign page to what a body may contain: scripts and forms are dropped, tables become plain grids, links without
 * a public target become text, pictures are copied or reported. Not hast-util-sanitize: it does not report what it drops, and
 * here 14 kinds of loss are reported to editors with their counts. parseBody checks the result again, so nothing here protects
 * the site alone.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { treeText } from '../markup/index.ts';
import { READING_ELEMENT, READINGS_REMOVED } from './readings.ts';
import type { OmissionKind } from './source-document.ts';
import { flattenTable } from './tables.ts';

export interface SanitizeContext {
  /** Repairs and losses by name, with their counts. */
  notes: Map<string, number>;
  /** Receives text that is left out, and text that is added, for the ledger of the import. */
  omit(kind: OmissionKind, text: string): void;
  add(text: string, reason: string): void;
  /** The repaired text, see repair.ts. */
  repair(text: string): string;
  /** The same for the words of a picture, which are no text of the page. */
  repairAttribute(text: string): string;
  /** The address in the site of a copied picture; undefined for others. */
  takePicture(src: string): string | undefined;
}

/** Elements dropped with their content, and their names in notes. */
const DROPPED: Readonly<Record<string, string>> = {
  script: '脚本',
  noscript: '脚本',
  style: '样式',
  link: '样式',
  template: '脚本',
  iframe: '嵌入的网页',
  object: '嵌入的网页',
  embed: '嵌入的网页',
  frame: '嵌入的网页',
  svg: '矢量图',
  math: '公式',
  canvas: '画布',
  video: '视频',
  audio: '录音',
  input: '表单',
  select: '表单',
  textarea: '表单',
  button: '表单',
};
/** Why the text in a dropped element is left out; that of others is part of a program. */
const DROPPED_KINDS: Readonly<Record<string, OmissionKind>> = {
  脚本: 'code',
  样式: 'code',
  嵌入的网页: 'embedded',
  矢量图: 'drawing',
  公式: 'formula',
  画布: 'embedded',
  视频: 'embedded',
  录音: 'embedded',
  表单: 'form',
};
/** Boilerplate, dropped without a note. */
const BOILERPLATE = new Set(['head', 'meta', 'title', 'nav', 'footer', 'base', 'wbr']);
/** Elements without a meaning of their own: they are unwrapped, and their texts joined. */
const UNWRAPPED = new Set(['span', 'font', 'u', 'big', 'small', 'ruby', 'rb', 'o:p', 'q', 'ins', 'abbr']);

/** The main content of a page: its article or main element; otherwise all of it. `omit` receives the text around it. */
export function mainPart(root: Root, omit: (text: string) => void): Root {
  // A page may use such a name twice, for its banner too: the article is the longest.
  const named = outermost(root, ({ properties }) =>
    [properties.id, ...[properties.className].flat()].some((name) =>
      /^(?:content|article|zoom|UCAP-CONTENT|TRS_Editor|pages_content|js_content)$/i.test(String(name)),
    ),
  ).sort((a, b) => treeText(b).length - treeText(a).length)[0];
  const found = named ?? find(root, isTag('main')) ?? onlyArticle(root);
  if (found === undefined) return { ...root, children: withoutPageFrame(root.children, omit) };
  for (const text of textsAround(root, found)) omit(text);
  return { type: 'root', children: [found] };
}

/** The texts of a page outside one element, one of each element beside the way to it. */
function textsAround(node: Root | Element, found: Element): string[] {
  if (node === found) return [];
  const isAbove = (child: RootContent): boolean =>
    child === found || (child.type === 'element' && child.children.some(isAbove));
  return node.children.flatMap((child) =>
    child.type === 'element' && isAbove(child) ? textsAround(child, found) : [treeText(child)],
  );
}

const isTag = (name: string) => (element: Element) => element.tagName === name;

/** The article of a page; undefined if there are none or several. */
function onlyArticle(root: Root): Element | undefined {
  const first = find(root, isTag('article'));
  const another = find(root, (element) => element.tagName === 'article' && element !== first);
  return another ? undefined : first;
}

/** Removes the frame around the articles of a page; the header of an article belongs to the article. */
function withoutPageFrame<N extends RootContent>(nodes: readonly N[], omit: (text: string) => void): N[] {
  return nodes.flatMap((node): N[] => {
    if (node.type !== 'element' || node.tagName === 'article') return [node];
    if (node.tagName === 'header' || node.tagName === 'aside') {
      omit(treeText(node));
      return [];
    }
    return [{ ...node, children: withoutPageFrame(node.children, omit) }];
  });
}

/** The matching elements in document order, without those inside another one. */
function outermost(node: Root | Element, fits: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    return fits(child) ? [child] : outermost(child, fits);
  });
}

/** The first matching element in document order. */
export function find(node: Root | Element, fits: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (fits(child)) return child;
    const below = find(child, fits);
    if (below) return below;
  }
  return undefined;
}

/** A page with only the elements that a body allows. */
export function sanitize(root: Root, context: SanitizeContext): Root {
  return { type: 'root', children: sanitizeAll(root.children, context) };
}

function sanitizeAll(nodes: readonly RootContent[], context: SanitizeContext): ElementContent[] {
  const sanitized = joinTexts(nodes.flatMap((node) => unwrap(node, context))).flatMap(
    (node): ElementContent[] => {
      if (node.type === 'text') return [{ type: 'text', value: context.repair(node.value) }];
      return node.type === 'element' ? sanitizeElement(node, context) : [];
    },
  );
  return joinEmphasis(sanitized);
}

/** Replaces an element without meaning by its children; removes readings that stand above no character. */
function unwrap(node: RootContent, context: SanitizeContext): RootContent[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'rp' || node.tagName === 'rt' || node.tagName === 'rtc') {
    context.omit('reading', treeText(node));
    if (node.tagName === 'rp') return [];
    count(context.notes, READINGS_REMOVED);
    return [];
  }
  if (!UNWRAPPED.has(node.tagName)) return [node];
  noteEvents(node, context);
  return node.children.flatMap((child) => unwrap(child, context));
}

function joinTexts(nodes: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      joined.splice(-1, 1, { type: 'text', value: last.value + node.value });
    } else if (node.type !== 'comment') joined.push(node);
  }
  return joined;
}

const EMPHASIS: Readonly<Record<string, string>> = { b: 'strong', strong: 'strong', i: 'em', em: 'em' };

/** Joins bold next to bold: a page cuts words in pieces, and Markdown cannot close and open it at one place. */
function joinEmphasis(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const tagName = node.type === 'element' ? EMPHASIS[node.tagName] : undefined;
    if (node.type !== 'element' || tagName === undefined) {
      joined.push(node);
      continue;
    }
    const last = joined.at(-1);
    if (last?.type === 'element' && last.tagName === tagName) {
      joined[joined.length - 1] = { ...last, children: [...last.children, ...node.children] };
    } else joined.push({ ...node, tagName });
  }
  return joined;
}

function noteEvents({ properties }: Element, { notes }: SanitizeContext): void {
  if (Object.keys(properties).some((name) => /^on/i.test(name))) count(notes, '去掉了会运行的属性');
}

function sanitizeElement(element: Element, context: SanitizeContext): ElementContent[] {
  const { tagName } = element;
  const dropped = DROPPED[tagName];
  if (dropped !== undefined) {
    count(context.notes, `去掉了${dropped}`);
    context.omit(DROPPED_KINDS[dropped] ?? 'code', treeText(element));
    return [];
  }
  if (BOILERPLATE.has(tagName)) {
    context.omit('page-frame', treeText(element));
    return [];
  }
  if (tagName === READING_ELEMENT) return [{ type: 'text', value: treeText(element) }];
  noteEvents(element, context);
  if (tagName === 'img') return sanitizePicture(element, context);
  const children = sanitizeAll(element.children, context);
  if (tagName === 'table')
    return flattenTable({ ...element, children }, (what, repeated = '') => {
      count(context.notes, what);
      context.add(repeated, '合并的格子在每一格里都写一遍');
    });
  if (tagName === 'a') return sanitizeLink(element, children, context);
  return [{ type: 'element', tagName, properties: spansOf(element), children }];
}

function sanitizeLink(
  { properties }: Element,
  children: ElementContent[],
  { notes }: SanitizeContext,
): ElementContent[] {
  const href = String(properties.href ?? '').trim();
  if (/^(?:https?|tel|mailto):[^\s]+$/i.test(href)) {
    return [{ type: 'element', tagName: 'a', properties: { href }, children }];
  }
  if (/^[\s\p{Cc}]*(?:javascript|vbscript|data)\s*:/iu.test(href))
    count(notes, '去掉了会运行的链接，留下了文字');
  else if (href !== '' && !href.startsWith('#')) count(notes, '去掉了只在原网站里有用的链接，留下了文字');
  return children;
}

function sanitizePicture(
  { properties }: Element,
  { notes, repairAttribute, takePicture }: SanitizeContext,
): ElementContent[] {
  const src = takePicture(String(properties.src ?? ''));
  if (src === undefined) {
    count(notes, '没有带过来的图片');
    return [];
  }
  const alt = repairAttribute(String(properties.alt ?? ''))
    .replace(/\s+/g, ' ')
    .trim();
  return [{ type: 'element', tagName: 'img', properties: { src, alt }, children: [] }];
}

function count(notes: Map<string, number>, what: string): void {
  notes.set(what, (notes.get(what) ?? 0) + 1);
}

/** The span of a cell, for tables.ts, under names unknown to Markdown; the first number of a list. */
function spansOf({ tagName, properties }: Element): Element['properties'] {
  const start = Number(properties.start);
  if (tagName === 'ol' && Number.isInteger(start) && start >= 0) return { start };
  if (tagName !== 'td' && tagName !== 'th') return {};
  return { dataColspan: properties.colSpan, dataRowspan: properties.rowSpan };
}
