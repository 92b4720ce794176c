/**
 * Question marks and boxes instead of characters that an encoding or a font lacks: 补???元, 困难?众、低□户. Most are guesses, because a
 * half-width question mark also ends a question, and a box is also a check box.
 */
import { HAN } from '../../characters.ts';
import { droppedCharactersIn } from '../../dropped-characters.ts';
import { quotationAround } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { forEachMatch, forEachProse, type MatchMessage, oncePerText } from '../../texts.ts';

/** Words of a question, before the mark. */
const ASKS =
  /[吗呢么吧啊呀嘛没]$|没有$|什么|怎么|怎样|如何|咋|能否|可否|多[久大长少]|哪|谁|几|多少|是不是|为何|可否|请问|真的|(\p{Script=Han})[不没]\1|还是|是否|有没有|^是\p{Script=Han}{1,4}$/u;
/** The beginning of an answer, after the mark. */
const ANSWERS = /^(?:不[要用行能是会]|可以|是的|没[有，。！]|还没|[对能行好要有会是][，。！,!])/;
/** Boxes of fonts for missing characters, and check boxes of forms. */
const BOXES = '□■▢▣▯▮◻◼☐⬜';
/** Words about check boxes of a form. */
const TICKS = /[√✓✔☑]|[打画划]勾|[打画划]钩|勾选|方框|方格|选项|填涂|空格里/;
/** After a lost character, but never at the beginning of a sentence: units, particles, an enumeration comma. */
const CONTINUES =
  /^(?:元|周?岁|[%％万亿亩级折倍]|[年月日天号人户个次斤吨](?!\p{Script=Han})|的|们|、|以[上下])/u;

/** Maximum distance of a question word from its mark; without a limit the text before would be read again for each mark. */
const MAX_SENTENCE_LENGTH = 200;

export const rule: Rule = {
  name: 'text/lost-character',
  severity: 'error',
  guesses: true,
  stopsBuild: true,
  finds:
    '字丢了，剩下半角问号或方块：补???元、困难?众、低□户。少了一个字的词（身证、便民服中心），和拿不准是不是丢了字的，只提醒。',
  why: '少了字，意思就变了，读的人会弄错。',
  write: '对照原文，把丢掉的字补上。',
  bad: [
    '▶确?;保发到手里。',
    '每人发放补贴▶元，到▶便民服务心取号，▶困难众可以申请。',
    '到▶便民服中心取号，带上▶身证复印件。',
    '帮助困难▶群?的生活。',
    '一共▶???元。',
    '▶????补贴怎么领。',
    '马上▶办?！',
    '▶低□户每月领钱。',
    '▶残■人有补贴。',
    '管护费每亩▶？元。',
    '去镇▶政□。',
    '▶□□县医疗保障局提▶醒□□按时缴费。',
    '电话0359-3▶3□□118，传真0855-6▶2?3017。',
    '联▶系□：县残联。',
    '补缴不收 ▶■■■，按当年算。',
    { fields: 'title: 怎么申请▶低□' },
  ],
  good: [
    '确保发到手里。',
    '随身证件别丢，每户本人来，指派所长去。',
    '这样行吗?可以的。',
    '都给办?对，都办。交了没?交了。请问?请答。有没有户口?有。真的假的??打12345。谁说的???别信。',
    '怎么办?先打12345问。',
    '真的吗？！',
    '看https://www.gov.cn/a?1=2 这一页。',
    '性别：□男 □女',
    '□低保□特困□残疾',
    '是□　否□',
    '在□里打√。',
    '本人同意□',
    '身份证号：□□□□□□',
    '■申请条件',
    '碑已残缺，拓片作“岁在□□，谷价腾□”，□为字迹不清。',
    '姓名□□□，性别□，年龄□□。',
  ],
  checkFile: (source, report, beyond) => {
    checkMarks(source, report, beyond);
    checkDropped(source, report, beyond);
    checkAmounts(source, report, beyond);
  },
};

const checkDropped = forEachProse(({ text }, report) => {
  for (const { index, found, meant } of droppedCharactersIn(text)) {
    const message = `「${found}」像是「${meant}」少了字，读的人会停下来猜，也搜不到。请对照原文补上。`;
    report(index, message, found);
  }
});

/** 发放补贴元，: the amount is lost. */
const LOST_AMOUNT = /(?<=补贴|补助|发放|救助|缴费|标准[是为]?|津贴|奖励|每[人月户亩年天])元(?=[，。；、])/gu;

const checkAmounts = forEachMatch(LOST_AMOUNT, ({ 0: found, index }, { text }) => {
  const around = text.slice(Math.max(0, index - 2), index + found.length);
  const message = `「${around}」前面的数像是丢了，读的人不知道是多少。请对照原文补上。`;
  return { message, guess: around };
});

const checkMarks = forEachMatch(
  new RegExp(
    `\\d[${BOXES}]+(?=\\d)|(?<![A-Za-z/]\\d{0,4})\\d[?？]+(?=\\d)|(?<=每[\\p{Script=Han}]{0,4})？(?=(?:元|块|天|斤|人|户|次|年|月|日)(?:[，。、；]|$))|\\?{2,}|${HAN}\\?(?=[;；!！,，。、)）]|${HAN})|${HAN}[${BOXES}]+(?=${HAN}|[，。、；！？：]|$)|(?<=^|[，。、：；\\s])[${BOXES}]{2,}(?=${HAN})|(?<=${HAN} ?)■{2,}(?=[，。、；！？]|${HAN}|$)`,
    'gu',
  ),
  (match, { text, part }) => {
    const [found] = match;
    return new RegExp(`[${BOXES}]`).test(found)
      ? boxMessage(match, text, part === 'heading' || part === 'field')
      : markMessage(match, text);
  },
);

/** The message about boxes; undefined for those of a form. */
function boxMessage(
  { 0: found, index }: RegExpExecArray,
  text: string,
  isLabel: boolean,
): MatchMessage | undefined {
  const around = text.slice(index, index + found.length + 2);
  if (/^\d/.test(found)) return `「${around}」这里的方块多半是丢了的数字，打不通也办不成。请对照原文补上。`;
  // At the end of a line of a form it is a check box; a title or a field of ours is no form.
  const mayBeForm = isForm(text) || (index + found.length === text.length && !isLabel);
  if (mayBeForm && !found.startsWith('■■')) return undefined;
  if (isWornInscription(text, index) || /填空/.test(text)) return undefined;
  const message = `「${around}」这里的方块多半是丢了的字，意思会变。请对照原文补上；真是给人打勾的，在方块前空一格。`;
  return { message, guess: around };
}

/** In a quotation from a worn stele or book, a box is a character that cannot be read. */
const WORN = /碑|拓[片本]|残缺|漫漶|字迹|匾|石刻|家谱|族谱/;
const saysWorn = oncePerText((text) => WORN.test(text));
const isWornInscription = (text: string, index: number) =>
  saysWorn(text) && quotationAround(text, index, index + 1) !== undefined;

/** The message about question marks; undefined for those of questions. */
function markMessage({ 0: found, index }: RegExpExecArray, text: string): MatchMessage | undefined {
  if (/^\d/.test(found))
    return `「${text.slice(index, index + found.length + 1)}」这里的问号多半是丢了的数字，打不通也办不成。请对照原文补上。`;
  const [end, around] = [index + found.length, text.slice(index, index + found.length + 2)];
  const message = `「${around}」这里的问号多半是丢了的字，意思会变。请对照原文补上；真是问句就写「？」。`;
  if (found === '？') return { message, guess: around };
  const isRun = found.startsWith('?');
  const isAtStart = index === 0 || /[。！？\n]/.test(text[index - 1] ?? '');
  const isCertain =
    CONTINUES.test(text.slice(end, end + 3)) ||
    (isRun && isAtStart && /^\p{Script=Han}/u.test(text.slice(end)));
  if (isRun && isCertain) return message;
  const before = text.slice(Math.max(0, index - MAX_SENTENCE_LENGTH), isRun ? index : index + 1);
  const sentence = before.split(/[。！？!?\n]/).at(-1) ?? '';
  if (ASKS.test(sentence) || ANSWERS.test(text.slice(end, end + 4))) return undefined;
  return isCertain ? message : { message, guess: around };
}

/** Several boxes directly before a character: no check box, and no row of boxes to write in. */
const RUN_BEFORE_HAN = new RegExp(`[${BOXES}]{2,}\\p{Script=Han}`, 'u');

/** Boxes to write in: 姓名□□□，性别□. */
const LABELLED_BOXES = new RegExp(
  `(?:姓名|性别|年龄|民族|电话|号码|住址|地址|日期|[年月日])[：:]?[${BOXES}]+(?=[，。；、\\s年月日岁]|$)`,
  'gu',
);

/** Whether the boxes of a text are check boxes: its words say so, or a box is before or after each choice. */
const isForm = oncePerText((text) => {
  if (TICKS.test(text) || (text.match(LABELLED_BOXES)?.length ?? 0) > 1) return true;
  if (RUN_BEFORE_HAN.test(text)) return false;
  const boxes = Array.from(text.matchAll(new RegExp(`[${BOXES}]`, 'gu')), ({ index }) => index);
  const [first = 0] = boxes;
  const beginsChoice = first === 0 || /[\s：:，。、；（(“]/.test(text[first - 1] ?? '');
  const endsChoice = /[\s、；/]/.test(text[first + 1] ?? '') || text.length - 1 === boxes.at(-1);
  return beginsChoice || (boxes.length > 1 && endsChoice);
});
