/**
 * Watches folders for changes. The system's events are fast but get lost where folders are replaced, on network drives and
 * beyond a limit: so sizes and times of the files are compared at intervals as well.
 */
import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** An editor program saves a file in several steps, each with its own event. */
const DEBOUNCE_MS = 40;
const POLL_INTERVAL_MS = 2_000;

export interface FolderWatcher {
  close(): void;
}

/** Calls `onChange` with the folders that changed, one call at a time. */
export function watchFolders(
  folders: readonly string[],
  onChange: (changed: ReadonlySet<string>) => Promise<void>,
): FolderWatcher {
  const known = new Map(folders.map((folder) => [folder, snapshotOf(folder)]));
  let isBusy = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  const compare = async () => {
    if (isBusy || isClosed) return;
    isBusy = true;
    try {
      // Changes during a call are passed to the next.
      for (let changed = changedFolders(); changed.size > 0 && !isClosed; changed = changedFolders()) {
        await onChange(changed);
      }
    } finally {
      isBusy = false;
    }
  };
  const changedFolders = () => {
    const changed = new Set<string>();
    for (const folder of folders) {
      const state = snapshotOf(folder);
      if (state === known.get(folder)) continue;
      known.set(folder, state);
      changed.add(folder);
    }
    return changed;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(compare, DEBOUNCE_MS);
  };
  const watchers = folders.flatMap((folder) => watchNotices(folder, soon));
  const interval = setInterval(compare, POLL_INTERVAL_MS);
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      clearInterval(interval);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** The system's events, if supported. */
function watchNotices(folder: string, onNotice: () => void): FSWatcher[] {
  try {
    const watcher = watch(folder, { recursive: true }, onNotice);
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}

/** All files below a folder with sizes and times, as one text. */
function snapshotOf(folder: string): string {
  const lines: string[] = [];
  const look = (below: string): void => {
    try {
      for (const entry of readdirSync(below, { withFileTypes: true })) {
        if (entry.name === '.git') continue;
        const path = join(below, entry.name);
        if (entry.isDirectory()) look(path);
        else {
          const { size, mtimeMs, ino } = lstatSync(path);
          lines.push(`${path} ${size} ${mtimeMs} ${ino}`);
        }
      }
    } catch {
      // Removed while it was read: the next comparison sees that.
    }
  };
  look(folder);
  return lines.sort().join('\n');
}
