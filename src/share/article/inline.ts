/** Text, links and pictures of a body for the official account. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { escapeHtml } from '../../documents/html-text.ts';
import { fallbackAddress } from '../../documents/photograph.ts';
import type { Site } from '../../documents/site.ts';
import { element, picture } from './elements.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** What a body needs of its site. `link` makes an address from the site root one of this build. */
export interface ArticleContext {
  site: Site;
  link: (address: string) => string;
}

/** Text and inline elements. */
export function inlineOf(nodes: readonly HtmlNode[], context: ArticleContext, isCode = false): string {
  return nodes
    .map((node) => {
      if ('value' in node) return isCode ? codeText(node.value) : escapeHtml(node.value);
      if (!('tagName' in node)) return '';
      const inside = () => inlineOf(node.childNodes, context, isCode);
      switch (node.tagName) {
        case 'strong':
        case 'em':
          return `<${node.tagName}>${inside()}</${node.tagName}>`;
        case 'del':
          return `<s>${inside()}</s>`;
        case 'br':
          return '<br>';
        case 'code':
          return element('span', 'code', inlineOf(node.childNodes, context, true));
        case 'a':
          return linkOf(node, inside());
        case 'img':
          return imageOf(node, context);
        default:
          return inside();
      }
    })
    .join('');
}

/** The editor of the account joins spaces and lines of code. */
const codeText = (text: string): string =>
  escapeHtml(text.replace(/\n$/, '')).replace(/ /g, '&nbsp;').replace(/\n/g, '<br>');

/** The account drops links to other sites: the address follows in brackets. Of links inside the site the text remains. */
function linkOf(link: HtmlElement, text: string): string {
  const address = attributeOf(link, 'href') ?? '';
  const isWeb = /^https?:/.test(address) && !text.includes(escapeHtml(address));
  return isWeb ? `${text}（${escapeHtml(address)}）` : text;
}

function imageOf(image: HtmlElement, { site, link }: ArticleContext): string {
  return pictureOf(
    { src: attributeOf(image, 'src') ?? '', alt: attributeOf(image, 'alt') ?? '' },
    { site, link },
  );
}

/** A picture of a document: its JPEG, which the account takes. */
export function pictureOf(
  { src, alt }: { src: string; alt: string },
  { site, link }: ArticleContext,
): string {
  const photograph = site.photographs[src];
  return picture(link(photograph ? fallbackAddress(photograph.key) : src), alt);
}

export function attributeOf({ attrs }: HtmlElement, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}
