/**
 * The search page: asks as the reader types, from the second character on, shows what comes back, and keeps the
 * query in the address so that a search can be sent on. Choices without a word list all that fits them.
 */
import { trustedNow } from '../../documents/clock.ts';
import { MAX_QUERY_LENGTH } from '../tokenizer.ts';
import type { Filters, SearchRequest, SearchResponse } from './messages.ts';
import { clearSearches, recentSearches, saveSearch } from './recent-searches.ts';
import {
  PARTIAL,
  type PhoneLine,
  renderAnswer,
  renderEmptyQuery,
  renderFailure,
  type SearchPageElements,
} from './render-results.ts';

const keep = () => localStorage;

/** Results that are shown at first, and with each wish for more. */
const SHOWN_AT_ONCE = 6;

function start(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  const results = document.querySelector<HTMLElement>('#results');
  const message = document.querySelector<HTMLElement>('#search-message');
  const index = document.querySelector<HTMLElement>('#search-index');
  const recent = document.querySelector<HTMLElement>('#recent-searches');
  const more = document.querySelector<HTMLElement>('#more-results');
  if (!input || !results || !message || !index || !recent || !more) return;
  const parts: SearchPageElements = {
    results,
    message,
    index,
    more,
    base: form.dataset.base ?? '/',
    fraudLine: { name: form.dataset.fraudName ?? '', phone: form.dataset.fraudPhone ?? '' },
    lines: JSON.parse(form.dataset.lines ?? '[]') as PhoneLine[],
    now: trustedNow(new Date(), document.documentElement.dataset.built ?? ''),
  };
  const selects = Array.from(form.querySelectorAll('select'));
  const onlyOpen = form.querySelector<HTMLInputElement>('[name=open]');
  let worker: Worker | undefined;
  let number = 0;
  let most = SHOWN_AT_ONCE;
  /** What is asked, as it stands in the address. */
  let asked: [string, string][] = [];
  /** Whether the reader is done with typing and waits for what comes: so is who was sent a search. */
  let isAwaited = location.search !== '';

  const wake = (): Worker => {
    worker ??= listen(new Worker(form.dataset.worker ?? ''));
    return worker;
  };
  const listen = (fresh: Worker): Worker => {
    fresh.addEventListener('message', ({ data }: MessageEvent<SearchResponse>) => {
      if (data.number !== number) return;
      if ('failed' in data) return fail();
      const words = input.value.trim();
      const isFirst = results.dataset.state !== PARTIAL;
      renderAnswer(parts, data, words);
      if (!isFirst) return;
      // With the first results: who turns to one of them finds the search again on the way back.
      keepInAddress();
      if (isAwaited) message.scrollIntoView();
      isAwaited = false;
      if (data.hits.length > 0 && !data.isGuess && words !== '') saveSearch(words, keep);
    });
    fresh.addEventListener('error', fail);
    return fresh;
  };
  const fail = () => {
    worker?.terminate();
    worker = undefined;
    renderFailure(parts, () => askNow());
    keepInAddress();
  };
  const queryNow = () => [...input.value.trim()].slice(0, MAX_QUERY_LENGTH).join('');
  const askNow = (count = SHOWN_AT_ONCE) => {
    most = count;
    const query = queryNow();
    const filters: Filters = Object.fromEntries(selects.map((select) => [select.name, select.value]));
    if (onlyOpen?.checked) filters.open = onlyOpen.value;
    asked = Object.entries({ q: query, ...filters }).filter(([, value]) => value);
    number += 1;
    recent.hidden = true;
    if (query === '' && Object.values(filters).every((value) => !value)) {
      isAwaited = false;
      keepInAddress();
      showRecent();
      return renderEmptyQuery(parts);
    }
    results.setAttribute('data-state', 'busy');
    const lines = parts.lines.map(({ phone }) => phone);
    wake().postMessage({ number, query, filters, most, lines, now: parts.now } satisfies SearchRequest);
  };

  // When the answer is there: a change of address keeps a slow phone from looking for it.
  const keepInAddress = () => {
    const query = String(new URLSearchParams(asked));
    history.replaceState(null, '', location.pathname + (query && `?${query}`));
  };

  const showRecent = () => {
    const searches = recentSearches(keep);
    recent.hidden = searches.length === 0;
    recent.querySelector('span')?.replaceWith(
      chips(searches, (query) => {
        input.value = query;
        askNow();
      }),
    );
  };
  more.addEventListener('click', () => askNow(most + SHOWN_AT_ONCE));
  recent.querySelector('button')?.addEventListener('click', () => {
    clearSearches(keep);
    showRecent();
  });

  const given = new URLSearchParams(location.search);
  input.value = given.get('q') ?? '';
  for (const select of selects) {
    const value = given.get(select.name) ?? '';
    if (Array.from(select.options).some((option) => option.value === value)) select.value = value;
    select.addEventListener('change', () => askNow());
  }
  if (onlyOpen) {
    onlyOpen.checked = given.get('open') === onlyOpen.value;
    onlyOpen.addEventListener('change', () => askNow());
  }
  const fold = form.querySelector('details');
  if (fold) fold.open = onlyOpen?.checked === true || selects.some((select) => select.value !== '');
  // The engine is under way before the first word is typed.
  input.addEventListener('focus', wake, { once: true });
  let isComposing = false;
  input.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
    askTyped();
  });
  const askTyped = () => {
    if (!isComposing && [...input.value.trim()].length !== 1) askNow();
  };
  input.addEventListener('input', askTyped);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // Off the field: the keyboard of a phone goes, which covers what is found. The first result is then next in turn.
    message.focus({ preventScroll: true });
    isAwaited = true;
    askNow();
  });
  askNow();
}

/** Buttons for the last searches, in a span of their own. */
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
