/** Files that a command writes for an editor: a failure is explained in Chinese. */
import { existsSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { systemCode } from '../src/publish/publish-error.ts';
import { writeFileAtomic } from '../src/write-file-atomic.ts';
import { editorDir } from './editor-folder.ts';

const NO_FOLDER = '路径中间有一个不是文件夹（是文件，或者断了的链接）。请看看路径有没有写错';

const NOT_ALLOWED = '没有写的权限。请开放权限，或者换一个能写的地方';

/** Why a file could not be written and what to do, by the system's code. */
const explanations: Record<string, string> = {
  ENOSPC: '磁盘地方不够了。腾出地方再来一次',
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: '那里只能读，不能写。请换一个能写的地方',
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  ELOOP: '路径里的链接转圈，走不到头。请看看路径有没有写错',
  ENAMETOOLONG: '路径太长。请换一个短一点的',
  EDQUOT: '磁盘配额用完了。腾出地方再来一次',
  EIO: '磁盘读写出错。请检查磁盘',
  EMFILE: '打开的文件太多。请把 ulimit -n 调大',
  ENOMEM: '内存不够。关掉别的程序再来一次',
  EBUSY: '别的程序正开着它。关上再来一次',
};

/** The system refused a file; the message for editors has the reason. */
export class FileWriteError extends Error {
  override name = 'FileWriteError';
}

/** Replaces `file` as writeFileAtomic does. Throws FileWriteError if the system refuses the file. */
export function writeOutputFile(file: string, content: Parameters<typeof writeFileAtomic>[1]): void {
  try {
    writeFileAtomic(file, content);
  } catch (cause) {
    const reason = explainSystemError(cause);
    if (reason === undefined) throw cause;
    throw new FileWriteError(`写不进 ${displayPath(file)}：${reason}。原来的文件没有动。`, { cause });
  }
}

/** The explanation of a system error for editors, without a full stop; undefined for any other error. */
export function explainSystemError(error: unknown): string | undefined {
  return explanations[(error as NodeJS.ErrnoException).code ?? ''] ?? explanations[systemCode(error) ?? ''];
}

/** The same, with the path that was refused where that says which folder has to be changed. */
export function explainRefusal(error: unknown): string | undefined {
  const reason = explainSystemError(error);
  const path = refusedPath(error);
  const isOfDisk = reason === explanations.ENOSPC || reason === explanations.EDQUOT;
  return reason === undefined || path === undefined || isOfDisk
    ? reason
    : `「${displayPath(existingPath(path))}」${reason}`;
}

/** The path itself, or the folder in which it was to be made. */
function existingPath(path: string): string {
  const parent = dirname(path);
  return existsSync(path) || parent === path ? path : existingPath(parent);
}

/** The path in a system error; that of a worker process has it only in its text. */
function refusedPath(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { path, message } = each as NodeJS.ErrnoException;
    const found = path ?? /\bE[A-Z]+: [^\n]*?, \w+ '([^'\n]+)'/.exec(message)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The path for messages: relative if it is below the editor's folder. */
export function displayPath(file: string): string {
  const name = relative(editorDir, file);
  return name === '' || name.startsWith('..') ? file : name;
}
