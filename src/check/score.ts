/** How plain a document is, from 0 to 100, and what would raise it most: for editors who want to do better. */
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
  /** 100: nothing to say; 60 and less: hard to follow; 30 and less: a document of an office. */
  points: number;
  /** What to do first, for the editor: line, sentence, one suggestion; undefined where nothing is lost. */
  advice: string | undefined;
}

/** Difficulty for each sentence at which a document keeps 37 points of 100; a circular of an office has three times as much. */
const HARD_PER_SENTENCE = 1.8;
/** In a shorter document a single issue would weigh too much. */
const MIN_SENTENCES = 8;
const MAX_SHOWN_LENGTH = 40;

/** The score of every document, the plainest last; `sources` has the glossary as well. */
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

/** The sentence that costs most, with the dearest of its issues to tell. */
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
  const shown = sentence.length > MAX_SHOWN_LENGTH ? `${sentence.slice(0, MAX_SHOWN_LENGTH)}…` : sentence;
  const words = shown === '' ? '' : `「${shown}」`;
  return `第${line}行${words}：${advice}。改好能多 ${Math.max(1, gain)} 分`;
}
