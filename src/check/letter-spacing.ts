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
  /(?:书|令|[公通布报]告|文件|通[知报]|公[示约]|启事|目录|说明|证明|[收借欠领]条|请假条|决定|规定|须知|前言|[附总细规准]则|附[件录表]|章程|守则|合同|协议|简报|回执|海报|[申登审报统签]\p{Script=Han}{1,2}表)$/u;
/** The same for short ones only: a longer one is more often a PDF's. */
const SHORT_TITLE_END = /(?:提示|议程|日程|笺|纪要|提纲|计划|总结|汇报|寄语|致辞|后记|编者按|信|函|表)$/u;
const MAX_TITLE_OF_TWO_WORDS = 4;
/** With the spaces between. */
const MAX_ROW_LENGTH = 9;
/** Single characters that stand in a row of their own. */
const ROWS = new Set(
  '春夏秋冬 梅兰竹菊 仁义礼智信 福禄寿喜 东南西北 琴棋书画 甲乙丙丁 金木水火土 酸甜苦辣 油盐酱醋 柴米油盐 生旦净丑 上中下 大中小 高中低 红黄蓝绿 红黄蓝 松竹梅 天地人 吹拉弹唱 真善美 忠孝仁义 礼义廉耻 德智体美劳 老弱病残'.split(
    ' ',
  ),
);
/** 第一章　总　则, 一、说　明 */
const NUMBER_BEFORE =
  /(?:^|\n)[ \t\u3000]*(?:第[一二三四五六七八九十百\d]{1,5}[编章节条款部分]{1,2}|[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)])[ \u3000]*$/u;
/** Labels of two characters that stand in forms and notices; those of three and more need none of these. */
const LABELS = new Set(
  (
    '姓名 性别 年龄 民族 住址 地址 电话 手机 单位 职务 职业 学历 籍贯 时间 地点 日期 内容 备注 主题 主席 主持 记录 出席 列席 缺席 议题 甲方 乙方 丙方 ' +
    '回执 存根 上联 下联 横批 正面 反面 主办 承办 协办 说明 通知 证明 意见 编号 数量 金额 单价 合计 品名 规格 用途 理由 事由 附件 附注 主送 抄送 抄报 签发 联系 传真 邮编 邮箱 网址 户主 组别 村名 班级 年级 学校 科室 床号 诊断'
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
  // 东 南 西 北 四个入口
  const [row] =
    /(?:\p{Script=Han}[ \u3000]){2,4}\p{Script=Han}$/u.exec(
      text.slice(Math.max(0, from - MAX_ROW_LENGTH), from),
    ) ?? [];
  if (row !== undefined && ROWS.has(row.replace(/[ \u3000]/g, ''))) return true;
  const run = runAround(text, from, space);
  if (run === undefined) return false;
  return ROWS.has(run.word) || isTitle(text, run, space) || isLabel(text, run, space);
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
  return TITLE_END.test(word) || (word.length <= MAX_TITLE_OF_TWO_WORDS && SHORT_TITLE_END.test(word));
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

/** The sides of a talk, and the days and hours of a plan: 甲：…　乙：…, 星期一 …　星期二 …. */
const SIDE = /^[甲乙丙丁问答正反左右][：:]/u;
const SHIFT = /^(?:(?:星期|周)[一二三四五六日天]|[上中下]午|晚上)/u;
const SHIFT_WITHIN = /(?:星期|周)[一二三四五六日天]|[上中下]午/u;

/** Whether a space of two or more characters, or a wide one, separates a label and its value from the label before. */
export function isColumnSpace(text: string, from: number, to: number): boolean {
  if (!/^(?:\u3000+| {2,})$/.test(text.slice(from, to))) return false;
  const line =
    text
      .slice(Math.max(0, from - MAX_COLUMN_LENGTH), from)
      .split('\n')
      .at(-1) ?? '';
  const behind = text.slice(to, to + MAX_COLUMN_LENGTH);
  if (SHIFT.test(behind) && SHIFT_WITHIN.test(line)) return true;
  return /[：:]/.test(line) && (COLUMN.test(behind) || SIDE.test(behind));
}
