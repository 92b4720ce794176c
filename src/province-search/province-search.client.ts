/**
 * The search page of a province: asks the reader's own county first, in its own index, and all others on asking; without a county chosen, all
 * of them at once, in the index of the province.
 */
import { initFontSize } from '../components/FontSizeToggle/font-size.client.ts';
import { effectiveNow } from '../documents/clock-skew.ts';
import {
  type PhoneLine,
  renderAnswer,
  renderEmptyQuery,
  renderFailure,
  type SearchPageElements,
} from '../search/client/render-results.ts';
import { MAX_QUERY_LENGTH } from '../search/tokenizer.ts';
import { initCountyChoice } from './county-choice.ts';
import { completeWith } from './county-results.ts';
import type { ListedCounty } from './listed-county.ts';
import { clearOthers, type OthersElements, renderOthers, renderOthersFailure } from './other-counties.ts';
import { type IndexSearch, openIndexSearch, type SearchHandlers } from './search-worker.ts';

/** Results shown at first, and added by the button for more. */
const RESULTS_PER_STEP = 6;

/** Answers of all counties that are looked through for one that the reader's county does not have. */
const MAX_OTHERS_UNASKED = 24;

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};

/** The counties that the page lists. */
function readList(): ListedCounty[] {
  return Array.from(document.querySelectorAll<HTMLElement>('[data-county]'), (link) => ({
    id: link.dataset.county ?? '',
    name: link.textContent ?? '',
    href: (link.getAttribute('href') ?? '').replace(/search\/$/, ''),
    pages: Number(link.dataset.pages),
    sounds: link.dataset.sounds ?? '',
  }));
}

function start(form: HTMLFormElement, input: HTMLInputElement): void {
  const counties = readList();
  const askOthers = byId('ask-others');
  const elements: SearchPageElements = {
    results: byId('results'),
    message: byId('search-message'),
    index: byId('search-index'),
    more: byId('more-results'),
    base: '',
    fraudLine: { name: '反诈专线', phone: form.dataset.fraudPhone ?? '' },
    lines: JSON.parse(form.dataset.lines ?? '[]') as PhoneLine[],
    now: effectiveNow(new Date(), document.documentElement.dataset.built ?? ''),
    elsewhere: '从下面选您的县，到县里的网站找',
  };
  const others: OthersElements = {
    section: byId('others'),
    message: byId('others-message'),
    results: byId('others-results'),
    more: byId('more-others'),
  };
  const script = form.dataset.worker ?? '';
  const queryNow = () => [...input.value.trim()].slice(0, MAX_QUERY_LENGTH).join('');
  let maxHits = RESULTS_PER_STEP;
  let maxOthers = RESULTS_PER_STEP;
  let isAwaited = location.search !== '';
  /** Whether a link or the reader wants the other counties too. */
  let asksAll = new URLSearchParams(location.search).get('all') === 'yes';

  const question = (count: number) => ({
    query: queryNow(),
    maxHits: count,
    lines: elements.lines.map(({ phone }) => phone),
    now: elements.now,
  });
  /** The county whose own index is asked: one on another host, or without an index, cannot be. */
  const ownCounty = (): ListedCounty | undefined => {
    const county = choice.chosen();
    return county !== undefined &&
      county.pages > 0 &&
      new URL(county.href, location.href).origin === location.origin
      ? county
      : undefined;
  };
  const handlers = (complete: SearchPageElements['complete'], base: string): SearchHandlers => ({
    onAnswer(answer) {
      renderAnswer({ ...elements, base, ...(complete && { complete }) }, answer, queryNow());
      storeInUrl();
      askOthers.hidden = ownCounty() === undefined || asksAll;
      if (isAwaited) elements.message.scrollIntoView();
      isAwaited = false;
    },
    onFailure() {
      renderFailure(elements, () => searchNow());
      askOthers.hidden = ownCounty() === undefined || asksAll;
    },
  });
  const searches = new Map<string, IndexSearch>();
  const searchOf = (key: string, index: string, pages: number, given: SearchHandlers): IndexSearch => {
    const opened = searches.get(key) ?? openIndexSearch({ script, index, pages }, given);
    searches.set(key, opened);
    return opened;
  };
  const allPages = Number(form.dataset.pages);
  const everywhere = () => searchOf('*', 'index/', allPages, handlers(completeWith(counties), ''));
  const ofCounty = ({ id, href, pages }: ListedCounty) =>
    searchOf(id, `${href}search/index/`, pages, handlers(undefined, href));
  const inOthers = () =>
    searchOf('others', 'index/', allPages, {
      onAnswer(answer) {
        const own = choice.chosen()?.id ?? '';
        const isShown = renderOthers(others, answer, { query: queryNow(), own, counties });
        // The best answers may all be the county's own.
        if (isShown || others.more.hidden || maxOthers >= MAX_OTHERS_UNASKED) return;
        maxOthers += RESULTS_PER_STEP;
        searchOthers();
      },
      onFailure: () => renderOthersFailure(others, searchOthers),
    });
  const searchOthers = () => inOthers().ask(question(maxOthers));

  const searchNow = (count = RESULTS_PER_STEP) => {
    maxHits = count;
    for (const search of searches.values()) search.forget();
    clearOthers(others, inOthers());
    askOthers.hidden = true;
    if (queryNow() === '') {
      isAwaited = false;
      storeInUrl();
      return renderEmptyQuery(elements);
    }
    elements.results.setAttribute('data-state', 'busy');
    const county = ownCounty();
    if (county === undefined) return everywhere().ask(question(maxHits));
    ofCounty(county).ask(question(maxHits));
    if (asksAll) searchOthers();
  };
  const storeInUrl = () => {
    const given = { q: queryNow(), county: choice.chosen()?.id ?? '', all: asksAll ? 'yes' : '' };
    const query = String(new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')));
    history.replaceState(null, '', location.pathname + (query && `?${query}`));
  };
  const choice = initCountyChoice(counties, () => {
    storeInUrl();
    searchNow();
  });

  input.value = new URLSearchParams(location.search).get('q') ?? '';
  byId('more-results').addEventListener('click', () => searchNow(maxHits + RESULTS_PER_STEP));
  byId('more-others').addEventListener('click', () => {
    maxOthers += RESULTS_PER_STEP;
    searchOthers();
  });
  askOthers.addEventListener('click', () => {
    asksAll = true;
    maxOthers = RESULTS_PER_STEP;
    askOthers.hidden = true;
    storeInUrl();
    searchOthers();
  });
  let isComposing = false;
  const searchTyped = () => {
    asksAll = false;
    maxOthers = RESULTS_PER_STEP;
    if (!isComposing && [...input.value.trim()].length !== 1) searchNow();
  };
  input.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
    searchTyped();
  });
  input.addEventListener('input', searchTyped);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    elements.message.focus({ preventScroll: true });
    isAwaited = true;
    searchNow();
  });
  searchNow();
}

for (const button of document.querySelectorAll<HTMLElement>('.large-print'))
  initFontSize(button, document.documentElement, () => localStorage);
const form = document.querySelector<HTMLFormElement>('#search-form');
const input = form?.querySelector('input');
if (form && input && 'Worker' in window) start(form, input);
