/**
 * A photograph as HTML: three widths in two formats to choose from, a JPEG for browsers that support neither, and a blurred
 * placeholder of the same size. The placeholder is a drawing, because the security policy allows no inline style and a drawing has
 * its shape from its attributes in every browser.
 */
import { unescapeHtml } from '../../documents/html-text.ts';
import {
  fallbackAddress,
  type Photograph,
  type Photographs,
  photographAddress,
  photographFormats,
} from '../../documents/photograph.ts';

/** The width of the column in CSS pixels, on wide screens and on phones. */
const SIZES = '(min-width: 720px) 684px, calc(100vw - 36px)';

/** The HTML of a photograph; `alt` and `title` escaped for HTML, addresses from the site root. */
export function photographHtml(photograph: Photograph, alt: string, title?: string): string {
  const { key, widthPx, heightPx, sizes, placeholder } = photograph;
  const shape = `width="${widthPx}" height="${heightPx}"`;
  const sources = photographFormats.map((format) => {
    const files = sizes.map((size) => `${photographAddress(key, size.name, format)} ${size.widthPx}w`);
    return `<source type="image/${format}" srcset="${files.join(', ')}" sizes="${SIZES}">`;
  });
  const bytes = sizes.map((size) => `${size.widthPx}:${size.bytes}`).join(' ');
  return [
    `<span class="photo" data-bytes="${bytes}">`,
    `<svg class="stand-in" ${shape} viewBox="0 0 ${widthPx} ${heightPx}" preserveAspectRatio="none" aria-hidden="true" focusable="false">`,
    `<image href="${placeholder}" ${shape} preserveAspectRatio="none"/></svg>`,
    `<picture>${sources.join('')}`,
    `<img src="${fallbackAddress(key)}" alt="${alt}"${title ? ` title="${title}"` : ''} ${shape} loading="lazy" decoding="async">`,
    '</picture></span>',
  ].join('');
}

/** The HTML of a body with those pictures as photographs that the build has encoded. */
export function withPhotographs(html: string, photographs: Photographs): string {
  return html.replace(/<img [^>]*>/g, (image) => {
    const photograph = photographs[unescapeHtml(attributeOf(image, 'src') ?? '')];
    if (photograph === undefined) return image;
    return photographHtml(photograph, attributeOf(image, 'alt') ?? '', attributeOf(image, 'title'));
  });
}

function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
}
