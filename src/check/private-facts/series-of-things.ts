/**
 * Series of things in which one item has the form of a name: 康复科、肾内科、神经内科; 连花清瘟、板蓝根、蒲地蓝. The other items say what is
 * listed: most are words for things or have not the form of a name, or they end in the same character.
 */
import { wordsOf } from '../person-names/segmenter.ts';

interface Range {
  index: number;
  end: number;
}

const MAX_SERIES_LENGTH = 60;
const MIN_ITEMS = 3;
/** The last characters of places, offices, goods, crops, animals, illnesses and plays; hardly those of names or of words for people. */
const THING_END =
  /(?:[科室村乡镇县市区路街站店厂病症炎药片丸膏素酸酯醇苗种麦谷豆薯菜果茶酒羊牛猪鸡鸭鹅鱼虾号牌机车戏腔舞班队河湖沟寨屯堡庙寺桥坝渠岗湾粉面油饭糕饼汤糖酱醋]|公司|小区|社区|中心|胶囊|颗粒|口服液|合作社|银行|保险|电器|食品|肥料?|套餐|政策|补贴|补助|保障|手术|检查|疫苗)$/u;
/** Words for people, which stand in series with names. */
const OF_PERSONS =
  /[爸妈爹娘爷奶哥姐弟妹儿女孙夫妻伯叔婶嫂公婆舅姨侄甥伴人员者户家生师长工民友娃孩某氏]$|[儿孩妻嫂婶妹侄孙]子$|主任|书记|干部|同志|学生|群众|本人/;
const PURE = /^\p{Script=Han}{2,7}$/u;

/** Words before a series of persons: 老兵：荣誉、支前、凌云志. */
const PERSONS_LABELLED =
  /(?:名单|[人者户员兵名位家民生童]|患者|孩子|对象|同学|代表)(?:有|是|为|如下|包括|分别是)?[：:，,]?$/u;

/** 前五名：米海波、苗雨、盛夏: persons are counted. */
const COUNTS_PERSONS = /[一二两三四五六七八九十\d][名位户人]/;

/**
 * Whether most of the other items of the series that contains the range are things.
 * @param names what has the form of a name in the sentence: an item with one is no thing
 */
export function isInSeriesOfThings(
  sentence: string,
  { index, end }: Range,
  names: readonly Range[],
): boolean {
  if (sentence[end] !== '、' && sentence[index - 1] !== '、') return false;
  const before =
    /[^，。；：:（(！？\n]*$/u.exec(sentence.slice(Math.max(0, index - MAX_SERIES_LENGTH), index))?.[0] ?? '';
  const after = /^[^，。；）)！？\n]*/u.exec(sentence.slice(end, end + MAX_SERIES_LENGTH))?.[0] ?? '';
  const label = sentence.slice(Math.max(0, index - before.length - MAX_SERIES_LENGTH), index - before.length);
  if (PERSONS_LABELLED.test(label) || COUNTS_PERSONS.test(label)) return false;
  const others = itemsAt(before + sentence.slice(index, end) + after, index - before.length).filter(
    (item) => item.end <= index || item.index >= end,
  );
  if (others.length < MIN_ITEMS - 1) return false;
  // 诺和诺德、礼来: the name is within a longer word.
  if (/^\p{Script=Han}$/u.test(itemStart(before)) && !INTRODUCES.test(itemStart(before))) return true;
  const last = sentence.charAt(end - 1);
  const isThing = (item: Item) =>
    PURE.test(item.text) &&
    !OF_PERSONS.test(item.text) &&
    !names.some((name) => name.index < item.end && name.end > item.index);
  const isSame = others.filter(({ text }) => PURE.test(text) && text.endsWith(last)).length >= MIN_ITEMS - 1;
  const things = others.filter(isThing);
  return isSame || (things.length * 2 >= others.length && things.some(({ text }) => isCertainThing(text)));
}

/** What stands before a name in its item. */
const itemStart = (before: string) => before.split('、').at(-1) ?? '';
/** Words of one character before a name, and the last ones of words for people. */
const INTRODUCES =
  /[给和请把找由与跟有是叫让同及向对被为帮替如像到在于了的户人员民兵娃孩家村组社队子女儿妻夫母父]/;

interface Item extends Range {
  text: string;
}

/** The items of a series that begins at `from` of its sentence. */
function itemsAt(series: string, from: number): Item[] {
  let index = from;
  return series.split('、').map((text) => {
    const item = { text, index, end: index + text.length };
    index = item.end + 1;
    return item;
  });
}

const isCertainThing = (text: string) => THING_END.test(text) || isCommonNoun(text);

/** A noun of the dictionary that is no name, or two of them: 藿香正气. */
function isCommonNoun(item: string): boolean {
  const words = wordsOf(item);
  return words.length <= 2 && words.every(({ tag }) => /^(?:n(?!r)|l|i|vn|nz)/.test(tag));
}
