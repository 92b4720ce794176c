/**
 * Reads old Word files (.doc) and those of WPS (.wps), which are the same format. LibreOffice turns them into .docx where it is installed;
 * otherwise word-extractor takes the text, and one note says what is lost.
 */
import type { Element } from 'hast';
import WordExtractor from 'word-extractor';
import { treeText } from '../../markup/index.ts';
import { ownNumber } from '../fields/document-numbers.ts';
import { element, paragraph, textNode } from '../hast-elements.ts';
import { ImportError } from '../import-error.ts';
import { omissionOf } from '../omission-reasons.ts';
import { missingProgramNote } from '../outside-programs.ts';
import {
  type Addition,
  countCharacters,
  type Omission,
  type Reader,
  type ReaderContext,
  type SourceDocument,
} from '../source-document.ts';
import { isEncryptedWord, mayHideText } from './doc-bytes.ts';
import { readDocx } from './docx.ts';

/** LibreOffice needs up to 40 seconds for its first start, and 13 for a file. */
const TIMEOUT_SECONDS = 120;
const LOST = '自动编号、标题、合并的格子、图片和公式没有带过来';

export const readDoc: Reader = async (bytes, context) => {
  if (isEncryptedWord(bytes))
    throw new ImportError(
      `${context.fileName} 设了密码。请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再导入。`,
    );
  const converted = await convertToDocx(bytes, context);
  if (converted instanceof Uint8Array) return withLosses(await readDocx(converted, context), bytes);
  const source = await readTextOnly(bytes, context.fileName);
  return { ...source, notes: [converted, ...source.notes] };
};

/** The document with a note about what LibreOffice dropped on the way, as it does with a footnote in a content control. */
async function withLosses(source: SourceDocument, bytes: Uint8Array): Promise<SourceDocument> {
  const plain = await readTextOnly(bytes, '').catch(() => undefined);
  if (plain === undefined) return source;
  const compared = (text: string) => text.replace(/\[\d+\]|\s+/gu, '');
  const converted = compared([treeText(source.root), ...source.omissions.map(({ text }) => text)].join(''));
  const lost = plain.root.children
    .flatMap((block) => cellsOf(block as Element))
    .map((line) => line.replace(/^\[\d+\]\s*/u, ''))
    .filter((line) => {
      const clauses = line.split(/[\s，。；：、]/u).map(compared);
      const named = clauses.filter((clause) => countCharacters(clause) >= MIN_CLAUSE_LENGTH);
      return named.length > 0 && !named.some((clause) => converted.includes(clause));
    });
  const [first] = lost;
  if (first === undefined) return source;
  const note = `LibreOffice 转换时少了 ${lost.length} 段字，例如“${first.slice(0, MAX_QUOTE_LENGTH)}”。请对照原文，把它们补上。`;
  return { ...source, notes: [note, ...source.notes] };
}

/** A shorter clause stands in any text. */
const MIN_CLAUSE_LENGTH = 3;
const MAX_QUOTE_LENGTH = 30;

/** The text of a paragraph, or of each cell of a table. */
const cellsOf = (block: Element): string[] =>
  block.tagName === 'p' || block.tagName === 'td'
    ? [treeText(block)]
    : block.children.flatMap((child) => (child.type === 'element' ? cellsOf(child) : []));

/** The file as .docx, or the note for the editor why there is none. */
async function convertToDocx(bytes: Uint8Array, { runProgram }: ReaderContext): Promise<Uint8Array | string> {
  const result = await runProgram({
    program: 'soffice',
    arguments: ['--convert-to', 'docx:MS Word 2007 XML', 'source.doc'],
    files: { 'source.doc': bytes },
    timeoutSeconds: TIMEOUT_SECONDS,
  });
  if (result.status === 'missing') return missingProgramNote('soffice', LOST);
  const made = result.status === 'done' ? result.files.get('source.docx') : undefined;
  return (
    made ?? `LibreOffice 没有打开这个文件，只读了文字，${LOST}。请用 Word 或 WPS 另存为 .docx 再导入一次。`
  );
}

async function readTextOnly(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
  const word = await new WordExtractor().extract(Buffer.from(bytes)).catch(() => {
    throw new ImportError(`${fileName} 坏了，打不开。请用 Word 或 WPS 打开，另存为 .docx 再导入。`);
  });
  // By default the library writes Chinese quotation marks as ASCII.
  const options = { filterUnicode: false };
  const [body, boxes, comments] = [
    word.getBody(options),
    word.getTextboxes({ ...options, includeHeadersAndFooters: false }),
    word.getAnnotations(options),
  ].map(withoutControls);
  const frame = linesOf(withoutControls(word.getHeaders({ ...options, includeFooters: true })));
  const notes = linesOf(withoutControls(`${word.getFootnotes(options)}\n${word.getEndnotes(options)}`));
  const omissions: Omission[] = [
    ...linesOf(comments ?? '').map((line) => omissionOf('comment', line)),
    ...frame
      .filter((line) => ownNumber([line]) === undefined)
      .map((line) => omissionOf('header-footer', line)),
  ];
  const additions: Addition[] = notes.map((_, at) => ({ text: `[${at + 1}]`, reason: '脚注的标记' }));
  const children = [
    ...frame.filter((line) => ownNumber([line]) !== undefined).map(paragraph),
    ...blocksOf(body ?? ''),
    ...linesOf(boxes ?? '').map(paragraph),
    ...notes.map((line, at) => paragraph(`[${at + 1}] ${line}`)),
  ];
  if (children.length === 0) throw new ImportError(`${fileName} 里没有文字可以导入。`);
  return {
    root: { type: 'root', children },
    pictures: new Map(),
    omissions,
    additions,
    sourceCharacters: countCharacters([body, boxes, comments, ...frame, ...notes].join('')),
    notes: mayHideText(bytes)
      ? ['原文里有隐藏的字或者画了删除线的字，分不出来，都在草稿里。请对照原文，把不该公开的删掉。']
      : [],
    hasTitle: true,
  };
}

/** The marks of Word for pictures, fields and notes that the library leaves in the text. */
const withoutControls = (text: string) => text.replace(/(?![\t\n])[\p{Cc}\uFFFC]/gu, '');

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Paragraphs and tables: the library ends every cell and every row with a tab. */
function blocksOf(body: string): Element[] {
  const blocks: Element[] = [];
  let rows: Element[] = [];
  const flush = () => {
    if (rows.length > 0) blocks.push(element('table', [element('tbody', rows)]));
    rows = [];
  };
  for (const line of joinCells(body.split('\n'))) {
    if (line.endsWith('\t')) rows.push(rowOf(line.slice(0, -1)));
    else {
      flush();
      if (line.trim() !== '') blocks.push(paragraph(line.trim()));
    }
  }
  flush();
  return blocks;
}

const rowOf = (line: string) =>
  element(
    'tr',
    line.split('\t').map((cell) => element('td', cell === '' ? [] : [textNode(cell)])),
  );

/** The maximum paragraphs in a cell that are put together. */
const MAX_CELL_PARAGRAPHS = 40;

/** Joins a row whose cells have several paragraphs: it goes on to a line that ends the last cell. */
function joinCells(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const isOpen = line.includes('\t') && !line.endsWith('\t') && !line.startsWith('\t');
    const next = lines.slice(at + 1, at + MAX_CELL_PARAGRAPHS).findIndex((each) => each.includes('\t'));
    const last = isOpen && next >= 0 ? (lines[at + 1 + next] ?? '') : '';
    if (/^[^\t]+\t$/.test(last)) {
      joined.push(
        lines
          .slice(at, at + 2 + next)
          .filter(Boolean)
          .join(' '),
      );
      at += next + 1;
    } else joined.push(line);
  }
  return joined;
}
