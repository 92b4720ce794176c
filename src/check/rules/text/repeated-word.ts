/** Repeated words, characters, clauses or paragraphs, from text recognition and bad copies: 窗口窗口当天受理当天受理, 请请各各家家. A guess. */

import type { AnnotatedFile, SourceText } from '../../../documents/source.ts';
import { FIELD_WORDS } from '../../field-words.ts';
import { isInPoem } from '../../form-blanks.ts';
import { findEntry } from '../../person-names/dictionary.ts';
import { repeatedCharacters } from '../../repeated-characters.ts';
import type { Report, Rule } from '../../rule.ts';
import { forEachProse, matchesIn, offsetIn } from '../../texts.ts';

/** Three doubled characters in a row; no reduplication has more than two (家家户户). */
const DOUBLED_CHARACTERS = /(?:(\p{Script=Han})\1){3,}/gu;
const KIN = /爷爷|奶奶|爸爸|妈妈|哥哥|姐姐|弟弟|妹妹|叔叔|伯伯|姑姑|舅舅|婆婆|公公|太太|娃娃|宝宝/g;
/** Three doubled characters. */
const MIN_DOUBLED_LENGTH = 6;
/** Two to six characters, repeated once. */
const DOUBLED_WORD = /(?<word>(?!(\p{Script=Han})\2)\p{Script=Han}{2,6})\k<word>(?!\k<word>)/gu;
/** 一个一个, 好好, 研究研究: regular reduplication of the language. */
const REDUPLICATED = /^(?:[mqvadzotei]|vn|ad|[pcurf])/;
/** 每月每月, 打到打到: no such word is repeated on purpose. */
const NEVER_DOUBLED =
  /^(?:我们|你们|他们|她们|咱们|可以|应当|应该|必须|需要|按照|根据|由于|因为|如果|以及|并且|或者|已经|对于|关于|为了|其中|不得|不能|不用|没有|所有|任何|符合|属于|享受)$|^每[年月天周户人亩次]$|^\p{Script=Han}{1,3}[到在给从为向]$/u;
/** 带上上身份证 */
const DOUBLED_COMPLEMENT = /(?<=[带交填盖写穿关戴加送赶补])(?:上上|好好|完完)(?=\p{Script=Han})/gu;
/** Two doubled words in one sentence are no habit of speech. */
const MIN_WORDS = 2;

export const rule: Rule = {
  name: 'text/repeated-word',
  severity: 'warning',
  finds: '同样的字词连着印了两遍：窗口窗口当天受理当天受理。',
  why: '读的人会停下来猜，朗读也会念两遍。多半是识别或复制时弄错的。',
  write: '删掉多出来的一遍。',
  bad: [
    '▶请请各各家家把垃圾分开。',
    '村里▶条条件的农户，每亩五十▶元元。',
    '▶只能在，只能在河滩放。',
    '▶窗口窗口▶当天受理当天受理。',
    '带上▶户口本户口本来，▶每月每月发。带▶上上身份证。',
    '▶请请到村▶委委会会领表。',
    '▶申请人需提供户口簿申请人需提供户口簿和银行卡。',
    '▶报名到7月20日截止，报名到7月20日截止，过期不补。',
    '▶三、低保对象看病，先交的钱可以报。\n三、低保对象看病，先交的钱可以报。\n四、去县医保局。',
    '每亩▶补补贴120元。',
    '▶出院时只付自己那一份，出院时只付自己那一份就行。',
    '请▶到到窗口取号。▶生活补贴每人每月九十元，按月发。生活补贴每人每月九十元，按月发。别的不变。',
    '▶一、一、谁能申请\n\n▶（二）（二）怎么申请',
    '第二步：把表交到村委会。\n\n▶第二步：把表交到村委会。\n\n第三步：等人上门。',
    '▶搬进新房以后，老人搬进新房以后，老人的腿也不疼了。',
    '▶申请表由村委会统一收齐。申请表由村委会统一收齐。每月报一次。',
    '符合条件▶的的老师都能报名。',
    '养老保险的▶缴费缴费档次分十二档，▶我们我们村都能交，▶可以可以代办。',
  ],
  good: [
    '永安镇和和平镇的老人都来。',
    '家家户户都来，高高兴兴回去。',
    '凄凄惨惨戚戚。高高低低坑坑洼洼的路修平了。请在在建工地外等，遇到到期的，收到到账短信再来。',
    '南坡村村委会和河湾镇镇政府。看看教案案例，前前后后花了大半天，妈妈和奶奶都来。',
    '问问爷爷奶奶。研究研究再说，一个一个来。',
    '转起来，转起来，转起来。老乡来开会，老乡来开会，老乡都来。',
    '不让一个孩子掉队，不让一个孩子掉队！水磨村村民委员会。',
    '人大大会会议室在二楼。花儿唱：哎哟哟——白牡丹。',
    '谁的的确良衬衫？那是真的的确好。',
    '可以可以，不用不用，我们，我们都来。咨询咨询政策，登记登记再说。',
    '快来快来，好人好事。大豆大豆，越种越有。',
  ],
  checkFile: (source, report, beyond) => {
    checkTexts(source, report, beyond);
    checkParagraphs(source, report);
  },
};

/** A paragraph that is the same as the one before it: a song says so, or has no full stop. */
function checkParagraphs(source: AnnotatedFile, report: Report): void {
  let before: SourceText | undefined;
  for (const text of source.texts) {
    const isBlock = text.part === 'paragraph' || text.part === 'item';
    const isSame = isBlock && before?.part === text.part && before.text === text.text;
    if (isSame && PRINTED_TWICE.test(text.text) && !isInPoem(source, text.offsets[0] ?? 0)) {
      const shown = text.text.slice(0, LINE_QUOTE_LENGTH);
      const message = `「${shown}……」这一段印了两遍，读的人会停下来猜。请对照原文删掉一段。`;
      report(source, offsetIn(text, 0), message);
    }
    before = text;
  }
}

const PRINTED_TWICE = /^[^！!？?\n]{8,400}[。；]$/u;

const checkTexts = forEachProse(({ text, offsets }, report, source) => {
  for (const { 1: line = '', index } of matchesIn(text, LINE_TWICE)) {
    if (isInPoem(source, offsets[index] ?? 0)) continue;
    report(
      index,
      `「${line.slice(0, LINE_QUOTE_LENGTH)}……」这一行印了两遍，读的人会停下来猜。请对照原文删掉一行。`,
    );
  }
  const reported = new Set<number>();
  for (const { 0: found, index } of text.matchAll(DOUBLED_CHARACTERS)) {
    // 问问爷爷奶奶
    if (found.replace(KIN, '').length < MIN_DOUBLED_LENGTH) continue;
    if (!isReduplication(found)) report(index, messageFor(found));
    for (let at = index; at < index + found.length; at += 1) reported.add(at);
  }
  for (const { text: found, index } of repeatedCharacters(text)) {
    if (!reported.has(index)) report(index, messageFor(found));
  }
  for (const { 0: found, 1: clause = '', index } of text.matchAll(STARTED_TWICE))
    report(index, messageFor(found.slice(0, clause.length * 2 + 1)));
  for (const { 0: found, 1: once, 2: clause = '', index } of text.matchAll(THRICE)) {
    if ((once ?? clause).length >= MIN_PHRASE_LENGTH) report(index, messageFor(found));
  }
  for (const { 0: found, 1: clause = '', 2: mark, index } of text.matchAll(CLAUSE_TWICE)) {
    // 不让一个孩子掉队，不让一个孩子掉队: a speaker may repeat a short clause without a figure.
    const isLong = clause.length >= (mark === '。' ? MIN_STATEMENT_LENGTH : MIN_CLAUSE_LENGTH);
    if (/\d/.test(clause) || isLong) report(index, messageFor(found));
  }
  for (const { 0: found, 1: clause = '', index } of matchesIn(text, CLAUSE_CONTINUED)) {
    if (!isInPoem(source, offsets[index] ?? 0))
      report(index, messageFor(found.slice(0, clause.length * 2 + 1)));
  }
  for (const { 0: found, index } of matchesIn(text, NUMBER_TWICE)) report(index, messageFor(found));
  for (const { 0: found, index } of text.matchAll(PHRASE_TWICE)) report(index, messageFor(found));
  for (const { sentence, index } of sentencesTwice(text)) {
    if (!isInPoem(source, offsets[index] ?? 0)) report(index, messageFor(sentence));
  }
  for (const { 0: found, index } of text.matchAll(DOUBLED_COMPLEMENT)) report(index, messageFor(found));
  for (const { 0: found, index } of text.matchAll(SENTENCE_TWICE)) report(index, messageFor(found));
  for (const sentence of text.matchAll(/[^。！？!?\n]{4,400}/gu)) {
    const doubled = Array.from(sentence[0].matchAll(DOUBLED_WORD))
      .filter(({ 0: found, index }) => !isCall(sentence[0], found, index) && !COUNTED.test(found))
      .map(({ index, groups }) => ({
        index: sentence.index + index,
        word: groups?.word ?? '',
      }));
    const isMistake = doubled.length >= MIN_WORDS && doubled.some(({ word }) => isThing(word));
    for (const { index, word } of doubled) {
      if (
        isMistake ||
        NEVER_DOUBLED.test(word) ||
        (sentence[0].charAt(index - sentence.index - 1) === '的' && FIELD_WORDS.has(word)) ||
        (word.length > 2 && isPhrase(word)) ||
        (isThing(word) && !isFamily(word))
      )
        report(index, messageFor(word + word));
    }
  }
});

/** 凄凄惨惨戚戚, 高高低低坑坑洼洼: each pair, or each two pairs, are a word of the dictionary. */
function isReduplication(doubled: string): boolean {
  for (let at = 0; at < doubled.length; ) {
    const length = [4, 2].find((each) => isRepeatedOnPurpose(doubled.slice(at, at + each), each));
    if (length === undefined) return false;
    at += length;
  }
  return true;
}

function isRepeatedOnPurpose(word: string, length: number): boolean {
  return word.length === length && findEntry(word) !== undefined && (length > 2 || !NEVER_A_PAIR.test(word));
}

/** Words of the dictionary that are no adjectives or sounds: 条条, 各各. */
const NEVER_A_PAIR = /^[各请条村户人年月天日个份张家]/;

/** Whole sentences with commas within that are printed twice, one directly after the other; a shorter one is a call. */
function sentencesTwice(text: string): { sentence: string; index: number }[] {
  const sentences = Array.from(text.matchAll(/[^。！？\n]{1,400}[。！？\n]?/gu), ({ 0: whole, index }) => ({
    sentence: whole.trim(),
    index,
  }));
  return sentences.filter(
    ({ sentence }, at) => TWO_CLAUSES.test(sentence) && sentences[at + 1]?.sentence === sentence,
  );
}

/** A numbered line is reported as a line. */
const TWO_CLAUSES =
  /^(?![（(]?[一二三四五六七八九十\d]{1,3}[、.．）)])(?=.{14,})[^，；：“”]+[，；：][^“”]+。$/u;

/** 一户一户, 一个节点一个节点 */
const COUNTED = /^一\p{Script=Han}/u;

/** 只能在，只能在河滩放: a clause that stops at a word which cannot end one, and begins again. */
const STARTED_TWICE =
  /(?<=^|[，。；！？])(\p{Script=Han}{1,6}[在把给和与到从为要由向对的])，\1(?=\p{Script=Han})/gu;
/** 搬进新房以后，老人搬进新房以后，老人的腿: a clause with what follows it, or a whole one three times. */
const THRICE = /(\p{Script=Han}{4,14}，\p{Script=Han}{1,6})\1|(\p{Script=Han}{5,14}，)\2\2/gu;
/** 申请人需提供户口簿申请人需提供户口簿: longer than any word that is repeated on purpose. */
const PHRASE_TWICE = /(\p{Script=Han}{7,20})\1/gu;
/** A whole clause or sentence printed twice, with its mark. */
const CLAUSE_TWICE = /(?<=^|[，。；！？\n])([^，。；！？!?\n]{8,40})([，；。])\1(?:\2|(?=[，。；\n]|$))/gu;
const MIN_CLAUSE_LENGTH = 12;
/** The same with a full stop. */
const MIN_STATEMENT_LENGTH = 10;
/** 只付自己那一份，只付自己那一份就行: a long clause with its comma, and again with its end. */
const CLAUSE_CONTINUED = /(?<=^|[，。；])(\p{Script=Han}{8,30})，\1(?=\p{Script=Han}{1,6}[，。；])/gu;
/** 一、一、谁能申请: the numbering of an office program, and the number that was typed. */
const NUMBER_TWICE =
  /(?<=^|\n)(?:([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}、|第[一二三四五六七八九十]{1,3}[条章步][：、]?)\s?\1)(?=\s?\p{Script=Han})/gu;
/** A shorter phrase is a call or a song. */
const MIN_PHRASE_LENGTH = 8;
/** A numbered line of a list twice; a song has no numbers. */
const LINE_TWICE = /(?<=^|\n)((?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)])[^\n]{8,200})\n\1(?=\n|$)/gu;
const LINE_QUOTE_LENGTH = 8;
/** 要拆。要拆。 */
const SENTENCE_TWICE = /(?<![！？])(\p{Script=Han}{2,8})。\1。/gu;
/** 爸爸, 宝贝宝贝. */
const isFamily = (word: string) => /^[爷奶爸妈哥姐弟妹叔婶宝太好很个]/.test(word);
/** Not 一个一个, 再来再来. */
const isPhrase = (word: string) => !/^[一再快越又不很太好就个更最真多]/.test(word);

/** 大豆大豆，越种越有: a clause of its own. */
function isCall(sentence: string, found: string, index: number): boolean {
  const isBounded = (sign: string | undefined) => sign === undefined || !/\p{Script=Han}/u.test(sign);
  return isBounded(sentence[index - 1]) && isBounded(sentence[index + found.length]);
}

/** Whether the dictionary has the word, or its last part, as the name of a thing. */
function isThing(word: string): boolean {
  const tag = (findEntry(word) ?? findEntry(word.slice(-2)))?.tag ?? '';
  return tag !== '' && !REDUPLICATED.test(tag);
}

function messageFor(found: string): string {
  return `「${found}」像是印了两遍，读的人会停下来猜。请对照原文删掉多的一遍。`;
}
