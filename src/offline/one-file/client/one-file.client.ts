/**
 * Shows the pages of the one file. The page that is wanted is named behind the #, so that links, the way back and bookmarks work as on
 * the web; browsers that open a file as content:// allow no other change of the address.
 */
import { blockId, DIRECTORY_ID } from '../file-directory.ts';
import { type PageRecord, readRecord } from '../page-record.ts';
import { openFiles } from './file-store.ts';
import { makePage } from './other-pages.ts';
import { isSamePage, type PageAddress, readAddress, writeAddress } from './page-address.ts';
import { createEnvironment, type Environment } from './page-environment.ts';
import { createPositions } from './reading-positions.ts';
import { prepareScripts } from './run-scripts.ts';
import { fillPictures, readFrame, showPage } from './show-page.ts';

const FRONT: PageAddress = { path: '', search: '', hash: '' };

const script = document.currentScript as HTMLScriptElement;
const textOf = (id: string) => document.getElementById(id)?.textContent ?? '';
const store = openFiles(textOf(DIRECTORY_ID), (block) => textOf(blockId(block)));
const frame = readFrame();
const positions = createPositions();
const moved = new Map(Object.entries(store.directory.moved));

let current = FRONT;
let environment = newEnvironment();
const runScript = prepareScripts({
  code: (name) => store.text(name),
  environment: () => environment,
  nonce: script.nonce ?? '',
});

function newEnvironment(): Environment {
  return createEnvironment({
    store,
    current: () => current,
    replace(address) {
      current = address;
      positions.replace(writeAddress(address));
    },
  });
}

/** Opens what the address names. `position` is that of an earlier visit, in pixels. */
function open(address: PageAddress, position: number | undefined): void {
  environment.leave();
  current = address;
  environment = newEnvironment();
  const record = readPage(address.path);
  showPage(record, frame, store);
  record.facts.scripts.forEach(runScript);
  document.body.style.visibility = '';
  goTo(address.hash, position);
  focusHeading();
}

/** The page at a path; a page that says so if the file has none, or has lost it on its way. */
function readPage(path: string): PageRecord {
  try {
    const text = store.text(`${path}index.html`);
    return text === undefined ? makePage(path, store) : readRecord(text);
  } catch {
    return makePage(undefined, store);
  }
}

/** Scrolls to where the reader was, or else to the place that the address names, or to the top. */
function goTo(hash: string, position: number | undefined): void {
  const place = position === undefined && placeOf(hash);
  if (place) {
    for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
      fold.open = true;
    }
    place.scrollIntoView();
  } else scrollTo(0, position ?? 0);
}

function placeOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/** A screen reader then reads the new page from its heading on. */
function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector('main');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.style.outline = 'none';
  heading.focus({ preventScroll: true });
}

/** Follows the address after it has changed. */
function follow(): void {
  const named = readAddress(location.hash);
  if (!named) {
    // A place on the page: the browser has gone there.
    current = { ...current, hash: location.hash };
    positions.enter(writeAddress(current));
    return;
  }
  const address = targetOf(named);
  if (writeAddress(address) === writeAddress(current)) return;
  const position = positions.enter(writeAddress(address));
  if (!isSamePage(address, current)) return open(address, position);
  current = address;
  goTo(address.hash, position);
}

/** The address that a former one leads to. */
function targetOf(address: PageAddress): PageAddress {
  const target = moved.get(address.path);
  return target === undefined ? address : (readAddress(`#/${target}`) ?? address);
}

function start(): void {
  const named = readAddress(location.hash) ?? FRONT;
  positions.enter(writeAddress(named));
  addEventListener('hashchange', () => whenParsed(follow));
  document.addEventListener('click', () => positions.save(), true);
  document.addEventListener('submit', submitForm);
  if (writeAddress(named) === writeAddress(FRONT)) {
    fillPictures(document, store);
    (script.dataset.scripts ?? '').split(' ').forEach(runScript);
    return;
  }
  document.body.style.visibility = 'hidden';
  whenParsed(() => open(targetOf(named), undefined));
}

/** Calls back when the whole file is there. */
function whenParsed(callback: () => void): void {
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', callback, { once: true });
  else callback();
}

/** A form that leads to a page with what was typed, unless a script of the page has handled it. */
function submitForm(event: Event): void {
  const form = event.target as HTMLFormElement;
  const action = form.getAttribute('action') ?? '';
  if (event.defaultPrevented || !action.startsWith('#/')) return;
  event.preventDefault();
  positions.save();
  const fields = Array.from(new FormData(form), ([name, value]): [string, string] => [name, String(value)]);
  location.hash = `${action}?${new URLSearchParams(fields)}`;
}

start();
