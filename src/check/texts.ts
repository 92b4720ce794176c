/** Iterations over the texts of the content, for rules. */
import type { AnnotatedFile, SourceText } from '../documents/source.ts';
import { isConfirmation } from './confirmations.ts';
import type { Rule } from './rule.ts';

/** Reports a finding at an index of the text; with `guess`, the words that a person may confirm, it is a warning. */
export type ReportMatch = (index: number, message: string, guess?: string) => void;

export type TextCheck = (text: SourceText, report: ReportMatch, source: AnnotatedFile) => void;

/** A check over every text of a file, except code and confirmations. */
export function forEachText(check: TextCheck): NonNullable<Rule['checkFile']> {
  return (source, report) => {
    for (const text of source.texts) {
      if (text.part === 'code' || isConfirmation(text)) continue;
      check(text, (index, message, guess) => report(source, offsetIn(text, index), message, guess), source);
    }
  };
}

/**
 * The texts that are checked for guesses: all except code and confirmations, with the alternative texts of pictures and the
 * comments, which are public in the repository.
 */
export function guessedTexts(source: AnnotatedFile): readonly SourceText[] {
  const known = guessedTextCache.get(source) ?? readGuessedTexts(source);
  guessedTextCache.set(source, known);
  return known;
}

/** Shared by the three rules that guess. */
const guessedTextCache = new WeakMap<AnnotatedFile, readonly SourceText[]>();

function readGuessedTexts(source: AnnotatedFile): readonly SourceText[] {
  const own = source.texts.filter((text) => text.part !== 'code' && !isConfirmation(text));
  const pictures = source.images.map(({ text, offset }) => plainText(text, offset, 'attribute', 0));
  const matches = MAY_HAVE_COMMENT.test(source.source) ? source.source.matchAll(COMMENT) : [];
  const comments = Array.from(matches, ({ 0: whole, 1: yaml, 2: html, index }) => {
    const text = yaml ?? html ?? '';
    return plainText(text, index + whole.indexOf(text), 'paragraph', 1);
  });
  return [...own, ...pictures, ...comments];
}

/** Tested first, because it is a hundred times as fast as `COMMENT`, and few files have comments. */
const MAY_HAVE_COMMENT = /^[ \t]*#[ \t]|<!--|\{\/\*/m;
/** A comment line of YAML, or a comment in a body. */
const COMMENT = /^[ \t]*#[ \t]([^\n]*)$|(?:<!--|\{\/\*)([\s\S]{0,2000}?)(?:-->|\*\/\})/gmu;

function plainText(text: string, offset: number, part: SourceText['part'], step: 0 | 1): SourceText {
  const offsets = Uint32Array.from({ length: Math.max(1, text.length) }, (_, index) => offset + index * step);
  return { text, part, path: [], offsets };
}

/** Reports a guess at an index of the text: a person confirms its words. */
export type ReportGuess = (index: number, message: string, guess: string) => void;

/** A guessing check over every text of a file except code and confirmations. */
export function forEachGuessedText(
  check: (text: SourceText, report: ReportGuess, source: AnnotatedFile) => void,
): NonNullable<Rule['checkFile']> {
  return (source, report) => {
    for (const text of guessedTexts(source)) {
      check(text, (index, message, guess) => report(source, offsetIn(text, index), message, guess), source);
    }
  };
}

/** A check over the texts that are the editor's own sentences for readers. */
export function forEachProse(check: TextCheck): NonNullable<Rule['checkFile']> {
  return forEachText((text, report, source) => {
    if (isProse(text)) check(text, report, source);
  });
}

/**
 * All matches of a global pattern. Most texts have none: `matchAll` alone would copy the pattern for each text, which takes longer than
 * the search.
 */
export function matchesIn(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  pattern.lastIndex = 0;
  const isFound = pattern.test(text);
  pattern.lastIndex = 0;
  return isFound ? text.matchAll(pattern) : [];
}

/** The message about a match; with `guess`, the words that a person may confirm, the finding is a warning. */
export type MatchMessage = string | { message: string; guess: string };

/** A check of one pattern over every text; `message` may return undefined to skip a match. */
export function forEachMatch(
  pattern: RegExp,
  message: (match: RegExpExecArray, text: SourceText) => MatchMessage | undefined,
): NonNullable<Rule['checkFile']> {
  return forEachText((text, report) => {
    for (const match of matchesIn(text.text, pattern)) {
      const words = message(match, text);
      if (typeof words === 'string') report(match.index, words);
      else if (words !== undefined) report(match.index, words.message, words.guess);
    }
  });
}

/**
 * The property of a text, computed once for all matches in it: a check of the whole text for each match would take time quadratic in
 * its length.
 */
export function oncePerText<Value>(compute: (text: string) => Value): (text: string) => Value {
  let last: { text: string; value: Value } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: compute(text) };
    return last.value;
  };
}

/** The offset in the file of an index of a text. */
export function offsetIn({ offsets }: SourceText, index: number): number {
  return offsets[Math.min(index, offsets.length - 1)] ?? 0;
}

/** The fields whose texts an editor writes for readers, in whole sentences or short phrases. */
const proseFields = new Set([
  ...['title', 'summary', 'keyPoints', 'benefit', 'eligibility', 'exclusions', 'applyBy', 'detail', 'where'],
  ...['days', 'documents', 'cost', 'pay', 'seats', 'quote', 'plain', 'for', 'hours', 'reason', 'alt'],
  ...['description', 'ask', 'label'],
]);

/** Whether a text is the editor's own: not an id, a date, an official title, a name or a search term. */
export function isProse({ part, path }: SourceText): boolean {
  if (part === 'code') return false;
  if (part !== 'field') return true;
  const names = path.filter((name) => typeof name === 'string');
  // Titles of laws and reports are quotations; confirmations are not shown to readers.
  if (names[0] === 'basis' || names[0] === 'source' || names[0] === 'confirmed') return false;
  return proseFields.has(String(names.at(-1)));
}
