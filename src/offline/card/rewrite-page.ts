/** A page of the site as it stands on a card: its links made relative, and what a browser refuses to files made good. */
import {
  addAttribute,
  applyEdits,
  attributeOf,
  type Edit,
  type Element,
  elementsOf,
  insertBefore,
  remove,
  setAttribute,
} from './html-edits.ts';
import { type Links, wayOnCard } from './links.ts';
import { newValue, policyWithEngine } from './new-value.ts';

/** Where a page stands. */
export interface PlaceOfPage {
  links: Links;
  /** Its file, from the site's top. */
  from: string;
  /** The file of the script that is to run before all others. */
  firstScript: string;
}

export interface PageOnCard {
  html: string;
  /** Scripts that it runs as workers: files of the site. */
  workers: string[];
  /** Pages from which it takes a sheet to print: their addresses as its script fetches them. */
  sheets: string[];
}

/** The page `html` as it stands on the card, and what its scripts will ask for. */
export function rewritePage(html: string, { links, from, firstScript }: PlaceOfPage): PageOnCard {
  const elements = elementsOf(html);
  const workers = elements.flatMap(
    (element) => links.fileAt(attributeOf(element, 'data-worker') ?? '', from) ?? [],
  );
  const link = (value: string) => links.link(value, from);
  const isScript = (element: Element) =>
    element.tagName === 'script' && attributeOf(element, 'src') !== undefined;
  const first = elements.find(isScript);
  const edits = [
    ...elements
      .filter(({ tagName }) => tagName === 'html')
      .flatMap((page) => addAttribute(page, 'data-card')),
    ...elements.flatMap((element) => editsOf(element, link, workers.length > 0)),
    ...(first ? insertBefore(first, `<script defer src="${wayOnCard(from, firstScript)}"></script>`) : []),
  ];
  return {
    html: applyEdits(html, edits),
    workers,
    sheets: elements
      .filter((element) => attributeOf(element, 'data-sheet') !== undefined)
      .map((element) => attributeOf(element, 'value') ?? ''),
  };
}

function editsOf(element: Element, link: (value: string) => string, searches: boolean): Edit[] {
  // A browser would ask for it in vain: a file cannot be installed.
  if (element.tagName === 'link' && attributeOf(element, 'rel') === 'manifest') return remove(element);
  const isPolicy = attributeOf(element, 'http-equiv')?.toLowerCase() === 'content-security-policy';
  return element.attrs.flatMap(({ prefix, name, value }) => {
    const inSource = prefix ? `${prefix}:${name}` : name;
    const fresh =
      isPolicy && searches && name === 'content'
        ? policyWithEngine(value)
        : newValue(element, inSource, value, link);
    return fresh === value ? [] : setAttribute(element, inSource, fresh);
  });
}

/** The sheet of a page, as the script that prints it finds it; undefined where it has none. */
export function sheetOf(html: string): string | undefined {
  const isSheet = (element: Element) => (attributeOf(element, 'class') ?? '').split(/\s+/).includes('sheet');
  const place = elementsOf(html).find(isSheet)?.sourceCodeLocation;
  return place ? html.slice(place.startOffset, place.endOffset) : undefined;
}
