/** Elements of an article with their inline styles. Content is finished HTML. */
import { escapeHtml } from '../../documents/html-text.ts';
import { type StyleName, styles } from './styles.ts';

/** An element with a style of the table. */
export function element(tag: string, style: StyleName, content: string): string {
  return `<${tag} style="${styles[style]}">${content}</${tag}>`;
}

/** A list: the account needs the content of an item in a section, otherwise it loses its style. Items are finished HTML. */
export function listOf(items: readonly string[], tag: 'ul' | 'ol' = 'ul', start?: string): string {
  const content = items.map((item) => element('li', 'li', element('section', 'line', item))).join('');
  const from = start === undefined ? '' : ` start="${escapeHtml(start)}"`;
  return `<${tag}${from} style="${styles[tag]}">${content}</${tag}>`;
}

/** A list of texts. */
export function textList(texts: readonly string[], tag: 'ul' | 'ol' = 'ul'): string {
  return listOf(texts.map(escapeHtml), tag);
}

/** A paragraph of a text. */
export function paragraph(text: string, style: StyleName = 'p'): string {
  return element('p', style, escapeHtml(text));
}

/** A heading of a text. */
export function heading(text: string, tag: 'h2' | 'h3' = 'h2'): string {
  return element(tag, tag, escapeHtml(text));
}

/** A picture; its size is in the style, because the account drops the attributes. */
export function picture(source: string, alt: string, style: 'img' | 'qr' = 'img'): string {
  return `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}" style="${styles[style]}">`;
}
