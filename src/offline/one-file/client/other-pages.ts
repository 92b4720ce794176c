/** Pages that the one file makes itself: for a text, for a picture, and instead of what it does not contain. */
import { type PageRecord, readRecord } from '../page-record.ts';
import type { FileStore } from './file-store.ts';
import { pictureUrl } from './show-page.ts';

type Add = (name: string, className: string, text: string) => HTMLElement;

/**
 * The page for the file at `path`, or the one that says that the file is damaged if there is no path. What is not ours is set as text,
 * never as markup.
 */
export function makePage(path: string | undefined, store: FileStore): PageRecord {
  const main = document.createElement('main');
  main.id = 'main';
  main.className = 'pt-2';
  const add: Add = (name, className, text) => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    main.append(element);
    return element;
  };
  const title = path === undefined ? '这个文件没有收全' : fill(path, store, add);
  if (path === undefined) add('p', 'mb-4', '后面的坏了或者少了。请让发给您的人再发一次，或者打12345问。');
  const heading = add('h1', 'mb-4 mt-6 text-title font-bold', title);
  main.prepend(heading);
  return { facts: factsOf(title, store), main: main.outerHTML };
}

/** Adds what is at the path; returns the title of its page. */
function fill(path: string, store: FileStore, add: Add): string {
  if (pictureUrl(path, store) !== undefined) {
    const image = add('img', 'h-auto w-full rounded-lg', '');
    image.setAttribute('data-file', path);
    image.setAttribute('alt', path.endsWith('qr.png') ? '二维码' : '海报');
    return '长按图片，保存或转发';
  }
  const text = path.endsWith('.txt') ? store.text(path) : undefined;
  if (text !== undefined) {
    add('p', 'card whitespace-pre-line', text.replace(/^\uFEFF/, ''));
    return '长按文字，全选，复制';
  }
  add('p', 'mb-4', '网上的网站里也许有。点下面的地址，要上网。');
  add('a', 'button w-full', '到网上看').setAttribute('href', store.directory.siteUrl + path);
  return '这个文件里没有这一页';
}

/** The facts of the front page with another title; without scripts if it is damaged too. */
function factsOf(title: string, store: FileStore): PageRecord['facts'] {
  try {
    return { ...readRecord(store.text('index.html') ?? '').facts, title, current: '' };
  } catch {
    const { lang, dataset } = document.documentElement;
    const bodyClass = document.body.className;
    return { title, lang, built: dataset.built ?? '', bodyClass, current: '', scripts: [] };
  }
}
