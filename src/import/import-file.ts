/**
 * Imports a file: Word, a web page or plain text becomes the fields and the body of a draft, with notes on everything that was corrected,
 * dropped or left to the editor.
 */

import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { treeText } from '../markup/index.ts';
import type { DocumentCollection } from '../schema/collection-name.ts';
import type { CollectionData } from '../schema/collections.ts';
import type { Prefilled } from '../schema/starting-file.ts';
import { dayIn } from './days.ts';
import { decodeText } from './decode.ts';
import { findFields } from './find-fields.ts';
import { findHeadings } from './headings.ts';
import { bodyOf } from './markdown.ts';
import { type Picture, preparePicture } from './pictures.ts';
import { pageOfText } from './plain-text.ts';
import { repairText } from './repair.ts';
import { find, mainPart, sanitize } from './sanitize.ts';
import { readWord } from './word.ts';

/** The maximum file size: a document of text and some photographs has a tenth of it. */
export const MAX_FILE_BYTES = 30 * 1024 * 1024;

export interface ImportOptions {
  collection: DocumentCollection;
  contacts: readonly CollectionData['contacts'][];
  /** The address prefix of its pictures, `/images/di-bao/`. */
  picturesAt: string;
  /** The bytes of a picture in the folder of the file; undefined without one. */
  readBeside(path: string): Uint8Array | undefined;
}

export interface Imported {
  known: Record<string, Prefilled>;
  body: string;
  pictures: Picture[];
  /** Notes for the editor, one per line. */
  notes: string[];
}

/** A file that cannot be imported: the reason and the remedy. */
export class ImportError extends Error {
  override name = 'ImportError';
}

interface OpenedPage {
  root: Root;
  /** Pictures by their names in the page. */
  pictures: Map<string, Uint8Array>;
  notes: string[];
  /** Whether its title is among its paragraphs; a web page has it elsewhere. */
  withTitle: boolean;
}

/** Reads the file; throws ImportError if it cannot. */
export async function importFile(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions,
): Promise<Imported> {
  try {
    return await readFile(bytes, fileName, options);
  } catch (error) {
    // The libraries recurse into a page: one deeper than any real page overflows the stack.
    if (!(error instanceof RangeError)) throw error;
    throw new ImportError(
      `${fileName} 里一层套一层，套得太深，读不了。请全选复制，粘贴到记事本里存成 .txt。`,
    );
  }
}

async function readFile(bytes: Uint8Array, fileName: string, options: ImportOptions): Promise<Imported> {
  const { root, pictures, notes, withTitle } = await openPage(bytes, fileName);
  const about = aboutPage(root);
  const taken = await takePictures(mainPart(root), pictures, options);
  const repairs = new Map<string, number>();
  const cleaned = new Map<string, number>();
  const page = sanitize(mainPart(root), {
    notes: cleaned,
    repair: (text) => repairText(text, repairs),
    takePicture: (src) => taken.addresses.get(src),
  });
  const {
    title = about.title && repairText(about.title, repairs),
    markdown,
    lines,
    tables,
  } = bodyOf(findHeadings(page, { withTitle }));
  if (markdown.trim() === '' && !title) {
    throw new ImportError(`${fileName} 里没有文字可以导入。内容要是图片，请把图上的字打出来。`);
  }
  const fields = findFields(options.collection, {
    ...about,
    title,
    lines,
    tables,
    contacts: options.contacts,
  });
  const said = (map: Map<string, number>, before: string) =>
    Array.from(map, ([what, times]) => `${before}${what}（${times} 处）。`);
  return {
    known: fields.prefilled,
    body: markdown,
    pictures: taken.pictures,
    notes: [...notes, ...said(repairs, '改好了：'), ...said(cleaned, ''), ...fields.notes],
  };
}

async function openPage(bytes: Uint8Array, fileName: string): Promise<OpenedPage> {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (bytes.length === 0) throw new ImportError(`${fileName} 是空的，没有东西可以导入。`);
  if (bytes.length > MAX_FILE_BYTES) {
    throw new ImportError(
      `${fileName} 有 ${Math.round(bytes.length / 1024 / 1024)} MB，太大了，最多 30 MB。请把里面的大图片先去掉。`,
    );
  }
  if (ending === 'docx') return openWord(bytes, fileName);
  const advice = ADVICE[ending];
  if (advice !== undefined) throw new ImportError(`${fileName} 不能直接导入。${advice}`);
  if (!['txt', 'html', 'htm'].includes(ending)) {
    throw new ImportError(`不认识 ${fileName} 这种文件。能导入的有：.docx、.html、.txt。`);
  }
  const decoded = decodeText(bytes);
  if (!decoded)
    throw new ImportError(
      `${fileName} 不是文字，或者用了不认识的编码。请用记事本打开，另存为 UTF-8 的 .txt。`,
    );
  const notes = decoded.encoding === 'UTF-8' ? [] : [`原文件的编码是 ${decoded.encoding}，已经转成 UTF-8。`];
  if (decoded.lost > 0)
    notes.push(`有 ${decoded.lost} 处的字已经丢了，留下的是 \uFFFD。请对照原文，把丢掉的字补上。`);
  const root = ending === 'txt' ? pageOfText(decoded.text) : fromHtml(decoded.text);
  return { root, pictures: new Map(), notes, withTitle: ending === 'txt' };
}

const ADVICE: Readonly<Record<string, string>> = {
  doc: '请用 Word 或 WPS 打开，另存为 .docx 再导入。',
  wps: '请用 WPS 打开，另存为 .docx 再导入。',
  rtf: '请用 Word 或 WPS 打开，另存为 .docx 再导入。',
  pdf: '请找到它的 Word 原件；找不到，就打开 PDF 全选复制，粘贴到记事本里存成 .txt。',
  ofd: '请用阅读器打开，全选复制，粘贴到记事本里存成 .txt。',
  odt: '请用 Word 或 WPS 打开，另存为 .docx 再导入。',
};

async function openWord(bytes: Uint8Array, fileName: string): Promise<OpenedPage> {
  const word = await readWord(bytes);
  if (!word) {
    throw new ImportError(
      `${fileName} 打不开：文件坏了，或者设了密码。请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再导入。`,
    );
  }
  const pictures = new Map(word.pictures.map(({ src, bytes: picture }) => [src, picture]));
  return { root: fromHtml(word.html, { fragment: true }), pictures, notes: [], withTitle: true };
}

/** The metadata in the head of a web page, by the names of the national guideline. */
function aboutPage(root: Root) {
  const meta = (name: string) => {
    const found = find(
      root,
      ({ tagName, properties }) =>
        tagName === 'meta' && String(properties.name).toLowerCase() === name.toLowerCase(),
    );
    return String(found?.properties.content ?? '').trim() || undefined;
  };
  const link = find(
    root,
    ({ tagName, properties }) => tagName === 'link' && [properties.rel].flat().includes('canonical'),
  );
  const title = find(root, ({ tagName }) => tagName === 'title');
  const url = String(link?.properties.href ?? meta('Url') ?? '');
  return {
    title:
      meta('ArticleTitle') ?? (title && (treeText(title).split(/[_|]|\s-\s/)[0] ?? '').trim()) ?? undefined,
    publisher: meta('ContentSource'),
    date: dayIn(meta('PubDate') ?? ''),
    url: /^https?:\/\/\S+$/.test(url) ? url : undefined,
  };
}

/** Prepares the pictures of a page and returns their new addresses by the names in the page. */
async function takePictures(root: Root, known: ReadonlyMap<string, Uint8Array>, options: ImportOptions) {
  const addresses = new Map<string, string>();
  const pictures: Picture[] = [];
  for (const src of sourcesOf(root)) {
    const bytes = known.get(src) ?? inlineBytes(src) ?? options.readBeside(src);
    const picture = bytes && (await preparePicture(bytes, String(pictures.length + 1)));
    if (!picture) continue;
    pictures.push(picture);
    addresses.set(src, options.picturesAt + picture.name);
  }
  return { addresses, pictures };
}

function sourcesOf(node: Root | Element): Set<string> {
  const sources = new Set<string>();
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'img') sources.add(String(child.properties.src ?? ''));
    for (const src of sourcesOf(child)) sources.add(src);
  }
  return sources;
}

function inlineBytes(src: string): Uint8Array | undefined {
  const data = /^data:image\/(?:png|jpeg|gif|webp);base64,([\w+/=\s]+)$/i.exec(src)?.[1];
  return data === undefined ? undefined : Buffer.from(data, 'base64');
}
