/**
 * Adds break opportunities to a rendered page: to all headings, card titles, key points, tiles and buttons. site.css forbids other
 * breaks in exactly these.
 */
import { addWordBreaks } from './word-breaks.ts';

/** As wide as the screen, broken by clauses: headings and elements with one of these classes. */
const STRICT = /^h[1-6]$/;
const STRICT_CLASSES = new Set(['card-title', 'balance', 'sheet-title']);
/** Running text and narrower boxes: broken between any two words. */
const LOOSE_CLASSES = new Set(['button', 'phrases', 'icon-grid', 'slip', 'sheet-points']);
/** Elements without text of the page. */
const OPAQUE = /^(?:script|style|textarea|svg|select|pre)$/;
const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr|path)$/;

/** A comment, or a tag with its name and attributes. */
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)([^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>/g;
/** A character written as an entity, text, or a mark that begins neither tag nor entity. */
const TEXT = /&[#\w]+;|[^<&]+|[<&]/g;
const HAN = /\p{Script=Han}/u;

/** A text child of a flex container is one flex item; `<wbr>` would split it into several. */
const FLEX_CLASSES = new Set(['button', 'flex', 'inline-flex', 'crumb']);

type Mode = 'strict' | 'loose' | 'opaque' | undefined;

/** An open element around the text. */
interface OpenElement {
  name: string;
  mode: Mode;
  isFlex: boolean;
}

const NO_ELEMENT: OpenElement = { name: '', mode: undefined, isFlex: false };

/**
 * The HTML with a `<wbr>` at each break opportunity of the elements above, otherwise unchanged. `names` are never split.
 */
export function addWordBreaksToPage(html: string, names: readonly string[] = []): string {
  const open: OpenElement[] = [];
  let around = NO_ELEMENT;
  let out = '';
  /** The start of what is not in `out` yet, and the end of the last tag. */
  let [copied, closed] = [0, 0];
  const addText = (to: number) => {
    if (to === closed || around.mode === undefined || around.mode === 'opaque') return;
    const text = html.slice(closed, to);
    const broken = breakText(text, around, names);
    if (broken === text) return;
    out += html.slice(copied, closed) + broken;
    copied = to;
  };
  for (const { 0: tag, 1: slash, 2: written, 3: attributes = '', index } of html.matchAll(TAG)) {
    addText(index);
    closed = index + tag.length;
    if (written === undefined) continue;
    const name = written.toLowerCase();
    if (slash) {
      // Closes the element and unclosed ones inside.
      const at = open.findLastIndex((element) => element.name === name);
      if (at >= 0) open.splice(at);
    } else if (around.mode !== 'opaque' && !VOID.test(name) && !attributes.endsWith('/')) {
      open.push(element(name, attributes, around));
    } else continue;
    around = open.at(-1) ?? NO_ELEMENT;
  }
  addText(html.length);
  return out + html.slice(copied);
}

function breakText(text: string, { mode, isFlex }: OpenElement, names: readonly string[]): string {
  if (!HAN.test(text)) return text;
  return text.replace(TEXT, (piece) => {
    if (/^[<&]/.test(piece)) return piece;
    const phrases = addWordBreaks(piece, { names, isLoose: mode === 'loose' });
    return isFlex && phrases !== piece ? `<span>${phrases}</span>` : phrases;
  });
}

/** Elements by name, classes and the mode around them: a site has few different ones. */
const elements = new Map<string, OpenElement>();

function element(name: string, attributes: string, { mode }: OpenElement): OpenElement {
  const classes = /(?:^|\s)class="([^"]*)"/.exec(attributes)?.[1] ?? '';
  const key = `${name} ${mode} ${classes}`;
  const known = elements.get(key) ?? newElement(name, classes.split(/\s+/), mode);
  elements.set(key, known);
  return known;
}

function newElement(name: string, classes: readonly string[], mode: Mode): OpenElement {
  const own = modeOf(name, classes);
  return {
    name,
    mode: mode === 'loose' && own === 'strict' ? mode : (own ?? mode),
    isFlex: classes.some((each) => FLEX_CLASSES.has(each)),
  };
}

function modeOf(name: string, classes: readonly string[]): Mode {
  if (OPAQUE.test(name)) return 'opaque';
  if (name === 'summary' || classes.some((each) => LOOSE_CLASSES.has(each))) return 'loose';
  if (name === 'p' && classes.includes('text-lead')) return 'loose';
  return STRICT.test(name) || classes.some((each) => STRICT_CLASSES.has(each)) ? 'strict' : undefined;
}
