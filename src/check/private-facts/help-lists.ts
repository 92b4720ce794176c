/** Full names of several people who receive, request or owe help, money or goods. */
import { type ScoredName, scoredNamesIn } from '../person-names/index.ts';
import { isOtherWord } from '../person-names/segmenter.ts';
import { closeSpreadNames } from '../person-names/spread-names.ts';
import { isRareInVillage } from './called-persons.ts';
import { privateNames } from './roles.ts';

/** A list in a text: its first name with the position. */
export interface HelpListMatch {
  first: string;
  index: number;
}

/** Help of the state by name, and verbs for it. */
const STRONG =
  /火灾|水灾|遭灾|奖励金|退耕还林|困难|领表|名额|报上去|指标|领\p{Script=Han}{1,4}(?:的|了)|来领|分到|安置房|欠水|欠电|没到账|低保|五保|特困|救助|救济|补助|补贴|补偿|奖补|慰问|帮扶(?!干部|人)|受助|困难户|贫困|脱贫户|监测户|监测对象|残疾|孤儿|孤寡|高龄|养老金|养老钱|敬老钱|抚恤|优待金|危房|危改|公租房|廉租|搬迁户|花名册|户主|领款|领钱|领取|领到|领了|领[米面油煤棉被衣粮肥款钱]|代领|发[了放给过](?!现|火|生|言|车)|没领|未领|评上|评议|纳入|识别|享受|受益|资助|助学|减免|免[交缴]|[欠没未缓补]交|[欠未缓补]缴|欠[费款着]|还没[交缴领]|退[款费钱]|报销|理赔|赔[款付]|赔了|分红|流转费|贷款|贴息|停发|取消资格|没通过|未通过|没评上|没批|不够条件|不予|不符合|公示|拟(?:聘|定|纳入)|公益岗|患者|病人|受灾|倒房|认证|名单|名册|每[家户人]\p{Script=Han}{0,4}[\d一二两三四五六七八九十百千万]|各[得领分发]|清退|签字|签名|到账|打[到在]\p{Script=Han}{0,4}[卡折]|打款|一次性|临时|丧葬|生育|独生子女|优抚|退役|五保|口粮|救灾|募捐|善款|捐[款助给]/u;
/** Enough if the names are many and the text has little else. */
const WEAK =
  /穿|房|塌|看病|给\d|钥匙|分[了到给]|轮到|暖和|户|领|补|困|病|残|灾|欠|交|拿到|收到|发|[给送]|袋|元|斤|聘|换证|款|钱|保险|养老|申请|符合|条件|桶|吨|床|套/;
/** Words for several people together. */
const MANY = /[几两三四五六七八九十\d]{1,2}(?:位|家|户|人|个人|口)|乡亲|人家|各家|都|每/;
/** An amount directly after a name. */
const AMOUNT =
  /^(?:家|户|[（(][^（）()]{0,10}[）)])?[\s，,：:|｜—-]{0,3}(?:领|得|拿|补|发|赔|分|欠|各)?了?(?:\p{Script=Han}{0,3})?(?:\d[\d,.]*|[一二两三四五六七八九十百千半]+)(?:元|块|袋|斤|公斤|桶|床|套|亩|吨|只|头|件|箱|万|千|百|人|口|户)/u;
/** 池中和 1600 郎月英 900 */
const BARE_AMOUNT = /^[\s：:]{1,2}\d{2,5}(?:\.\d{1,2})?(?=[\s，,；;、]|$)/;
/** Joint activities of successful people; words for help that only the poor receive rule this out. */
const SUCCESS =
  /办起|开起|开了|创业|当上|当选|致富|带头|带动|养殖场|养蜂|获奖|得了?奖|评为|冠军|传承|大学生|比赛|表演|演出|唱|锦旗|好媳妇|好儿媳|文明家庭|最美|光荣榜|先进|劳模|工匠|名匠|颁奖|讲|教|教练|英雄|烈士/;
const POOR = /低保|五保|特困|贫困|困难|救助|残疾|欠|病|孤儿|孤寡|监测/;
/** Words for things after a series: 这几样不进目录. */
/** 都不是本次补贴的品牌 */
const ARE_THINGS =
  /^(?:、[^，。、]{1,6}){0,3}[^，。、]{0,4}(?:是|属于?)[^，。、]{0,10}(?:品牌|牌子|厂家|商家|店|品种|药|菜|地名|村名|产品|地方)|^(?:、[^，。、]{1,6}){0,3}[，,]?都(?:有货|在售|能用|能补|可以用|收(?!到)|卖|缺货|支持|停航|通车|停靠|涨|降)/;
const THINGS_BEHIND =
  /^[，,]?(?:这|那|以上|上面)?[几一二两三四五六七八九十\d]{1,2}(?:样|种|款|类|项|处|地|村|个(?:村|组|镇|乡|品种|地方|牌子))/;
const PLACE_ITEM = /^\p{Script=Han}{2,5}(?:新村|[一二三四]期|[村镇乡庄寨屯堡]|小区|社区)$/u;
const COUNTS_PERSONS = /[一二两三四五六七八九十\d](?:名|位|户)(?!次|额)/;
/** Whether the series contains other short items: 黄连素、安乃近、马应龙. */
export function isOfThings(part: string, names: readonly ScoredName[]): boolean {
  const [from, to] = [names[0]?.index ?? 0, names.at(-1)?.end ?? 0];
  const start =
    part.slice(0, from).lastIndexOf('、') < 0 ? from : part.slice(0, from).search(/[^：:，,（(]*$/u);
  const end = to + (/^[^，。；（）()]*/u.exec(part.slice(to))?.[0].length ?? 0);
  const items = part.slice(start, end).split('、');
  if (THINGS_BEHIND.test(part.slice(end)) || ARE_THINGS.test(part.slice(to))) return true;
  if (items.length < 3) return false;
  // 前五名：米海波、苗雨、盛夏、巫山、明月: persons are counted, and most items are names.
  if (COUNTS_PERSONS.test(part.slice(0, from)) && names.length * 2 >= items.length) return false;
  const sure = names.filter(({ name, score }) => name.length > 2 && score >= MIN_SURE_SCORE);
  if (sure.length >= MIN_NAMES && sure.length * 3 >= items.length * 2) return false;
  const others = items.filter(
    (item) =>
      /^(?:(?![一二两三四五六七八九十])\p{Script=Han}){2,6}(?<![家户])$/u.test(item) &&
      !names.some(({ name }) => item.includes(name)),
  );
  return (
    others.length * 4 > items.length ||
    others.some(isOtherWord) ||
    items.some((item) => PLACE_ITEM.test(item))
  );
}

/** A name of three characters that no other word shares. */
const MIN_SURE_SCORE = 5;
const MIN_NAMES = 2;

/** Words about crops and animals. */
const FOR_EACH = /每(?:亩|只|头|羽|株|棵|公斤|斤|平方)/;
/** Breeds with their prices. */
const OF_PRICES = /报价|行情|价格|单价|苗价|[元块][/／][头羽尾只斤公株]/;
/** A label of staff. */
const STAFF =
  /(?:专干|专员|管理员|值班|值日|轮值|值守|作者|记者|编辑|撰稿|摄影|审核|校对|评审|专家|授课|主讲|讲师|工作队|工作人员|经办人|窗口|演员|演出人员|志愿者|网格员|联系人|责任人|评委|调解员|护林员|监督员|代表|支委|村委|两委|班子|评议小组|工作组|领导小组|党员先锋岗|干部)(?:名单|成员|表|分片|分工|安排)?(?:是|有|为|包括|如下|由)?[：:]?\s?(?:\p{Script=Han}{0,4})\s?$/u;
const MIN_SCORE = 3;
/** Minimum score of each name, and of the average, if the text names no help. */
const MIN_CERTAIN_SCORE = 3.4;
const MIN_MEAN_SCORE = 4;
/** Maximum length of a paragraph in which help in one sentence counts for another. */
const MAX_WHOLE_LENGTH = 300;

/** Sentences; the few longer ones are split. */
const PARTS = /[^。！？!?]{1,400}/gu;

/** 冼阿婆、植大伯、禤大娘 */
const CALLED_ITEM =
  /(?<=^|[、，：:；])(\p{Script=Han})(?:老?大[爷娘妈叔婶伯嫂哥姐]|奶奶|爷爷|婆婆|阿[婆公伯]|老[汉太]太?|寡妇)(?=[、，。；（(]|$)/gu;

/** 应家两袋，佟家一袋 */
const FAMILY_AMOUNT =
  /(?<!\p{Script=Han})\p{Script=Han}家(?:领|得|补|发|分)?了?[一二两三四五六七八九十百千\d]{1,6}(?:袋|元|块|斤|桶|床|吨|只|份)/gu;

/** The lists of a text; `around` is the text above it: a heading, the words before a list. */
export function helpListsIn(text: string, around: string): HelpListMatch[] {
  const found: HelpListMatch[] = [];
  for (const { 0: whole, index: start } of text.matchAll(PARTS)) {
    const { text: part, places } = closeSpreadNames(whole);
    if (part.length < 4) continue;
    const families = Array.from(part.matchAll(FAMILY_AMOUNT));
    if (families.length >= MIN_NAMES && families[0] && (STRONG.test(text) || STRONG.test(around))) {
      found.push({
        first: families[0][0],
        index: start + (places?.[families[0].index] ?? families[0].index),
      });
      continue;
    }
    const called = Array.from(part.matchAll(CALLED_ITEM)).filter(({ 1: surname = '' }) =>
      isRareInVillage(surname),
    );
    if (called.length >= MIN_NAMES && called[0] && (STRONG.test(text) || STRONG.test(around))) {
      found.push({ first: called[0][0], index: start + (places?.[called[0].index] ?? called[0].index) });
      continue;
    }
    const all = scoredNamesIn(part, MIN_NAMES);
    if (all.length < MIN_NAMES) continue;
    const isStrong = STRONG.test(part) || (text.length <= MAX_WHOLE_LENGTH && STRONG.test(text));
    if (!isStrong && !STRONG.test(around) && !WEAK.test(part) && !MANY.test(part) && !/\d{2}/.test(part))
      continue;
    const names = privateNames(part, all).filter(({ score }) => score >= MIN_SCORE);
    const [first] = names;
    if (first && isList(part, names, isStrong, around))
      found.push({ first: first.name, index: start + (places?.[first.index] ?? first.index) });
  }
  return found;
}

/** Maximum length of the label before each name of a register. */
const MAX_LABEL_LENGTH = 8;
const MIN_LABEL_LENGTH = 3;
const MIN_ROWS = 3;

/** Whether names are in one repeated form, with numbers that change: 抽签号07　瞿善民　三室　抽签号08　荆二喜. */
function isRoll(part: string, names: readonly ScoredName[], around: string): boolean {
  if (STAFF_WORDS.test(part) || STAFF_WORDS.test(around.slice(0, MAX_WHOLE_LENGTH))) return false;
  const labels = new Map<string, number>();
  for (const [at, { index }] of names.entries()) {
    const before = part.slice(Math.max(names[at - 1]?.end ?? 0, index - MAX_LABEL_LENGTH), index);
    const label = before
      .replace(/[\d一二三四五六七八九十]+/gu, '0')
      .replace(/\s+/gu, ' ')
      .slice(-4);
    if (label.length >= MIN_LABEL_LENGTH && label.includes('0'))
      labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  return Math.max(0, ...labels.values()) >= MIN_ROWS;
}

const STAFF_WORDS =
  /值班|电话|医生|大夫|[局科股所站院校队村镇乡]长|书记|主任|干部|老师|专家|负责|窗口|演|讲|作者|冠军|奖|比赛|名次/;

function isList(part: string, names: readonly ScoredName[], isStrong: boolean, around: string): boolean {
  const [first] = names;
  if (first === undefined || names.length < MIN_NAMES) return false;
  if (STAFF.test(part.slice(0, first.index))) return false;
  if (SUCCESS.test(part) && !POOR.test(part)) return false;
  if (isOfThings(part, names)) return false;
  if (OF_PRICES.test(part)) return false;
  if (FOR_EACH.test(part) && !/[户家人]/.test(part)) return false;
  const withAmount = names.filter(({ end }) => {
    const behind = part.slice(end, end + 20);
    return AMOUNT.test(behind) || BARE_AMOUNT.test(behind);
  }).length;
  if (withAmount >= MIN_NAMES) return true;
  // Brands and places usually have two characters.
  const hasLong = names.some(({ name }) => name.length > 2);
  if (!hasLong && withAmount === 0)
    return isStrong && names.length > 2 && names.every(({ score }) => score > 4);
  if (isStrong || isRoll(part, names, around)) return true;
  const isMostlyNames =
    names.reduce((sum, { name }) => sum + name.length, 0) * 2 >=
    (part.match(/\p{Script=Han}/gu) ?? []).length;
  if (isMostlyNames && STRONG.test(around) && !STAFF.test(around)) return true;
  const isSure =
    names.every(({ score }) => score >= MIN_CERTAIN_SCORE) &&
    names.reduce((sum, { score }) => sum + score, 0) >= MIN_MEAN_SCORE * names.length;
  return isSure && (WEAK.test(part) || (names.length > 2 && MANY.test(part)));
}
