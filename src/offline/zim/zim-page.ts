/** Converts a page of the portable site to a page of a ZIM book. */
import {
  applyEdits,
  type Edit,
  findElements,
  getAttribute,
  type HtmlElement,
  insertAfter,
  remove,
  visibleText,
} from '../portable-site/html-edits.ts';
import { hanNgrams } from './ngrams.ts';

/** Repeats a word of the title or keywords this often, which ranks it above words of the text. */
const TITLE_WEIGHT = 5;
/** Maximum length of n-grams, from the title and keywords, and from the text. */
const MAX_NGRAM_LENGTH = { name: 6, text: 4 };

/**
 * The page without its CSP, because readers serve books under addresses of their own; with n-grams as keywords, or with
 * noindex if the search must not find it.
 */
export function toZimPage(html: string, isFound: boolean): string {
  const elements = findElements(html);
  const isPolicy = (element: HtmlElement) =>
    getAttribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy';
  return applyEdits(html, [
    ...elements.filter(isPolicy).flatMap(remove),
    ...(isFound ? addKeywords(elements) : addNoindex(elements)),
  ]);
}

function addKeywords(elements: readonly HtmlElement[]): Edit[] {
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

function addNoindex(elements: readonly HtmlElement[]): Edit[] {
  const title = elements.find(({ tagName }) => tagName === 'title');
  const isHidden = elements.some((element) => getAttribute(element, 'name') === 'robots');
  return title && !isHidden ? insertAfter(title, '<meta name="robots" content="noindex">') : [];
}
