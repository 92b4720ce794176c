/**
 * Detects whether a rare character is part of a name, a quotation or a dialect: the writer cannot choose a more common one.
 * Decided by the form of the sentence, not by lists of names.
 */
import { scoredNamesIn } from './person-names/index.ts';

const MAX_DISTANCE = 40;
const OPENING = '“‘「『《〈"';
const CLOSING = '”’」』》〉"';
/** Maximum length of an item in an enumeration of names. */
const MAX_ITEM_LENGTH = 7;
const MIN_ITEMS = 3;

/** Words before a name: 姓亓, 叫堨. */
const CALLED_BEFORE = /(?:姓|\p{Script=Han}家|叫做?|名|念|读作?|写作|称为?|俗称)[“‘「]?\p{Script=Han}?$/u;
/** Names precede their kind, or their reading: 歙县, 渼陂湖, 尕海乡, 鲌鱼, 塬 yuán. */
const KIND_BEHIND =
  /^\p{Script=Han}?(?:[村乡镇县市河湖溪塘江岭岛寨庄堡寺庙桥坝塬屿峪坪]|水库|族)(?![里民干上下边头委])|^[鱼鸟虫菜草树木石花茶瓜果酯酮胺粥饼糕戏]|^\p{Script=Han}?[ （(]{1,2}[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]/u;
/** 邸老师, 乜大爷: the character is a surname. */
const TITLE_BEHIND =
  /^(?:老师|大夫|医生|师傅|书记|主任|会计|同志|先生|女士|同学|大[爷妈娘叔姐伯婶]|奶奶|爷爷|[镇乡县局村组校院所站]长|某)/;
const MIN_NAME_SCORE = 3;

function isInPersonName(before: string, behind: string, character: string): boolean {
  const at = before.length;
  return scoredNamesIn(before + character + behind).some(
    ({ index, end, score }) => score >= MIN_NAME_SCORE && index <= at && at < end,
  );
}

/** Words that only dialects have: the sentence is meant as speech. */
const DIALECT =
  /[俺咋恁嘞甭侬冇嘅噻忒谝俚啥咯囡呗]|(?:中不中|冒得|冇得|拢总|厝边|麻达|攒劲|老倌|做嘛|贼拉|嘎嘎|事体|阿嬷|屋头)/u;

/** 犇牛、骉马是合作社的名字: the sentence says that they are names. */
const ABOUT_NAMES = /保护(?:植物|动物)|名字|店名|地名|[取起]名|商标|招牌|读音|这[个几]个?字/;

/** Whether the character at `index` is in a name, a quotation or a sentence of dialect. */
export function isInName(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - MAX_DISTANCE), index);
  const behind = text.slice(index + 1, index + 1 + MAX_DISTANCE);
  if (CALLED_BEFORE.test(before) || KIND_BEHIND.test(behind)) return true;
  if (TITLE_BEHIND.test(behind)) return true;
  if (isQuoted(before, behind) || isInEnumeration(before, behind)) return true;
  const sentence = `${before.split(/[。！？\n]/).at(-1)}${text[index]}${behind.split(/[。！？\n]/)[0]}`;
  if (DIALECT.test(sentence) || ABOUT_NAMES.test(sentence)) return true;
  return isInPersonName(before, behind, text[index] ?? '');
}

function isQuoted(before: string, behind: string): boolean {
  const at = Math.max(...Array.from(OPENING, (mark) => before.lastIndexOf(mark)));
  if (at < 0 || Array.from(CLOSING.slice(0, -1)).some((mark) => before.includes(mark, at + 1))) return false;
  return Array.from(CLOSING).some((mark) => behind.includes(mark));
}

/** Three or more short items separated by 、: names of things. */
function isInEnumeration(before: string, behind: string): boolean {
  const clause = `${before.split(/[，。；：！？（）\n]/).at(-1)}·${behind.split(/[，。；：！？（）\n]/)[0]}`;
  const items = clause.split('、');
  const own = items.find((item) => item.includes('·')) ?? '';
  return items.length >= MIN_ITEMS && own.length <= MAX_ITEM_LENGTH;
}
