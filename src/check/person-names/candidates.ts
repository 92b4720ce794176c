/** Texts with the form of a name, each with the part of its score that needs no dictionary. */
import { commonCharacters } from '../characters.ts';
import { endsApart, isApart, leftScore, rightScore, STRONG_RIGHT } from './context.ts';
import { mayBeGiven, mayBeSaid } from './given-name-rules.ts';
import { weightOfGiven } from './given-names.ts';
import { isDotAhead, otherNameAt } from './other-names.ts';
import { RARE_SURNAMES, SOUND_BEGINNINGS, VERB_SURNAMES } from './rare-names.ts';
import { MIN_SCORE, type ScoredName, SERIES_BONUS } from './scored-name.ts';
import {
  DOUBLE_SURNAMES,
  OTHER_NAME_BEGINS,
  PARTICLE_SURNAMES,
  SURNAMES,
  VILLAGE_GIVEN,
  WORD_SURNAMES,
} from './surnames.ts';

const surnameWeights = new Map<string, number>();
for (const surname of RARE_SURNAMES) surnameWeights.set(surname, 0);
for (const surname of PARTICLE_SURNAMES) surnameWeights.set(surname, -0.5);
for (const surname of WORD_SURNAMES) surnameWeights.set(surname, 0.5);
for (const surname of SURNAMES) surnameWeights.set(surname, 1.5);
// Usually the word for money.
surnameWeights.set('钱', 0.5);
for (const surname of DOUBLE_SURNAMES) surnameWeights.set(surname, 2);
for (const surname of VERB_SURNAMES) surnameWeights.set(surname, -0.8);

/** The first characters of all surnames and of the names without one. */
const BEGINNINGS = new Set(
  [...surnameWeights.keys(), ...OTHER_NAME_BEGINS, ...SOUND_BEGINNINGS].map((each) => each.slice(0, 1)),
);

/**
 * Words that only a name follows: 名叫, 户主：, 六岁的, 三年级二班. There even an unknown surname and an everyday word (温馨, 钱多多) are
 * one.
 */
const SAID_BEFORE =
  /[他她我你名孩娃儿女]叫$|[大小本学]名$|岁半?的(?:小?[男女][孩娃童])?叫?$|[）)\d一二三四五六]班[ \u3000]$|(?:申请|领款|签收|受助)人$|(?:户主|姓名|户名|人|救助对象|保障对象|死者|患者|病人|产妇|房主|车主)[：:][ \u3000]?$/u;
const LAST_SAID = new Set('叫名的人： :\u3000');
const isSaidBefore = (text: string, index: number) =>
  LAST_SAID.has(text[index - 1] ?? '，') &&
  /\p{Script=Han}/u.test(text[index] ?? '') &&
  SAID_BEFORE.test(text.slice(Math.max(0, index - 8), index));
/** After such a name: a mark, the end, or words that continue about the person. */
const ENDS_SAID = /^(?:$|[^\p{Script=Han}]|因|今年|现在|的(?:爸|妈|爷|奶)|和|患|得了|[，,])/u;
const UNKNOWN = 0.3;

/** At the beginning or after a mark, an unknown rare character may be a surname: 褟志良. */
function isRareSurname(text: string, index: number): boolean {
  if (!isApart(text, index)) return false;
  const character = text[index] ?? '';
  return !commonCharacters.has(character) && !surnameWeights.has(character) && HAN.test(character);
}

/** Surnames that count something after a figure: 12周左右, 5项全阴. */
const MEASURES = new Set('周项代米方车路层时成双季');
const COUNTS = /[\d０-９几数每]/;
const isMeasure = (text: string, index: number) =>
  MEASURES.has(text[index] ?? '') && COUNTS.test(text[index - 1] ?? '');

/** 对党忠诚, 管党治党 */
const isParty = (text: string, index: number) =>
  text[index] === '党' && /[对全建爱护管治从向为跟同是入我]/.test(text[index - 1] ?? '');

/** Below this, a surname may begin a longer name at the same position. */
const MIN_CERTAIN_OTHER_SCORE = 3;

/** Several rules request the names of the same sentences, one file after the other. */
const candidateCache = new Map<string, readonly ScoredName[]>();
export const MAX_CACHED_TEXTS = 1000;

/** All candidates of a text; they may overlap. */
export function candidatesIn(text: string): readonly ScoredName[] {
  const cached = candidateCache.get(text);
  if (cached !== undefined) return cached;
  const found = findCandidates(text);
  if (candidateCache.size >= MAX_CACHED_TEXTS) candidateCache.clear();
  candidateCache.set(text, found);
  return found;
}

/** The candidates at the beginning of a text, without a search for those behind it. */
export function candidatesAtStart(text: string): readonly ScoredName[] {
  return candidateCache.get(text)?.filter(({ index }) => index === 0) ?? findCandidates(text, 1);
}

/** Every text with the form of a name that begins before `limit`, with the part of its score that needs no dictionary. */
function findCandidates(text: string, limit = text.length - 1): ScoredName[] {
  const found: ScoredName[] = [];
  const hasDots = DOT.test(text);
  for (let index = 0; index < Math.min(limit, text.length - 1); index += 1) {
    if (
      !BEGINNINGS.has(text[index] ?? '') &&
      !isRareSurname(text, index) &&
      !(hasDots && isDotAhead(text, index)) &&
      !isSaidBefore(text, index)
    )
      continue;
    if (isMeasure(text, index) || isParty(text, index)) continue;
    const other = otherNameAt(text, index, hasDots);
    if (other !== undefined) {
      found.push(other);
      // 乌兰花 begins like 乌兰.
      if (other.score >= MIN_CERTAIN_OTHER_SCORE) {
        index = other.end - 1;
        continue;
      }
    }
    if (isSaidBefore(text, index) && !surnameWeights.has(text[index] ?? '')) {
      found.push(
        ...candidatesOf(text, index, text.slice(index, index + 1), UNKNOWN).filter(
          ({ name }) => name.length > 2 && mayBeSaid(name.slice(1), name),
        ),
      );
    }
    if (isRareSurname(text, index))
      found.push(
        ...candidatesOf(text, index, text.slice(index, index + 1), UNKNOWN).filter(
          ({ name }) => name.length > 2,
        ),
      );
    for (const length of [2, 1]) {
      const surname = text.slice(index, index + length);
      const weight = surnameWeights.get(surname);
      if (weight !== undefined) found.push(...candidatesOf(text, index, surname, weight));
    }
  }
  return found;
}

const HAN = /^\p{Script=Han}+$/u;
/** Common words in which no name ends; known without the dictionary. */
const STRADDLED =
  /^(?:申请|申报|低保|补[助贴]|高龄|医保|医院|户口|可以|需要|时候|信用|信贷|学生|学校|书记|文件|月底|公示|保险|民政|政府|政策|生活|生产|年龄|年底|明年|美元|利率|利息|金额|全家|全县|全部|大家|老人|老师|成员|材料|程序|标准|平时|安全|安排|方便|方式|发放|开始|开户|通知|通过|新增|水电|水费|林业|农村|产业|合作|国家|家庭|天内|天气|中心|中学|中医|中旬)$/;
/** Common words in which no name begins: 毁林复耕. */
const STRADDLED_BEFORE =
  /^(?:[毁造护营育还]林|[停供用放抽]水|[刷下接拼派抢跟]单|[缴交免退减]费|[种退]田|[修铺让]路|[停通乘拼]车|[养放喂]牛|[打挖]井)$/;
/** 柳政发〔2026〕5号: the number of a document. */
const DOCUMENT_YEAR =
  /^(?:\p{Script=Han}{0,2}[发办函字规通])?(?:[〔［[【]\s?20\d\d|[（(]20\d\d[）)]\s?第?\d{1,4}号)/u;
const UNIT_SURNAME = /^[元万年月日时斤里户]$/;
const NUMERAL = /[\d０-９一二三四五六七八九十百千万几两]/;
/** One character is weaker evidence than two. */
const SHORT = -0.6;
/** 可可, 军军 */
const DOUBLED = 0.8;

function candidatesOf(text: string, index: number, surname: string, weight: number): ScoredName[] {
  // 5万元以内, 2026年满
  if (UNIT_SURNAME.test(surname) && NUMERAL.test(text[index - 1] ?? '')) return [];
  if (STRADDLED_BEFORE.test(text.slice(Math.max(0, index - 1), index + 1))) return [];
  return [2, 1].flatMap((length) => {
    const end = index + surname.length + length;
    const given = text.slice(index + surname.length, end);
    const isSaid =
      (isSaidBefore(text, index) && ENDS_SAID.test(text.slice(end, end + 3))) ||
      (weight > 1 &&
        (isApart(text, index) || /[给为将由]/.test(text[index - 1] ?? '')) &&
        STRONG_RIGHT.test(text.slice(end, end + 8)));
    if (SAID_AFTER_SHORT.test(text[index - 1] ?? '') && AND.test(given)) return [];
    if (ILL.test(given) || (NUMERAL_END.test(given) && COUNTED.test(text[end] ?? ''))) return [];
    if (weight < 1 && AT.test(given)) return [];
    if (DOCUMENT_YEAR.test(text.slice(end, end + 16))) return [];
    if (isSaid && given.length === length && HAN.test(given) && mayBeSaid(given, surname + given))
      return [{ name: surname + given, index, end, score: SAID_SCORE + weight, isSaid }];
    if (given.length < length || !HAN.test(given) || STRADDLED.test(text.slice(end - 1, end + 1))) return [];
    const name = surname + given;
    if (!mayBeGiven(given, name)) return [];
    const characters = VILLAGE_GIVEN.test(given)
      ? 2
      : Array.from(given, weightOfGiven).reduce((sum, each) => sum + each, length === 1 ? SHORT : 0) +
        (length === 2 && given[0] === given[1] ? DOUBLED : 0);
    const score =
      weight +
      characters +
      leftScore(text, index, PARTICLE_SURNAMES.has(surname)) +
      rightScore(text, end) -
      (ENDS_IN_AND.test(name) || (ENDS_IN_VERB.test(name) && !endsApart(text, end)) ? 1.2 : 0);
    return score >= MIN_SCORE - SERIES_BONUS ? [{ name, index, end, score }] : [];
  });
}

/** 徐平有两个孩子 */
const ENDS_IN_VERB = /[有在进要会能是来去说]$/;
/** 周军和 is usually 周军 followed by another person. */
const ENDS_IN_AND = /[和同向]$|^(.)\1$/u;

/** The score of a name that its context introduces, with the weight of its surname added. */
const SAID_SCORE = 3.2;

/** 小王和小李: 小王 is a name in itself. */
const SAID_AFTER_SHORT = /[小老]/;
const AND = /^[和跟与]/;
/** 未满二十岁 */
const NUMERAL_END = /[一二三四五六七八九十百千万]$/;
const COUNTED = /[一二三四五六七八九十百千万岁个天年月元块斤]/;
/** 牛患布鲁氏菌病 */
const ILL = /^患/;
/** 1号线在万家丽: a rare surname before a preposition. */
const AT = /^在/;

const DOT = /[·•・‧．]/;
