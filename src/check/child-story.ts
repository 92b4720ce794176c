/** Whether a story seems to be about somebody under 18: it mentions an age, a school year or a word for a child of the person. */
import { numberOf } from './chinese-numbers.ts';

const COUNT = '(\\d{1,2}|[０-９]{1,2}|[一二两三四五六七八九十]{1,3})';
const AGE = new RegExp(
  `(?<![\\d０-９一二三四五六七八九十~～至到-])${COUNT}\\s?(?:周|虚)?岁(?!以[上下内前后]|之[前后]|那年|时|的时候|起|开始|就|便)`,
  'gu',
);
const SCHOOL =
  /(?:[一二三四五六七八九1-9]年级|(?:念|读|上|是|升)(?:了)?(?:初[一二三]|小学|初中|高[一二]|幼儿园|学前班|[大中小]班)|初[一二三](?:[（(]?[\d一二三四五六七八九十]{1,2}[）)]?)班|小学生|初中生|中学生|高二学生|幼儿园|在校学生|是(?:一?个|一名)?(?:留守|困境|残疾)儿童|是(?:一?个|一名)?孤儿)/u;
/** About the distant past or adult life. */
const PAST =
  /那年|那时|当年|小时候|从前|以前|曾经|曾|毕业|辍学|没[念读上]|只[念读上]|[念读上]到|文化|的时候|时候|\d{4}年/;
/** About somebody else's child, or a teacher's pupils. */
const OTHER =
  /孩子|儿子|女儿|娃|孙|闺女|弟|妹|学生们|教(?!育)|老师|校长|小学门口|接送|放学|送到|供|侄|外甥|一双儿女|儿女|两个小/;
/** Jobs of adults at schools. */
const WORKS = /厨师|炊事员|做饭的|保洁|保安|门卫|园长|职工|员工|司机|宿管|保育员|食堂|代课|后勤|班主任|校医/;
/** Activities of adults. */
const GROWN =
  /妻子|丈夫|老伴|爱人|媳妇|结婚|出嫁|退休|创业|承包|贷款|大学(?!城)|务农|养殖|种植|工资|打工|合作社|退伍|当兵|老人|老汉|大爷|大妈|大娘|奶奶今年|爷爷今年|寡居|工友|技校毕业|车间|上班/;
const KIN = /爸|妈|父|母|爷|奶|家长|哥|姐|叔|舅|姑|姨|亲戚|收养/;
const ADULT_AGE_YEARS = 18;

/** Whether a story is about a child; `texts` are the story's own, `name` is the person's. */
export function isAboutChild(texts: readonly string[], name: string, year: number): boolean {
  const sentences = texts.flatMap((text) => text.split(/[。！？；\n]/));
  const ages = sentences.flatMap((sentence) => agesIn(sentence, name));
  if (ages.some(({ years, isOwn }) => years >= ADULT_AGE_YEARS && isOwn)) return false;
  if (ages.some(({ years, isOwn }) => years < ADULT_AGE_YEARS && isOwn)) return true;
  if (sentences.some((sentence) => isBornLate(sentence, name, year))) return true;
  return sentences.some(
    (sentence) =>
      SCHOOL.test(sentence) &&
      !PAST.test(sentence) &&
      !(GROWN.test(sentence) && !KIN.test(sentence)) &&
      !WORKS.test(sentence) &&
      isOfPerson(sentence, name),
  );
}

/** The ages in a sentence; `isOwn`: the sentence attributes it to nobody else. */
function agesIn(sentence: string, name: string): { years: number; isOwn: boolean }[] {
  return Array.from(sentence.matchAll(AGE), ({ 0: whole, 1: words = '', index }) => {
    const before = sentence
      .slice(Math.max(0, index - 30), index)
      .replace(/这个?名?(?:孩子|娃|弟弟|妹妹)/g, '');
    const clause = /[^，,、]*$/.exec(before)?.[0] ?? '';
    const behind = sentence.slice(index + whole.length, index + whole.length + 6);
    const isOther =
      OTHER.test(before) ||
      KIN.test(clause) ||
      (/^的(?!他|她|小)/.test(behind) && !behind.startsWith(`的${name}`));
    return { years: numberOf(words), isOwn: !isOther };
  });
}

/** Whether the words about school refer to the person: no words for other people precede them. */
function isOfPerson(sentence: string, name: string): boolean {
  const before = sentence.slice(0, sentence.search(SCHOOL)).replaceAll(name, '');
  const clause = /[^，,]*$/.exec(before)?.[0] ?? '';
  return !OTHER.test(before) && !KIN.test(clause);
}

/** 2014年出生, 生于2014年. */
const BORN =
  /(?<subject>.{0,12}?)(?:(?:出生|生)[于在]\s?)?(?<born>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:(?<=生[于在]\s?(?:\d|年|月|日){1,12})|出生|生(?![产活效态猪长育意]))/u;

/** Whether a sentence says that the person was born less than 18 years ago. */
function isBornLate(sentence: string, name: string, year: number): boolean {
  const { subject = '', born } = BORN.exec(sentence)?.groups ?? {};
  if (born === undefined || year - Number(born) >= ADULT_AGE_YEARS) return false;
  const isPerson = subject.endsWith(name) || /^(?:他|她)?(?:是|于)?$/.test(subject.replace(/[，,\s]/g, ''));
  return isPerson && !OTHER.test(subject);
}
