/** Pasted spaces: full-width and non-breaking ones, and those between the characters of a word. */
import type { AnnotatedFile, SourceText } from '../../../documents/source.ts';
import { HAN } from '../../characters.ts';
import { isForm, isInPoem, isSpacedForm } from '../../form-blanks.ts';
import { isColumnSpace, isLetterSpaced } from '../../letter-spacing.ts';
import type { Rule } from '../../rule.ts';
import { isByline, isRoster, isSpacedList } from '../../spaced-lists.ts';
import { forEachText, matchesIn, oncePerText } from '../../texts.ts';

const hasBoxes = oncePerText((text) => /[□☐☑]/.test(text));
const PUNCTUATION = '，。、；：！？';

const PATTERN = new RegExp(
  `(?<=[${HAN}${PUNCTUATION}])[ \\t\\u00a0\\u3000]+(?=[${HAN}${PUNCTUATION}])|(?<![□☐■☑☒_＿])[\\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]+(?![□☐■☑☒_＿※†‡√×△○◯✓✔✗✘\\p{So}㈠-㈩①-⑳⑴-⑽⒈-⒛])`,
  'gu',
);

export const rule: Rule = {
  name: 'text/pasted-space',
  severity: 'warning',
  finds: '汉字中间多出来的空格，全角空格、Tab 和网页里的硬空格。',
  why: '字会散开，朗读时会断错，搜也搜不到。',
  write: '删掉空格。并列的几样东西用顿号隔开。',
  bad: [
    '每亩▶1 3 6. 5 元，▶2 0 2 6 年发完。',
    '带上身▶ 份证。',
    '▶\u3000\u3000先去乡镇政府。',
    '身▶\t份证。',
    '附件：补贴标准▶　表。办公室▶　　请于6月7日前报。',
    '带上户口本▶&nbsp;和银行卡。',
    '补▶  贴▶  对▶  象：本▶  县▶  户▶  籍▶  农▶  户。',
    '申请▶　人要到镇上▶　办。',
  ],
  good: [
    '带上身份证。',
    '打印在 A4 纸上，选 1 2 3 三档，12 30 元。',
    '利率 3.5% 左右。',
    '是□　否□',
    '性别：□男 □女 民族：',
    '□同意　□不同意',
    '√ 同意　× 不同意',
    '☐ 已交　☑ 已审　☒ 退回',
    '姓名：____　电话：____',
    '是否本村户口：□是　□否　　是否脱贫户：☑是　☐否',
    '† 50亩以上。　‡ 名单另发。',
    '☎ 咨询　✉ 信箱　⏰ 时间',
    '□ 我同意　签名：____',
    '㈠谁能领　㈡领多少',
    '（　　）村（　　）组，共（　　）口人。（盖章）　　年　月　日',
    '申请金额大写：　　拾　　万　　仟元整',
    '护林防火 人人有责',
    'A. 很准　B. 不准，填入（　　）。',
    '值班：星期一 程立新，星期二 谢玉柱。',
    '目　录\n\n申 请 书\n\n联 系 人：办公室　电　话：12345',
    '兹有我村村民　　　　，因　　　　需要到贵单位办理　　　　，请接洽。',
    '满意〔　〕一般〔　〕不满意〔　〕',
    '报名到月底。\n\n汾西县民政局　2026年11月6日\n\n永安镇　二〇二六年秋',
    '第十二条　本办法由县民政局解释。',
    '附件：1．标准表\n　　　2．材料清单\n　　　3．样表',
    '承诺人：____（按手印）　20__年__月__日',
    '汾西县政府办公室　　2024年6月7日印发',
    '发：各村（社区）　　　　共印50份',
    '第3期　总第48期　2025年6月15日',
    '我的家 乡\n在山那边\n风 吹\n麦 浪\n——村小学生诗歌墙',
  ],
  checkFile: forEachText((cell, report, source) => {
    const { text, part, offsets } = cell;
    for (const { 0: number, index } of matchesIn(text, SPLIT_NUMBER)) {
      const right = number.replace(/\s/g, '');
      report(index, `「${number}」的数字散开了，朗读会一个一个念，搜也搜不到。请写成「${right}」。`);
    }
    for (const match of matchesIn(text, PATTERN)) {
      const [from, to] = [match.index, match.index + match[0].length];
      // The choices of a form are separated by spaces.
      if (/^(?: |\u3000{1,4})$/.test(match[0]) && hasBoxes(text)) continue;
      if (isSpacedForm(text) && isFormBlank(match[0], text, to)) continue;
      if (/^(?:\u3000{2,}| {3,})$/.test(match[0]) && isForm(text)) continue;
      if (isLayout(lineAround(cell, source, from, to))) continue;
      if (isAttachment(source, offsets[from] ?? 0, text.slice(to, to + 3))) continue;
      if (isInPoem(source, offsets[from] ?? 0)) continue;
      if (
        isSignature(text, from, to) ||
        CHOICE.test(text.slice(to, to + 2)) ||
        isEmptyBracket(text, from, to)
      )
        continue;
      if (PRINTED_COPIES.test(text.slice(to, to + 8)) || isIssueLine(lineAround(cell, source, from, to)))
        continue;
      if (BLANK_DATE.test(text.slice(to, to + 12))) continue;
      if (isByline(text, from, to) || isRoster(text, from, to) || isSpacedList(text, from, to)) continue;
      if (isSlogan(text, from, to) || ARTICLE.test(text.slice(Math.max(0, from - MAX_ARTICLE_LENGTH), from)))
        continue;
      // A list on one line, as in a cell or a field, may be separated by spaces on purpose.
      if (match[0].trim() === '' && part === 'heading' && match[0] === ' ') continue;
      const right = (text.slice(Math.max(0, from - 2), from) + text.slice(to, to + 2)).trim();
      report(from, `这里多了空格，字会散开，朗读会断错。请删掉，写成「${right}」。`);
    }
  }),
};

/** Whether the space is one of a title, of a label or between two columns. */
const isLayout = ({ line, from, to }: InLine) =>
  isLetterSpaced(line, from, to) || isColumnSpace(line, from, to);

interface InLine {
  line: string;
  from: number;
  to: number;
}

/** The line of the source around a range of a text, whose lines are joined where Chinese continues. */
function lineAround(cell: SourceText, source: AnnotatedFile, from: number, to: number): InLine {
  const all = boundsOf(cell, source);
  // A binary search: each space of a long text asks.
  let [low, high] = [0, all.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((all[middle] ?? 0) <= from) low = middle;
    else high = middle - 1;
  }
  const start = all[low] ?? 0;
  return {
    line: cell.text.slice(start, all[low + 1] ?? cell.text.length),
    from: from - start,
    to: to - start,
  };
}

let lastBounds: { cell: SourceText; bounds: number[] } | undefined;

/** The indices at which lines of the source begin in a text. */
function boundsOf(cell: SourceText, { source }: AnnotatedFile): number[] {
  if (lastBounds?.cell === cell) return lastBounds.bounds;
  const { text, offsets } = cell;
  const bounds = [0];
  for (let index = 1; index < text.length; index += 1) {
    const [before, own] = [offsets[index - 1] ?? 0, offsets[index] ?? 0];
    if (text[index - 1] === '\n' || source.slice(before, own).includes('\n')) bounds.push(index);
  }
  lastBounds = { cell, bounds };
  return bounds;
}

/** 1 3 6. 5 元, 2 0 2 6 年: single digits with a space between each, before the unit of an amount or a date. */
const SPLIT_NUMBER =
  /(?<![\d.,\p{Script=Han}] ?\d ?)(?:\d(?: [.．]?|[.．] )){2,8}\d(?= ?(?:元|[万亿]|年|块钱|户|人|亩|公?斤|[%％]|岁))/gu;

/** 第十二条　本办法, 第一章  总则: the space ends the number. */
const ARTICLE = /(?:^|\n)[ \t\u3000]*第[一二三四五六七八九十百\d]{1,5}[编章节条款]$/u;
const MAX_ARTICLE_LENGTH = 12;

/** 汾西县民政局　2026年11月6日: whoever signs, and the date, on a line of their own. */
function isSignature(text: string, from: number, to: number): boolean {
  return SIGNED.test(text.slice(Math.max(0, from - MAX_SIGNED_LENGTH), from)) && DATED.test(text.slice(to));
}
/** 发：各村（社区）　　共印50份 */
const PRINTED_COPIES = /^(?:共印|印)\d{1,5}份/;
/** 第3期　总第48期　2025年6月15日: the head of a bulletin. */
const isIssueLine = ({ line }: InLine) =>
  line.length <= MAX_ISSUE_LINE_LENGTH && ISSUE_LINE.test(line.trim());
const ISSUE_LINE =
  /^(?:[（(]?总?第[\d一二三四五六七八九十百]{1,5}[期号版][）)]?|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{4}[-—–]\d{4}学?年度?|[上下]学期)(?:[ \u3000]+(?:[（(]?总?第[\d一二三四五六七八九十百]{1,5}[期号版][）)]?|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|[上下]学期|[一二三四五六七八九]年级))+$/u;
const MAX_ISSUE_LINE_LENGTH = 60;
/** （按手印）　20__年__月__日 */
const BLANK_DATE = /^(?:[12]\d{0,3})?[_＿]{1,4} ?年[_＿ ]{0,4}月/;
/** 附件：1．补贴标准表, and at the beginning of the next line 　　　2．: GB/T 9704 sets the numbers below each other. */
function isAttachment({ source }: AnnotatedFile, offset: number, behind: string): boolean {
  if (!/^\d{1,2}[.．、]/.test(behind)) return false;
  return ATTACHMENTS.test(source.slice(Math.max(0, offset - MAX_ATTACHMENTS_LENGTH), offset));
}
const ATTACHMENTS = /附件?[：:][ \u3000]?1[.．、][^。！？]*\n$/u;
const MAX_ATTACHMENTS_LENGTH = 200;
/** A. 很准　B. 不准 */
const CHOICE = /^[A-H][.．、]/;
/** 填入（　　） */
const isEmptyBracket = (text: string, from: number, to: number) =>
  /[（(〔【［[]/.test(text.charAt(from - 1)) && /[）)〕】］\]]/.test(text.charAt(to));
const SIGNED = /(?:^|\n)[\p{Script=Han}（）“”]{2,30}$/u;
const MAX_SIGNED_LENGTH = 31;
const DATED =
  /^(?:(?:\d{4}|[一二][〇零○一二三四五六七八九]{3})年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|[春夏秋冬])?(?:印发|制发|翻印|校印|公布|发布)?(?=\n|$)/u;

/** 护林防火 人人有责: two clauses of the same length, with nothing else on the line. */
function isSlogan(text: string, from: number, to: number): boolean {
  const [before] =
    /(?<=^|\P{Script=Han})\p{Script=Han}{4,12}$/u.exec(text.slice(Math.max(0, from - 13), from)) ?? [];
  const [after] = /^\p{Script=Han}{4,12}(?=$|\P{Script=Han})/u.exec(text.slice(to, to + 13)) ?? [];
  return before !== undefined && before.length === after?.length && to - from === 1;
}

/** Whether the spaces are full-width ones between a label and a unit: 申请金额大写：　　拾　　万. */
function isFormBlank(spaces: string, text: string, to: number): boolean {
  return /^\u3000+$/.test(spaces) && /[拾万仟佰元角分年月日亩户人口号村组]/.test(text.charAt(to));
}
