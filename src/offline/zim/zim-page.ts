/** A page of the card as a page of a ZIM book. */
import {
  applyEdits,
  type Edit,
  type Element,
  findElements,
  getAttribute,
  insertAfter,
  remove,
  visibleText,
} from '../portable-site/html-edits.ts';
import { hanNgrams } from './ngrams.ts';

/** How many times as much a word in the title or the keywords weighs as one in the text. */
const TITLE_WEIGHT = 5;
/** The most characters of a word that older readers find: in the name of a page, and in its text. */
const MAX_NGRAM_LENGTH = { name: 6, text: 4 };

/**
 * The page without its security policy, because each reader shows books under an address of its own making, some in
 * pieces; with the words that the readers' search finds it by, or, where it is not to be found, with the wish not to be.
 */
export function toZimPage(html: string, isFound: boolean): string {
  const elements = findElements(html);
  const isPolicy = (element: Element) =>
    getAttribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy';
  return applyEdits(html, [
    ...elements.filter(isPolicy).flatMap(remove),
    ...(isFound ? addKeywords(elements) : addNoindex(elements)),
  ]);
}

function addKeywords(elements: readonly Element[]): Edit[] {
  const named = (name: string) => elements.find(({ tagName }) => tagName === name);
  const [title, main] = [named('title'), named('main')];
  const keywords = elements.find((element) => getAttribute(element, 'name') === 'Keywords');
  const name = `${title ? visibleText(title) : ''} ${keywords ? getAttribute(keywords, 'content') : ''}`;
  const words = [
    ...Array.from({ length: TITLE_WEIGHT }, () => hanNgrams(name, MAX_NGRAM_LENGTH.name)).flat(),
    ...hanNgrams(main ? visibleText(main) : '', MAX_NGRAM_LENGTH.text),
  ];
  return title && words.length > 0
    ? insertAfter(title, `<meta name="keywords" content="${words.join(' ')}">`)
    : [];
}

function addNoindex(elements: readonly Element[]): Edit[] {
  const title = elements.find(({ tagName }) => tagName === 'title');
  const isHidden = elements.some((element) => getAttribute(element, 'name') === 'robots');
  return title && !isHidden ? insertAfter(title, '<meta name="robots" content="noindex">') : [];
}
