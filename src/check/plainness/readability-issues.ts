/**
 * Finds the parts of a document that are hard for somebody with four years of school, each with its position, its cost and advice.
 * The features are those that plain-language editors name: long sentences, words of offices, abstract nouns, telephone numbers
 * instead of figures, repetitions, circular definitions, nothing to do. The weights are judgements, compared with an editor's
 * ranking of six texts (score.test.ts).
 */

import type { Diagnostic } from '../../documents/diagnostic.ts';
import { type AnnotatedFile, positionOf, type SourceText } from '../../documents/source.ts';
import { adviceFor, findReported, findScored, type WordMatch } from '../official-words.ts';
import { type Sentence, sentencesIn } from '../sentences.ts';
import { isProse, offsetIn } from '../texts.ts';
import { AMOUNT, ASKED_FIGURE, DOING, hardForms, OFFICE_TERMS, TELEGRAPH } from './word-lists.ts';

export interface ReadabilityIssue {
  /** Difficulty; see `HardForm.cost`. */
  cost: number;
  /** Line in the file, from 1. */
  line: number;
  /** The sentence, as it is in the file. */
  sentence: string;
  /** One suggestion. */
  advice: string;
}

/** A sentence with its position. */
interface LocatedSentence extends Sentence {
  source: SourceText;
  /** The first part of its field's path; undefined in a body. */
  field: string | undefined;
}

export interface ReadabilityReport {
  /** Number of sentences that a reader sees. */
  sentences: number;
  issues: ReadabilityIssue[];
}

/** Rules whose findings no list of words covers. */
const RULE_COSTS: Readonly<Record<string, number>> = {
  'plain/circular-definition': 4,
  'plain/answer-above': 4,
  'plain/mostly-unknown': 8,
  'plain/empty-key-point': 4,
  'plain/wall-of-text': 4,
  'plain/rare-character': 1.5,
};
const LISTED_LENGTH = 20;
const COST_PER_CHARACTER = 0.15;
const LISTED_CLAUSES = 3;
const COST_PER_CLAUSE = 0.4;
const REPORTED_WORD_COST = 3;
const SCORED_WORD_COST = 1;
const TERM_COST = 1;
/** A reader who is repeatedly referred to a telephone stops reading. */
const ASKED_COSTS: readonly number[] = [1, 1.5, 2, 2.5];
const TELEGRAPH_COST = 1.5;
const REPEATED_COST = 1.5;
const MIRROR_COST = 2;
const NO_AMOUNT_COST = 4;
/** If the share of sentences with an action, a place or an amount is below this, the text only describes a subject. */
const MIN_DOING = 0.45;
/** A story describes events. */
const MIN_DOING_OF_STORY = 0.2;
const DOING_COST = 40;

/** Assesses a whole document; `diagnostics` are those of its file, `terms` the words that the glossary explains. */
export function assessReadability(
  source: AnnotatedFile,
  diagnostics: readonly Diagnostic[],
  terms: ReadonlySet<string>,
): ReadabilityReport {
  const sentences = sentencesOf(source);
  const at = ({ source: text, index }: LocatedSentence) =>
    positionOf(source.source, offsetIn(text, index)).line;
  const issues: ReadabilityIssue[] = [];
  const addIssue = (sentence: LocatedSentence, cost: number, advice: string) =>
    issues.push({ cost, line: at(sentence), sentence: sentence.text.trim(), advice });
  const met = new Set<string>();
  for (const sentence of sentences) {
    addLengthIssues(sentence, addIssue);
    addWordIssues(sentence, addIssue);
    for (const [term] of sentence.text.matchAll(OFFICE_TERMS)) {
      if (met.has(term) || isExplained(term, sentences, terms)) continue;
      met.add(term);
      addIssue(sentence, TERM_COST, `「${term}」没有解释，写上它是什么意思，或者换成平时的叫法`);
    }
  }
  addMissingFigures(sentences, addIssue);
  addTelegraphIssues(sentences, addIssue);
  addRepetitions(sentences, addIssue);
  addDocumentIssues(source, sentences, addIssue);
  for (const { rule, line, message } of diagnostics) {
    const cost = RULE_COSTS[rule];
    if (cost === undefined) continue;
    const [, words = ''] = /「([^」]*)」/u.exec(message) ?? [];
    issues.push({ cost, line, sentence: words, advice: message.replace(/^.*。请/u, '').replace(/。$/u, '') });
  }
  return { sentences: sentences.length, issues };
}

/** Whether a position is in one of the words: each is reported once. */
const isWithin = (place: number, words: readonly WordMatch[]) =>
  words.some(({ index, word }) => place >= index && place < index + word.length);

/** Titles of documents are not the editor's own words. */
const TITLES = /《[^》\n]{0,80}》/gu;

type AddIssue = (sentence: LocatedSentence, cost: number, advice: string) => void;

function sentencesOf({ texts }: AnnotatedFile): LocatedSentence[] {
  return texts
    .filter((text) => isProse(text) && text.path.at(-1) !== 'contact' && text.path.at(-1) !== 'policy')
    .flatMap((source) => {
      const field = source.part === 'field' ? String(source.path[0]) : undefined;
      return sentencesIn(source.text)
        .filter(({ text }) => /\p{Script=Han}/u.test(text))
        .map((sentence) => ({ ...sentence, source, field }));
    });
}

function addLengthIssues(sentence: LocatedSentence, addIssue: AddIssue): void {
  const { length, clauses, field } = sentence;
  const over = length - LISTED_LENGTH;
  // A summary is one sentence by a rule of the handbook.
  const share = field === 'summary' ? 0.4 : 1;
  if (over > 0) addIssue(sentence, over * COST_PER_CHARACTER * share, `一句${length}个字，断成两句`);
  const many = clauses - LISTED_CLAUSES;
  if (many > 0) addIssue(sentence, many * COST_PER_CLAUSE * share, `一句断成${clauses}截，一句说一件事`);
}

function addWordIssues(sentence: LocatedSentence, addIssue: AddIssue): void {
  const reported = findReported(sentence.text);
  const scored = findScored(sentence.text).filter((word) => !isWithin(word.index, reported));
  for (const word of reported) addIssue(sentence, REPORTED_WORD_COST, `「${word.word}」${adviceFor(word)}`);
  for (const word of scored) addIssue(sentence, SCORED_WORD_COST, `「${word.word}」${adviceFor(word)}`);
  const own = sentence.text.replace(TITLES, (title) => '，'.repeat(title.length));
  for (const { pattern, cost, advice } of hardForms) {
    for (const { 0: words, index } of own.matchAll(pattern)) {
      if (isWithin(index, reported) || isWithin(index, scored)) continue;
      addIssue(sentence, cost, `「${words.replace(/^[。！？]/u, '')}」${advice}`);
    }
  }
}

/** Telephone numbers instead of figures; a question of the reader's own is excluded. */
function addMissingFigures(sentences: readonly LocatedSentence[], addIssue: AddIssue): void {
  const asked = sentences.filter(
    ({ text, source }) => source.part !== 'attribute' && ASKED_FIGURE.test(text) && !AMOUNT.test(text),
  );
  for (const [index, sentence] of asked.entries()) {
    const cost = ASKED_COSTS[index] ?? ASKED_COSTS.at(-1) ?? 0;
    addIssue(sentence, cost, '这里要一个数，却只写了打电话问。查得到的，写上数和哪年的');
  }
}

function addTelegraphIssues(sentences: readonly LocatedSentence[], addIssue: AddIssue): void {
  const cut = sentences.filter(({ text }) => TELEGRAPH.test(text.trim()));
  if (cut.length < 2) return;
  for (const sentence of cut) {
    addIssue(sentence, TELEGRAPH_COST, '像电报，倒着说的。照说话的样子说全：谁来做什么，就别做什么');
  }
}

/** Whether the glossary or the text explains a term: 叫“…”, …就是, …（…）. */
function isExplained(
  term: string,
  sentences: readonly LocatedSentence[],
  terms: ReadonlySet<string>,
): boolean {
  for (const known of terms) if (known.includes(term)) return true;
  return sentences.some(({ text }) => {
    const index = text.indexOf(term);
    if (index < 0) return false;
    const after = text.slice(index + term.length, index + term.length + 3);
    return /[“「]$/u.test(text.slice(0, index)) || /^(?:”?，?就是|”?是|（)/u.test(after);
  });
}

const MIN_REPEATED_LENGTH = 8;
const MIN_SIMILARITY = 0.6;
/** A table summarizes other parts of the text. */
const UNREPEATED: ReadonlySet<string> = new Set(['heading', 'cell', 'attribute']);

/** Repetitions; the summary repeats the title on purpose, and the body the steps. */
function addRepetitions(sentences: readonly LocatedSentence[], addIssue: AddIssue): void {
  const long = sentences
    .filter(({ length, source }) => length >= MIN_REPEATED_LENGTH && !UNREPEATED.has(source.part))
    .map((sentence) => ({ sentence, bigrams: bigramsOf(sentence.text) }));
  for (const [index, { sentence, bigrams }] of long.entries()) {
    if (sentence.field === 'title') continue;
    const before = long
      .slice(0, index)
      .find(
        (other) => other.sentence.field !== 'title' && similarity(bigrams, other.bigrams) >= MIN_SIMILARITY,
      );
    if (before === undefined) continue;
    const isMirror = sentence.field === 'exclusions';
    addIssue(
      sentence,
      isMirror ? MIRROR_COST : REPEATED_COST,
      isMirror ? '把上面的话反过来又说了一遍，删掉' : '前面说过一遍了，删掉，或者说新的事',
    );
  }
}

function bigramsOf(text: string): Set<string> {
  const plain = text.replace(/[^\p{Script=Han}\d]/gu, '');
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
}

/** Share of their character bigrams that both have; a short text inside a long one counts for more than its size. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const pair of small) if (large.has(pair)) common += 1;
  return common / Math.max(1, large.size * 0.4 + small.size * 0.6);
}

function addDocumentIssues(
  source: AnnotatedFile,
  sentences: readonly LocatedSentence[],
  addIssue: AddIssue,
): void {
  const [first] = sentences;
  if (first === undefined) return;
  const reported = sentences.filter(({ source: { part } }) => part !== 'heading' && part !== 'attribute');
  const doing = reported.filter(({ text }) => DOING.test(text)).length / Math.max(1, reported.length);
  const wanted = source.collection === 'stories' ? MIN_DOING_OF_STORY : MIN_DOING;
  if (doing < wanted) {
    const idle = reported.find(({ text }) => !DOING.test(text)) ?? first;
    addIssue(idle, (wanted - doing) * DOING_COST, '多写做什么：去哪里、带什么、找谁、多少钱');
  }
  const benefit = sentences.filter(({ field }) => field === 'benefit');
  const [gain] = benefit;
  if (source.collection === 'policies' && gain && !benefit.some(({ text }) => AMOUNT.test(text))) {
    addIssue(gain, NO_AMOUNT_COST, '能得到多少，一个数也没有。查得到的，写上数和哪年的');
  }
}
