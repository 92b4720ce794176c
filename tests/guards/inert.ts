/** Checks that the output of a case is inert: no element that runs code, no address that loads from another host on its own. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Corpus } from '../../src/corpus/index.ts';
import type { Block } from '../../src/documents/block.ts';
import { isComponent } from '../../src/documents/block.ts';

const SITE = 'https://site.invalid/';
const ACTIVE = new Set(
  `script style iframe object embed form base meta link svg math template video audio noscript button input
  frame frameset applet portal`.split(/\s+/),
);
const PLAIN_ID = /^[a-z0-9-]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches control characters.
const CONTROL = /[\u0000-\u0020\u007f-\u009f\u202a-\u202e\u2066-\u2069\\]/;

/** Whether the documents and records of the files, given by path, are inert in a site built from `corpus`. */
export function isInert(corpus: Corpus, paths: readonly string[]): boolean {
  return paths.every((path) => {
    const [, collection = '', slug = ''] = /^content\/(\w+)\/(.*)\.\w+$/.exec(path) ?? [];
    const all = (corpus.documents as unknown as Record<string, readonly Read[]>)[collection] ?? [];
    const read = all.find((each) => (each.slug ?? each.id) === slug);
    return read === undefined || (isDead(read.data ?? read) && (read.body?.blocks ?? []).every(isDeadBlock));
  });
}

/** A document, or a record. */
interface Read {
  slug?: string;
  id?: string;
  data?: object;
  body?: { blocks: Block[] };
}

function isDeadBlock(block: Block): boolean {
  if (!isComponent(block)) return isDeadHtml(block.html);
  const { contact = '', policy = '' } = block.attributes;
  return PLAIN_ID.test(contact) && PLAIN_ID.test(policy) && block.children.every(isDeadBlock);
}

type Node = DefaultTreeAdapterTypes.Node;

function isDeadHtml(html: string): boolean {
  const isDeadNode = (node: Node): boolean => {
    if ('attrs' in node) {
      if (ACTIVE.has(node.tagName)) return false;
      if (!node.attrs.every(({ name, value }) => isDeadAttribute(name, value))) return false;
    }
    return !('childNodes' in node) || node.childNodes.every(isDeadNode);
  };
  return isDeadNode(parseFragment(html));
}

function isDeadAttribute(name: string, value: string): boolean {
  if (/^on|^(?:srcdoc|formaction|ping|style)$/i.test(name)) return false;
  if (name === 'href') return isDeadLink(value);
  return name !== 'src' && name !== 'srcset' ? true : isOwnFile(value);
}

/** Whether a link only navigates when tapped; an address that no browser can parse is inert. */
function isDeadLink(value: string): boolean {
  if (!URL.canParse(value, SITE)) return true;
  const { protocol, host } = new URL(value, SITE);
  const isElsewhere = host !== '' && host !== new URL(SITE).host;
  if (isElsewhere && !/^https?:/i.test(value)) return false;
  return ['https:', 'http:', 'tel:', 'mailto:'].includes(protocol);
}

function isOwnFile(value: string): boolean {
  if (CONTROL.test(value) || value.includes('..') || !URL.canParse(value, SITE)) return false;
  return new URL(value, SITE).origin === new URL(SITE).origin;
}

const FIELDS: Readonly<Record<string, (value: string) => boolean>> = {
  src: isOwnFile,
  url: (value) => /^https?:\/\/[^/]/.test(value) && URL.canParse(value) && !/[\s<>]/.test(value),
  phone: (value) => /^[\d-]+$/.test(value),
  replacedBy: (value) => PLAIN_ID.test(value),
};

/** Whether the values of fields that become addresses are inert. */
function isDead(data: object): boolean {
  return Object.entries(data).every(([name, value]) => {
    if (typeof value === 'string') return FIELDS[name]?.(value) ?? true;
    return typeof value !== 'object' || value === null || isDead(value);
  });
}
