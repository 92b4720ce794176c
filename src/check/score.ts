/** How plain a document is, from 0 to 100, and what would raise it most: for editors who want to do better. */
import type { Problem } from '../documents/problem.ts';
import type { SourceFile } from '../documents/source.ts';
import { isDocumentCollection } from '../schema/collections.ts';
import { rules } from './rules/index.ts';
import { sentencesIn } from './sentences.ts';
import { isProse } from './texts.ts';

export interface Score {
  file: string;
  /** 100: nothing to say; 60 and less: hard to follow. */
  points: number;
  /** What to do first, for the editor; undefined where nothing is lost. */
  advice: string | undefined;
}

/** What each finding costs in a document of the usual length. A judgement, not a measurement. */
const COSTS: Readonly<Record<string, number>> = {
  'plain/empty-key-point': 10,
  'plain/wall-of-text': 8,
  'plain/long-sentence': 6,
  'plain/many-clauses': 4,
  'plain/official-word': 3,
  'plain/rare-character': 2,
};
/** Sentences of a document of the usual length: in a longer one a single finding weighs less. */
const USUAL_SENTENCES = 30;
/** The length that the handbook asks for, and what each character beyond it costs on the average. */
const SENTENCE_CHARACTERS = 25;
const COST_PER_CHARACTER = 3;

/** The score of every document, the plainest last. */
export function scoreDocuments(sources: readonly SourceFile[], problems: readonly Problem[]): Score[] {
  return sources
    .filter(({ collection }) => collection !== undefined && isDocumentCollection(collection))
    .map((source) =>
      score(
        source,
        problems.filter(({ file }) => file === source.file),
      ),
    )
    .sort((a, b) => a.points - b.points || (a.file < b.file ? -1 : 1));
}

function score({ file, texts }: SourceFile, problems: readonly Problem[]): Score {
  const lengths = texts.filter(isProse).flatMap(({ text }) => sentencesIn(text).map(({ length }) => length));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const share = USUAL_SENTENCES / Math.max(USUAL_SENTENCES, lengths.length);
  const lost = new Map<string, number>();
  for (const { rule } of problems) {
    const cost = COSTS[rule];
    if (cost !== undefined) lost.set(rule, (lost.get(rule) ?? 0) + cost * share);
  }
  const tooLong = Math.max(0, average - SENTENCE_CHARACTERS) * COST_PER_CHARACTER;
  if (tooLong > 0) lost.set('plain/long-sentence', (lost.get('plain/long-sentence') ?? 0) + tooLong);
  const [worst] = [...lost].sort(([, a], [, b]) => b - a);
  const sum = [...lost.values()].reduce((all, cost) => all + cost, 0);
  const rule = worst && rules.find(({ name }) => name === worst[0]);
  const gain = Math.round(worst?.[1] ?? 0);
  return {
    file,
    points: Math.max(0, Math.round(100 - sum)),
    advice:
      rule &&
      `${rule.finds.replace(/[。：].*$/u, '')}（${rule.name}），改好能多 ${Math.max(1, gain)} 分：${rule.write}`,
  };
}
