/** The set of queries with the pages that answer them, and the script that runs them on the search page. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Query {
  kind: string;
  query: string;
  /** Addresses of which one must be among the first three. */
  answers: string[];
}

/** All queries of tests/search/queries.yml. */
export function readQueries(): Query[] {
  const text = readFileSync(new URL('queries.yml', import.meta.url), 'utf8');
  const kinds = parse(text, { schema: 'failsafe' }) as Record<string, Record<string, string[]>>;
  return Object.entries(kinds).flatMap(([kind, queries]) =>
    Object.entries(queries).map(([query, answers]) => ({
      kind,
      query,
      answers: answers.map((page) => `/${page}`),
    })),
  );
}

/** All queries of tests/search/unanswered.yml, which no page is about, with the telephone number shown for each. */
export function readUnanswered(): { query: string; phone: string }[] {
  const text = readFileSync(new URL('unanswered.yml', import.meta.url), 'utf8');
  const phones = parse(text, { schema: 'failsafe' }) as Record<string, string>;
  return Object.entries(phones).map(([query, phone]) => ({ query, phone }));
}

/**
 * JavaScript for the search page: an expression for a function that submits a query by the form, like a reader,
 * and resolves to the addresses of the first results. Plain text, because Chromium 80 is driven without functions.
 */
export const askByForm = askBy("form.dispatchEvent(new Event('submit', { cancelable: true }));");

/** The same, without the button: the query is entered at once, as by an input method. */
export const askByTyping = askBy(`
  if ([...query].length === 1) form.dispatchEvent(new Event('submit', { cancelable: true }));
  else {
    results.dataset.state = 'busy';
    form.querySelector('input').dispatchEvent(new Event('input'));
  }`);

/**
 * An expression for a function that types a query into the form, key by key (`{ text, afterMs }`), and resolves to the
 * milliseconds from the last key until results are shown: the first three, which fill a phone's screen.
 */
export const typeKeys = `(async (keys) => {
  const form = document.querySelector('#search-form');
  const input = form.querySelector('input');
  const results = document.querySelector('#results');
  input.value = '';
  input.dispatchEvent(new Event('input'));
  const whole = keys.map(({ text }) => text).join('');
  let last = 0;
  for (const { text, afterMs } of keys) {
    await new Promise((key) => setTimeout(key, afterMs));
    input.value += text;
    last = performance.now();
    if ([...whole].length === 1) form.dispatchEvent(new Event('submit', { cancelable: true }));
    else input.dispatchEvent(new Event('input'));
  }
  return new Promise((answer) => {
    const look = () => {
      if (results.dataset.state === 'busy') return;
      observer.disconnect();
      answer(performance.now() - last);
    };
    const observer = new MutationObserver(look);
    observer.observe(results, { attributes: true });
    look();
  });
})`;

function askBy(event: string): string {
  return `((query) => new Promise((answer) => {
  const form = document.querySelector('#search-form');
  const results = document.querySelector('#results');
  const look = () => {
    if (['busy', 'begun', undefined].includes(results.dataset.state)) return;
    observer.disconnect();
    answer(Array.from(results.querySelectorAll('li > a:first-child'), (link) => link.getAttribute('href')));
  };
  const observer = new MutationObserver(look);
  form.querySelector('input').value = query;
  ${event}
  observer.observe(results, { attributes: true });
}))`;
}

/** JavaScript that runs the queries one after another and returns the addresses of each. */
export function askAll(queries: readonly string[], ask = askByForm): string {
  return `(async () => {
    const answers = [];
    for (const query of ${JSON.stringify(queries)}) answers.push(await (${ask})(query));
    return answers;
  })()`;
}

/** Share of the queries that are answered within the first `most` results, and those that are not. */
export function recall(queries: readonly Query[], found: readonly string[][], most: number) {
  const missed = queries.filter(
    ({ answers }, index) => !found[index]?.slice(0, most).some((page) => answers.includes(page)),
  );
  return {
    share: 1 - missed.length / queries.length,
    missed: missed.map(({ kind, query }) => `${kind}: ${query}`),
  };
}
