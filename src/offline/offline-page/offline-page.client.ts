/** The page 存到手机: saves, goes on after a cut, brings up to date, takes away. */
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

/** Makes the part of the page work that saves. */
async function start(container: HTMLElement): Promise<void> {
  const store: OfflineStore = {
    scope: new URL(container.dataset.base ?? '/', location.href).href,
    caches: () => caches,
    fetch: (url, init) => fetch(url, init),
  };
  let state: PageState;
  const turnTo = (next: PageState) => {
    state = next;
    show(container, next, (deed) => act(deed));
  };

  const look = async (isOnline: boolean) => {
    const why = await unsupportedReason(store, navigator, document.documentElement);
    turnTo(why ? { kind: 'unable', why } : await readPageState(store, isOnline));
  };
  const act = async (deed: PageAction) => {
    if (deed === 'ask') return look(true);
    try {
      if (deed === 'forget') await withLock(store, () => clearStore(store));
      else await saveAs(deed.save);
      await look(true);
    } catch (error) {
      const reason = error instanceof SavingError ? error.reason : 'network';
      const percent = state.kind === 'saving' ? state.percent : undefined;
      turnTo({ kind: 'stopped', wish: deed === 'forget' ? 'text' : deed.save, reason, percent });
    }
  };
  const saveAs = async (wish: SaveLevel) => {
    turnTo({ kind: 'saving', percent: 0 });
    // Asks the browser not to make room by throwing this away; it may say no.
    navigator.storage?.persist?.().catch(() => undefined);
    await withLock(store, async () => {
      await checkQuota(await fetchList(store), wish);
      // An update that is cut off leaves the copy that it found: nothing was begun that is not there.
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
  // This page itself came from the copy: there is no network to ask, and trying would only cost time.
  await look(!('kept' in document.documentElement.dataset));
}

/** How things stand on this phone, and whether the site has something new. */
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

/** Rejects as `full` where the browser has said beforehand that so much will not fit. */
async function checkQuota(list: OfflineList, wish: SaveLevel): Promise<void> {
  const { quota } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  if (quota !== undefined && quota < listBytes(list, wish).kept) throw new SavingError('full');
}

const container = document.querySelector<HTMLElement>('.pocket');
if (container) start(container);
