/**
 * Reads a .pdf with pdf.js (unpdf, which packs it for Node: 2.6 MB, where pdfjs-dist with its drawing library takes 73). unpdf leaves out the
 * CMaps that name the characters of Chinese fonts without names of their own (PDF 1.7, 9.7.5.2), so `pdf/cmaps` has those for simplified
 * Chinese, as pdfjs-dist 6.5.438 packs Adobe's.
 */
import { fileURLToPath } from 'node:url';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { ImportError } from '../import-error.ts';
import { omissionOf } from '../omission-reasons.ts';
import { buildTree } from '../page-layout/build-tree.ts';
import { type Glyph, refuseTooManyPages } from '../page-layout/laid-out-page.ts';
import { type PageContent, readPage } from '../pdf/page-operators.ts';
import { readPicture } from '../pdf/pictures.ts';
import { recognizePages } from '../recognize.ts';
import { countCharacters, type Omission, type Reader } from '../source-document.ts';

/** Simplified Chinese only: Hong Kong, Taiwan, Japan and Korea write no documents for a county here. */
const CMAP_FOLDER = fileURLToPath(new URL('../pdf/cmaps/', import.meta.url));

/** A picture over this share of a page is the scanned page itself. */
const SCAN_SHARE = 0.6;

/** Letters that Chinese documents hardly have; a font that does not name its characters gives them in place of others. */
const FOREIGN_LETTERS = /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]/gu;
/** A share of such letters above this is no quotation: a standard with unnamed fonts had 9 %, sixty other files none. */
const MAX_FOREIGN_SHARE = 0.03;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

export const readPdf: Reader = async (bytes, context) => {
  const { fileName } = context;
  const pdf = await open(bytes, fileName);
  try {
    refuseTooManyPages(pdf.numPages, fileName);
    const { pages, pictures, comments } = await readPages(pdf);
    const isScanned = pages.every(({ glyphs, invisible }) => glyphs.length + invisible.length === 0);
    if (isScanned) {
      const scans = pages.flatMap((page) =>
        page.pictures.filter((picture) => isScan(picture, page)).map(({ name }) => pictures.get(name)),
      );
      if (scans.length === 0) {
        throw new ImportError(
          `${fileName} 里没有认得出的字：是空的，或者字体没有带在文件里，也没有写明哪个是什么字。请找它的 Word 原件。`,
        );
      }
      return await recognizePages(
        scans.filter((scan) => scan !== undefined),
        context,
      );
    }
    return documentOf(pages, pictures, comments);
  } finally {
    await pdf.loadingTask.destroy();
  }
};

async function open(bytes: Uint8Array, fileName: string): Promise<PdfDocument> {
  try {
    // A copy: the library takes the memory over.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      cMapUrl: CMAP_FOLDER,
      cMapPacked: true,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new ImportError(`${fileName} 设了密码。请打开它，去掉密码，另存一份再导入。`);
    }
    throw new ImportError(`${fileName} 坏了，打不开。请找到它的 Word 原件，或者重新下载一份。`);
  }
}

async function readPages(pdf: PdfDocument) {
  const { OPS } = await getResolvedPDFJS();
  const pages: PageContent[] = [];
  const pictures = new Map<string, Uint8Array>();
  const comments: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const operators = await page.getOperatorList();
    const names = new Map<string, string>();
    const content = readPage(operators, OPS, {
      view: page.view,
      pictureName: (id) => {
        names.set(id, `page${number}:${id}`);
        return `page${number}:${id}`;
      },
      // A font that could not be read stands there as its error.
      isLostFont: (id) => page.commonObjs.has(id) && typeof page.commonObjs.get(id) === 'string',
    });
    for (const [id, name] of names) {
      const picture = await readPicture(page, id);
      if (picture) pictures.set(name, picture);
    }
    for (const { contentsObj } of await page.getAnnotations()) {
      if (contentsObj?.str) comments.push(String(contentsObj.str));
    }
    pages.push(content);
    page.cleanup();
  }
  return { pages, pictures, comments };
}

const isScan = (
  { left, right, top, bottom }: PageContent['pictures'][number],
  { width, height }: PageContent,
) => (right - left) * (bottom - top) > SCAN_SHARE * width * height;

function documentOf(
  pages: readonly PageContent[],
  pictures: ReadonlyMap<string, Uint8Array>,
  comments: readonly string[],
) {
  const omissions: Omission[] = comments.map((text) => omissionOf('comment', text));
  const notes: string[] = [];
  const counted = { sealed: 0, lost: 0, lostPieces: 0 };
  let sourceCharacters = comments.reduce((sum, text) => sum + countCharacters(text), 0);
  const shown = pages.map((page) => {
    const { pictures: placed, outside, unreadable, lostPieces } = page;
    const hasScan = placed.some((picture) => isScan(picture, page));
    // Below a scanned page lies the text that a program recognized in it.
    const isRecognized = hasScan && page.glyphs.length === 0;
    const glyphs = withoutDoubles(isRecognized ? page.invisible : page.glyphs, omissions);
    const hidden = isRecognized ? '' : textOf(page.invisible);
    sourceCharacters +=
      countCharacters(textOf(page.glyphs)) +
      countCharacters(textOf(page.invisible)) +
      countCharacters(outside);
    for (const text of [hidden, outside]) if (text !== '') omissions.push(omissionOf('hidden', text));
    if (isRecognized) notes.push('扫描的页，下面带着机器认出来的字。机器会认错，请逐行对照原件。');
    counted.lost += unreadable;
    counted.lostPieces += lostPieces;
    const standing = placed.filter((picture) => {
      if (isScan(picture, page) || !pictures.has(picture.name)) return false;
      const isOverText = glyphs.some((glyph) => isInside(glyph, picture));
      if (isOverText) counted.sealed += 1;
      return !isOverText;
    });
    return { ...page, glyphs, pictures: standing };
  });
  const { root, omissions: running } = buildTree(shown);
  if (counted.sealed > 0) notes.push(`${counted.sealed} 张盖在字上的图（多半是公章）没有带过来。`);
  if (counted.lost > 0) {
    notes.push(`有 ${counted.lost} 个字认不出来：文件里没有带字体。请对照原件把它们补上。`);
  }
  if (counted.lostPieces > 0) {
    notes.push(
      `有 ${counted.lostPieces} 处文字没有读出来：那里的字体没有写明哪个是什么字。请对照原件把它们补上。`,
    );
  }
  const text = shown.map(({ glyphs }) => textOf(glyphs)).join('');
  if ((text.match(FOREIGN_LETTERS)?.length ?? 0) > text.length * MAX_FOREIGN_SHARE) {
    notes.push('文字多半是乱码：文件里的字体没有写明哪个是什么字。请找它的 Word 原件。');
  }
  return {
    root,
    pictures,
    omissions: [...omissions, ...running],
    additions: [],
    sourceCharacters,
    notes: [...new Set(notes)],
    hasTitle: true,
  };
}

const textOf = (glyphs: readonly Glyph[]) => glyphs.map(({ text }) => text).join('');

const isInside = (glyph: Glyph, { left, right, top, bottom }: PageContent['pictures'][number]) =>
  glyph.left > left && glyph.right < right && glyph.baseline > top && glyph.baseline < bottom;

/** Bold text is sometimes the same text twice, a hair's breadth apart. */
function withoutDoubles(glyphs: readonly Glyph[], omissions: Omission[]): Glyph[] {
  const byLine = new Map<string, Glyph[]>();
  let doubled = '';
  const single = glyphs.filter((glyph) => {
    const { text, left, baseline, fontSize } = glyph;
    const isAtPlace = (other: Glyph) =>
      Math.abs(left - other.left) < fontSize * 0.12 && Math.abs(baseline - other.baseline) < fontSize * 0.12;
    const line = Math.round(baseline / fontSize);
    const isDouble = [line - 1, line, line + 1].some((near) =>
      byLine.get(`${text} ${near}`)?.some(isAtPlace),
    );
    const key = `${text} ${line}`;
    if (isDouble) doubled += text;
    else if (byLine.has(key)) byLine.get(key)?.push(glyph);
    else byLine.set(key, [glyph]);
    return !isDouble;
  });
  if (doubled !== '') omissions.push(omissionOf('repeated', doubled));
  return single;
}
