/**
 * The files that a push may change: regular files of content/ and public/, of limited size. An editor who may push content must
 * not be able to change the programs or make the server read other files. Other files of the repository, such as the whole
 * project, may be there but not change.
 */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesRecursive } from '../../cache/list-files.ts';
import { shellQuote } from '../shell-quote.ts';

/** A file that a push adds, changes or removes. */
export interface PushedFile {
  path: string;
  /** Such as 100644; 000000 for a removed file. */
  mode: string;
  bytes: number;
  /** Whether the file was there before. */
  isOld: boolean;
}

const MEGABYTE = 1_000_000;
const MAX_FILE_BYTES: Readonly<Record<string, number>> = { content: MEGABYTE, public: 20 * MEGABYTE };

/** The largest push, as packed by git: more than a year of photographs. */
export const MAX_PUSH_BYTES = 200 * MEGABYTE;

/** Why a push of this size is refused; undefined if it is accepted. */
export function refuseLargePush(bytes: number): string | undefined {
  if (bytes <= MAX_PUSH_BYTES) return undefined;
  const megabytes = Math.ceil(bytes / MEGABYTE);
  return `这次推上来 ${megabytes} MB，太大了，一次最多 ${MAX_PUSH_BYTES / MEGABYTE} MB。请先把照片、视频压小；文件多的，分几次提交，推完一批再推下一批。`;
}

/** The size of a push: git stores it in the folder `quarantine` until it is accepted; 0 without one. */
export function pushedBytes(quarantine: string | undefined): number {
  if (quarantine === undefined) return 0;
  return listFilesRecursive(quarantine).reduce(
    (sum, path) => sum + lstatSync(join(quarantine, path)).size,
    0,
  );
}

/** A change as git lists it, without the size. */
export interface ListedChange {
  path: string;
  mode: string;
  blob: string;
  isOld: boolean;
}

/** Parses the output of `git diff --raw -z --no-renames --no-abbrev`. */
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

/** Why a push with these files is refused, one line per file; empty if it is accepted. */
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
