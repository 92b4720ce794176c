/** The scripts of a page, in the order in which a browser runs them. */
import { hash } from 'node:crypto';
import { getAttribute, type HtmlElement } from '../portable-site/html-edits.ts';

export interface PageScripts {
  /** Their names: files of the site, or names of inline scripts. */
  scripts: string[];
  /** The code of the inline scripts, by name. */
  inline: Map<string, string>;
  /** Files that scripts of the page load on demand. */
  onDemand: string[];
}

/** Attribute of the script in the head of the search page that adds another; it starts a worker, which the one file does not have. */
const ADDED_SCRIPT = 'data-page-script';

/** The scripts among `elements`; `fileAt` gives the file of an address. */
export function readScripts(
  elements: readonly HtmlElement[],
  html: string,
  fileAt: (address: string) => string | undefined,
): PageScripts {
  const inline = new Map<string, string>();
  const immediate: string[] = [];
  const deferred: string[] = [];
  for (const element of elements.filter(isClassicScript)) {
    const address = getAttribute(element, ADDED_SCRIPT) ?? getAttribute(element, 'src');
    const file = address === undefined ? undefined : fileAt(address);
    if (file !== undefined) deferred.push(file);
    if (address !== undefined) continue;
    const code = codeOf(element, html);
    const name = `inline/${hash('sha256', code).slice(0, 16)}.js`;
    inline.set(name, code);
    immediate.push(name);
  }
  const onDemand = elements.flatMap((element) => fileAt(getAttribute(element, 'data-script') ?? '') ?? []);
  return { scripts: [...immediate, ...deferred], inline, onDemand };
}

/** Neither data, such as JSON-LD, nor a module. */
function isClassicScript(element: HtmlElement): boolean {
  return element.tagName === 'script' && getAttribute(element, 'type') === undefined;
}

function codeOf({ sourceCodeLocation: place }: HtmlElement, html: string): string {
  return place?.startTag && place.endTag
    ? html.slice(place.startTag.endOffset, place.endTag.startOffset)
    : '';
}
