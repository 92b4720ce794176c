/** The answers of the other counties, below those of the reader's own: asked for by a button, because most readers need only their own. */
import { element, fill, quoted, resultItem } from '../search/client/render-results.ts';
import { completeWith, countiesOf } from './county-results.ts';
import type { ListedCounty } from './listed-county.ts';
import type { FoundResponse, IndexSearch } from './search-worker.ts';

/** The elements of the section. */
export interface OthersElements {
  section: HTMLElement;
  message: HTMLElement;
  results: HTMLElement;
  more: HTMLElement;
}

/** Shows the hits that the reader's own county does not have; returns whether there are any. */
export function renderOthers(
  { section, message, results, more }: OthersElements,
  { hits, count, total, phrases, isGuess }: FoundResponse,
  { query, own, counties }: { query: string; own: string; counties: readonly ListedCounty[] },
): boolean {
  const others = isGuess
    ? []
    : hits.filter(({ facts }) => !countiesOf(facts, counties).some(({ id }) => id === own));
  fill(
    results,
    ...others.map((hit) => resultItem(hit, phrases, { base: '', complete: completeWith(counties) }, false)),
  );
  section.hidden = false;
  more.hidden = isGuess || total <= count;
  results.dataset.state = hits.length < count ? 'begun' : others.length > 0 ? 'ready' : 'empty';
  if (others.length > 0) message.textContent = '下面是别的县的，能不能办，看您自己的县：';
  else if (more.hidden) message.textContent = `别的县没有另外讲${quoted(query)}的。`;
  else message.textContent = '最合适的，您的县都有，就在上面。';
  return others.length > 0;
}

/** Says that the other counties could not be asked; what the own county answered stays. */
export function renderOthersFailure(
  { section, message, results, more }: OthersElements,
  retry: () => void,
): void {
  const again = element('button', 'button mt-2');
  again.setAttribute('type', 'button');
  again.textContent = '再试一次';
  again.addEventListener('click', retry);
  fill(results);
  fill(message, '别的县没有打开，可能是网络断了。上面您的县的，照样能看。', again);
  section.hidden = false;
  more.hidden = true;
  results.dataset.state = 'error';
}

/** Hides the section, for another query. */
export function clearOthers({ section, message, results, more }: OthersElements, search: IndexSearch): void {
  search.forget();
  fill(results);
  message.textContent = '';
  section.hidden = true;
  more.hidden = true;
  delete results.dataset.state;
}
