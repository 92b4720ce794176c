/**
 * From somebody else's page to what a body may hold: what runs or asks is dropped, tables become plain grids, links lead
 * somewhere or become text, pictures are taken along or named. What was lost is counted, so that it can be said.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { flattenTable } from './tables.ts';

export interface Cleaning {
  /** What was done and left out, by name, with how often. */
  notes: Map<string, number>;
  /** The right text for a text, see repair.ts. */
  repair(text: string): string;
  /** The address in the site of a picture that was taken along; undefined for one that was not. */
  takePicture(src: string): string | undefined;
}

/** Left out with all that is in them, and what to call them. */
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
/** The page's own furniture, which nobody misses. */
const FURNITURE = new Set(['head', 'meta', 'title', 'nav', 'footer', 'base']);
/** Say nothing by themselves: a text that they cut in pieces is one text. */
const TRANSPARENT = new Set(['span', 'font', 'u', 'big', 'small', 'ruby', 'rb', 'o:p']);

/** The part of a page that says something: its article or main part, else all of it. */
export function mainPart(root: Root): Root {
  const named = find(root, ({ properties }) =>
    [properties.id, ...[properties.className].flat()].some((name) =>
      /^(?:content|article|zoom|UCAP-CONTENT|TRS_Editor|pages_content)$/i.test(String(name)),
    ),
  );
  const found = named ?? find(root, isTag('main')) ?? onlyArticle(root);
  return found ? { type: 'root', children: [found] } : { ...root, children: withoutFrame(root.children) };
}

const isTag = (name: string) => (element: Element) => element.tagName === name;

/** The article of a page that has just one; of a page with several, none is the page. */
function onlyArticle(root: Root): Element | undefined {
  const first = find(root, isTag('article'));
  const another = find(root, (element) => element.tagName === 'article' && element !== first);
  return another ? undefined : first;
}

/** Without what stands around the articles of a page: the head of an article belongs to it. */
function withoutFrame<N extends RootContent>(nodes: readonly N[]): N[] {
  return nodes.flatMap((node): N[] => {
    if (node.type !== 'element' || node.tagName === 'article') return [node];
    if (node.tagName === 'header' || node.tagName === 'aside') return [];
    return [{ ...node, children: withoutFrame(node.children) }];
  });
}

/** The first element in the order of the page that fits. */
export function find(node: Root | Element, fits: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (fits(child)) return child;
    const below = find(child, fits);
    if (below) return below;
  }
  return undefined;
}

/** The text of a part of a page. */
export function textOf(node: RootContent | Root): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/** A page with nothing in it but what a body may hold. */
export function clean(root: Root, cleaning: Cleaning): Root {
  return { type: 'root', children: cleanAll(root.children, cleaning) };
}

function cleanAll(nodes: readonly RootContent[], cleaning: Cleaning): ElementContent[] {
  return joinTexts(nodes.flatMap((node) => openTransparent(node, cleaning))).flatMap(
    (node): ElementContent[] => {
      if (node.type === 'text') return [{ type: 'text', value: cleaning.repair(node.value) }];
      return node.type === 'element' ? cleanElement(node, cleaning) : [];
    },
  );
}

/** What stands in an element that says nothing by itself, in its place; readings above characters go. */
function openTransparent(node: RootContent, cleaning: Cleaning): RootContent[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'rp') return [];
  if (node.tagName === 'rt') {
    count(cleaning.notes, '去掉了字上面的注音');
    return [];
  }
  if (!TRANSPARENT.has(node.tagName)) return [node];
  noteEvents(node, cleaning);
  return node.children.flatMap((child) => openTransparent(child, cleaning));
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

function noteEvents({ properties }: Element, { notes }: Cleaning): void {
  if (Object.keys(properties).some((name) => /^on/i.test(name))) count(notes, '去掉了会运行的属性');
}

function cleanElement(element: Element, cleaning: Cleaning): ElementContent[] {
  const { tagName } = element;
  const dropped = DROPPED[tagName];
  if (dropped !== undefined) {
    count(cleaning.notes, `去掉了${dropped}`);
    return [];
  }
  if (FURNITURE.has(tagName)) return [];
  noteEvents(element, cleaning);
  if (tagName === 'img') return cleanPicture(element, cleaning);
  const children = cleanAll(element.children, cleaning);
  if (tagName === 'table')
    return flattenTable({ ...element, children }, (what) => count(cleaning.notes, what));
  if (tagName === 'a') return cleanLink(element, children, cleaning);
  return [{ type: 'element', tagName, properties: spansOf(element), children }];
}

function cleanLink(
  { properties }: Element,
  children: ElementContent[],
  { notes }: Cleaning,
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

function cleanPicture({ properties }: Element, { notes, repair, takePicture }: Cleaning): ElementContent[] {
  const src = takePicture(String(properties.src ?? ''));
  if (src === undefined) {
    count(notes, '没有带过来的图片');
    return [];
  }
  const alt = repair(String(properties.alt ?? ''))
    .replace(/\s+/g, ' ')
    .trim();
  return [{ type: 'element', tagName: 'img', properties: { src, alt }, children: [] }];
}

function count(notes: Map<string, number>, what: string): void {
  notes.set(what, (notes.get(what) ?? 0) + 1);
}

/** Of a cell, how far it reaches: for tables.ts, under names that Markdown knows nothing of. */
function spansOf({ tagName, properties }: Element): Element['properties'] {
  if (tagName !== 'td' && tagName !== 'th') return {};
  return { dataColspan: properties.colSpan, dataRowspan: properties.rowSpan };
}
