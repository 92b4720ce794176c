/** A worker that searches one index: the county's or the province's. The script is that of a county's own search page. */
import type { SearchRequest, SearchResponse, SearchStart } from '../search/client/messages.ts';

export type FoundResponse = Extract<SearchResponse, { hits: unknown }>;

/** A request without its number. */
export type Question = Omit<SearchRequest, 'number' | 'filters'>;

export interface IndexSearch {
  /** Asks; only the answer to the last question comes, in parts. */
  ask(question: Question): void;
  /** The answer to the last question no longer matters. */
  forget(): void;
}

export interface SearchHandlers {
  onAnswer(answer: FoundResponse): void;
  /** The index or the worker could not be loaded; the next question tries again. */
  onFailure(): void;
}

/** A search of the index in the folder `index`, which ends with a slash; nothing is loaded before the first question. */
export function openIndexSearch(
  { script, index, pages }: { script: string; index: string; pages: number },
  { onAnswer, onFailure }: SearchHandlers,
): IndexSearch {
  let worker: Worker | undefined;
  let number = 0;
  const fail = () => {
    worker?.terminate();
    worker = undefined;
    onFailure();
  };
  const start = (): Worker => {
    const url = new URL(script, location.href);
    url.searchParams.set('index', new URL(index, location.href).pathname);
    url.searchParams.set('pages', String(pages));
    const started = new Worker(url.href);
    started.addEventListener('message', ({ data }: MessageEvent<SearchResponse>) => {
      if (data.number !== number) return;
      if ('failed' in data) fail();
      else onAnswer(data);
    });
    started.addEventListener('error', fail);
    // The table of the shards is not in this page.
    started.postMessage({ shards: '' } satisfies SearchStart);
    return started;
  };
  return {
    ask(question) {
      number += 1;
      worker ??= start();
      worker.postMessage({ number, filters: {}, ...question } satisfies SearchRequest);
    },
    forget() {
      number += 1;
    },
  };
}
