/** How plain a document is, from 0 to 100, and the change that would raise it most: for editors who want to improve it. */
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { AnnotatedFile } from '../documents/source.ts';
import { isDocumentCollection } from '../schema/collections.ts';
import {
  assessReadability,
  type ReadabilityIssue,
  type ReadabilityReport,
} from './plainness/readability-issues.ts';

export interface Score {
  file: string;
  /** 100: no issue; 60 and less: hard to follow; 30 and less: an official document. */
  points: number;
  /** The most important advice for the editor: line, sentence, one suggestion; undefined if no points are lost. */
  advice: string | undefined;
}

/** Difficulty per sentence at which a document has 37 points of 100; an official circular has three times as much. */
const HARD_PER_SENTENCE = 1.8;
/** In a shorter document a single issue would weigh too much. */
const MIN_SENTENCES = 8;
const MAX_QUOTE_LENGTH = 40;

/** The score of every document, the plainest last; `sources` includes the glossary. */
export function scoreDocuments(
  sources: readonly AnnotatedFile[],
  diagnostics: readonly Diagnostic[],
): Score[] {
  const terms = new Set(sources.filter(({ collection }) => collection === 'glossary').flatMap(termOf));
  return sources
    .filter(({ collection }) => collection !== undefined && isDocumentCollection(collection))
    .map((source) => {
      const own = diagnostics.filter(({ file }) => file === source.file);
      return score(source.file, assessReadability(source, own, terms));
    })
    .sort((a, b) => a.points - b.points || (a.file < b.file ? -1 : 1));
}

const termOf = ({ texts }: AnnotatedFile) =>
  texts.filter(({ path }) => path.length === 1 && path[0] === 'term').map(({ text }) => text);

function score(file: string, { sentences, issues }: ReadabilityReport): Score {
  const cost = issues.reduce((sum, issue) => sum + issue.cost, 0);
  const points = (left: number) =>
    Math.round(100 * Math.exp(-left / Math.max(MIN_SENTENCES, sentences) / HARD_PER_SENTENCE));
  const worst = worstSentence(issues);
  return {
    file,
    points: points(cost),
    advice: worst && adviceOn(worst, points(cost - worst.cost) - points(cost)),
  };
}

/** The sentence with the highest cost, with its most costly issue. */
function worstSentence(issues: readonly ReadabilityIssue[]): ReadabilityIssue | undefined {
  const bySentence = new Map<string, ReadabilityIssue[]>();
  for (const issue of issues) {
    const key = `${issue.line} ${issue.sentence}`;
    bySentence.set(key, [...(bySentence.get(key) ?? []), issue]);
  }
  const sums = Array.from(bySentence.values(), (own) => {
    const [dearest] = [...own].sort((a, b) => b.cost - a.cost);
    return dearest && { ...dearest, cost: own.reduce((sum, { cost }) => sum + cost, 0) };
  });
  return sums.reduce((worst, each) => (each && each.cost > (worst?.cost ?? 0) ? each : worst), undefined);
}

function adviceOn({ line, sentence, advice }: ReadabilityIssue, gain: number): string {
  const shown = sentence.length > MAX_QUOTE_LENGTH ? `${sentence.slice(0, MAX_QUOTE_LENGTH)}…` : sentence;
  const words = shown === '' ? '' : `「${shown}」`;
  return `第${line}行${words}：${advice}。改好能多 ${Math.max(1, gain)} 分`;
}
