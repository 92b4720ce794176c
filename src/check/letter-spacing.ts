/**
 * Titles and labels with a space between all their characters, as office documents set them to fill a width: 目　录, 申 请 书,
 * 姓　名：. Text whose spaces come from a PDF has them within the sentence as well.
 */

/** Longest title with a space after each character: 清 渠 县 人 民 政 府 令. */
const MAX_TITLE_LENGTH = 16;
const MAX_LABEL_LENGTH = 5;
/** Titles up to this length need no ending that says what they are. */
const MAX_SHORT_TITLE_LENGTH = 3;
const HAN = /\p{Script=Han}/u;
/** The end of a title: 申请书, 情况说明, 授权委托书, 县人民政府令. */
const TITLE_END =
  /(?:书|令|[公通布报]告|通[知报]|公[示约]|启事|目录|说明|证明|[收借欠领]条|请假条|决定|规定|须知|前言|[附总细规准]则|附[件录表]|章程|守则|合同|协议|简报|回执|海报|[申登审报统签]\p{Script=Han}{1,2}表)$/u;
/** 第一章　总　则, 一、说　明 */
const NUMBER_BEFORE =
  /(?:^|\n)[ \t\u3000]*(?:第[一二三四五六七八九十百\d]{1,5}[编章节条款部分]{1,2}|[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)])[ \u3000]*$/u;
/** Labels of two characters that stand in forms and notices; those of three and more need none of these. */
const LABELS = new Set(
  (
    '姓名 性别 年龄 民族 住址 地址 电话 手机 单位 职务 职业 学历 籍贯 时间 地点 日期 内容 备注 主题 主席 主持 记录 出席 列席 缺席 议题 甲方 乙方 丙方 ' +
    '编号 数量 金额 单价 合计 品名 规格 用途 理由 事由 附件 附注 主送 抄送 抄报 签发 联系 传真 邮编 邮箱 网址 户主 组别 村名 班级 年级 学校 科室 床号 诊断'
  ).split(' '),
);

/** The characters around a space that have the same space between each two, and nothing else. */
interface SpacedRun {
  start: number;
  end: number;
  word: string;
}

/** Whether the space from `from` to `to` is one of a title or label with a space after each character; lines end in line feeds. */
export function isLetterSpaced(text: string, from: number, to: number): boolean {
  const space = text.slice(from, to);
  if (!/^(?: +|\u3000+)$/.test(space)) return false;
  const run = runAround(text, from, space);
  if (run === undefined) return false;
  return isTitle(text, run, space) || isLabel(text, run, space);
}

function runAround(text: string, from: number, space: string): SpacedRun | undefined {
  const step = space.length + 1;
  const isHan = (index: number) => HAN.test(text[index] ?? '');
  const isUnit = (index: number) => isHan(index) && !isHan(index - 1) && !isHan(index + 1);
  const hasSpace = (index: number) => text.startsWith(space, index) && isHan(index + space.length);
  let [start, end] = [from - 1, from + space.length];
  // A label may stand directly before its colon or value, a title after its number.
  if (isHan(start - 1) || isHan(end + 1)) return undefined;
  for (
    let count = 2;
    count < MAX_TITLE_LENGTH && isUnit(start - step) && hasSpace(start - step + 1);
    count += 1
  )
    start -= step;
  for (let count = 2; count < MAX_TITLE_LENGTH && hasSpace(end + 1) && isUnit(end + step); count += 1)
    end += step;
  return { start, end: end + 1, word: text.slice(start, end + 1).replaceAll(space, '') };
}

/** A line of its own, with at most a number before it. */
function isTitle(text: string, { start, end, word }: SpacedRun, space: string): boolean {
  const before = text.slice(Math.max(0, start - MAX_TITLE_LENGTH), start);
  if (!/(?:^|\n)$/.test(before) && !NUMBER_BEFORE.test(before)) return false;
  if (!/^[ \u3000]*(?:\n|$|[（(][^（）()\n]{1,12}[）)]\s*$)/u.test(text.slice(end, end + MAX_TITLE_LENGTH)))
    return false;
  if (word.length <= MAX_SHORT_TITLE_LENGTH && space !== ' ') return true;
  return TITLE_END.test(word);
}

/** Before a colon, with a value that is not spaced out as well. */
function isLabel(text: string, { start, end, word }: SpacedRun, space: string): boolean {
  if (word.length > MAX_LABEL_LENGTH) return false;
  if (HAN.test(text[start - 1] ?? '')) return false;
  const after = text.slice(end, end + MAX_TITLE_LENGTH * 2);
  const [label, value = ''] =
    /^(?:[（(][^（）()\n]{1,10}[）)])?[：:][ \u3000]*(.?.{0,4})/su.exec(after) ?? [];
  if (label === undefined) return /^[ \u3000]*[_＿]{2}/.test(after) && LABELS.has(word);
  // The next label may be spaced as well: 姓　名：　　　性　别：.
  if (isSpacedOut(value, space) && !/^..?.?.?[：:]/u.test(value.replaceAll(space, ''))) return false;
  return word.length > 2 || space !== ' ' || LABELS.has(word);
}

const isSpacedOut = (value: string, space: string) =>
  HAN.test(value[0] ?? '') && value.startsWith(space, 1) && HAN.test(value[1 + space.length] ?? '');

/** A label that begins a column of its own: 时间：周六　地点：村委会. */
const COLUMN = /^\p{Script=Han}(?:[ \u3000]*\p{Script=Han}){1,5}(?:[（(][^（）()\n]{1,10}[）)])?[：:]/u;
const MAX_COLUMN_LENGTH = 30;

/** Whether a space of two or more characters, or a wide one, separates a label and its value from the label before. */
export function isColumnSpace(text: string, from: number, to: number): boolean {
  if (!/^(?:\u3000+| {2,})$/.test(text.slice(from, to))) return false;
  const line =
    text
      .slice(Math.max(0, from - MAX_COLUMN_LENGTH), from)
      .split('\n')
      .at(-1) ?? '';
  return /[：:]/.test(line) && COLUMN.test(text.slice(to, to + MAX_COLUMN_LENGTH));
}
