/**
 * Copies the folder public into a site: only permitted files, images and drawings cleaned. `check` has reported other files
 * before; here they are refused again.
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
  /** Relative to the folder public. */
  readonly path: string;

  /** `why` is Chinese, without a full stop. */
  constructor(path: string, why: string) {
    super(`这个文件${why}，所以不发布。请删掉，或者换一个再放进来。`);
    this.path = path;
  }
}

/** The code that cleans images; `sharp.versions` has the versions of the encoders. */
const CODE: HashedCode = { entries: [join(import.meta.dirname, 'clean-picture.ts')], packages: ['sharp'] };

export interface CopyOptions {
  publicDir: string;
  outDir: string;
  cacheDir: string;
  /** Paths, relative to the folder, that are replaced by other files. */
  except: readonly string[];
  /** The paths that are copied; undefined: all. */
  only?: ReadonlySet<string> | undefined;
}

/**
 * Copies the files of `publicDir` to `outDir`; existing files are not replaced. Cleaned images are cached in `cacheDir`. Throws
 * PublicFileRefused.
 */
export async function copyPublicFiles({
  publicDir,
  outDir,
  cacheDir,
  except,
  only,
}: CopyOptions): Promise<void> {
  if (!existsSync(publicDir)) return;
  const excluded = new Set(except);
  const cache = openFileCache(join(cacheDir, 'clean-pictures'), new Date());
  for (const path of listFilesRecursive(publicDir)) {
    const target = join(outDir, path);
    if (only?.has(path) === false) continue;
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
    // copyFileSync reports a full disk as EIO.
    else await copyFile(file, target, constants.COPYFILE_EXCL);
  } catch (error) {
    throw error instanceof PictureRefused ? refuse(error.message) : error;
  }
}

let cachedCodeHash: string | undefined;

/** Computed once per process, and only if there is an image. */
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
  // The bytes of an AVIF depend on the number of threads; they must be the same on every machine.
  sharp.concurrency(1);
  try {
    cache.set(key, target, (await cleanPicture(bytes, format)).bytes);
  } finally {
    sharp.concurrency(threads);
  }
}
