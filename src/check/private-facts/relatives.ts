/** 他闺女得了抑郁症: a relative of the person whom the sentence before identifies. */
import { homesIn } from '../homes/index.ts';
import { scoredNamesIn } from '../person-names/index.ts';
import type { DescribedPerson } from './described-persons.ts';
import { factsIn } from './facts.ts';
import { nicknameIn } from './nicknamed-persons.ts';
import { privateNames } from './roles.ts';

const IS_HELPED = /帮|替|照[顾料看]|看望|慰问|资助|接送/;
const SEVERE_WEIGHT = 3;
const MIN_PREFILTER_SCORE = 1.8;
const MIN_SCORE = 3;
const RELATIVE =
  /^\s?(?<relative>[他她](?:家的?)?(?:那个)?[大小二三老]?(?:儿子|女儿|闺女|姑娘|丫头|小子|媳妇|儿媳妇?|孙[子女]|外孙女?|老[伴婆公]|男人|丈夫|妻子|[爹娘爸妈]|父亲|母亲|[弟妹哥姐]{1,2}))/u;
const MAX_RELATIVE_DISTANCE_CHARACTERS = 24;

/** The relative with whom a sentence begins, with a harmful fact; `before` is the sentence before. */
export function relativeIn(sentence: string, before: string | undefined): DescribedPerson | undefined {
  const description = RELATIVE.exec(sentence)?.groups?.relative;
  if (before === undefined || description === undefined || IS_HELPED.test(sentence)) return undefined;
  const fact = factsIn(sentence).find(
    ({ weight, index }) =>
      weight >= SEVERE_WEIGHT && index - description.length <= MAX_RELATIVE_DISTANCE_CHARACTERS,
  );
  if (fact === undefined || !isIdentified(before)) return undefined;
  return { description, index: sentence.indexOf(description), fact: fact.text };
}

/** Whether a sentence tells who a person is: by a name, a nickname, an address or a family. */
function isIdentified(sentence: string): boolean {
  if (nicknameIn(sentence) !== undefined || homesIn(sentence).length > 0) return true;
  return privateNames(sentence, scoredNamesIn(sentence, 1, MIN_PREFILTER_SCORE)).some(
    ({ score }) => score >= MIN_SCORE,
  );
}
