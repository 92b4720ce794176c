/** Puts a page of the one file into the document. */
import { DIRECTORY_ID } from '../file-directory.ts';
import type { PageRecord } from '../page-record.ts';
import { dataUrl, type FileStore } from './file-store.ts';
import { readAddress } from './page-address.ts';

const MEDIA_TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

/** The first page as it was parsed, which all others share. */
export interface Frame {
  header: string;
  footer: string;
}

/** Reads the frame from the document, before scripts change it. */
export function readFrame(): Frame {
  const [before, after]: [string[], string[]] = [[], []];
  let list = before;
  for (const element of pageElements()) {
    if (element.tagName === 'MAIN') list = after;
    else if (element.tagName !== 'NOSCRIPT') list.push(element.outerHTML);
  }
  return { header: before.join(''), footer: after.join('') };
}

/** Replaces the page that is shown. */
export function showPage({ facts, main }: PageRecord, frame: Frame, store: FileStore): void {
  const page = document.createElement('template');
  page.innerHTML = (facts.header ?? frame.header) + main + (facts.footer ?? frame.footer);
  page.content.querySelector(`.bar a[href="${facts.current}"]`)?.setAttribute('aria-current', 'page');
  fillPictures(page.content, store);
  for (const element of pageElements()) element.remove();
  document.body.insertBefore(page.content, document.body.firstChild);
  document.body.className = facts.bodyClass;
  const { documentElement } = document;
  documentElement.lang = facts.lang;
  documentElement.dataset.built = facts.built;
  // An escaped text, as in the source.
  const title = document.createElement('textarea');
  title.innerHTML = facts.title;
  document.title = title.value;
}

/** Gives pictures, and links that open one in their page, the picture as data. */
export function fillPictures(page: ParentNode, store: FileStore): void {
  for (const image of page.querySelectorAll<HTMLImageElement>('img[data-file]')) {
    const url = pictureUrl(image.dataset.file ?? '', store);
    if (url !== undefined) image.src = url;
  }
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-picture]')) {
    const url = pictureUrl(readAddress(link.getAttribute('href') ?? '')?.path ?? '', store);
    if (url !== undefined) link.href = url;
  }
}

/** The picture as data; undefined if the file is none. Throws if it is damaged. */
export function pictureUrl(name: string, store: FileStore): string | undefined {
  const mediaType = MEDIA_TYPES[/\.(\w+)$/.exec(name)?.[1] ?? ''];
  const bytes = mediaType && store.bytes(name);
  return bytes && dataUrl(bytes, mediaType);
}

/** The elements of the body that are the page, without the data of the file. */
function pageElements(): Element[] {
  return Array.from(document.body.children).filter(
    (element) => element.tagName !== 'SCRIPT' && element.id !== DIRECTORY_ID,
  );
}
