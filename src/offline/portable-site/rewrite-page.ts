/** A page of the site as it stands on a card: its links made relative, and what a browser refuses to files made good. */
import {
  addAttribute,
  applyEdits,
  type Edit,
  type Element,
  findElements,
  getAttribute,
  insertBefore,
  remove,
  setAttribute,
} from './html-edits.ts';
import { type Links, relativeLink } from './links.ts';
import { allowWebAssembly, rewriteAttribute } from './rewrite-attribute.ts';

/** Where a page stands. */
export interface PageContext {
  links: Links;
  /** Its file, from the site's top. */
  from: string;
  /** The file of the script that is to run before all others. */
  firstScript: string;
}

export interface PortablePage {
  html: string;
  /** Scripts that it runs as workers: files of the site. */
  workers: string[];
  /** Pages from which it takes a sheet to print: their addresses as its script fetches them. */
  sheets: string[];
}

/** The page `html` as it stands on the card, and what its scripts will ask for. */
export function rewritePage(html: string, { links, from, firstScript }: PageContext): PortablePage {
  const elements = findElements(html);
  const workers = elements.flatMap(
    (element) => links.fileAt(getAttribute(element, 'data-worker') ?? '', from) ?? [],
  );
  const link = (value: string) => links.link(value, from);
  const isScript = (element: Element) =>
    element.tagName === 'script' && getAttribute(element, 'src') !== undefined;
  const first = elements.find(isScript);
  const edits = [
    ...elements
      .filter(({ tagName }) => tagName === 'html')
      .flatMap((page) => addAttribute(page, 'data-card')),
    ...elements.flatMap((element) => elementEdits(element, link, workers.length > 0)),
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

function elementEdits(element: Element, link: (value: string) => string, searches: boolean): Edit[] {
  // A browser would ask for it in vain: a file cannot be installed.
  if (element.tagName === 'link' && getAttribute(element, 'rel') === 'manifest') return remove(element);
  const isPolicy = getAttribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy';
  return element.attrs.flatMap(({ prefix, name, value }) => {
    const inSource = prefix ? `${prefix}:${name}` : name;
    const fresh =
      isPolicy && searches && name === 'content'
        ? allowWebAssembly(value)
        : rewriteAttribute(element, inSource, value, link);
    return fresh === value ? [] : setAttribute(element, inSource, fresh);
  });
}

/** The sheet of a page, as the script that prints it finds it; undefined where it has none. */
export function findSheet(html: string): string | undefined {
  const isSheet = (element: Element) => (getAttribute(element, 'class') ?? '').split(/\s+/).includes('sheet');
  const place = findElements(html).find(isSheet)?.sourceCodeLocation;
  return place ? html.slice(place.startOffset, place.endOffset) : undefined;
}
