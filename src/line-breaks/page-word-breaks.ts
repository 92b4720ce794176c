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

/** A comment, a tag with its name and attributes, a character written as an entity, or text. */
const TOKEN = /<!--.*?-->|<(\/?)([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|&[#\w]+;|[^<&]+|[<&]/gs;

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
  return html.replace(TOKEN, (token, slash?: string, name = '', attributes = '') => {
    const around = open.at(-1) ?? NO_ELEMENT;
    const tag = name.toLowerCase();
    if (name === '') return /^[<&]/.test(token) ? token : breakText(token, around, names);
    if (slash) {
      // Closes the element and unclosed ones inside.
      const at = open.findLastIndex((element) => element.name === tag);
      if (at >= 0) open.splice(at);
    } else if (around.mode !== 'opaque' && !VOID.test(tag) && !attributes.endsWith('/')) {
      open.push(element(tag, attributes, around));
    }
    return token;
  });
}

function breakText(text: string, { mode, isFlex }: OpenElement, names: readonly string[]): string {
  if (mode === undefined || mode === 'opaque') return text;
  const phrases = addWordBreaks(text, { names, isLoose: mode === 'loose' });
  return isFlex && phrases !== text ? `<span>${phrases}</span>` : phrases;
}

function element(name: string, attributes: string, { mode }: OpenElement): OpenElement {
  const classes = /(?:^|\s)class="([^"]*)"/.exec(attributes)?.[1]?.split(/\s+/) ?? [];
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
