/**
 * The search page: searches as the reader types, from the second character on, renders the response, and stores the query in the
 * URL so that a search can be shared. Filters without a query list all pages that match them.
 */
import { effectiveNow } from '../../documents/clock-skew.ts';
import { MAX_QUERY_LENGTH } from '../tokenizer.ts';
import type { EarlyWindow, Filters, SearchRequest, SearchResponse, SearchStart } from './messages.ts';
import { provinceAddress } from './province-address.ts';
import { clearSearches, recentSearches, saveSearch } from './recent-searches.ts';
import {
  PARTIAL,
  type PhoneLine,
  renderAnswer,
  renderEmptyQuery,
  renderFailure,
  type SearchPageElements,
} from './render-results.ts';

const storage = () => localStorage;
const page = window as EarlyWindow;

/** Results shown at first, and added by the button for more. */
const RESULTS_PER_STEP = 6;

function start(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  const results = document.querySelector<HTMLElement>('#results');
  const message = document.querySelector<HTMLElement>('#search-message');
  const index = document.querySelector<HTMLElement>('#search-index');
  const recent = document.querySelector<HTMLElement>('#recent-searches');
  const more = document.querySelector<HTMLElement>('#more-results');
  const province = document.querySelector<HTMLAnchorElement>('#ask-province');
  const provinceSearch = province?.href ?? '';
  if (!input || !results || !message || !index || !recent || !more) return;
  const elements: SearchPageElements = {
    results,
    message,
    index,
    more,
    base: form.dataset.base ?? '/',
    fraudLine: { name: form.dataset.fraudName ?? '', phone: form.dataset.fraudPhone ?? '' },
    lines: JSON.parse(form.dataset.lines ?? '[]') as PhoneLine[],
    now: effectiveNow(new Date(), document.documentElement.dataset.built ?? ''),
  };
  const selects = Array.from(form.querySelectorAll('select'));
  const onlyOpen = form.querySelector<HTMLInputElement>('[name=open]');
  let worker: Worker | undefined;
  let number = 0;
  let maxHits = RESULTS_PER_STEP;
  /** Query and filters, as in the URL. */
  let parameters: [string, string][] = [];
  /** Whether the reader has submitted the query, or opened a shared search, and waits for the results. */
  let isAwaited = location.search !== '';

  const openWorker = (): Worker => {
    const early = page.earlySearch;
    delete page.earlySearch;
    worker ??= listen(early ?? createWorker());
    return worker;
  };
  const createWorker = (): Worker => {
    const created = new Worker(form.dataset.worker ?? '');
    const { shards = '' } = document.querySelector<HTMLElement>('[data-shards]')?.dataset ?? {};
    created.postMessage({ shards } satisfies SearchStart);
    return created;
  };
  const listen = (created: Worker): Worker => {
    created.addEventListener('message', ({ data }: MessageEvent<SearchResponse>) => {
      if (data.number !== number) return;
      if ('failed' in data) return fail();
      const words = input.value.trim();
      const isFirst = results.dataset.state !== PARTIAL;
      renderAnswer(elements, data, words);
      if (!isFirst) return;
      // With the first results, so that the search is there again on the way back from one of them.
      storeInUrl();
      if (isAwaited) message.scrollIntoView();
      isAwaited = false;
      if (data.hits.length > 0 && !data.isGuess && words !== '') saveSearch(words, storage);
    });
    created.addEventListener('error', fail);
    return created;
  };
  const fail = () => {
    worker?.terminate();
    worker = undefined;
    renderFailure(elements, () => searchNow());
    storeInUrl();
  };
  const queryNow = () => [...input.value.trim()].slice(0, MAX_QUERY_LENGTH).join('');
  const searchNow = (count = RESULTS_PER_STEP) => {
    maxHits = count;
    const query = queryNow();
    const filters: Filters = Object.fromEntries(selects.map((select) => [select.name, select.value]));
    if (onlyOpen?.checked) filters.open = onlyOpen.value;
    parameters = Object.entries({ q: query, ...filters }).filter(([, value]) => value);
    number += 1;
    recent.hidden = true;
    if (province) province.href = provinceAddress(provinceSearch, query);
    if (query === '' && Object.values(filters).every((value) => !value)) {
      isAwaited = false;
      storeInUrl();
      showRecent();
      return renderEmptyQuery(elements);
    }
    results.setAttribute('data-state', 'busy');
    const lines = elements.lines.map(({ phone }) => phone);
    openWorker().postMessage({
      number,
      query,
      filters,
      maxHits,
      lines,
      now: elements.now,
    } satisfies SearchRequest);
  };

  // After the response: changing the URL delays a search on a slow phone.
  const storeInUrl = () => {
    const query = String(new URLSearchParams(parameters));
    history.replaceState(null, '', location.pathname + (query && `?${query}`));
  };

  const showRecent = () => {
    const searches = recentSearches(storage);
    recent.hidden = searches.length === 0;
    recent.querySelector('span')?.replaceWith(
      chips(searches, (query) => {
        input.value = query;
        searchNow();
      }),
    );
  };
  more.addEventListener('click', () => searchNow(maxHits + RESULTS_PER_STEP));
  recent.querySelector('button')?.addEventListener('click', () => {
    clearSearches(storage);
    showRecent();
  });

  const given = new URLSearchParams(location.search);
  input.value = given.get('q') ?? '';
  for (const select of selects) {
    const value = given.get(select.name) ?? '';
    if (Array.from(select.options).some((option) => option.value === value)) select.value = value;
    select.addEventListener('change', () => searchNow());
  }
  if (onlyOpen) {
    onlyOpen.checked = given.get('open') === onlyOpen.value;
    onlyOpen.addEventListener('change', () => searchNow());
  }
  const fold = form.querySelector('details');
  if (fold) fold.open = onlyOpen?.checked === true || selects.some((select) => select.value !== '');
  // The engine loads before the first word is typed.
  input.addEventListener('focus', openWorker, { once: true });
  let isComposing = false;
  input.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
    searchTyped();
  });
  const searchTyped = () => {
    if (!isComposing && [...input.value.trim()].length !== 1) searchNow();
  };
  input.addEventListener('input', searchTyped);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // The field loses focus, so that the on-screen keyboard closes; the first result is next in the tab order.
    message.focus({ preventScroll: true });
    isAwaited = true;
    searchNow();
  });
  searchNow();
}

/** Buttons for the last searches, in a span. */
function chips(searches: readonly string[], ask: (query: string) => void): HTMLElement {
  const span = document.createElement('span');
  for (const query of searches) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button mb-2 mr-2';
    button.textContent = query;
    button.addEventListener('click', () => ask(query));
    span.append(button);
  }
  span.className = 'flex flex-wrap';
  return span;
}

const form = document.querySelector<HTMLFormElement>('#search-form');
if (form && 'Worker' in window) start(form);
