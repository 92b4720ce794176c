/** Rewrites pictures and recordings for the one file: a browser may load none from beside it. */
import { escapeHtml } from '../../documents/html-text.ts';
import {
  type Edit,
  getAttribute,
  type HtmlElement,
  remove,
  replaceWith,
} from '../portable-site/html-edits.ts';
import type { Links } from '../portable-site/links.ts';

/** Behind the words of a link that leads out of the file to a part of the site. */
export const NEEDS_NETWORK = '（要上网）';

/** The edits for a picture or a recording; undefined for every other element. */
export function mediaEdits(element: HtmlElement, links: Links, from: string): Edit[] | undefined {
  const { tagName } = element;
  const address = getAttribute(element, 'src') ?? '';
  if (tagName === 'audio' || tagName === 'video') {
    const url = escapeHtml(links.link(address, from));
    return replaceWith(element, `<a class="button" href="${url}">听录音${NEEDS_NETWORK}</a>`);
  }
  if (tagName === 'source') return remove(element);
  if (tagName === 'img' && !address.startsWith('data:')) {
    return replaceWith(element, pictureHtml(element, links.fileAt(address, from)));
  }
  // A photograph that is not in the file, with the drawing behind it.
  const image = isPhotograph(element) ? firstImage(element) : undefined;
  if (image && links.fileAt(getAttribute(image, 'src') ?? '', from) === undefined) {
    return replaceWith(element, pictureHtml(image, undefined));
  }
  return undefined;
}

const isPhotograph = (element: HtmlElement): boolean => getAttribute(element, 'class') === 'photo';

function firstImage({ childNodes }: HtmlElement): HtmlElement | undefined {
  const inside = childNodes.filter((node): node is HtmlElement => 'tagName' in node);
  return (
    inside.find(({ tagName }) => tagName === 'img') ?? inside.flatMap((each) => firstImage(each) ?? [])[0]
  );
}

/** A picture that the script of the one file fills in, or its description if it is not in the file. */
function pictureHtml(image: HtmlElement, file: string | undefined): string {
  const alt = getAttribute(image, 'alt') ?? '';
  if (file === undefined) return alt === '' ? '' : `<span class="text-small">图：${escapeHtml(alt)}</span>`;
  const others = image.attrs
    .filter(({ name }) => !['src', 'srcset', 'sizes', 'loading', 'decoding'].includes(name))
    .map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`);
  return `<img data-file="${escapeHtml(file)}"${others.join('')}>`;
}
