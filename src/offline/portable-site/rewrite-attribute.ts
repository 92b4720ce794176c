/** Rewrites attribute values for the portable site. */
import { getAttribute, type HtmlElement } from './html-edits.ts';

/** Attributes with one URL. */
const URL_ATTRIBUTES = new Set([
  'href',
  'xlink:href',
  'src',
  'action',
  'formaction',
  'poster',
  'data-worker',
  'data-page-script',
  'data-script',
]);
/** Attributes with several URLs, each with a descriptor. */
const URL_LIST_ATTRIBUTES = new Set(['srcset', 'imagesrcset']);

/** The new value of an attribute, or the same one. `link` makes an address relative. */
export function rewriteAttribute(
  element: HtmlElement,
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
  // Scripts append site-relative addresses to it: see src/search/client/render-results.ts.
  if (name === 'data-base') return link(value).replace(/index\.html$/, '') || '.';
  if (name === 'content' && element.tagName === 'meta') return rewriteMetaContent(element, value, link);
  return value;
}

function rewriteMetaContent(element: HtmlElement, value: string, link: (value: string) => string): string {
  if (getAttribute(element, 'http-equiv')?.toLowerCase() !== 'refresh') return value;
  return value.replace(
    /^(\s*\d+\s*;\s*url=)(.+)$/i,
    (_, before: string, address: string) => before + link(address),
  );
}
