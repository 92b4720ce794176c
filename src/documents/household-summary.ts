/** The results of a whole household, for the sheet to print and the text to send. The phone runs it. */
import { factNames, facts } from '../schema/facts.ts';
import { answerWords, type WordContext } from './condition-words.ts';
import type { FinderDataPolicy } from './finder-data.ts';
import { type FinderResult, type PreparedPolicy, resultsFor } from './finder-results.ts';
import type { FactAnswers, Household } from './household-answers.ts';

type Result = FinderResult<FinderDataPolicy>;

export interface PersonSummary {
  /** 第1个人. */
  name: string;
  /** The answers in words. */
  given: string;
  likely: Result[];
  open: Result[];
  no: Result[];
}

export interface HouseholdSummary {
  /** The answers about the household in words; empty if there are none. */
  shared: string;
  people: PersonSummary[];
  /** What to bring for all policies that are likely or open, each thing once. */
  documents: string[];
}

/** The name of a person by the order in which they were asked about: names of people are never asked. */
export const personName = (index: number): string => `第${index + 1}个人`;

/** The answers in words, 年纪：满60岁. */
export function givenWords(answers: FactAnswers, context: WordContext): string {
  return factNames
    .flatMap((fact) => {
      const answer = answers[fact];
      return answer === undefined ? [] : [`${facts[fact].name}：${answerWords(fact, answer, context)}`];
    })
    .join('；');
}

export function summarise(
  prepared: readonly PreparedPolicy<FinderDataPolicy>[],
  household: Household,
  context: WordContext,
): HouseholdSummary {
  const people = household.people.map((answers, index): PersonSummary => {
    const results = resultsFor(prepared, household, index, context);
    const of = (outcome: Result['outcome']) => results.filter((each) => each.outcome === outcome);
    return {
      name: personName(index),
      given: givenWords(answers, context),
      likely: of('likely'),
      open: of('open'),
      no: of('no'),
    };
  });
  const wanted = people.flatMap(({ likely, open }) => [...likely, ...open]);
  return {
    shared: givenWords(household.shared, context),
    people,
    documents: eachOnce(wanted.flatMap(({ policy }) => policy.documents)),
  };
}

/** Each thing once: one with a remark, 残疾人证（有的话）, only if it is not there without, and one line for 别的要带什么. */
function eachOnce(documents: readonly string[]): string[] {
  const plain = new Map<string, string>();
  for (const name of documents) {
    const thing = name.startsWith('别的要带') ? '别的要带' : name.replace(/（[^）]*）$/, '');
    if (!plain.has(thing) || name === thing) plain.set(thing, name);
  }
  return Array.from(plain.values());
}

/** The most policies of one list in the text: a longer one is not read. */
const MAX_TEXT_POLICIES = 8;

/** The text to send. It has the policies and not the answers: those are nobody else's business. */
export function summaryText(
  { people, documents }: HouseholdSummary,
  { site, address }: { site: { name: string; phone?: string | undefined }; address: string },
): string {
  const lines = people.flatMap(({ name, likely, open }) => [
    ...(people.length > 1 ? [`【${name}】`] : []),
    `多半能办：${titlesOf(likely)}`,
    `要再问一句：${titlesOf(open)}`,
  ]);
  return [
    `${site.name}：我家能办什么`,
    ...lines,
    ...(documents.length > 0 ? [`一共要带：${documents.join('、')}`] : []),
    `能不能办，办的人说了才算。${site.phone ? `拿不准打${site.phone}问。` : ''}`,
    ...(address ? [`自己问一遍：${address}`] : []),
  ].join('\n');
}

function titlesOf(results: readonly Result[]): string {
  if (results.length === 0) return '没有';
  const titles = results.slice(0, MAX_TEXT_POLICIES).map(({ policy }) => policy.title);
  const more = results.length - titles.length;
  return titles.join('；') + (more > 0 ? `；还有${more}个` : '');
}
