/**
 * The remote cache in a build: takes what other machines have made before it begins, and gives them what it has made after it has ended. Without
 * the variable `MINGBAI_REMOTE_CACHE` nothing of it is loaded.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from '../src/documents/printable.ts';
import type { RemoteCacheSettings, RemoteFault, RemoteStore, UsedEntry } from '../src/remote-cache/index.ts';
import type { Settings } from '../src/settings.ts';

/** A publication never waits longer for what others will take. The next one goes on from there. */
const MAX_SAVE_MS = 60_000;

/** The cached files of a site that was built. */
export interface NoteForOthers {
  /** Puts them into the storage; returns when that is done or has taken too long. */
  save(): Promise<void>;
}

/**
 * Takes what other machines have made of this site into the local cache. What goes wrong is a warning. Returns whether a whole site is among it.
 */
export async function takeFromOthers(settings: Settings): Promise<boolean> {
  const remote = await openRemote(urlOf(settings.contentDir));
  if (remote === undefined) return false;
  const { store, restoreSite, site } = remote;
  const { cacheDir } = settings;
  const taken = await restoreSite(store, { cacheDir, site, now: new Date() });
  const { files, lists, damaged, isQuiet } = taken;
  if (isQuiet) warn('共用缓存刚才连不上，这几分钟先不问它，这一次自己做。');
  if (files > 0) warn(`从共用缓存里拿来 ${files} 个文件，不用再做。`);
  if (damaged > 0) warn(`共用缓存里有 ${damaged} 包坏了或者不见了，里面的重新做。`);
  warnOfFaults(store.faults);
  return lists > 0;
}

/** Whether this machine has a remote cache that it may write to. */
export function givesToOthers(): boolean {
  return Boolean(process.env.MINGBAI_REMOTE_CACHE) && process.env.MINGBAI_REMOTE_CACHE_WRITE !== 'no';
}

/**
 * Notes the cached files of the site in the output folder, before it is moved; `url` is its address, by default that of its content. Undefined
 * without a remote cache.
 */
export async function noteForOthers(
  settings: Settings,
  url = urlOf(settings.contentDir),
): Promise<NoteForOthers | undefined> {
  if (!givesToOthers()) return undefined;
  const remote = await openRemote(url, false);
  if (remote === undefined) return undefined;
  const { cacheDir, outDir } = settings;
  const now = new Date();
  const { saveSite, usedEntries } = await remote.loadSaving();
  const used: UsedEntry[] = usedEntries(cacheDir, outDir, now);
  return {
    async save() {
      const { store, site } = remote;
      const signal = AbortSignal.timeout(MAX_SAVE_MS);
      const { files } = await saveSite(store, { cacheDir, site, now }, used, signal);
      if (files > 0) warn(`往共用缓存里存了 ${files} 个文件，别的机器不用再做。`);
      if (signal.aborted) warn('共用缓存太慢，没有存完，下一次接着存。');
      warnOfFaults(store.faults);
    },
  };
}

type Remote = typeof import('../src/remote-cache/index.ts') & { store: RemoteStore; site: string };

/** The remote cache of the environment; undefined without one. Settings that are wrong are a warning, once per process. */
async function openRemote(url: string | undefined, isFirst = true): Promise<Remote | undefined> {
  if (!process.env.MINGBAI_REMOTE_CACHE) return undefined;
  const room = await import('../src/remote-cache/index.ts');
  const read: RemoteCacheSettings | string | undefined = room.readRemoteCacheSettings(process.env);
  if (typeof read === 'string') {
    if (isFirst) warn(`没有用上共用缓存：${read}。这一次自己做。`);
    return undefined;
  }
  if (read === undefined || url === undefined) return undefined;
  const store = room.openRemoteStore(read);
  return { ...room, store, site: store.nameOf('site', url.replace(/\/+$/, '')) };
}

/** The address in site.yml, by a pattern: it only names a place in the storage. */
function urlOf(contentDir: string): string | undefined {
  try {
    return /^url:[ \t]*(["']?)(\S+?)\1(?:[ \t]+#.*)?[ \t\r]*$/m.exec(
      readFileSync(join(contentDir, 'site.yml'), 'utf8'),
    )?.[2];
  } catch {
    return undefined;
  }
}

function warnOfFaults(faults: readonly RemoteFault[]): void {
  for (const { kind, why } of faults) warn(`${sentences[kind].replace('WHY', why)}`);
}

const sentences: Record<RemoteFault['kind'], string> = {
  unreachable: '共用缓存连不上（WHY）。网站照样做，只是多花些时间；请检查 AWS_ENDPOINT_URL 和网络。',
  unreadable:
    '共用缓存不让读（WHY），这一次自己做。请检查密钥；密钥没有列目录（ListBucket）的权限时，还没有存过的县也会这样。',
  unwritable:
    '共用缓存不让写（WHY）：这一次新做的没有存进去，别的机器要自己做。密钥本来就只能读的，请设 MINGBAI_REMOTE_CACHE_WRITE=no。',
};

function warn(sentence: string): void {
  process.stderr.write(`${printable(sentence)}\n`);
}
