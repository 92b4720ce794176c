/** The body of a document for the official account: the elements of a body, each with its style inline, and nothing that the account drops. */
import { parseFragment } from 'parse5';
import { type Block, type ComponentBlock, isComponent } from '../../documents/block.ts';
import { fullShortUrl } from '../../documents/full-address.ts';
import { escapeHtml } from '../../documents/html-text.ts';
import { pick, pickDocuments } from '../../documents/site.ts';
import { element, listOf, paragraph } from './elements.ts';
import { type ArticleContext, attributeOf, type HtmlElement, type HtmlNode, inlineOf } from './inline.ts';
import type { StyleName } from './styles.ts';

/** The HTML of a body. */
export function bodyHtml(blocks: readonly Block[], context: ArticleContext): string {
  return blocks
    .map((block) =>
      isComponent(block)
        ? componentHtml(block, context)
        : blocksOf(parseFragment(block.html).childNodes, context),
    )
    .join('');
}

const boxes = {
  Note: { style: 'note', title: '记住' },
  Warning: { style: 'warning', title: '当心' },
  Example: { style: 'example', title: '举个例子' },
  Question: { style: 'example', title: '' },
} as const;

function componentHtml({ component, attributes, children }: ComponentBlock, context: ArticleContext): string {
  const { site } = context;
  if (component === 'Call')
    return pick(site.contacts, [attributes.contact ?? ''])
      .map(({ phone, name }) =>
        element('p', 'p', `<strong>打${escapeHtml(phone)}</strong>（${escapeHtml(name)}）`),
      )
      .join('');
  if (component === 'PolicyLink')
    return pickDocuments(site.policies, [attributes.policy ?? ''])
      .map((policy) => paragraph(`看政策：${policy.data.title} ${fullShortUrl(site, policy)}`))
      .join('');
  const { style, title } = boxes[component];
  const head = component === 'Question' ? `问：${attributes.ask ?? ''}` : (attributes.title ?? title);
  const content = element('p', 'p', `<strong>${escapeHtml(head)}</strong>`) + bodyHtml(children, context);
  return element('section', style, content);
}

/** Block elements; the white space between them is dropped. */
function blocksOf(nodes: readonly HtmlNode[], context: ArticleContext, textStyle: StyleName = 'p'): string {
  return nodes
    .map((node) => {
      if (!('tagName' in node)) {
        const text = inlineOf([node], context);
        return text.trim() === '' ? '' : text;
      }
      return blockOf(node, context, textStyle);
    })
    .join('');
}

function blockOf(node: HtmlElement, context: ArticleContext, textStyle: StyleName): string {
  const inside = () => inlineOf(node.childNodes, context);
  switch (node.tagName) {
    case 'p':
      return element('p', textStyle, inside());
    case 'h2':
      return element('h2', 'h2', inside());
    case 'h3':
    case 'h4':
      return element('h3', 'h3', inside());
    case 'ul':
    case 'ol':
      return listOf(
        itemsOf(node).map((item) => itemContent(item, context)),
        node.tagName,
        attributeOf(node, 'start'),
      );
    case 'blockquote':
      // The account refuses a blockquote of more than 300 characters.
      return element('section', 'quote', blocksOf(node.childNodes, context));
    case 'table':
      return tableOf(node, context);
    case 'pre':
      return element('p', 'code', inside());
    case 'hr':
      return element('section', 'hr', '');
    default:
      return inlineOf([node], context);
  }
}

const isList = (node: HtmlNode): node is HtmlElement =>
  'tagName' in node && (node.tagName === 'ul' || node.tagName === 'ol');

const itemsOf = ({ childNodes }: HtmlElement): HtmlElement[] =>
  childNodes.filter((node): node is HtmlElement => 'tagName' in node && node.tagName === 'li');

/** The content of an item. Lists inside become lines: the account shows the marks of a list in a list twice. */
function itemContent(item: HtmlElement, context: ArticleContext): string {
  return item.childNodes
    .map((node) => {
      if (isList(node)) return linesOf(node, context);
      return blocksOf([node], context, 'line');
    })
    .join('');
}

function linesOf(list: HtmlElement, context: ArticleContext): string {
  const first = Number(attributeOf(list, 'start') ?? 1);
  return itemsOf(list)
    .map((item, index) => {
      const mark = list.tagName === 'ol' ? `${first + index}）` : '– ';
      return element(
        'section',
        'nested',
        mark + itemContent(item, context).replace(/^<p [^>]*>(.*?)<\/p>/, '$1'),
      );
    })
    .join('');
}

function tableOf(table: HtmlElement, context: ArticleContext): string {
  const rows: string[] = [];
  const visit = (node: HtmlNode): void => {
    if (!('tagName' in node)) return;
    if (node.tagName !== 'tr') return node.childNodes.forEach(visit);
    const cells = node.childNodes.flatMap((cell) =>
      'tagName' in cell && (cell.tagName === 'th' || cell.tagName === 'td')
        ? [element(cell.tagName, cell.tagName, inlineOf(cell.childNodes, context))]
        : [],
    );
    rows.push(`<tr>${cells.join('')}</tr>`);
  };
  visit(table);
  return element('table', 'table', `<tbody>${rows.join('')}</tbody>`);
}
