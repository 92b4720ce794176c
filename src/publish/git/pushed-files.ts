/**
 * What may be in a push: files of content/ and public/, plain ones, of a size that a web page can have. Whoever may push
 * content must not thereby be able to change the programs, or to have the server read files that are not theirs.
 */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../kept/files-below.ts';

/** A file of a commit, as `git ls-tree -r -z --long` tells it. */
export interface PushedFile {
  /** Such as 100644. */
  mode: string;
  bytes: number;
  path: string;
}

const MEGABYTE = 1_000_000;
const MOST_BYTES: Readonly<Record<string, number>> = { content: MEGABYTE, public: 20 * MEGABYTE };

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
  return filesBelow(quarantine).reduce((sum, path) => sum + lstatSync(join(quarantine, path)).size, 0);
}

/** Reads what `git ls-tree -r -z --long` prints. */
export function readTree(text: string): PushedFile[] {
  return text
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [about = '', path = ''] = entry.split(/\t(.*)/s);
      const [mode = '', , , bytes] = about.split(/ +/);
      return { mode, bytes: Number(bytes), path };
    });
}

/** Why a push with these files is not taken, a line each for the editor; nothing where it is. */
export function refusals(files: readonly PushedFile[]): string[] {
  return files.flatMap((file) => {
    const why = refusal(file);
    return why === undefined ? [] : [`${file.path}：${why}`];
  });
}

function refusal({ mode, bytes, path }: PushedFile): string | undefined {
  const most = MOST_BYTES[path.split('/', 1)[0] ?? ''];
  if (most === undefined || !path.includes('/')) {
    return '只能改 content/ 和 public/ 里的文件，别的不收。请把它从提交里去掉。';
  }
  if (mode === '120000') return '这是链接，不是文件，网站上打不开。请换成文件本身。';
  if (mode === '160000') return '这是另一个仓库（子模块），里面的东西发布不出来。请换成文件本身。';
  if (mode !== '100644') {
    return '这个文件带着“可执行”的标记，内容用不着。请运行 git update-index --chmod=-x 再提交。';
  }
  if (/(?:^|\/)\.git/i.test(path)) return '名字以 .git 开头的文件是 git 自己用的，不收。请去掉。';
  if (bytes > most) {
    return `${(bytes / MEGABYTE).toFixed(1)} MB，太大了，手机上打不开，最多 ${most / MEGABYTE} MB。请压小一点。`;
  }
  return undefined;
}
