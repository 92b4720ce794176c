/**
 * The search page: asks as the reader types, from the second character on, shows what comes back, and keeps the
 * query in the address so that a search can be sent on. Choices without a word list all that fits them.
 */
import { trustedNow } from '../../documents/clock.ts';
import { QUERY_CHARACTERS } from '../words.ts';
import type { Answer, Filters, Preparation, Question } from './messages.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { type Parts, showAnswer, showFailure, showNothingAsked } from './show.ts';

const keep = () => localStorage;

/** Results that are shown at first, and with each wish for more. */
const SHOWN_AT_ONCE = 6;

/**
 * Milliseconds without a key after which the query is asked, one frame; what it needs is fetched meanwhile. Keys that come
 * together, as from an input method, are one query; between two touches of a thumb lie 200 ms, and waiting for them would
 * help nobody.
 */
const PAUSE_MS = 16;

function start(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  const results = document.querySelector<HTMLElement>('#results');
  const message = document.querySelector<HTMLElement>('#search-message');
  const index = document.querySelector<HTMLElement>('#search-index');
  const recent = document.querySelector<HTMLElement>('#recent-searches');
  const more = document.querySelector<HTMLElement>('#more-results');
  if (!input || !results || !message || !index || !recent || !more) return;
  const parts: Parts = {
    results,
    message,
    index,
    more,
    base: form.dataset.base ?? '/',
    now: trustedNow(new Date(), document.documentElement.dataset.built ?? ''),
  };
  const selects = Array.from(form.querySelectorAll('select'));
  const onlyOpen = form.querySelector<HTMLInputElement>('[name=open]');
  let worker: Worker | undefined;
  let number = 0;
  let pause = 0;
  let most = SHOWN_AT_ONCE;

  const wake = (): Worker => {
    worker ??= listen(new Worker(form.dataset.worker ?? ''));
    return worker;
  };
  const listen = (fresh: Worker): Worker => {
    fresh.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.number !== number) return;
      if ('failed' in data) fail();
      else {
        showAnswer(parts, data, input.value.trim());
        const words = input.value.trim();
        if (data.hits.length > 0 && !data.isGuess && words !== '') rememberSearch(words, keep);
      }
    });
    fresh.addEventListener('error', fail);
    return fresh;
  };
  const fail = () => {
    worker?.terminate();
    worker = undefined;
    showFailure(parts, () => askNow());
  };
  const queryNow = () => [...input.value.trim()].slice(0, QUERY_CHARACTERS).join('');
  const askNow = (count = SHOWN_AT_ONCE) => {
    most = count;
    const query = queryNow();
    const filters: Filters = Object.fromEntries(selects.map((select) => [select.name, select.value]));
    if (onlyOpen?.checked) filters.open = onlyOpen.value;
    const address = new URLSearchParams(
      Object.entries({ q: query, ...filters }).filter(([, value]) => value),
    );
    history.replaceState(null, '', location.pathname + (String(address) && `?${address}`));
    number += 1;
    recent.hidden = true;
    if (query === '' && Object.values(filters).every((value) => !value)) {
      showRecent();
      return showNothingAsked(parts);
    }
    results.setAttribute('data-state', 'busy');
    wake().postMessage({ number, query, filters, most, now: parts.now } satisfies Question);
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
    forgetSearches(keep);
    showRecent();
  });

  const asked = new URLSearchParams(location.search);
  input.value = asked.get('q') ?? '';
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    if (Array.from(select.options).some((option) => option.value === value)) select.value = value;
    select.addEventListener('change', () => askNow());
  }
  if (onlyOpen) {
    onlyOpen.checked = asked.get('open') === onlyOpen.value;
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
    askSoon();
  });
  const askSoon = () => {
    clearTimeout(pause);
    if (isComposing || [...input.value.trim()].length === 1) return;
    const query = queryNow();
    if (query !== '') wake().postMessage({ prepare: query } satisfies Preparation);
    pause = window.setTimeout(() => askNow(), PAUSE_MS);
  };
  input.addEventListener('input', askSoon);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
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
