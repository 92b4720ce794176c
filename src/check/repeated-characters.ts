/**
 * One character printed twice (以以下, 五十元元, 标准准), where the language does not repeat it: the doubled character is no word, and
 * one of the two is part of a frequent word. 慢慢, 看看, 家家户户, 教案案例 are right.
 */
import { FIELD_WORDS } from './field-words.ts';
import { findEntry } from './person-names/dictionary.ts';
import { isFrequentWord } from './person-names/segmenter.ts';

export interface RepeatedCharacter {
  text: string;
  index: number;
}

/** Never repeated on purpose. */
const NEVER_REPEATED = /^[请须由被与及或凭]$/;
/** Not 谁的的确良, 他的的士. */
const DOUBLED_PARTICLE = /^的的(?![确士])/;
const DOUBLED = /(\p{Script=Han})\1/gu;
/** Verbs, adjectives, adverbs, measures, numbers and particles are repeated regularly. */
const REPEATABLE = /^[vadmqztuy]/;
const PARTICLE = /^[prcfk]/;
/** Verbs of offices that nobody repeats before a noun that begins with them: 补补贴, 缴缴费. */
const DOUBLED_VERB = /^[补缴申领审报]$/;
/** 一幅幅, 二间房房价 */
const COUNTED = /^[mq]/;
const UNIT = /^[村镇乡县市区组队社校院局所厂站部科司处厅室会团班店台馆志]$/;
const AMOUNT = /[\d一二三四五六七八九十百千万]/;
/** Counts in the dictionary: from these on a doubled character is a word. */
const MIN_WORD_COUNT = 3;
const MIN_WORD_COUNT_IN_FIELD = 100;

/** The characters of a text that are printed twice by mistake, with their index. */
export function repeatedCharacters(text: string): RepeatedCharacter[] {
  const found: RepeatedCharacter[] = [];
  for (const { 0: doubled, 1: character = '', index } of text.matchAll(DOUBLED)) {
    const [before, after] = [text.charAt(index - 1), text.charAt(index + 2)];
    const isNever = NEVER_REPEATED.test(character) || DOUBLED_PARTICLE.test(doubled + after);
    if (isNever && after !== character && before !== character) {
      found.push({ text: doubled, index });
      continue;
    }
    // 家家户户, and three of a kind.
    if (before === text.charAt(index - 2) || (after !== '' && after === text.charAt(index + 3))) {
      if (
        before !== character &&
        after !== character &&
        isDoubledPair(text.slice(index, index + 4), before, text.charAt(index + 4))
      )
        found.push({ text: text.slice(index, index + 4), index });
      continue;
    }
    // 永安镇和｜和平镇: a conjunction before the name of a place.
    if (
      /^[和与及跟同到在从由向给]$/.test(character) &&
      /^\p{Script=Han}{1,2}[镇乡村县区市庄街路]/u.test(text.slice(index + 2, index + 5)) &&
      /[镇乡村县区市庄街路、]$/u.test(before)
    )
      continue;
    // 南坡村村委会
    if (UNIT.test(character) && /^[委政办机支卫小中医长民规部口头史员内外务存]/.test(after)) continue;
    // 1982年｜年龄
    if (character === '年' && /\d/.test(before) && /^[龄底初末终均度报检会级]/.test(after)) continue;
    if (before === character || after === character || before === '一') continue;
    // 收到｜到账短信, 在｜在建工地
    if (/^(?:在[建编岗职校册押逃]|到[期账位])/.test(character + after)) continue;
    if (isDoubledPreposition(character, text.slice(Math.max(0, index - 2), index), after)) {
      found.push({ text: doubled, index });
      continue;
    }
    if (isMistake(character, before, after, text.charAt(index - 2))) found.push({ text: doubled, index });
  }
  return found;
}

/** 请到到窗口, 应在在三十日内: a preposition at the beginning of a clause; its second one begins no word (在建, 到期). */
function isDoubledPreposition(character: string, before: string, after: string): boolean {
  if (!/^[到在从向给对将按于为因]$/.test(character) || !/\p{Script=Han}/u.test(after)) return false;
  if (!/(?:^|[^\p{Script=Han}]|[请须应可再已]|必须|直接|可以|应当|需要|不得|不能)$/u.test(before))
    return false;
  return findEntry(character + after) === undefined && !BEGINS_WITH_PREPOSITION.test(character + after);
}

/** Words that the dictionary lacks. */
const BEGINS_WITH_PREPOSITION =
  /^(?:在[建职校册岗编场线家乡外读押逃世位役途用产售园籍档]|到[期账位岗场]|对账|给付)/;

function isMistake(character: string, before: string, after: string, second: string): boolean {
  if (/^[元块斤亩岁]$/.test(character) && AMOUNT.test(before)) return true;
  const count = findEntry(character + character)?.count ?? 0;
  const [wordBefore, wordAfter] = [before + character, character + after];
  if (
    DOUBLED_VERB.test(character) &&
    FIELD_WORDS.has(wordAfter) &&
    !endsWord(wordBefore, second) &&
    count < MIN_WORD_COUNT_IN_FIELD
  )
    return true;
  const isVerb = /^[vf]/.test(findEntry(character)?.tag ?? '');
  if (
    !isVerb &&
    FIELD_WORDS.has(wordAfter) &&
    count < MIN_WORD_COUNT_IN_FIELD &&
    !endsWord(wordBefore, second)
  )
    return true;
  if (count >= MIN_WORD_COUNT || REPEATABLE.test(findEntry(character)?.tag ?? '')) return false;
  if (isKnownWord(wordAfter))
    return !endsWord(wordBefore, second) && !COUNTED.test(findEntry(before)?.tag ?? '');
  return (
    !PARTICLE.test(findEntry(character)?.tag ?? '') &&
    isKnownWord(wordBefore) &&
    findEntry(wordAfter) === undefined
  );
}

/**
 * 村委委会会: a word (村委) before its end is doubled; 高高兴兴, 叮叮当当 begin with their own doubled character, and 人大｜大会｜会议 are
 * three words.
 */
function isDoubledPair(pair: string, before: string, after: string): boolean {
  const [one = '', , other = '', last = ''] = pair;
  if (!/\p{Script=Han}/u.test(other)) return false;
  if (isKnownWord(before + one) && isKnownWord(one + other) && isKnownWord(last + after)) return false;
  return other === last && other !== one && isKnownWord(before + one) && findEntry(pair) === undefined;
}

const isKnownWord = (word: string) => FIELD_WORDS.has(word) || isFrequentWord(word);

/** Whether a word of two or three characters ends here: 教案｜案例, 油麻地｜地铁. */
function endsWord(word: string, second: string): boolean {
  return findEntry(word) !== undefined || findEntry(second + word) !== undefined;
}
