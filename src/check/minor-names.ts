/** Full names of people under 18: a name with an age, a school year or a word for a child beside it. */
import { likenessOf, nameAtEnd, nameAtStart } from './person-names/index.ts';
import type { Cell, Table } from './tables.ts';

/** A name, and where it stands in the text. */
export interface NameMatch {
  name: string;
  index: number;
}

const COUNT = '(?:\\d{1,2}|[０-９]{1,2}|[一二两三四五六七八九十]{1,3})';
const YEAR = '(?:20[0-2]\\d|２０[０-２][０-９]|二[〇零][一二〇零][〇零一二三四五六七八九])';
const AGE = new RegExp(
  `(?<![\\d０-９一二三四五六七八九十.])(?:(${COUNT})\\s?(?:周|虚)?岁(?:半|多|零${COUNT}个月)?|(?<=满)周岁|${COUNT}个多?月大|(?<=出生[才刚仅不到]{0,3})${COUNT}个多?月|(${YEAR})年(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?(?:出生|生(?![产活效态猪长育意])))|年[龄纪][：:是]?\\s?(${COUNT})(?![\\d月日年])`,
  'gu',
);
/** Behind an age that is a limit and nobody's. */
const LIMIT =
  /^\s?(?:（含）)?(?:以[上下内前后]|之[前后]|及|至|到|[-—~～－]|或|起|前|后|的(?:老人|以)|时|那年|的时候|就[^，。]{1,12}[，,。][^。]{0,20}(?:如今|现在|后来|长大|成了?家|儿女|结婚|退休))/;
const LINKS =
  /(?:[\s（(）)，,：:；;、“”"「」—]|今年|现年|现在|目前|当时|年仅|仅有?|只有|刚|才|已经?|未?满|不满|年满|快|不到|还|虚岁|实岁|周岁|就|也|(?<!不)都|大约|约|是个?|一个|年龄|年纪|岁数|出生于|生于|于|性别)+$/u;
const ABOUT =
  /(?:(?<!\p{Script=Han})[男女]|男[孩童生娃]|女[孩童生娃]|\p{Script=Han}{1,4}族|\p{Script=Han}{1,6}[村镇乡组](?:人|的)?|[一二三四五六七八九\d]年级(?:\d{1,2}班)?(?:的?学生)?|初[一二三]|高[一二三]|小学生?|初中生?|学生|小?同学|小朋友|孤儿|(?:留守|困境|残疾|孤残)儿童|患儿|小姑娘|小伙子|姑娘|闺女|儿子|女儿|孙[子女]|名?叫|姓名)$/u;
const MAX_DESCRIPTIONS = 8;
const MAX_CONTEXT_LENGTH = 48;
/** Whose the age is when it stands right behind a name: 王建国9岁的儿子 is the child, and its name is not said. */
const KIN = /^的(?:[大小亲]|双胞胎)?(?:儿|女|孩|娃|孙|外孙|弟|妹|闺女|侄|外甥|男孩)/;

const CHILD =
  '(?:女儿|儿子|孙子|孙女|外孙女?|弟弟|妹妹|小?女孩|小?男孩|男童|女童|女娃|男娃|娃娃?|孩子|儿童|小朋友|小学生|初中生|中学生|高中生|学生|小?同学|孤儿|(?:留守|困境|残疾|孤残|事实无人抚养)儿童|患儿|小姑娘|姑娘|闺女|少年|小伙子?|宝宝|婴儿|新生儿|未成年人?|新生)';
const AFTER_AGE = new RegExp(
  `^[）)\\s]{0,2}大?(?:(?:的|，|,)${CHILD}?|${CHILD})(?:名?叫|是|，)?[“"「\\s]?`,
  'u',
);
const SCHOOL =
  '(?:[一二三四五六七八九1-9]年级(?:[（(]?[\\d一二三四五六七八九十]{1,2}[）)]?班)?|[一二三四五六七八九1-9][（(][\\d一二三四五六七八九十]{1,2}[）)]班|初[一二三]|高[一二三](?![等中级])|[小中大]班|学前班|幼儿园|小学|初中)';
/** Words behind which the name of a child stands. */
const AS_CHILD = new RegExp(
  `(?:小学生|初中生|${SCHOOL}(?:的?(?:学生|新生|小?同学|小朋友|孩子)|的|(?=[：:\\s]))|中学生|小?男孩|小?女孩|男童|女童|[一二三四五六七八九1-9](?:年级(?:[（(]?[\\d一二三四五六七八九十]{1,2}[）)]?班)?|[（(][\\d一二三四五六七八九十]{1,2}[）)]班)|(?:留守|困境|残疾|孤残|事实无人抚养)儿童(?:\\p{Script=Han}{0,6}名[单册](?=[：:]))?|孤儿|患儿|小朋友|小同学|学生|儿童|孩子|娃娃|宝宝|婴儿|新生儿|未成年人)(?:[名取起]?[叫名]|是|有)?[：:、，,“"「（(\\s]?(?=\\p{Script=Han})`,
  'gu',
);
/** Who works at a school. */
const STAFF =
  '老师|教师|校长|园长|厨师|炊事员|保洁|保安|门卫|职工|员工|司机|宿管|保育员|食堂|后勤|班主任|会计|校医|代课';
/** A name, a comma and a year at school: 吕欣妍，四年级. */
const YEAR_BEHIND = new RegExp(`[，,、（(\\s]{1,2}${SCHOOL}(?=[，,、；;。）)\\s]|$)`, 'gu');
/** Behind a child's name. */
const CALLED_CHILD = /小朋友|小?同学/gu;
const AT_SCHOOL = new RegExp(
  `[，,]?(?:今年|现在|目前|正|刚|才|在|已经)?(?:(?<!只)(?:上(?!官)|读|念)(?!到)|就读于?|在读|是|升)(?:\\p{Script=Han}{0,8}?)${SCHOOL}(?!(?:毕业|那年|时|的?时候|文化|以前|后|之后|就|的?(?:${STAFF})))`,
  'gu',
);

/** Every full name of a child in a text; `year` counts as now. */
export function minorNamesIn(text: string, year: number): NameMatch[] {
  const found = new Map<number, string>();
  const add = (index: number, name: string | undefined) => {
    if (name !== undefined && !found.has(index)) found.set(index, name);
  };
  for (const match of text.matchAll(AGE)) {
    const [whole, age, born, bare] = match;
    const years = born === undefined ? numberOf(age ?? bare ?? '0') : year - numberOf(born);
    const behind = text.slice(match.index + whole.length, match.index + whole.length + MAX_CONTEXT_LENGTH);
    if (years >= ADULT_AGE_YEARS || LIMIT.test(behind)) continue;
    const before = sentenceBefore(text, match.index);
    const left = nameBefore(before, KIN.test(behind));
    if (left !== undefined) add(match.index - before.length + left.index, left.name);
    const [link] = AFTER_AGE.exec(behind) ?? [];
    const name = link === undefined ? undefined : nameAtStart(behind.slice(link.length));
    if (name !== undefined && isSure(name)) add(match.index + whole.length + (link?.length ?? 0), name);
  }
  for (const { 0: words, index } of text.matchAll(AS_CHILD)) {
    const rest = text.slice(index + words.length, index + words.length + MAX_CONTEXT_LENGTH);
    const name = nameAtStart(rest);
    if (name !== undefined && isNamed(words, name, rest)) add(index + words.length, name);
  }
  // 孙女柯欣然刚会走路，1岁多: somebody's child, in a sentence with an age.
  for (const { 0: words, index } of text.matchAll(KIN_NAMED)) {
    const rest = text.slice(index + words.length, index + words.length + MAX_CONTEXT_LENGTH);
    const sentence = /^[^。！？\n]*/.exec(rest)?.[0] ?? '';
    const name = nameAtStart(rest);
    if (name !== undefined && isSure(name) && isYoungIn(sentence)) add(index + words.length, name);
  }
  for (const { index } of text.matchAll(CALLED_CHILD)) addBefore(index);
  for (const { index } of text.matchAll(AT_SCHOOL)) addBefore(index);
  for (const { index } of text.matchAll(YEAR_BEHIND)) addBefore(index);
  // 罗晨阳的爸爸在外打工，他今年上三年级: the name stands at the beginning of the sentence.
  for (const { index } of text.matchAll(SAID_OF_HIM)) {
    const before = sentenceBefore(text, index);
    const name = nameAtStart(before);
    if (name !== undefined && isSure(name) && OWN_KIN.test(before.slice(name.length)))
      add(index - before.length, name);
  }
  for (const [index, name] of found) addNext(index, name);
  return [...found].map(([index, name]) => ({ index, name })).sort((a, b) => a.index - b.index);

  /** 小学生张浩然、李子涵: what makes the first a child holds for the others, which come in turn. */
  function addNext(index: number, name: string): void {
    const end = index + name.length;
    const [, link = '', behind = ''] = NAMED_BEHIND.exec(text.slice(end, end + MAX_CONTEXT_LENGTH)) ?? [];
    const next = nameAtStart(behind);
    if (next !== undefined && isSure(next)) add(end + link.length, next);
  }

  function addBefore(at: number): void {
    const before = sentenceBefore(text, at).replace(/(?:今年|现在|目前)$/, '');
    const name = nameAtEnd(before);
    if (name !== undefined && isSure(name)) add(text.lastIndexOf(name, at), name);
  }
}

/** Whose parents are spoken of. */
const OWN_KIN = /^的?(?:爸|妈|父|母|爷|奶|姥|外[公婆]|家长|监护人)/;
const SAID_OF_HIM = new RegExp(
  `[，,。](?:[他她][^，。！？]{0,12}[，,]?)?(?:今年|现在|目前|正)?(?:在?[上读念]|就读于?)[^，。]{0,8}${SCHOOL}(?!毕业|那年|时|的?时候)`,
  'gu',
);
/** Between a name and the next of a list. */
const NAMED_BEHIND = /^((?:同学|小朋友)?[、和与])(.+)$/u;

const KIN_NAMED = /(?:女儿|儿子|孙子|孙女|外孙女?|弟弟|妹妹|闺女|娃娃?)(?:名?叫)?[“"「]?/gu;
const YOUNG = new RegExp(
  `(?<![\\d一二三四五六七八九十])(${COUNT})\\s?(?:周|虚)?岁|${COUNT}个多?月大|(?:[上读念]|就读)[^，。]{0,8}${SCHOOL}`,
  'u',
);

/** Whether a sentence says an age under 18, or a school. */
function isYoungIn(sentence: string): boolean {
  const found = YOUNG.exec(sentence);
  return found !== null && (found[1] === undefined || numberOf(found[1]) < ADULT_AGE_YEARS);
}

const ADULT_AGE_YEARS = 18;

const isSure = (name: string) => likenessOf(name) === 'sure';

/** Behind 学生 and 孩子 anything may stand; behind 孤儿： a name does. */
function isNamed(words: string, name: string, rest: string): boolean {
  const isClear = /[：:、“"「（(叫]$/.test(words);
  const next = rest.slice(name.length, name.length + 1);
  const ends = next === '' || /[^\p{Script=Han}]/u.test(next);
  if (/^(?:学生|儿童|孩子|娃娃)|(?:小学|初中|幼儿园|班|年级|初.)的?[，,]?$/u.test(words) && !isClear) {
    return isSure(name) && (ends || name.length > 2);
  }
  return isSure(name) || ((isClear || ends) && likenessOf(name) === 'maybe');
}

function sentenceBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - MAX_CONTEXT_LENGTH), at);
  return near.slice(Math.max(...Array.from('。！？\n', (mark) => near.lastIndexOf(mark))) + 1);
}

/** A name with spaces between its characters. */
const SPREAD =
  /(?<!\p{Script=Han})((\p{Script=Han})[ \u3000](\p{Script=Han})[ \u3000](\p{Script=Han}))\s?[（(，,：:]?$/u;
/** Words between a name and an age that also end names: 李刚今年9岁, 王有才9岁. */
const LINK_OR_NAME = /^[刚才约于快还都]$/;

/** The name that an age behind `before` belongs to, past what is said of the child between the two. */
function nameBefore(before: string, isOfKin: boolean): NameMatch | undefined {
  const [, spread, first, second, third] = SPREAD.exec(before) ?? [];
  const joined = `${first}${second}${third}`;
  if (spread !== undefined && likenessOf(joined) === 'sure')
    return { name: spread, index: before.lastIndexOf(spread) };
  let rest = before;
  for (let count = 0; count < MAX_DESCRIPTIONS; count += 1) {
    const bare = rest.replace(LINKS, '');
    const next = rest.slice(bare.length, bare.length + 1);
    const name = nameAtEnd(bare) ?? (LINK_OR_NAME.test(next) ? nameAtEnd(bare + next) : undefined);
    if (name !== undefined) {
      if (isOfKin && bare.length === before.length) return undefined;
      return { name, index: bare.length + (bare.endsWith(name) ? 0 : 1) - name.length };
    }
    const shorter = bare.replace(ABOUT, '');
    if (shorter === bare) return undefined;
    rest = shorter;
  }
  return undefined;
}

/** A number as it is written: 9, ９, 九, 十二, 二〇一九. */
export function numberOf(words: string): number {
  const plain = words.normalize('NFKC').replace(/[零〇]/g, '0');
  if (/^\d+$/.test(plain)) return Number(plain);
  const digits = '0一二三四五六七八九';
  const digitOf = (digit: string) => (digit === '两' ? 2 : Math.max(0, digits.indexOf(digit)));
  if (!plain.includes('十')) return Number(Array.from(plain, digitOf).join(''));
  const [tens = '', ones = ''] = plain.split('十');
  return (tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones));
}

const AGE_HEAD = /年[龄纪]|岁|出生|生日|年级|班级/;
const NAME_HEAD = /姓\s*名|名\s*字|孩子|儿童|学生|小朋友|未成年人|孤儿|子女/;
const CHILD_HEAD = /^(?:孩子|儿童|学生|幼儿|小朋友|孤儿)(?:的?(?:姓名|名字))$/;
const SCHOOL_CELL = new RegExp(`^(?:${SCHOOL}|[一二三四五六七八九1-9][（(]\\d{1,2}[）)]班)`, 'u');

/** The names of children in a table that says how old they are. */
export function minorsInTable(table: Table, year: number): Cell[] {
  const [head = [], ...rows] = table;
  const children = head.findIndex(({ text }) => CHILD_HEAD.test(text));
  if (children >= 0) {
    return rows.flatMap((row) =>
      row[children] && isNameIn(row[children].text, true) ? [row[children]] : [],
    );
  }
  const ages = head.findIndex(({ text }) => AGE_HEAD.test(text));
  if (ages < 0) return [];
  const named = head.findIndex(({ text }, column) => column !== ages && NAME_HEAD.test(text));
  const columns = named >= 0 ? [named] : head.map((_, column) => column).filter((column) => column !== ages);
  return rows.flatMap((row) => {
    if (!isYoung(row[ages]?.text ?? '', year)) return [];
    const cell = columns.map((column) => row[column]).find((each) => each && isNameIn(each.text, named >= 0));
    return cell ? [cell] : [];
  });
}

function isNameIn(text: string, isHead: boolean): boolean {
  const likeness = likenessOf(text.replace(/\s+/g, ''));
  return (likeness === 'sure' && (isHead || text.length > 2)) || (isHead && likeness === 'maybe');
}

function isYoung(text: string, year: number): boolean {
  if (SCHOOL_CELL.test(text)) return true;
  const [born] = /(?:19|20)\d\d/.exec(text.normalize('NFKC')) ?? [];
  if (born !== undefined) return year - Number(born) < ADULT_AGE_YEARS;
  const [age] = new RegExp(`^${COUNT}(?=岁|周岁|$)`, 'u').exec(text) ?? [];
  return age !== undefined && numberOf(age) < ADULT_AGE_YEARS;
}
