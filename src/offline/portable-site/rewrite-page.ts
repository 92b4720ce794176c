/** Rewrites a page for the portable site: relative links, and polyfills for APIs that browsers refuse to files. */
import {
  addAttribute,
  applyEdits,
  type Edit,
  findElements,
  getAttribute,
  type HtmlElement,
  insertBefore,
  remove,
  setAttribute,
} from './html-edits.ts';
import { type Links, relativeLink } from './links.ts';
import { rewriteAttribute } from './rewrite-attribute.ts';

/** Position of a page in the site. */
export interface PageContext {
  links: Links;
  /** Its file, from the site root. */
  from: string;
  /** The script that runs before all others. */
  firstScript: string;
}

export interface PortablePage {
  html: string;
  /** Scripts that the page runs as workers: files of the site. */
  workers: string[];
  /** Pages whose print sheet the page fetches: addresses as written in its script. */
  sheets: string[];
}

/** The rewritten page, and the files its scripts will request. */
export function rewritePage(html: string, { links, from, firstScript }: PageContext): PortablePage {
  const elements = findElements(html);
  const workers = elements.flatMap(
    (element) => links.fileAt(getAttribute(element, 'data-worker') ?? '', from) ?? [],
  );
  const link = (value: string) => links.link(value, from);
  // The script in the head of the search page adds another.
  const isScript = (element: HtmlElement) =>
    element.tagName === 'script' &&
    ['src', 'data-page-script'].some((name) => getAttribute(element, name) !== undefined);
  const first = elements.find(isScript);
  const edits = [
    ...elements
      .filter(({ tagName }) => tagName === 'html')
      .flatMap((page) => addAttribute(page, 'data-card')),
    ...elements.flatMap((element) => elementEdits(element, link)),
    ...(first ? insertBefore(first, `<script defer src="${relativeLink(from, firstScript)}"></script>`) : []),
  ];
  return {
    html: applyEdits(html, edits),
    workers,
    sheets: elements
      .filter((element) => getAttribute(element, 'data-sheet') !== undefined)
      .map((element) => getAttribute(element, 'value') ?? ''),
  };
}

function elementEdits(element: HtmlElement, link: (value: string) => string): Edit[] {
  // A file cannot be installed as an app: the request would fail.
  if (element.tagName === 'link' && getAttribute(element, 'rel') === 'manifest') return remove(element);
  return element.attrs.flatMap(({ prefix, name, value }) => {
    const inSource = prefix ? `${prefix}:${name}` : name;
    const fresh = rewriteAttribute(element, inSource, value, link);
    return fresh === value ? [] : setAttribute(element, inSource, fresh);
  });
}

/** The print sheet of a page, as its script finds it; undefined if there is none. */
export function findSheet(html: string): string | undefined {
  const isSheet = (element: HtmlElement) =>
    (getAttribute(element, 'class') ?? '').split(/\s+/).includes('sheet');
  const location = findElements(html).find(isSheet)?.sourceCodeLocation;
  return location ? html.slice(location.startOffset, location.endOffset) : undefined;
}
