/** Reads a finished page of the site into what the one file stores of it. */
import {
  applyEdits,
  type Edit,
  findElements,
  getAttribute,
  type HtmlElement,
  insertAtEnd,
  remove,
  removeAttribute,
  replaceWith,
  setAttribute,
} from '../portable-site/html-edits.ts';
import type { Links } from '../portable-site/links.ts';
import { rewriteAttribute } from '../portable-site/rewrite-attribute.ts';
import { SCRIPT_SCHEME } from './file-directory.ts';
import type { PageFacts } from './page-record.ts';
import { type PageScripts, readScripts } from './page-scripts.ts';

/** Position of a page in the site. */
export interface PageContext {
  /** Links to the files in the one file as fragments, all others to the web. */
  links: Links;
  /** Its file, from the site root. */
  from: string;
}

export interface ReadPage extends PageScripts {
  facts: Omit<PageFacts, 'scripts' | 'header' | 'footer'>;
  /** The inner HTML of the body before, in and after the main part. */
  header: string;
  main: string;
  footer: string;
  /** Scripts that the page runs as workers: files of the site. */
  workers: string[];
}

const SCRIPT_ATTRIBUTES = new Set(['data-script', 'data-worker']);

/** Said of a link that leads out of the file to a part of the site. */
const NEEDS_NETWORK = '（要上网）';

/** The parts of a page. Throws if it has no main part. */
export function readPage(html: string, { links, from }: PageContext): ReadPage {
  const elements = findElements(html);
  const find = (tagName: string) => elements.find((element) => element.tagName === tagName);
  const [page, body, main] = [find('html'), find('body'), find('main')];
  const [inBody, ofMain] = [body?.sourceCodeLocation, main?.sourceCodeLocation];
  if (!page || !body || !inBody?.startTag || !inBody.endTag || !ofMain) throw new Error(`${from}: no main`);
  const scripts = readScripts(elements, html, (address) => links.fileAt(address, from));
  const edits = withoutNested([
    ...elements.filter(({ tagName }) => tagName === 'script').flatMap(remove),
    ...elements.flatMap((element) => elementEdits(element, links, from)),
  ]);
  const part = (start: number, end: number) => editedPart(html, edits, start, end);
  const header = part(inBody.startTag.endOffset, ofMain.startOffset);
  const current = elements.find((element) => getAttribute(element, 'aria-current') === 'page');
  const isInHeader =
    (current?.sourceCodeLocation?.endOffset ?? Number.POSITIVE_INFINITY) < ofMain.startOffset;
  return {
    ...scripts,
    facts: {
      title: titleOf(html),
      lang: getAttribute(page, 'lang') ?? '',
      built: getAttribute(page, 'data-built') ?? '',
      bodyClass: getAttribute(body, 'class') ?? '',
      current: current && isInHeader ? links.link(getAttribute(current, 'href') ?? '', from) : '',
    },
    header: header.replace(' aria-current="page"', ''),
    main: part(ofMain.startOffset, ofMain.endOffset),
    footer: part(ofMain.endOffset, inBody.endTag.startOffset),
    workers: elements.flatMap((each) => links.fileAt(getAttribute(each, 'data-worker') ?? '', from) ?? []),
  };
}

/** The title as it is in the source, an escaped text. */
const titleOf = (html: string): string => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';

function elementEdits(element: HtmlElement, links: Links, from: string): Edit[] {
  const media = mediaEdits(element, links, from);
  if (media) return media;
  return element.attrs.flatMap(({ prefix, name, value }) => {
    const inSource = prefix ? `${prefix}:${name}` : name;
    if (SCRIPT_ATTRIBUTES.has(name))
      return setAttribute(element, inSource, scriptAddress(value, links, from));
    const fresh = rewriteAttribute(element, inSource, value, (address) => links.link(address, from));
    const edits = fresh === value ? [] : setAttribute(element, inSource, fresh);
    const leavesFile = element.tagName === 'a' && name === 'href' && isOnWeb(fresh) && !isOnWeb(value);
    return leavesFile ? [...edits, ...onWebEdits(element)] : edits;
  });
}

const isOnWeb = (address: string): boolean => /^https?:/i.test(address);

function scriptAddress(value: string, links: Links, from: string): string {
  const query = value.includes('?') ? value.slice(value.indexOf('?')) : '';
  return SCRIPT_SCHEME + (links.fileAt(value, from) ?? '') + query;
}

/** A link says that it needs a network, and no script opens it in the page. */
function onWebEdits(element: HtmlElement): Edit[] {
  const attributes = ['data-picture', 'download'].filter((name) => getAttribute(element, name) !== undefined);
  return [
    ...attributes.flatMap((name) => removeAttribute(element, name)),
    ...insertAtEnd(element, `<span>${NEEDS_NETWORK}</span>`),
  ];
}

/** The edits for a picture or a recording; undefined for every other element. */
function mediaEdits(element: HtmlElement, links: Links, from: string): Edit[] | undefined {
  const { tagName } = element;
  const address = getAttribute(element, 'src') ?? '';
  if (tagName === 'audio' || tagName === 'video') {
    const url = escapeAttribute(links.link(address, from));
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
  if (file === undefined)
    return alt === '' ? '' : `<span class="text-small">图：${escapeAttribute(alt)}</span>`;
  const others = image.attrs
    .filter(({ name }) => !['src', 'srcset', 'sizes', 'loading', 'decoding'].includes(name))
    .map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`);
  return `<img data-file="${escapeAttribute(file)}"${others.join('')}>`;
}

const escapeAttribute = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** The edits of elements that are not inside a replaced one. */
function withoutNested(edits: readonly Edit[]): Edit[] {
  let end = 0;
  return edits
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter((edit) => {
      if (edit.from < end) return false;
      end = Math.max(end, edit.to);
      return true;
    });
}

function editedPart(html: string, edits: readonly Edit[], start: number, end: number): string {
  const inside = edits.filter(({ from, to }) => from >= start && to <= end);
  return applyEdits(
    html.slice(start, end),
    inside.map(({ from, to, text }) => ({ from: from - start, to: to - start, text })),
  );
}
