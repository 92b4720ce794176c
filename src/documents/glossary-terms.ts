/**
 * Explains officialese in place: at the first occurrence of a glossary word in a document, the plain words follow below the
 * paragraph. Works on text and on finished HTML, but not inside links and headings.
 */
import type { GlossaryData } from '../schema/glossary.ts';
import { type Block, type ComponentBlock, isComponent } from './block.ts';

/** A part of a page with the words to explain below it. */
export type GlossaryTerms = readonly GlossaryData[];

/** The glossary words in `text`, in its order; a word inside a longer one does not count. */
export function findGlossaryTerms(text: string, glossary: readonly GlossaryData[]): GlossaryData[] {
  if (glossary.length === 0) return [];
  const byTerm = new Map(glossary.map((word) => [word.term, word]));
  const found = text.match(patternOf(glossary)) ?? [];
  return [...new Set(found)].flatMap((term) => byTerm.get(term) ?? []);
}

const byFirst = new WeakMap<readonly GlossaryData[], (GlossaryData[] | undefined)[]>();

/** All glossary words in `text`, including those inside others. */
export function findOverlappingTerms(text: string, glossary: readonly GlossaryData[]): Set<GlossaryData> {
  const found = new Set<GlossaryData>();
  const words = byFirstOf(glossary);
  for (let at = 0; at < text.length; at += 1) {
    const some = words[text.charCodeAt(at)];
    if (some === undefined) continue;
    for (const word of some) if (text.startsWith(word.term, at)) found.add(word);
  }
  return found;
}

/** The words by their first UTF-16 unit: a pattern of hundreds of words takes ten times as long over a site. */
function byFirstOf(glossary: readonly GlossaryData[]): (GlossaryData[] | undefined)[] {
  let words = byFirst.get(glossary);
  if (words === undefined) {
    words = new Array(0x1_0000);
    for (const word of glossary) {
      const first = word.term.charCodeAt(0);
      words[first] = [...(words[first] ?? []), word];
    }
    byFirst.set(glossary, words);
  }
  return words;
}

/**
 * For each part of a page, in reading order, the words that occur in it for the first time. A part is any text; the result has one
 * list for each part.
 */
export function explainTexts(parts: readonly string[], glossary: readonly GlossaryData[]): GlossaryTerms[] {
  const seen = new Set<string>();
  return parts.map((part) => {
    const firstMentions = findGlossaryTerms(part, glossary).filter((word) => !seen.has(word.id));
    for (const word of firstMentions) seen.add(word.id);
    return firstMentions;
  });
}

/** The top-level pieces of a stretch of HTML: one paragraph, list, table or heading each. */
export function splitHtml(html: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    const [whole, slash, name = ''] = tag;
    if (['br', 'hr', 'img'].includes(name)) continue;
    depth += slash ? -1 : 1;
    if (depth > 0) continue;
    const end = tag.index + whole.length;
    pieces.push(html.slice(start, end));
    start = end;
  }
  return start < html.length ? [...pieces, html.slice(start)] : pieces;
}

/** The text of HTML in which words may be explained: without tags, and without links, headings and code. */
export function explainableText(html: string): string {
  return html.replace(/<(a|h2|h3|h4|code|pre)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, '');
}

/** A body in which each stretch of HTML is one piece, with the words to explain below it. */
export type ExplainedBlock =
  | { html: string; terms: GlossaryTerms }
  | { component: ComponentBlock; children: ExplainedBlock[] };

/** Cuts a body into pieces, each with the words to explain; words in `seen` are skipped. */
export function explainBlocks(
  blocks: readonly Block[],
  glossary: readonly GlossaryData[],
  seen: Set<string> = new Set(),
): ExplainedBlock[] {
  return blocks.flatMap((block): ExplainedBlock[] => {
    if (isComponent(block)) {
      return [{ component: block, children: explainBlocks(block.children, glossary, seen) }];
    }
    return splitHtml(block.html).map((html) => {
      const terms = findGlossaryTerms(explainableText(html), glossary).filter((word) => !seen.has(word.id));
      for (const word of terms) seen.add(word.id);
      return { html, terms };
    });
  });
}

const patterns = new WeakMap<readonly GlossaryData[], RegExp>();

/** Longer words first, so that a word inside another is found as the longer one. */
function patternOf(glossary: readonly GlossaryData[]): RegExp {
  const cached = patterns.get(glossary);
  if (cached) return cached;
  const terms = glossary.map((word) => word.term).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  patterns.set(glossary, pattern);
  return pattern;
}
