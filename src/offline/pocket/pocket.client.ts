/** The page 存到手机: saves, goes on after a cut, brings up to date, takes away. */
import type { OfflineList, Wish } from '../files.ts';
import { forget } from '../saving/forget.ts';
import { inTurn } from '../saving/only-one.ts';
import type { Pocket } from '../saving/pocket.ts';
import { fetchList, save } from '../saving/save.ts';
import { SavingError } from '../saving/saving-error.ts';
import { readRecord, writeRecord } from '../saving/state.ts';
import { obstacle } from './obstacle.ts';
import { show } from './show.ts';
import { listBytes } from './sizes.ts';
import type { Deed, State } from './state.ts';

/** Makes the part of the page work that saves. */
async function start(place: HTMLElement): Promise<void> {
  const pocket: Pocket = {
    scope: new URL(place.dataset.base ?? '/', location.href).href,
    caches: () => caches,
    fetch: (url, init) => fetch(url, init),
  };
  let state: State;
  const turnTo = (next: State) => {
    state = next;
    show(place, next, (deed) => act(deed));
  };

  const look = async (isOnline: boolean) => {
    const why = await obstacle(pocket, navigator, document.documentElement);
    turnTo(why ? { kind: 'unable', why } : await standing(pocket, isOnline));
  };
  const act = async (deed: Deed) => {
    if (deed === 'ask') return look(true);
    try {
      if (deed === 'forget') await inTurn(pocket, () => forget(pocket));
      else await saveAs(deed.save);
      await look(true);
    } catch (error) {
      const reason = error instanceof SavingError ? error.reason : 'network';
      const percent = state.kind === 'saving' ? state.percent : undefined;
      turnTo({ kind: 'stopped', wish: deed === 'forget' ? 'text' : deed.save, reason, percent });
    }
  };
  const saveAs = async (wish: Wish) => {
    turnTo({ kind: 'saving', percent: 0 });
    // Asks the browser not to make room by throwing this away; it may say no.
    navigator.storage?.persist?.().catch(() => undefined);
    await inTurn(pocket, async () => {
      await checkRoom(await fetchList(pocket), wish);
      // An update that is cut off leaves the copy that it found: nothing was begun that is not there.
      const isUpdate = (await readRecord(pocket, 'current'))?.wish === wish;
      if (wish !== 'core' && !isUpdate) await writeRecord(pocket, 'begun', wish).catch(() => undefined);
      await save(pocket, wish, ({ bytes, of }) => {
        turnTo({ kind: 'saving', percent: Math.floor((100 * bytes) / Math.max(1, of)) });
      });
      await writeRecord(pocket, 'begun', undefined).catch(() => undefined);
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
async function standing(pocket: Pocket, isOnline: boolean): Promise<State> {
  const [current, begun] = [await readRecord(pocket, 'current'), await readRecord(pocket, 'begun')];
  const list = isOnline ? await fetchList(pocket).catch(() => undefined) : undefined;
  if (begun) return { kind: 'begun', wish: begun };
  if (current && current.wish !== 'core') {
    const news = list && list.version !== current.list.version;
    return { kind: 'saved', current, news, list: list ?? current.list };
  }
  return list ? { kind: 'unsaved', list } : { kind: 'unreached' };
}

/** Rejects as `full` where the browser has said beforehand that so much will not fit. */
async function checkRoom(list: OfflineList, wish: Wish): Promise<void> {
  const { quota } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  if (quota !== undefined && quota < listBytes(list, wish).kept) throw new SavingError('full');
}

const place = document.querySelector<HTMLElement>('.pocket');
if (place) start(place);
