/**
 * The article of a document for an official account of the chat app (公众号): rich text to paste into the account's editor, or to send by its
 * interface. Its editor drops whatever is not inline; decision 0050 has the rules and where they are from.
 */
import { addressOf } from '../../documents/address.ts';
import type { ContentDocument } from '../../documents/document.ts';
import { fullShortUrl, fullUrl } from '../../documents/full-address.ts';
import { findGlossaryTerms } from '../../documents/glossary-terms.ts';
import { escapeHtml } from '../../documents/html-text.ts';
import { textOfHtml } from '../../documents/plain-text.ts';
import { shareImagePath } from '../../documents/share-image-path.ts';
import type { Site } from '../../documents/site.ts';
import type { GlossaryData } from '../../schema/glossary.ts';
import { qrPng } from '../qr.ts';
import { element, heading, listOf, paragraph, picture } from './elements.ts';
import { sectionsOf } from './sections.ts';

/** Characters of the title and of the digest: draft/add, 公众号开发文档, 新增草稿. */
export const MAX_ARTICLE_TITLE_LENGTH = 32;
export const MAX_ARTICLE_DIGEST_LENGTH = 128;
/** Pixels of a module: the code is shown at 160 CSS pixels. */
const QR_MODULE_PX = 8;

export interface Article {
  title: string;
  digest: string;
  /** The address behind 阅读原文. */
  source: string;
  /** The cover picture, an address of the site. */
  cover: string;
  html: string;
}

/** The article of a policy, story or notice. `link` makes an address from the site root one of this build. */
export function articleOf(site: Site, document: ContentDocument, link: (address: string) => string): Article {
  const { title, summary } = document.data;
  const source = fullUrl(site, addressOf(document.collection, document.slug));
  const content = paragraph(summary, 'lead') + sectionsOf(document, { site, link });
  const words = explainedWords(findGlossaryTerms(textOfHtml(content), site.glossary));
  const edge = element('p', 'edge', '&nbsp;');
  return {
    title: cut(title, MAX_ARTICLE_TITLE_LENGTH),
    digest: cut(summary, MAX_ARTICLE_DIGEST_LENGTH),
    source,
    cover: link(shareImagePath(document, 'card')),
    html: edge + element('section', 'root', content + words + ending(site, document, source)) + edge,
  };
}

/** The article as a file: the fields of the account in its head, the text as its body. */
export function articlePage({ title, digest, source, cover, html }: Article): string {
  const meta = { description: digest, source, cover, robots: 'noindex' };
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    ...Object.entries(meta).map(
      ([name, content]) => `<meta name="${name}" content="${escapeHtml(content)}">`,
    ),
    `</head><body>${html}</body></html>`,
    '',
  ].join('\n');
}

function ending(site: Site, document: ContentDocument, source: string): string {
  const code = `data:image/png;base64,${qrPng(fullShortUrl(site, document), QR_MODULE_PX).toString('base64')}`;
  return [
    picture(code, '二维码：打开这一页', 'qr'),
    paragraph('长按识别二维码，打开这一页：能放大字，能念出来。', 'centre'),
    paragraph(`阅读原文：${source}`, 'centre'),
  ].join('');
}

function explainedWords(words: readonly GlossaryData[]): string {
  if (words.length === 0) return '';
  const items = words.map(({ term, plain }) => `<strong>${escapeHtml(term)}</strong>：${escapeHtml(plain)}`);
  return heading('这些词是什么意思') + listOf(items);
}

function cut(text: string, maxLength: number): string {
  const characters = Array.from(text);
  return characters.length <= maxLength ? text : `${characters.slice(0, maxLength - 1).join('')}…`;
}
