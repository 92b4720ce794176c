/** The page 存到手机: saves, resumes, updates and removes the offline copy. */
import type { OfflineList, SaveLevel } from '../files.ts';
import { clearStore } from '../saving/clear.ts';
import { withLock } from '../saving/lock.ts';
import type { OfflineStore } from '../saving/offline-store.ts';
import { fetchList, save } from '../saving/save.ts';
import { SavingError } from '../saving/saving-error.ts';
import { readState, writeState } from '../saving/state.ts';
import { unsupportedReason } from './browser-support.ts';
import { show } from './show.ts';
import { listBytes } from './sizes.ts';
import type { PageAction, PageState } from './state.ts';

/** Starts the saving controls in `container`. */
async function start(container: HTMLElement): Promise<void> {
  const store: OfflineStore = {
    scope: new URL(container.dataset.base ?? '/', location.href).href,
    caches: () => caches,
    fetch: (url, init) => fetch(url, init),
  };
  let state: PageState;
  const turnTo = (next: PageState) => {
    state = next;
    show(container, next, (action) => act(action));
  };

  const look = async (isOnline: boolean) => {
    const why = await unsupportedReason(store, navigator, document.documentElement);
    turnTo(why ? { kind: 'unable', why } : await readPageState(store, isOnline));
  };
  const act = async (action: PageAction) => {
    if (action === 'ask') return look(true);
    try {
      if (action === 'forget') await withLock(store, () => clearStore(store));
      else await saveAs(action.save);
      await look(true);
    } catch (error) {
      const reason = error instanceof SavingError ? error.reason : 'network';
      const percent = state.kind === 'saving' ? state.percent : undefined;
      turnTo({ kind: 'stopped', wish: action === 'forget' ? 'text' : action.save, reason, percent });
    }
  };
  const saveAs = async (wish: SaveLevel) => {
    turnTo({ kind: 'saving', percent: 0 });
    // Requests persistent storage; the browser may refuse.
    navigator.storage?.persist?.().catch(() => undefined);
    await withLock(store, async () => {
      await checkQuota(await fetchList(store), wish);
      // An interrupted update leaves the old copy usable, so it is not noted as begun.
      const isUpdate = (await readState(store, 'current'))?.wish === wish;
      if (wish !== 'core' && !isUpdate) await writeState(store, 'begun', wish).catch(() => undefined);
      await save(store, wish, ({ bytes, of }) => {
        turnTo({ kind: 'saving', percent: Math.floor((100 * bytes) / Math.max(1, of)) });
      });
      await writeState(store, 'begun', undefined).catch(() => undefined);
    });
  };

  addEventListener('online', () => {
    if (state.kind === 'stopped' && state.reason === 'network') act({ save: state.wish });
    else if (state.kind !== 'saving') look(true);
  });
  // This page was loaded from the copy: there is no network, and a request would only cost time.
  await look(!('kept' in document.documentElement.dataset));
}

/** The state of the copy on this phone, and whether the site has a newer version. */
async function readPageState(store: OfflineStore, isOnline: boolean): Promise<PageState> {
  const [current, begun] = [await readState(store, 'current'), await readState(store, 'begun')];
  const list = isOnline ? await fetchList(store).catch(() => undefined) : undefined;
  if (begun) return { kind: 'begun', wish: begun };
  if (current && current.wish !== 'core') {
    const news = list && list.version !== current.list.version;
    return { kind: 'saved', current, news, list: list ?? current.list };
  }
  return list ? { kind: 'unsaved', list } : { kind: 'unreached' };
}

/** Rejects as `full` if the browser's quota estimate is too small. */
async function checkQuota(list: OfflineList, wish: SaveLevel): Promise<void> {
  const { quota } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  if (quota !== undefined && quota < listBytes(list, wish).kept) throw new SavingError('full');
}

const container = document.querySelector<HTMLElement>('.pocket');
if (container) start(container);
