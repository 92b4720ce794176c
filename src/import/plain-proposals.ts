/**
 * Writes proposals in everyday words beside the text of a draft, as comments that are never published: for words of officialese, the
 * glossary of the content first, and for sentences that are too long, where to cut them. The text itself is unchanged.
 */
import { findGlossaryTerms } from '../documents/glossary-terms.ts';
import type { GlossaryData } from '../schema/glossary.ts';
import { cutsOf } from './sentence-cuts.ts';

/** What the rules for plain texts know; passed in, because import and check do not know each other. */
export interface Plainness {
  glossary: readonly GlossaryData[];
  /** The words of officialese in a text, each with the advice that ends a sentence after 请, and where the advice comes from. */
  officialWords(text: string): readonly { word: string; advice: string; source: string }[];
  /** The sentences of a text that are too long. */
  longSentences(text: string): readonly { text: string; length: number }[];
}

export interface Proposed {
  markdown: string;
  /** The number of comments. */
  count: number;
}

/** The body with a comment after each paragraph, list or table for which there is a proposal. */
export function withProposals(markdown: string, plainness: Plainness): Proposed {
  const blocks = markdown.trim().split(/\n{2,}/);
  const written: string[] = [];
  let [open, count]: [string[], number] = [[], 0];
  for (const [at, block] of blocks.entries()) {
    written.push(block);
    open.push(...proposalsFor(textOf(block), plainness));
    // A comment inside a list would end it, and its numbers would begin anew.
    if (isListPart(block) && isListPart(blocks[at + 1] ?? '')) continue;
    const proposals = [...new Set(open)];
    open = [];
    if (proposals.length === 0) continue;
    count += 1;
    written.push(`{/* 大白话建议：${proposals.map(harmless).join('；')} */}`);
  }
  return { markdown: written.join('\n\n'), count };
}

const isListPart = (block: string) => /^(?: {2,}|\t|[-*+] |\d+[.)] )/.test(block);

/** The text of a block without the marks of Markdown, as far as words and sentences need it. */
function textOf(block: string): string {
  return block
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/^[ \t]*(?:[-*+]|\d+[.)]|#{1,6}|>)[ \t]+/gm, '')
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '')
    .replace(/\s*\|\s*/g, '\n');
}

function proposalsFor(text: string, { glossary, officialWords, longSentences }: Plainness): string[] {
  const terms = findGlossaryTerms(text, glossary);
  const words = officialWords(text).filter(({ word }) => !terms.some(({ term }) => term.includes(word)));
  return [
    ...fromSource(
      '本站词汇表',
      terms.map(({ term, plain }) => `「${term}」就是：${plain.replace(/[。；]$/u, '')}`),
    ),
    ...[...new Set(words.map(({ source }) => source))].flatMap((source) =>
      fromSource(
        source,
        words.filter((each) => each.source === source).map(({ word, advice }) => `「${word}」${advice}`),
      ),
    ),
    ...longSentences(text).map(({ text: sentence, length }) => cutAdvice(sentence, length)),
  ];
}

/** Proposals with their common source behind the last. */
const fromSource = (source: string, proposals: readonly string[]): string[] =>
  proposals.map((proposal, at) => (at === proposals.length - 1 ? `${proposal}（${source}）` : proposal));

function cutAdvice(sentence: string, length: number): string {
  const start = [...sentence.trim()].slice(0, 8).join('');
  const cuts = cutsOf(sentence);
  const where =
    cuts.length > 0
      ? `在${cuts.map((cut) => `「${cut}」`).join('、')}后面断开`
      : '照谁、做什么、到哪里断成几句';
  return `「${start}……」这句有 ${length} 个字，${where}`;
}

/** A comment ends with its closing mark, and some readers count braces. */
const harmless = (text: string) =>
  text.replace(/\*\//g, '＊／').replace(/\{/g, '｛').replace(/\}/g, '｝').replace(/\s+/g, ' ');
