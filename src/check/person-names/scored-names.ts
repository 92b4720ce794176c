/**
 * Full names of people anywhere in a sentence, each with a score: the sum of the weights of its surname, the characters of its
 * given name, the words of the dictionary and its context. The caller decides by the score how much further evidence it requires.
 */
import { commonCharacters } from '../characters.ts';
import { weightOfGiven } from './given-names.ts';
import {
  isTransliterated,
  NO_PERSONS,
  RARE_SURNAMES,
  SOUND_BEGINNINGS,
  soundsAt,
  VERB_SURNAMES,
} from './rare-names.ts';
import { isFrequentWord, isOtherWord, type Word, wordsOf } from './segmenter.ts';
import {
  DOUBLE_SURNAMES,
  EVERYDAY,
  NEVER_GIVEN,
  NEVER_LAST,
  NO_NAMES,
  OTHER_NAME,
  OTHER_NAME_BEGINS,
  PARTICLE_SURNAMES,
  PLACE,
  SURNAMES,
  TITLE,
  VILLAGE_GIVEN,
  WORD_SURNAMES,
} from './surnames.ts';

/** A name with its position and its score. */
export interface ScoredName {
  name: string;
  index: number;
  end: number;
  /** 3 and more: certainly a name. 2 to 3: a name only if its context is that of one. */
  score: number;
  /** Whether the words before it introduce a name. */
  isSaid?: boolean;
  /** Whether it does not begin with a surname: its parts may be words of the dictionary. */
  isForeign?: boolean;
}

/** Whether a name is of another language or its surname is hardly ever another word. */
export function hasFrequentSurname({ name, isForeign, isSaid }: ScoredName): boolean {
  const single = name.slice(0, 1);
  const isRare = RARE_SURNAMES.has(single) || VERB_SURNAMES.has(single) || PARTICLE_SURNAMES.has(single);
  return isForeign === true || isSaid === true || DOUBLE_SURNAMES.has(name.slice(0, 2)) || !isRare;
}

/** Below this, no context makes a candidate a name. */
const MIN_SCORE = 2;
/** Minimum score of a candidate before the dictionary is used. */
const MIN_PREFILTER_SCORE = 2.5;
/** Bonus for a name in a series of names. */
const SERIES_BONUS = 1;

const surnameWeights = new Map<string, number>();
for (const surname of RARE_SURNAMES) surnameWeights.set(surname, 0);
for (const surname of PARTICLE_SURNAMES) surnameWeights.set(surname, -0.5);
for (const surname of WORD_SURNAMES) surnameWeights.set(surname, 0.5);
for (const surname of SURNAMES) surnameWeights.set(surname, 1.5);
// Usually the word for money.
surnameWeights.set('钱', 0.5);
for (const surname of DOUBLE_SURNAMES) surnameWeights.set(surname, 2);
for (const surname of VERB_SURNAMES) surnameWeights.set(surname, -0.8);

/**
 * The names of a text of some hundred characters, without overlaps. Empty if fewer than `min` candidates are possible, which is
 * decided without the dictionary; `quick` is the score that they must have before it is used.
 */
export function scoredNamesIn(text: string, min = 1, quick = MIN_PREFILTER_SCORE): ScoredName[] {
  const candidates = candidatesIn(text);
  // The dictionary adds half a point at most: it is not loaded for a text in which no candidate can become a name.
  if (withoutOverlaps(candidates.filter(({ score }) => score >= quick)).length < min) return [];
  const cached = nameCache.get(text);
  if (cached !== undefined) return cached;
  const names = scoreNames(text, candidates);
  if (nameCache.size >= MAX_CACHED_TEXTS) nameCache.clear();
  nameCache.set(text, names);
  return names;
}

const nameCache = new Map<string, ScoredName[]>();

function scoreNames(text: string, candidates: readonly ScoredName[]): ScoredName[] {
  const words = wordsOf(text);
  const scored = candidates
    .map((each) =>
      each.isForeign || each.isSaid ? each : { ...each, score: each.score + wordScore(each, text, words) },
    )
    .filter(({ score }) => score >= MIN_SCORE - SERIES_BONUS);
  const names = withoutOverlaps(scored);
  return names
    .map((each, at) => {
      const isSeries = [names[at - 1], names[at + 1]].some((other) => other && areSeries(each, other, text));
      return isSeries ? { ...each, score: each.score + SERIES_BONUS } : each;
    })
    .filter(
      ({ name, score, isForeign, isSaid }) =>
        score >= MIN_SCORE && (isForeign || isSaid || !isOtherWord(name)),
    );
}

/** Whether only a mark or a text in brackets is between two names. */
function areSeries(one: ScoredName, other: ScoredName, text: string): boolean {
  const [first, second] = one.index < other.index ? [one, other] : [other, one];
  const between = text.slice(first.end, second.index);
  return between.length < 16 && SERIES.test(between);
}

const SERIES = /^(?:[（(][^（）()]{0,12}[）)])?\s*(?:[、，,；;\s／/|｜]|和|与|及|跟|[①-⑳]|\d{1,2}[.．])\s*$/u;

/** The best of the candidates that overlap. */
function withoutOverlaps(names: readonly ScoredName[]): ScoredName[] {
  const kept: ScoredName[] = [];
  for (const each of [...names].sort((a, b) => a.index - b.index)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= each.index) kept.push(each);
    else if (each.score > last.score) kept[kept.length - 1] = each;
  }
  return kept;
}

/** The first characters of all surnames and of the names without one. */
const BEGINNINGS = new Set(
  [...surnameWeights.keys(), ...OTHER_NAME_BEGINS, ...SOUND_BEGINNINGS].map((each) => each.slice(0, 1)),
);

/**
 * Words that only a name follows: 名叫, 户主：, 六岁的, 三年级二班. There even an unknown surname and an everyday word (温馨, 钱多多) are
 * one.
 */
const SAID_BEFORE =
  /[他她我你名孩娃]叫$|[大小本学]名$|岁半?的(?:小?[男女][孩娃童])?叫?$|[）)\d一二三四五六]班[ \u3000]$|(?:申请|领款|签收|受助)人$|(?:户主|姓名|户名|人|救助对象|保障对象|死者|患者|病人|产妇|房主|车主)[：:][ \u3000]?$/u;
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
  if (index > 0 && !NON_HAN.test(text[index - 1] ?? '')) return false;
  const character = text[index] ?? '';
  return !commonCharacters.has(character) && !surnameWeights.has(character) && HAN.test(character);
}

/** Several rules request the names of the same sentences, one file after the other. */
const candidateCache = new Map<string, readonly ScoredName[]>();
const MAX_CACHED_TEXTS = 1000;

function candidatesIn(text: string): readonly ScoredName[] {
  const cached = candidateCache.get(text);
  if (cached !== undefined) return cached;
  const found = findCandidates(text);
  if (candidateCache.size >= MAX_CACHED_TEXTS) candidateCache.clear();
  candidateCache.set(text, found);
  return found;
}

/** Every text with the form of a name, with the part of its score that needs no dictionary. */
function findCandidates(text: string): ScoredName[] {
  const found: ScoredName[] = [];
  const hasDots = DOT.test(text);
  for (let index = 0; index < text.length - 1; index += 1) {
    if (
      !BEGINNINGS.has(text[index] ?? '') &&
      !isRareSurname(text, index) &&
      !(hasDots && isDotAhead(text, index)) &&
      !isSaidBefore(text, index)
    )
      continue;
    const other = otherNameAt(text, index);
    if (other !== undefined) {
      found.push(other);
      index = other.end - 1;
      continue;
    }
    if (isSaidBefore(text, index) && !surnameWeights.has(text[index] ?? '')) {
      found.push(
        ...candidatesOf(text, index, text.slice(index, index + 1), UNKNOWN).filter(
          ({ name }) => name.length > 2,
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

/** Common words that begin with a possible surname: no name begins with one. */
const NO_BEGINNING = /^(?:[牛龙马羊]年|孙[子女儿]|儿子|童[年子]|家[里中]|老[师人])/;
const HAN = /^\p{Script=Han}+$/u;
/** Common words in which no name ends; known without the dictionary. */
const STRADDLED =
  /^(?:申请|申报|低保|补[助贴]|高龄|医保|医院|户口|可以|需要|时候|信用|信贷|学生|学校|书记|文件|月底|公示|保险|民政|政府|政策|生活|生产|年龄|年底|明年|美元|利率|利息|金额|全家|全县|全部|大家|老人|老师|成员|材料|程序|标准|平时|安全|安排|方便|方式|发放|开始|开户|通知|通过|新增|水电|水费|林业|农村|产业|合作|国家|家庭|天内|天气)$/;
const UNIT_SURNAME = /^[元万年月日时斤里户]$/;
const NUMERAL = /[\d０-９一二三四五六七八九十百千万几两]/;
/** One character is weaker evidence than two. */
const SHORT = -0.6;
/** 可可, 军军 */
const DOUBLED = 0.8;

function candidatesOf(text: string, index: number, surname: string, weight: number): ScoredName[] {
  // 5万元以内, 2026年满
  if (UNIT_SURNAME.test(surname) && NUMERAL.test(text[index - 1] ?? '')) return [];
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
      leftScore(text, index) +
      rightScore(text, end) -
      (ENDS_IN_AND.test(name) || (ENDS_IN_VERB.test(name) && !NON_HAN.test(text[end] ?? '，')) ? 1.2 : 0);
    return score >= MIN_SCORE - SERIES_BONUS ? [{ name, index, end, score }] : [];
  });
}

/** 徐平有两个孩子 */
const ENDS_IN_VERB = /[有在进要会能是来去说]$/;
/** 周军和 is usually 周军 followed by another person. */
const ENDS_IN_AND = /[和同向]$|^(.)\1$/u;

/** The score of a name that its context introduces, with the weight of its surname added. */
const SAID_SCORE = 3.2;
const mayBeSaid = (given: string, name: string) =>
  !NO_PERSONS.has(name) &&
  !TITLE.test(name) &&
  ![...given].some((character) => NEVER_GIVEN.has(character)) &&
  !NO_SAID.test(name);
/** Words that follow such a label or an age as well: 六岁的孩子, 申请人：本人. */
const NO_SAID =
  /^(?:孙[子女]|儿子|女儿|本人|孩子|老人|儿童|学生|小孩|弟弟|妹妹|哥哥|姐姐|双胞胎|残疾|户籍|村民|农民|女孩|男孩|幼儿|婴儿|人员|家庭|家长|监护|必须|应当|可以|都能|不用|免费|每月|每年|开始|以上|以下|左右|时候|生日|冬天|夏天|春节|小狗|黄牛|马驹|全家|所有|任何)|[者员户人家时前后]$/;

const isApart = (text: string, index: number) => index === 0 || NON_HAN.test(text[index - 1] ?? '');
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

/** 国栋, 可可 */
const LAST_TOO = /\p{Script=Han}[栋可果]$/u;

/** 金一万: an amount after a word that ends in a possible surname. */
const AMOUNT = /^[一二两三四五六七八九十几百千万亿]*[百千万亿][一二两三四五六七八九十几百千万亿]*$/;

function mayBeGiven(given: string, name: string): boolean {
  if (AMOUNT.test(given)) return false;
  if (NO_PERSONS.has(name)) return false;
  if (VILLAGE_GIVEN.test(given)) return !EVERYDAY.test(name);
  if (EVERYDAY.test(name) || TITLE.test(name) || PLACE.test(name) || NO_NAMES.has(name)) return false;
  if (
    (NEVER_LAST.has(given.slice(-1)) && !LAST_TOO.test(given)) ||
    NO_PERSONS.has(name) ||
    NO_BEGINNING.test(name)
  )
    return false;
  return ![...given].some((character) => NEVER_GIVEN.has(character) && character !== '栋');
}

const DOT = /[·•・‧．]/;
const isDotAhead = (text: string, index: number) => DOT.test(text.slice(index + 1, index + 8));

/** Names that do not begin with a surname. */
function otherNameAt(text: string, index: number): ScoredName | undefined {
  const dotted = /^\p{Script=Han}{2,7}(?:[·•・‧．]\p{Script=Han}{1,8}){1,3}/u;
  if (isDotAhead(text, index)) {
    const [long] = dotted.exec(text.slice(index, index + 36)) ?? [];
    const name = long === undefined ? undefined : isTransliterated(long);
    if (name !== undefined) return { name, index, end: index + name.length, score: 4, isForeign: true };
  }
  const begins =
    OTHER_NAME_BEGINS.has(text.slice(index, index + 2)) ||
    OTHER_NAME_BEGINS.has(text.slice(index, index + 1));
  if (begins) {
    for (let length = 7; length > 1; length -= 1) {
      const name = text.slice(index, index + length);
      if (name.length !== length || !OTHER_NAME.test(name)) continue;
      const end = index + length;
      const score = (length > 2 ? 3 : 1.2) + leftScore(text, index) + rightScore(text, end);
      return { name, index, end, score, isForeign: true };
    }
  }
  const sounds = soundsAt(text, index);
  if (sounds === undefined) return undefined;
  const end = index + sounds.length;
  const score = 0.4 + sounds.length * 0.4 + leftScore(text, index) + rightScore(text, end);
  return score >= MIN_SCORE ? { name: sounds, index, end, score, isForeign: true } : undefined;
}

const NON_HAN = /[^\p{Script=Han}]/u;
/** Words directly before a name. */
const LEFT =
  /(?:户主|村民|社员|群众|老汉|叫|姓名|大名|本名|学名|真名|户|人|者|员|家|给|帮|替|把|将|由|为|是|有|和|与|及|跟|同|找|请|像|如|的|让|对|向|到|了|娃|孩|子|女|儿|妻|夫|母|父|妈|爸|孙|弟|妹|哥|姐|婶|叔|伯|嫂|娘|爷|奶|头|组|村|庄|队|社|寨|院|里|上|坡|沟|湾|岔|东|西|南|北|年|月|增|生|胞|象|工|民|伴|婆|公|媳|甥|侄|友|写|下|病|残|疾|盲|聋|哑|瘫|癌|症)$/u;
/** Words directly after a name. */
const RIGHT =
  /^(?:家|户|等|两|[一二三四五六七八九十]|同志|大娘|老[人汉]|和|与|及|跟|的|是|在|今[年天]|明[年天]|后年|现年|从|每|已|正|刚|才|患|查出|得|因|离|欠|把|领|享|吃|评|被|由|也|都|各|这|那|说|去|来|住|有|没|还|带|靠|名下|本人|怀|生[^产活态长意]|做|为|于|自|就|又|到|弟兄|姐妹|兄弟|夫妇|夫妻|父子|母女|他|她|名|坐|判|服刑|打工|借|贷|拖|瘫|聋|哑|瞎|双目|肢|精神|智|一级|二级|三级|四级|属|收|发|送|上|读|念|考|满|未|不|很|曾|前|去年|上月|昨|当|犯|吸|戒|嗜|赌|失|丧|守|再婚|改嫁|流产|小产|宫|孤|独|无|儿|女|老两口|长期|常年|多年|一直|需要|要|能|可|终于|先|再|同学|小朋友|们)/u;

/** The label of a form, before a name: 户主，展建设. */
const LABEL =
  /(?:户主|姓名|申请人|收款人|户名|车主|住户|患者|当事人|死者|房主)[，：:\s]$|(?:特困|五保|独居|孤寡|残疾|失独)老人$|(?:低保|脱贫|贫困|困难|监测|五保|搬迁)户$|残疾人$|困难(?:职工|党员|群众)$/u;

function leftScore(text: string, index: number): number {
  if (LABEL.test(text.slice(Math.max(0, index - 5), index))) return 2;
  if (index === 0 || NON_HAN.test(text[index - 1] ?? '')) return 1;
  return LEFT.test(text.slice(Math.max(0, index - 2), index)) ? 0.6 : 0;
}

/** Only persons are counted or described so. */
const STRONG_RIGHT =
  /^(?:等[一二两三四五六七八九十\d]{1,3}[户人名位家]|同志(?!们)|[，,（(][男女][，,）)]|[，,（(](?:肢体|视力|听力|精神|智力|言语)残疾|[，,（(]\d{2}岁)/u;

function rightScore(text: string, end: number): number {
  if (STRONG_RIGHT.test(text.slice(end, end + 8))) return 2;
  if (end >= text.length || NON_HAN.test(text[end] ?? '')) return 1;
  return RIGHT.test(text.slice(end, end + 3)) ? 0.6 : -0.3;
}

const isNameTag = (tag: string) => tag.startsWith('nr');
const DOES = /^(?:v|d|p|vd|vn|z|uj)$/;
/** Given names that are also words: 建国, 改过. */
const ORDINARY = /^(?:n$|v|vn|d|p|c|r|m|f|u|t|s|a|ad|b|l|i)$/;

/** The score of the dictionary's words around a candidate. */
function wordScore({ name, index, end }: ScoredName, text: string, words: readonly Word[]): number {
  let score = 0;
  const given = { start: end - (name.length > 3 ? 2 : name.length - 1), end };
  for (const { word, tag, start, end: wordEnd } of words) {
    // A verb, an adverb or a preposition after a name continues with an action of the person.
    if (start === end && DOES.test(tag) && !RIGHT.test(text.slice(end, end + 3))) score += 0.6;
    if (start >= end) break;
    if (wordEnd === index && word.length > 1 && !LEFT.test(text.slice(Math.max(0, index - 2), index)))
      score += 0.4;
    if (wordEnd <= index || word.length === 1) continue;
    if (start === index && wordEnd === end) score += isNameTag(tag) ? 0.5 : tag === 'nz' ? -0.5 : -3;
    else if (start < index) score += beginsWithin(text, start, index) ? -0.5 : -2.6;
    else if (start === index && wordEnd < end)
      score += isNameTag(tag) ? -0.3 : isWordToo(name) ? -2.6 : isFrequentWord(word) ? -1.5 : -0.6;
    else if (wordEnd > end) score += /^[家户]/.test(text.slice(end)) ? -0.2 : -1.3;
    else if (start === given.start && wordEnd === given.end)
      score += ORDINARY.test(tag) || NO_NAMES.has(word) ? -1 : 0.3;
  }
  return score;
}

/** Whether the possible surname is also an everyday word: 何时. */
function isWordToo(name: string): boolean {
  return !SURNAMES.has(name.slice(0, 1)) && !DOUBLE_SURNAMES.has(name.slice(0, 2));
}

/** Whether a word that overlaps the beginning of a name is a shorter word followed by the surname: 孩子｜王. */
function beginsWithin(text: string, start: number, index: number): boolean {
  const before = text.slice(start, index);
  return before.length > 1 && wordsOf(before).length === 1;
}
