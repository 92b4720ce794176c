/** The set of queries with the pages that answer them, and the script that asks them on the search page. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Query {
  kind: string;
  query: string;
  /** Addresses of which one has to be among the first three. */
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

/**
 * JavaScript for the search page: asks each query as a reader would, by the form, and gives the addresses of the
 * first ten results of each. Plain text, because Chromium 80 is driven without functions.
 */
export function askAll(queries: readonly string[]): string {
  return `(async () => {
    const form = document.querySelector('#search-form');
    const results = document.querySelector('#results');
    const answers = [];
    for (const query of ${JSON.stringify(queries)}) {
      form.querySelector('input').value = query;
      form.dispatchEvent(new Event('submit', { cancelable: true }));
      for (let wait = 0; results.dataset.state === 'busy' && wait < 500; wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      answers.push(Array.from(results.querySelectorAll('a'), (link) => link.getAttribute('href')));
    }
    return answers;
  })()`;
}

/** How many of the queries are answered within the first `most` results, and those that are not. */
export function recall(queries: readonly Query[], found: readonly string[][], most: number) {
  const missed = queries.filter(
    ({ answers }, index) => !found[index]?.slice(0, most).some((page) => answers.includes(page)),
  );
  return {
    share: 1 - missed.length / queries.length,
    missed: missed.map(({ kind, query }) => `${kind}: ${query}`),
  };
}
