/** Blanks of a form that a reader prints and fills in: （　　）村, 大写：　　拾　　万, a signed table; and the layout of poems. */
import type { AnnotatedFile, SourceText } from '../documents/source.ts';
import { type Table, tablesOf } from './tables.ts';
import { oncePerText } from './texts.ts';

const IN_BRACKETS = /[（(][ \u3000]{2,20}[）)]/g;
/** A space before the unit of what is to be written: 　　拾　　万, 　　年　月　日. */
const BEFORE_UNIT = /\u3000{1,8}(?=[拾万仟佰元角分年月日亩户人口号村组])/g;
/** One blank is more often what the writer left open. */
const MIN_BLANKS = 3;
/** Who signs or confirms a form, and the capital numerals of its amounts. */
const SIGNED = /盖章|签[字名]|兹证明|大写|按手印|填表|公章/;

/** Whether a text is a form with blanks made of spaces: signed, or with several blanks in brackets. */
export const isSpacedForm = oncePerText((text) => {
  const bracketed = text.match(IN_BRACKETS)?.length ?? 0;
  const blanks = bracketed + (text.match(BEFORE_UNIT)?.length ?? 0);
  return blanks >= MIN_BLANKS && (bracketed >= MIN_BLANKS || SIGNED.test(text));
});

/** Phrases of the person who signs: only a form has a blank after them. */
const SPOKEN_BY_SIGNER =
  /兹(?:有|证明|委托|介绍|授权)|今[借收欠领]到|特此证明|我(?:叫|自愿|承诺|保证|声明|授权)|[甲乙丙]方(?:[（(]|[：:]?[ \u3000]*[_＿])|本人[^。，_＿\u3000]{0,8}(?:[_＿]{2}|\u3000{2})|(?:申请|经办|借用|领用|领取|代领|承诺|证明|委托|受托|代办|填表|报名|监护|出租|承租|借款|担保|还款|交款|收款|户主签|审核|负责|当事|代理|参会|见证|调解|记录|验收|保管|交接|移交|接收)人?(?:[（(][^（）()\n]{1,8}[）)])?[：:]?[ \u3000]*(?:[_＿]{2}|\u3000{2})|(?<!联系)人[：:][ \u3000]*(?:[_＿]{2}|\u3000{2}|$)|[（(][^（）()\n]{0,8}填[^（）()\n]{0,12}[）)]|(?:填表|填报|签订|签署|签字|登记)(?:日期|时间)[：:][ \u3000]*[_＿]{2,}年|出生(?:日期|年月)[：:][ \u3000]*(?:[_＿]{2}|\u3000{2})|(?:签[字名章收]|盖章|公章|手印|意见|理由|原因|建议)[^，。_＿\u3000\n]{0,8}[：:）)][ \u3000]*(?:[_＿]{2}|\u3000{2}|$)/mu;
const LABEL =
  '姓名|性别|民族|年龄|出生年月|身份证号码?|住址|家庭住址|户籍地|籍贯|学历|文化程度|政治面貌|健康状况|工作单位|单位名?称?|职务|职称|职业|参会人(?:姓名)?|人数|组别|村组|家庭人口|与[^，。：:]{1,6}关系|开户行|开户银行|账号|卡号|户主|品名|数量|借用|领取|备注|签[字名收]|盖章|日期|意见|特长|银行卡号?|电话|手机号?|地址|申请人|村民';
const LABELLED_BLANK = new RegExp(
  `(?:${LABEL})(?:[（(][^（）()\\n]{1,8}[）)])?[：:]?[ \\u3000]*(?:[_＿]{2}|\\u3000{2})`,
  'gu',
);
/** A line of a form of its own. */
const ONE_LABEL =
  /^(?:姓名|性别|民族|年龄|身份证号码?|家庭住址|职务|户主|签名|学历|工作单位)[：:]?[ \u3000]*[_＿]+[。；]?$/u;
/** 住在____村____组: a writer knows the own village. */
const BLANK_PLACE = /[_＿]{2,}[ \u3000]*(?:[省市县区乡镇村组户号]|街道|社区|乡（镇）)/gu;
const MIN_LABELLED_BLANKS = 2;

/** Whether a text with blanks is a form: who signs speaks in it, or it asks for several facts about a person. */
export const isForm = oncePerText((text) => {
  if (!/[_＿×]{2}|\u3000{2}| {3}/.test(text)) return false;
  const close = text.replace(
    /(?<=\p{Script=Han})[ \u3000]{1,4}(?=\p{Script=Han}[ \u3000]*[：:（(_＿])/gu,
    '',
  );
  if (SPOKEN_BY_SIGNER.test(close) || ONE_LABEL.test(close)) return true;
  return [LABELLED_BLANK, BLANK_PLACE].some(
    (each) => (close.match(each)?.length ?? 0) >= MIN_LABELLED_BLANKS,
  );
});

/** The title of a form, with or without spaces: 申　请　书, 附：回执, 报名表. */
const FORM_TITLE =
  /(?:申请书|委托书|承诺书|保证书|协议书?|合同|确认书|意见书|回执单?|存根|证明信?|介绍信|请假条|[借收欠领]条|[登审申报统签测评借领调]\p{Script=Han}{1,3}[表单卡册簿]|花名册|问卷|便笺)(?:[（(][^（）()]{1,12}[）)])?$/u;
const MAX_TITLE_LENGTH = 30;
/** A form is not longer. */
const MAX_TEXTS_AFTER_TITLE = 12;

/** The texts that follow the title of a form. */
export function textsOfForms({ texts }: AnnotatedFile): ReadonlySet<SourceText> {
  const found = new Set<SourceText>();
  let last = Number.NEGATIVE_INFINITY;
  for (const [at, text] of texts.entries()) {
    if (at - last <= MAX_TEXTS_AFTER_TITLE) found.add(text);
    if (text.part === 'field' || text.text.length > MAX_TITLE_LENGTH) continue;
    if (FORM_TITLE.test(text.text.replace(/\s/g, ''))) last = at;
  }
  return found;
}

const POEM = /诗|歌谣|童谣|民谣|山歌|儿歌|歌词/;
const MIN_POEM_LINES = 4;
const MAX_POEM_LINE_LENGTH = 14;

/** Whether a paragraph with line breaks is a poem: it or a short one before says so, and its lines are short. */
export function isPoem(paragraph: string, before = ''): boolean {
  const near = before.length <= MAX_POEM_TITLE_LENGTH ? before : '';
  if (!POEM.test(paragraph) && !POEM.test(near)) return false;
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '' && !/^\s*[—-]{1,2}/.test(line));
  return lines.length >= MIN_POEM_LINES && lines.every(({ length }) => length <= MAX_POEM_LINE_LENGTH);
}

const MAX_POEM_TITLE_LENGTH = 40;

/** Whether an offset in a source file is in a poem. */
export function isInPoem(source: AnnotatedFile, offset: number): boolean {
  const poems = poemCache.get(source) ?? poemsIn(source);
  poemCache.set(source, poems);
  // A binary search: each space of a long document asks.
  let [low, high] = [0, poems.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((poems[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return offset >= (poems[low]?.from ?? Number.POSITIVE_INFINITY);
}

const poemCache = new WeakMap<AnnotatedFile, readonly { from: number; to: number }[]>();

/** The poems of a body, as offsets in the file. */
function poemsIn({ source, bodyOffset }: AnnotatedFile): { from: number; to: number }[] {
  if (!POEM.test(source)) return [];
  const poems: { from: number; to: number }[] = [];
  let [start, before] = [bodyOffset, ''];
  for (const paragraph of source.slice(bodyOffset).split(/(?<=\n)[ \t]*\r?\n/)) {
    const from = source.indexOf(paragraph, start);
    start = from + paragraph.length;
    if (isPoem(paragraph, before)) poems.push({ from, to: start });
    before = paragraph;
  }
  return poems;
}

const SIGN_HEAD = /签[字名收]|盖章|手印/;
const FILL_HEAD = /面积|亩数|姓名|数量|金额|备注|意见|电话|日期|户主/;
const BLANK_CELL = /^[_＿\s]{2,40}\p{Script=Han}{0,3}$/u;
/** One blank cell below its head is more often one that the writer left. */
const MIN_BLANK_ROWS = 2;

/** The cells of tables to be filled in: of columns that are blank as a whole, in a table that is signed or has such heads. */
export function cellsToFill(source: AnnotatedFile): ReadonlySet<SourceText> {
  return new Set(tablesOf(source).flatMap(blankCells));
}

function blankCells([head = [], ...rows]: Table): SourceText[] {
  if (rows.length < MIN_BLANK_ROWS) return [];
  const isSigned = head.some(({ text }) => SIGN_HEAD.test(text));
  return head.flatMap(({ text }, column) => {
    const cells = rows.map((row) => row[column]);
    const isBlank = cells.every((cell) => cell !== undefined && BLANK_CELL.test(cell.text));
    if (!isBlank || !(isSigned || FILL_HEAD.test(text))) return [];
    return cells.flatMap((cell) => (cell?.source ? [cell.source] : []));
  });
}
