/** The file that is imported, or what an editor pastes: its bytes, its name, and the pictures beside it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { MAX_FILE_BYTES } from '../src/import/index.ts';
import { fromEditor } from './editor-folder.ts';
import { UsageError } from './usage-error.ts';

/** What stands for standard input on the command line, and its name in messages. */
const STANDARD_INPUT = '-';
const PASTED_NAME = '粘贴的内容';

export interface ImportInput {
  bytes: Uint8Array;
  path: string;
  /** For messages and for the draft. */
  name: string;
  /** Whether the name says nothing of the content, so that the title has to name the draft. */
  isPasted: boolean;
  /** The bytes of a picture in the folder of the file; never of a file from elsewhere on the machine. */
  readBeside(name: string): Uint8Array | undefined;
}

/** Reads the file `given`, or standard input for `-`; throws UsageError if there is none. */
export async function readImportInput(given: string): Promise<ImportInput> {
  if (given === STANDARD_INPUT) {
    const bytes = await readStandardInput();
    return {
      bytes,
      path: fromEditor(PASTED_NAME),
      name: PASTED_NAME,
      isPasted: true,
      readBeside: () => undefined,
    };
  }
  const path = fromEditor(given);
  const bytes = readFile(path, given);
  return { bytes, path, name: basename(path), isPasted: false, readBeside: (name) => readBeside(path, name) };
}

function readFile(path: string, given: string): Uint8Array {
  if (!existsSync(path)) throw new UsageError(`没有「${given}」这个文件。请检查名字和位置。`);
  const stats = statSync(path);
  if (stats.isDirectory()) throw new UsageError(`「${given}」是一个文件夹。一次导入一个文件。`);
  // A file that is too large is not read; importFile reports it by its size.
  return stats.size > MAX_FILE_BYTES ? new Uint8Array(stats.size) : readFileSync(path);
}

/** All of standard input, up to the size at which importFile refuses it. */
async function readStandardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) process.stderr.write('请把内容粘贴在这里，完了另起一行按 Ctrl+D。\n');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(Buffer.from(chunk));
    size += Buffer.byteLength(chunk);
    if (size > MAX_FILE_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function readBeside(page: string, name: string): Uint8Array | undefined {
  if (/^[a-z]+:/i.test(name) || name.startsWith('/')) return undefined;
  const folder = resolve(dirname(page));
  const path = resolve(folder, unescaped(name.split(/[?#]/)[0] ?? ''));
  const isBelow = !relative(folder, path).startsWith('..') && path.startsWith(folder + sep);
  return isBelow && existsSync(path) && statSync(path).isFile() ? readFileSync(path) : undefined;
}

/** Decodes `%20`; a name with a bare % is used as it is. */
function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
