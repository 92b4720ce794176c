/** Rewrites an element for the one file: links become fragments or say that they need a network, and scripts are named by their files. */
import {
  type Edit,
  getAttribute,
  type HtmlElement,
  insertAtEnd,
  removeAttribute,
  setAttribute,
} from '../portable-site/html-edits.ts';
import type { Links } from '../portable-site/links.ts';
import { rewriteAttribute } from '../portable-site/rewrite-attribute.ts';
import { SCRIPT_SCHEME } from './file-directory.ts';
import { mediaEdits, NEEDS_NETWORK } from './rewrite-media.ts';

const SCRIPT_ATTRIBUTES = new Set(['data-script', 'data-worker']);

/** The edits of an element of the page `from`, which may include those of its children. */
export function elementEdits(element: HtmlElement, links: Links, from: string): Edit[] {
  const media = mediaEdits(element, links, from);
  if (media) return media;
  return element.attrs.flatMap(({ prefix, name, value }) => {
    const inSource = prefix ? `${prefix}:${name}` : name;
    if (SCRIPT_ATTRIBUTES.has(name))
      return setAttribute(element, inSource, scriptAddress(value, links, from));
    const fresh = rewriteAttribute(element, inSource, value, (address) => links.link(address, from));
    const edits = fresh === value ? [] : setAttribute(element, inSource, fresh);
    const leavesFile = element.tagName === 'a' && name === 'href' && isOnWeb(fresh) && !isOnWeb(value);
    return leavesFile ? [...edits, ...onWebEdits(element)] : edits;
  });
}

const isOnWeb = (address: string): boolean => /^https?:/i.test(address);

function scriptAddress(value: string, links: Links, from: string): string {
  const query = value.includes('?') ? value.slice(value.indexOf('?')) : '';
  return SCRIPT_SCHEME + (links.fileAt(value, from) ?? '') + query;
}

/** A link says that it needs a network, and no script opens it in the page. */
function onWebEdits(element: HtmlElement): Edit[] {
  const attributes = ['data-picture', 'download'].filter((name) => getAttribute(element, name) !== undefined);
  return [
    ...attributes.flatMap((name) => removeAttribute(element, name)),
    ...insertAtEnd(element, `<span>${NEEDS_NETWORK}</span>`),
  ];
}
