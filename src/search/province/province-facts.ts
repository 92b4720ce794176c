/** What a result of the province's index says about its counties. All strings, as in every fragment. */
import type { ResultFacts } from '../search-documents.ts';

/** In what the counties' pages differ; `dates` if in those as well. */
export type Differences = 'text' | 'dates';

export interface ProvinceFacts extends ResultFacts {
  /** The counties that have the page, in the form of formatCounties. */
  counties: string;
  /** Absent if it is the same in all of them. */
  differs?: Differences;
}

/** The ids of counties, separated by blanks; `*` for all, `* -a -b` for all but two. */
export function formatCounties(having: readonly string[], all: readonly string[]): string {
  const missing = all.filter((id) => !having.includes(id));
  if (missing.length < having.length && having.length > 1)
    return ['*', ...missing.map((id) => `-${id}`)].join(' ');
  return having.join(' ');
}

/** Those of `all` that a text of formatCounties names. */
export function readCounties<C extends { id: string }>(text: string, all: readonly C[]): C[] {
  const names = new Set(text.split(' '));
  return all.filter(({ id }) => (names.has('*') ? !names.has(`-${id}`) : names.has(id)));
}
