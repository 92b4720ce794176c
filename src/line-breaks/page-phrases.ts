/**
 * Puts the break places into a finished page: once for all headings, titles of cards, key points, tiles and buttons, whoever
 * writes them. site.css keeps words whole in just these.
 */
import { phrasesHtml } from './phrases.ts';

/** What is as wide as a screen, broken clause by clause: headings, and elements with one of these classes. */
const STRICT = /^h[1-6]$/;
const STRICT_CLASSES = new Set(['card-title', 'balance', 'sheet-title']);
/** Text that runs on, and boxes that may be narrower: broken between any two words. */
const LOOSE_CLASSES = new Set(['button', 'phrases', 'icon-grid', 'slip', 'sheet-points']);
/** What holds no text of the page. */
const OPAQUE = /^(?:script|style|textarea|svg|select|pre)$/;
const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr|path)$/;

/** A comment, a tag with its name and attributes, a character written as an entity, or text. */
const TOKEN = /<!--.*?-->|<(\/?)([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|&[#\w]+;|[^<&]+|[<&]/gs;

type Mode = 'strict' | 'loose' | 'opaque' | undefined;

/**
 * The HTML of a page or a part of one, with a `<wbr>` wherever a line of the parts above may be broken; all else as it stands.
 * `names` of places and people are not cut.
 */
export function withPhrases(html: string, names: readonly string[] = []): string {
  const open: { name: string; mode: Mode }[] = [];
  let mode: Mode;
  return html.replace(TOKEN, (token, slash?: string, name = '', attributes = '') => {
    if (name === '') {
      const isText = !token.startsWith('<') && !token.startsWith('&');
      if (!isText || mode === undefined || mode === 'opaque') return token;
      return phrasesHtml(token, { names, isLoose: mode === 'loose' });
    }
    const tag = name.toLowerCase();
    if (slash) {
      // Ends what it closes, and what was left open within.
      const at = open.findLastIndex((element) => element.name === tag);
      if (at >= 0) mode = open.splice(at)[0]?.mode;
    } else if (mode !== 'opaque' && !VOID.test(tag) && !attributes.endsWith('/')) {
      open.push({ name: tag, mode });
      const own = modeOf(tag, attributes);
      mode = mode === 'loose' && own === 'strict' ? mode : (own ?? mode);
    }
    return token;
  });
}

function modeOf(tag: string, attributes: string): Mode {
  if (OPAQUE.test(tag)) return 'opaque';
  const classes = /(?:^|\s)class="([^"]*)"/.exec(attributes)?.[1]?.split(/\s+/) ?? [];
  if (tag === 'summary' || classes.some((name) => LOOSE_CLASSES.has(name))) return 'loose';
  if (tag === 'p' && classes.includes('text-lead')) return 'loose';
  return STRICT.test(tag) || classes.some((name) => STRICT_CLASSES.has(name)) ? 'strict' : undefined;
}
