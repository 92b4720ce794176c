/** A page of the card as a page of a ZIM book. */
import {
  applyEdits,
  attributeOf,
  type Edit,
  type Element,
  elementsOf,
  insertAfter,
  remove,
  textOf,
} from '../card/html-edits.ts';
import { gramsOf } from './grams.ts';

/** How many times as much a word in the title or the keywords weighs as one in the text. */
const NAME_WEIGHT = 5;
/** The most characters of a word that older readers find: in the name of a page, and in its text. */
const LONGEST = { name: 6, text: 4 };

/**
 * The page without its security policy, because each reader shows books under an address of its own making, some in
 * pieces; with the words that the readers' search finds it by, or, where it is not to be found, with the wish not to be.
 */
export function bookPage(html: string, isFound: boolean): string {
  const elements = elementsOf(html);
  const isPolicy = (element: Element) =>
    attributeOf(element, 'http-equiv')?.toLowerCase() === 'content-security-policy';
  return applyEdits(html, [
    ...elements.filter(isPolicy).flatMap(remove),
    ...(isFound ? wordsOf(elements) : hidden(elements)),
  ]);
}

function wordsOf(elements: readonly Element[]): Edit[] {
  const named = (name: string) => elements.find(({ tagName }) => tagName === name);
  const [title, main] = [named('title'), named('main')];
  const keywords = elements.find((element) => attributeOf(element, 'name') === 'Keywords');
  const name = `${title ? textOf(title) : ''} ${keywords ? attributeOf(keywords, 'content') : ''}`;
  const words = [
    ...Array.from({ length: NAME_WEIGHT }, () => gramsOf(name, LONGEST.name)).flat(),
    ...gramsOf(main ? textOf(main) : '', LONGEST.text),
  ];
  return title && words.length > 0
    ? insertAfter(title, `<meta name="keywords" content="${words.join(' ')}">`)
    : [];
}

function hidden(elements: readonly Element[]): Edit[] {
  const title = elements.find(({ tagName }) => tagName === 'title');
  const isHidden = elements.some((element) => attributeOf(element, 'name') === 'robots');
  return title && !isHidden ? insertAfter(title, '<meta name="robots" content="noindex">') : [];
}
