/** The portable site of a content folder, made by the command, unzipped, and read-only. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { mingbai } from '../build/content-folder.ts';

export interface PortableSite {
  /** The folder it is unzipped into. */
  dir: string;
  /** Whether no program can write to it, including root's. */
  isLocked: boolean;
  /** Its files, by path. */
  files: string[];
  /** The URL of a file. */
  url(file: string): string;
}

/** Makes the portable site of a content folder, as of `today`, and unzips it read-only below `folder`. */
export async function makeReadOnlySite(
  folder: string,
  content = 'content',
  today?: string,
): Promise<PortableSite> {
  const zip = join(folder, 'card.zip');
  const { code, err } = await mingbai(
    ...['bundle', '--content', content, '--out', zip],
    ...(today ? ['--today', today] : []),
  );
  if (code !== 0) throw new Error(err);
  // A folder name with characters that have a meaning in URLs.
  const dir = join(folder, '村里 的卡#1 100%');
  const files = unzipSync(readFileSync(zip));
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), bytes, { mode: 0o444 });
  }
  setFolders(dir, 0o555);
  const isLocked = mount('--bind', dir, dir) && mount('-o', 'remount,bind,ro', dir);
  return { dir, isLocked, files: Object.keys(files), url: (file) => `${pathToFileURL(dir).href}/${file}` };
}

/** Like a memory card with its lock switch on: read-only file modes do not stop root. */
function mount(...options: string[]): boolean {
  return spawnSync('mount', options, { stdio: 'ignore' }).status === 0;
}

/** Makes the site deletable again. */
export function unlock({ dir }: PortableSite): void {
  spawnSync('umount', [dir], { stdio: 'ignore' });
  setFolders(dir, 0o755);
}

function setFolders(dir: string, mode: number): void {
  chmodSync(dir, 0o755);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) setFolders(join(dir, entry.name), mode);
  }
  chmodSync(dir, mode);
}
