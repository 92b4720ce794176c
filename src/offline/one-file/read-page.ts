/** Reads a finished page of the site into what the one file stores of it. */
import { applyEdits, type Edit, findElements, getAttribute, remove } from '../portable-site/html-edits.ts';
import type { Links } from '../portable-site/links.ts';
import type { PageFacts } from './page-record.ts';
import { type PageScripts, readScripts } from './page-scripts.ts';
import { elementEdits } from './rewrite-element.ts';

/** Position of a page in the site. */
export interface PageContext {
  /** Links to the files in the one file as fragments, all others to the web. */
  links: Links;
  /** Its file, from the site root. */
  from: string;
}

export interface ReadPage extends PageScripts {
  facts: Omit<PageFacts, 'scripts' | 'header' | 'footer'>;
  /** The inner HTML of the body before, in and after the main part. */
  header: string;
  main: string;
  footer: string;
  /** Scripts that the page runs as workers: files of the site. */
  workers: string[];
}

/** The parts of a page. Throws if it has no main part. */
export function readPage(html: string, { links, from }: PageContext): ReadPage {
  const elements = findElements(html);
  const find = (tagName: string) => elements.find((element) => element.tagName === tagName);
  const [page, body, main] = [find('html'), find('body'), find('main')];
  const [inBody, ofMain] = [body?.sourceCodeLocation, main?.sourceCodeLocation];
  if (!page || !body || !inBody?.startTag || !inBody.endTag || !ofMain) throw new Error(`${from}: no main`);
  const scripts = readScripts(elements, html, (address) => links.fileAt(address, from));
  const edits = withoutNested([
    ...elements.filter(({ tagName }) => tagName === 'script').flatMap(remove),
    ...elements.flatMap((element) => elementEdits(element, links, from)),
  ]);
  const part = (start: number, end: number) => editedPart(html, edits, start, end);
  const header = part(inBody.startTag.endOffset, ofMain.startOffset);
  const current = elements.find((element) => getAttribute(element, 'aria-current') === 'page');
  const isInHeader =
    (current?.sourceCodeLocation?.endOffset ?? Number.POSITIVE_INFINITY) < ofMain.startOffset;
  return {
    ...scripts,
    facts: {
      title: titleOf(html),
      lang: getAttribute(page, 'lang') ?? '',
      built: getAttribute(page, 'data-built') ?? '',
      bodyClass: getAttribute(body, 'class') ?? '',
      current: current && isInHeader ? links.link(getAttribute(current, 'href') ?? '', from) : '',
    },
    header: header.replace(' aria-current="page"', ''),
    main: part(ofMain.startOffset, ofMain.endOffset),
    footer: part(ofMain.endOffset, inBody.endTag.startOffset),
    workers: elements.flatMap((each) => links.fileAt(getAttribute(each, 'data-worker') ?? '', from) ?? []),
  };
}

/** The title as it is in the source, an escaped text. */
const titleOf = (html: string): string => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';

/** The edits of elements that are not inside a replaced one. */
function withoutNested(edits: readonly Edit[]): Edit[] {
  let end = 0;
  return edits
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter((edit) => {
      if (edit.from < end) return false;
      end = Math.max(end, edit.to);
      return true;
    });
}

function editedPart(html: string, edits: readonly Edit[], start: number, end: number): string {
  const inside = edits.filter(({ from, to }) => from >= start && to <= end);
  return applyEdits(
    html.slice(start, end),
    inside.map(({ from, to, text }) => ({ from: from - start, to: to - start, text })),
  );
}
