/** The card of a content folder, made by the command, unpacked as a reader would, and locked against writing. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { mingbai } from '../build/content-folder.ts';

export interface PortableSite {
  /** The folder it is unpacked in. */
  dir: string;
  /** Whether no program at all can write to it, one of root's included. */
  isLocked: boolean;
  /** Its files, from its top. */
  files: string[];
  /** The address of a file on it. */
  url(file: string): string;
}

/** Makes the card of a content folder, as of `today`, and unpacks it below `folder`, where no program may write. */
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
  // What people call folders, with all that means something in an address.
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

/** As a card behind a closed slide is to the machine: files that may not be written would stop anyone but root. */
function mount(...options: string[]): boolean {
  return spawnSync('mount', options, { stdio: 'ignore' }).status === 0;
}

/** Lets the card be deleted again. */
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
