/** Elements that a style sheet in the page hides, as far as plain selectors say so: .x, #x and p.x. */
import type { Element, Root } from 'hast';
import { treeText } from '../../markup/index.ts';
import { countCharacters } from '../source-document.ts';
import { pageText } from './page-text.ts';

/** The maximum share of a page that such rules may hide: a page that hides more shows it with a script. */
const MAX_HIDDEN_SHARE = 0.5;

/** Whether the style sheets of the page hide an element. */
export function hiddenByStyleSheet(page: Root): (element: Element) => boolean {
  const selectors = sheetsOf(page).flatMap(selectorsThatHide);
  if (selectors.length === 0) return () => false;
  const isHidden = (element: Element) => selectors.some((matches) => matches(element));
  const hidden = countCharacters(textsWhere(page, isHidden).join(''));
  return hidden <= countCharacters(pageText(page)) * MAX_HIDDEN_SHARE ? isHidden : () => false;
}

function sheetsOf(node: Root | Element): string[] {
  return node.children.flatMap((child): string[] => {
    if (child.type !== 'element') return [];
    return child.tagName === 'style' ? [treeText(child)] : sheetsOf(child);
  });
}

/** The selectors of rules with display: none, outside of media queries. */
function selectorsThatHide(sheet: string): ((element: Element) => boolean)[] {
  const plain = sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return Array.from(plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)).flatMap(([, selector = '', rules = '']) =>
    /(?:^|;)\s*display\s*:\s*none/i.test(rules) ? selector.split(',').flatMap(matcherOf) : [],
  );
}

function matcherOf(selector: string): ((element: Element) => boolean)[] {
  const parts = /^\s*([a-z][a-z0-9]*)?([.#])([\w-]+)\s*$/i.exec(selector);
  if (parts === null) return [];
  const [, tag, sign, name] = parts;
  return [
    ({ tagName, properties }) =>
      (tag === undefined || tag.toLowerCase() === tagName) &&
      (sign === '#' ? properties.id === name : [properties.className].flat().includes(name)),
  ];
}

function textsWhere(node: Root | Element, fits: (element: Element) => boolean): string[] {
  return node.children.flatMap((child): string[] => {
    if (child.type !== 'element') return [];
    return fits(child) ? [pageText(child)] : textsWhere(child, fits);
  });
}
