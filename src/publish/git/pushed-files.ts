/**
 * What a push may change: files of content/ and public/, plain ones, of a size that a web page can have. Whoever may push
 * content must not thereby be able to change the programs, or to have the server read files that are not theirs. What lies in
 * the repository besides, such as the whole project, is not the editor's affair.
 */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesRecursive } from '../../cache/list-files.ts';
import { shellQuote } from '../shell-quote.ts';

/** A file that a push adds, changes or removes. */
export interface PushedFile {
  path: string;
  /** Such as 100644; 000000 for one that is removed. */
  mode: string;
  bytes: number;
  /** Whether the file was there before. */
  isOld: boolean;
}

const MEGABYTE = 1_000_000;
const MAX_FILE_BYTES: Readonly<Record<string, number>> = { content: MEGABYTE, public: 20 * MEGABYTE };

/** The most that one push may hold, as git has packed it: more than a year of photographs. */
export const MAX_PUSH_BYTES = 200 * MEGABYTE;

/** Why a push of so many bytes is not taken; undefined where it is. */
export function refuseLargePush(bytes: number): string | undefined {
  if (bytes <= MAX_PUSH_BYTES) return undefined;
  const megabytes = Math.ceil(bytes / MEGABYTE);
  return `这次推上来 ${megabytes} MB，太大了，一次最多 ${MAX_PUSH_BYTES / MEGABYTE} MB。请先把照片、视频压小；文件多的，分几次提交，推完一批再推下一批。`;
}

/** The bytes that a push brings: git keeps them in the folder `quarantine` until the push is taken; 0 where there is none. */
export function pushedBytes(quarantine: string | undefined): number {
  if (quarantine === undefined) return 0;
  return listFilesRecursive(quarantine).reduce(
    (sum, path) => sum + lstatSync(join(quarantine, path)).size,
    0,
  );
}

/** A change as git lists it, before its size is known. */
export interface ListedChange {
  path: string;
  mode: string;
  blob: string;
  isOld: boolean;
}

/** Reads what `git diff --raw -z --no-renames --no-abbrev` prints. */
export function readChanges(text: string): ListedChange[] {
  return Array.from(
    text.matchAll(/:(\d+) (\d+) [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\0([^\0]+)\0/g),
    ([, before = '', mode = '', blob = '', path = '']) => ({
      path,
      mode,
      blob,
      isOld: before !== MODE_REMOVED,
    }),
  );
}

const MODE_REMOVED = '000000';

/** Why a push with these files is not taken, a line each for the editor; nothing where it is. */
export function refusals(files: readonly PushedFile[]): string[] {
  return files.flatMap((file) => {
    const why = refusal(file);
    return why === undefined ? [] : [`${file.path}：${why}`];
  });
}

function refusal({ mode, bytes, path, isOld }: PushedFile): string | undefined {
  const maxBytes = MAX_FILE_BYTES[path.split('/', 1)[0] ?? ''];
  if (maxBytes === undefined || !path.includes('/')) {
    const undo = isOld ? 'git checkout origin/main -- ' : 'git rm --cached -- ';
    return `只能改 content/ 和 public/ 里的文件，别的不收。请退回去：${undo}${shellQuote(path)}，再提交、再推。`;
  }
  if (mode === MODE_REMOVED) return undefined;
  if (mode === '120000') return '这是链接，不是文件，网站上打不开。请换成文件本身。';
  if (mode === '160000') return '这是另一个仓库（子模块），里面的东西发布不出来。请换成文件本身。';
  if (mode !== '100644') {
    return '这个文件带着“可执行”的标记，内容用不着。请运行 git update-index --chmod=-x 再提交。';
  }
  if (/(?:^|\/)\.git/i.test(path)) return '名字以 .git 开头的文件是 git 自己用的，不收。请去掉。';
  if (bytes > maxBytes) {
    return `${(bytes / MEGABYTE).toFixed(1)} MB，太大了，手机上打不开，最多 ${maxBytes / MEGABYTE} MB。请压小一点。`;
  }
  return undefined;
}
