/** What an attribute of a page becomes on a card. */
import { type Element, getAttribute } from './html-edits.ts';

/** Attributes that hold one address. */
const URL_ATTRIBUTES = new Set([
  'href',
  'xlink:href',
  'src',
  'action',
  'formaction',
  'poster',
  'data-worker',
]);
/** Attributes that hold several, each with the size of the picture. */
const URL_LIST_ATTRIBUTES = new Set(['srcset', 'imagesrcset']);

/** Gives the new value of an attribute, the same one where nothing changes. `link` makes an address relative. */
export function rewriteAttribute(
  element: Element,
  name: string,
  value: string,
  link: (value: string) => string,
) {
  if (URL_ATTRIBUTES.has(name) || (name === 'data' && element.tagName === 'object')) return link(value);
  if (URL_LIST_ATTRIBUTES.has(name)) {
    return value.replace(
      /(^|,\s+)([^\s,]\S*)/g,
      (_, before: string, address: string) => before + link(address),
    );
  }
  // Scripts put addresses from the site's top behind it: see src/search/client/render-results.ts.
  if (name === 'data-base') return link(value).replace(/index\.html$/, '') || '.';
  if (name === 'content' && element.tagName === 'meta') return rewriteMetaContent(element, value, link);
  return value;
}

function rewriteMetaContent(element: Element, value: string, link: (value: string) => string): string {
  if (getAttribute(element, 'http-equiv')?.toLowerCase() !== 'refresh') return value;
  return value.replace(
    /^(\s*\d+\s*;\s*url=)(.+)$/i,
    (_, before: string, address: string) => before + link(address),
  );
}

/**
 * The policy of a page that runs the search without a worker: it must allow the page what a worker is allowed by itself.
 * Chromium knows a word for WebAssembly alone since 97, before that only the wide one.
 */
export function allowWebAssembly(policy: string): string {
  return policy.replace(/script-src /, "script-src 'unsafe-eval' ");
}
