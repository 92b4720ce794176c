/**
 * Data that are personal by law if a name is with them: the date of birth and the registration number of a car. The number of a
 * household's car identifies its owner without a name.
 */
import { scoredNamesIn } from '../person-names/index.ts';
import { type Cell, columnOf, type Table } from '../tables.ts';
import { privateNames } from './roles.ts';

/** A name with its fact; `index` is that of the name. */
export interface PersonalDatum {
  name: string;
  index: number;
  fact: string;
}

/** 一九八七年腊月初三, 2003年八月十五: by Chinese numerals and by the lunar calendar. */
const CHINESE_DAY =
  '(?:(?:19|20)\\d\\d|[一二][九〇零○][〇零○一二三四五六七八九]{2})年(?:农历|阴历)?(?:闰?[正冬腊]|[一二三四五六七八九十]{1,2}|\\d{1,2})月(?:初|廿)?[一二三四五六七八九十]{1,3}[日号]?';
const DAY = `(?:${CHINESE_DAY}|(?:19|20)\\d\\d(?:年\\d{1,2}月\\d{1,2}[日号]?|[-./]\\d{1,2}[-./]\\d{1,2}))`;
/** 53.8.15生, 80年5月生, (1956.3.4) directly after a name. */
const SHORT_DAY = '(?<!\\d)[4-9]\\d(?:[.]\\d{1,2}[.]\\d{1,2}|年\\d{1,2}月(?:\\d{1,2}[日号])?)';
const BIRTHDAY = new RegExp(
  `(?<short>${SHORT_DAY})\\s?(?:出?生(?![产活效态长日]))|(?<=\\p{Script=Han}[（(])(?<bare>(?:19|20)\\d\\d[.\\-]\\d{1,2}[.\\-]\\d{1,2})(?=[）)])|(?<=\\p{Script=Han}(?:[，,、；;]|[ \\u3000]{1,2}))(?<listed>19\\d\\d[.\\-/]\\d{1,2}[.\\-/]\\d{1,2}(?!\\d))|(?:生日|出生(?:日期|年月日?)?|生于)[是为在于：:\\s]{0,2}(?:农历|阴历)?(?<day>${DAY})|(?<other>${DAY})\\s?(?:出?生(?![产活效态长日])|生日)`,
  'gu',
);
/** A registration number with the province's character. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕陇吉闽贵粤青藏川宁琼][A-Z][·•.\s]{0,2}(?:(?=[A-Z\d]{0,5}\d)[A-Z\d]{5,6}(?![A-Z\d警学领使])|(?=[A-Z\d]{0,3}\d)[A-Z\d]{4}[挂港澳])|(?<=(?:车牌|车号|牌照|牌号)(?:号码?)?(?:是|为|叫|[：:\s])?)[A-Z][·•.\s]?(?=[A-Z\d]{0,4}\d)[A-Z\d]{5}(?![A-Z\d])/gu;
/** The account of a person in a chat program. */
const CHAT_ACCOUNT =
  /(?:微信|QQ|抖音|快手)(?:号码?|账号)?(?:同号)?(?:是|为|叫|[：:\s])*(?<account>(?![A-Z][a-z]+(?![\w-]))[A-Za-z][\w-]{5,19}|\d{6,11}(?=[^\d]|$))/gu;
const PUBLIC_ACCOUNT = /公众|官方|服务号|订阅号|小程序|政务|企业微信|视频号|二维码/;
/** Cars of an office or a service, and how to write a number; what is said of a car's misuse is about its owner. */
const PUBLIC_CAR =
  /救护|班车|校车|公交|执法|巡回|流动|出租|大巴|中巴|客[车运]|送货|配送|货运|消防车|合作社|农机|收割|公司|单位|政府|村委会|幼儿园|环卫|工程车|检测车|投诉电话|例如|比如|样|格式|牌照?限行|作废|填|写[全成]/;
const MISUSE =
  /黑车|冒充|假冒|套牌|撞|肇事|逃|跑了|乱停|堵|占[了着用]|挪|超[载员速]|偷|被盗|拉着|塞了|酒[驾后]|闯/;
const MIN_SCORE = 3;
/** The same with the date directly after the name. */
const MIN_NEXT_SCORE = 2;
const MAX_NEXT_DISTANCE_CHARACTERS = 5;
/** Between a name and a date of birth, or a car and its owner. */
const MAX_DISTANCE_CHARACTERS = 24;
const SENTENCE = /[^。！？!?\n；;]{1,200}/gu;
const HISTORY = /烈士|先烈|诗人|作家|科学家|革命|诞辰|纪念|故居|生平/;

/** A private owner: a word of the place where to fetch the papers does not make the car public. */
const OWNER = /车主|先生|女士|私家车|[他她]家?的车/;
const SAMPLE = /例如|比如|样|格式|填|写[全成]/;

/** Full-width letters and digits, as Chinese keyboards write registration numbers: 晋Ｌ３３. */
const WIDE = /[Ａ-Ｚ０-９]/gu;

/** The names of a text with a date of birth or a registration number near them. */
export function personalDataIn(original: string): PersonalDatum[] {
  const text = original.replace(WIDE, (wide) => wide.normalize('NFKC'));
  if (
    !/微信|QQ|抖音|快手|[\d〇零○一二三四五六七八九]{4}[年\-./]|\d\d(?:\.\d{1,2}\.\d{1,2}|年\d{1,2}月(?:\d{1,2}[日号])?)\s?出?生|[A-Z][·•.\s]{0,2}[A-Z\d]{4}/.test(
      text,
    )
  )
    return [];
  const found: PersonalDatum[] = accountsIn(text);
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const facts = [
      ...Array.from(sentence.matchAll(BIRTHDAY), (match) => ({ fact: '生日', index: match.index })),
      ...Array.from(sentence.matchAll(PLATE), (match) => ({ fact: '车牌', index: match.index })),
    ];
    if (facts.length === 0 || HISTORY.test(sentence)) continue;
    const before = found.length;
    for (const name of privateNames(sentence, scoredNamesIn(sentence, 1, MIN_NEXT_SCORE))) {
      const own = facts.find(
        (each) =>
          each.index - name.end <= MAX_DISTANCE_CHARACTERS &&
          name.index - each.index <= MAX_DISTANCE_CHARACTERS * 2,
      );
      const isNext = own && own.index >= name.end && own.index - name.end < MAX_NEXT_DISTANCE_CHARACTERS;
      if (own && name.score >= (isNext ? MIN_NEXT_SCORE : MIN_SCORE))
        found.push({ name: name.name, index: index + name.index, fact: own.fact });
    }
    const plate = householdPlateIn(sentence);
    if (plate !== undefined && found.length === before) found.push({ ...plate, index: index + plate.index });
  }
  return found;
}

/** The chat accounts of a text, except those of offices. */
function accountsIn(text: string): PersonalDatum[] {
  return Array.from(text.matchAll(CHAT_ACCOUNT)).flatMap(({ 0: whole, index, groups }) => {
    const account = groups?.account ?? '';
    const near = text.slice(Math.max(0, index - 20), index + whole.length);
    return PUBLIC_ACCOUNT.test(near)
      ? []
      : [{ name: account, index: index + whole.lastIndexOf(account), fact: '微信号' }];
  });
}

/** The first registration number of a sentence, unless it is that of a public service. */
function householdPlateIn(sentence: string): PersonalDatum | undefined {
  const isPrivate = MISUSE.test(sentence) || (OWNER.test(sentence) && !SAMPLE.test(sentence));
  if (PUBLIC_CAR.test(sentence) && !isPrivate) return undefined;
  const [plate] = sentence.matchAll(PLATE);
  return plate && { name: plate[0], index: plate.index, fact: '车牌' };
}

const BIRTHDAY_HEAD = /生日|出生(?:日期|年月|时间)|生辰/;
const PLATE_HEAD = /车牌|车号/;
const NAME_HEAD = /姓\s*名|老人|户主|名字|车主|人$/;
const DAY_CELL = new RegExp(`^${DAY}$`, 'u');

/** The names in a table with a column of dates of birth or registration numbers. */
export function personalDataInTable(table: Table): (Cell & { fact: string })[] {
  const [head = []] = table;
  const at = (pattern: RegExp) => head.findIndex(({ text }) => pattern.test(text));
  const names = at(NAME_HEAD);
  const [birthdays, plates] = [at(BIRTHDAY_HEAD), at(PLATE_HEAD)];
  if (names < 0 || (birthdays < 0 && plates < 0)) return [];
  const fact = birthdays >= 0 ? '生日' : '车牌';
  const cells = columnOf(table, birthdays >= 0 ? birthdays : plates);
  if (birthdays >= 0 && !cells.some(({ text }) => DAY_CELL.test(text.trim()))) return [];
  return columnOf(table, names)
    .filter(({ text }) => (scoredNamesIn(text)[0]?.score ?? 0) >= MIN_SCORE)
    .map((cell) => ({ ...cell, fact }));
}
