/**
 * Puts the folder public into a site: only what may be published, pictures and drawings cleaned. The rules of `check` have
 * told the editor before; whatever they did not stop is refused here once more, and nothing is copied as it lies on a hope.
 */
import { createHash } from 'node:crypto';
import { constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { type FileCache, openFileCache } from '../cache/file-cache.ts';
import { listFilesRecursive } from '../cache/list-files.ts';
import { CACHE_MAX_AGE_DAYS } from '../cache/max-age.ts';
import { type HashedCode, sourceHash } from '../cache/source-hash.ts';
import { cleanPicture, type PictureFormat, PictureRefused, pictureFormats } from './clean-picture.ts';
import { containsLocation } from './inspect-file.ts';
import { classifyFile, isPlainName, isSystemFile } from './kinds.ts';
import { publishedDrawing } from './published-drawing.ts';

/** A file that must not be published. */
export class PublicFileRefused extends Error {
  override name = 'PublicFileRefused';
  /** From the top of the folder public. */
  readonly path: string;

  /** `why` is Chinese, without a full stop. */
  constructor(path: string, why: string) {
    super(`这个文件${why}，所以不发布。请删掉，或者换一个再放进来。`);
    this.path = path;
  }
}

/** The code that cleans pictures; `sharp.versions` says which libraries encode them. */
const CODE: HashedCode = { entries: [join(import.meta.dirname, 'clean-picture.ts')], packages: ['sharp'] };

export interface CopyOptions {
  publicDir: string;
  outDir: string;
  cacheDir: string;
  /** Paths that something else takes the place of, from the top of the folder. */
  except: readonly string[];
}

/**
 * Writes the files of `publicDir` below `outDir`, beside what stands there: a file that is there already stays. Pictures that
 * were cleaned by an earlier build are taken from `cacheDir`. Throws PublicFileRefused.
 */
export async function copyPublicFiles({ publicDir, outDir, cacheDir, except }: CopyOptions): Promise<void> {
  if (!existsSync(publicDir)) return;
  const excluded = new Set(except);
  const cache = openFileCache(join(cacheDir, 'clean-pictures'), new Date());
  for (const path of listFilesRecursive(publicDir)) {
    const target = join(outDir, path);
    if (isSystemFile(`/${path}`) || excluded.has(path) || existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    await copyOne(path, join(publicDir, path), target, cache);
  }
  cache.evictAndFlush(CACHE_MAX_AGE_DAYS.cleanPictures);
}

async function copyOne(path: string, file: string, target: string, cache: FileCache): Promise<void> {
  const refuse = (why: string) => new PublicFileRefused(path, why);
  const bytes = readFileSync(file);
  const kind = classifyFile(`/${path}`, bytes);
  if (!kind.isAllowed) throw refuse(kind.why === 'unlisted' ? '不是可以放的那几种' : kind.fault);
  if (!isPlainName(`/${path}`)) throw refuse('的名字里有不能用的符号');
  const ending = extname(path).toLowerCase();
  const format = pictureFormats[ending];
  try {
    if (format !== undefined) await copyPicture(bytes, format, target, cache);
    else if (ending === '.svg') writeFileSync(target, await publishedDrawing(bytes), { flag: 'wx' });
    else if (containsLocation(bytes)) throw refuse('里面写着是在哪里拍的');
    // The synchronous twin calls a full disk an input/output error.
    else await copyFile(file, target, constants.COPYFILE_EXCL);
  } catch (error) {
    throw error instanceof PictureRefused ? refuse(error.message) : error;
  }
}

let cachedCodeHash: string | undefined;

/** Worked out once in a process, and only where there is a picture. */
function codeHash(): string {
  cachedCodeHash ??= sourceHash(CODE);
  return cachedCodeHash;
}

async function copyPicture(
  bytes: Uint8Array,
  format: PictureFormat,
  target: string,
  cache: FileCache,
): Promise<void> {
  const { default: sharp } = await import('sharp');
  const encoding = JSON.stringify([codeHash(), format, sharp.versions]);
  const key = createHash('sha256').update(encoding).update(bytes).digest('hex');
  if (cache.get(key, target) !== undefined) return;
  const threads = sharp.concurrency();
  // The bytes of an AVIF depend on how many threads wrote it: they are to be the same on every machine.
  sharp.concurrency(1);
  try {
    cache.set(key, target, (await cleanPicture(bytes, format)).bytes);
  } finally {
    sharp.concurrency(threads);
  }
}
