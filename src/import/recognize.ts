/** Reads the text of scanned pages and pictures with tesseract, if it is installed; every line is marked as to be checked. */
import type { Root } from 'hast';
import { paragraph } from './hast-elements.ts';
import { ImportError } from './import-error.ts';
import { missingProgramNote } from './outside-programs.ts';
import {
  type Addition,
  countTreeCharacters,
  type ReaderContext,
  type SourceDocument,
} from './source-document.ts';

/** In front of each line: a program takes 1 for 7 and 免 for 兔. */
export const RECOGNIZED_MARK = '【待核对】';
const PAGE_TIMEOUT_SECONDS = 120;

/** The text of the pictures as paragraphs, a line each. Throws ImportError if there is no text, or no tesseract. */
export async function recognizePages(
  pictures: readonly Uint8Array[],
  { fileName, runProgram }: ReaderContext,
): Promise<SourceDocument> {
  const lines: string[] = [];
  for (const picture of pictures) {
    const run = await runProgram({
      program: 'tesseract',
      // With English beside it, characters of a document number are read as Latin letters: 示民发 as ARK.
      arguments: ['page.png', 'text', '-l', 'chi_sim', '--psm', '3'],
      files: { 'page.png': picture },
      timeoutSeconds: PAGE_TIMEOUT_SECONDS,
    });
    if (run.status === 'missing') {
      throw new ImportError(
        missingProgramNote(
          'tesseract',
          `${fileName} 是扫描的图，没有文字可以导入。请找它的 Word 原件，或者把字打出来`,
        ),
      );
    }
    if (run.status === 'failed') {
      throw new ImportError(
        `${fileName} 是扫描的图，认字的程序没有认成：${run.message.split('\n')[0]}。请找它的 Word 原件，或者把字打出来。`,
      );
    }
    lines.push(...linesOf(run.files.get('text.txt')));
  }
  if (lines.length === 0) {
    throw new ImportError(`${fileName} 是图，上面没有认出字来。请找它的 Word 原件，或者把字打出来。`);
  }
  const root: Root = { type: 'root', children: lines.map((line) => paragraph(RECOGNIZED_MARK + line)) };
  const additions: Addition[] = lines.map(() => ({ text: RECOGNIZED_MARK, reason: '机器认的字，要核对' }));
  return {
    root,
    pictures: new Map(),
    omissions: [],
    additions,
    sourceCharacters: countTreeCharacters({
      type: 'root',
      children: lines.map((line) => paragraph(line)),
    }),
    notes: [
      `字是机器从图上认的，会认错。每一行开头写着 ${RECOGNIZED_MARK}：对照原件改好，再把这几个字删掉。`,
    ],
    hasTitle: false,
  };
}

/** Marks that tesseract writes half as wide behind Chinese characters. */
const WIDE: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };

/** The lines, without the blanks that tesseract puts between Chinese characters, and with the marks of Chinese text. */
function linesOf(text: Uint8Array | undefined): string[] {
  return new TextDecoder()
    .decode(text ?? new Uint8Array())
    .split('\n')
    .map((line) => line.replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/gu, ''))
    .map((line) => line.replace(/(?<=\p{Script=Han})\s*[,:;?!]\s*/gu, (mark) => WIDE[mark.trim()] ?? mark))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
