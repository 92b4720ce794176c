/** Evidence that a person is a child: an age, a birth, a school, a word for a child. */
import { numberOf } from '../chinese-numbers.ts';

const N = '[\\d０-９一二三四五六七八九十]';
const SCHOOL = `${N}年级|初[一二三](?!五|十)|高[一二三](?![等中级点些尺米寸丈])|学前班|幼儿园|[小中大托]班(?![车长])|[小中]学(?=就读|念书|读书|上学|住校|寄宿|走读|学生|[一二三四五六七八九])|${N}[（(]\\d{1,2}[）)]班|[一二三四五六七八九十]{1,2}班(?=的)|(?:上|读|念|考[进上入取到了]+)[\\p{Script=Han}]{0,6}?(?:小学|初中|高中|中学|一中|二中|三中|职高|中专|技校|职校)|小学生|初中生|高中生|中学生|入学|上学|休学|失学|辍学|厌学|转学|学籍|助学金|营养餐|校车|寒假作业|小升初|中考|高考(?!生)`;
/** 暑期托管班的优秀学员有…… */
const CLUB = '(?:托管班|夏令营|兴趣班|少先队)的?\\p{Script=Han}{0,4}(?:学员|队员|孩子)(?:有|是)?';
const BABY =
  '满月|满[一两]?周岁|周岁生日|百日宴|刚(?:出生|生下|落地|会走|会爬|断奶|学会走)|生下来|出生|新生儿|早产儿|吃奶|奶粉|断奶|育儿补贴|接种|打[了完过]?[\\p{Script=Han}]{0,3}疫苗|疫苗|上户口|落户|户口还没上|儿保|脐带|婴儿|尿布|周岁';
const AGE_WORDS = `(?<![\\d０-９一二三四五六七八九十.百到至~～-])(?:1[0-7]|[1-9]|１[０-７]|[１-９]|十[一二三四五六七]?|[一二两三四五六七八九])\\s?(?:周|虚)?岁(?!以[上下内前后]|之[前后]|及|[至到]|[-—~～]|或|起|那年|时|的时候)|[一二两三四五六七八九十\\d]{1,2}个(?:多)?月大?(?=[，。、]|的(?:娃|孩|宝|婴)|大|$)`;
const BORN =
  '(?:20[0-2]\\d)年(?:\\p{Script=Han}{1,4}|\\d{1,2}月)?(?:\\p{Script=Han}{0,4}|\\d{1,2}[日号])?(?:出?生|生日)?';
const BIRTHDAY = `生日(?:是|为|在|：)?(?:${BORN})|(?:${BORN})(?<=生)|生于(?:${BORN})|出生(?:日期|年月)?(?:是|为|于|：)(?:${BORN})`;
/** Words that are used of children only. */
const LABEL =
  '孤儿|孤女|[盲聋哑]童|小朋友|(?:留守|困境|残疾|孤残|事实无人抚养)儿童|未成年人|患儿|弃婴|新生儿|宝宝|(?<!老)同学(?!们|会|聚|录)';
const EVIDENCE = new RegExp(
  `(?<label>${LABEL})|(?<age>${AGE_WORDS})|(?<school>${SCHOOL}|${CLUB})|(?<baby>${BABY})|(?<birthday>${BIRTHDAY})`,
  'gu',
);
const BEHIND_SCHOOL =
  /^(?:的?(?:老师|教师|校长|园长|厨师|炊事员|保洁|保安|门卫|职工|员工|司机|宿管|保育员|食堂|后勤|班主任|会计|校医|代课|门口|旁边|隔壁|对面|附近|后面|东|西|南|北|校门|围墙|操场|体检|招生|开学|放假|通知|免费|政策)|毕业(?!生)|文化|那年|时|以前|后|之后|就(?:不|没|下|辍)|以[上下])/u;

export interface Evidence {
  index: number;
  end: number;
  /** 2 for facts about children only, 1 for facts that apply to a parent as well. */
  weight: number;
  /** Whether it refers to a person's child: 6岁的孙子. */
  isOfKin: boolean;
  /** Whether it is a word for a child next to the name. */
  isLabel: boolean;
}

const OF_KIN = /^的?(?:[大小亲]|双胞胎)?(?:儿|女儿|孩|娃|孙|外孙|弟|妹|闺女|侄|外甥|男孩|女孩)/;

const ADULT_AGE_YEARS = 18;
const WEAK =
  /^(?:入学|上学|助学金|营养餐|校车|疫苗|打[了完过]?|接种|育儿补贴|奶粉|出生|上户口|落户|小学生|中学生|初中生|高中生|高考|中考|幼儿园|婴儿|新生儿|学籍)/;

/** The evidence of childhood in a sentence; `year` is the current year. */
export function evidenceIn(sentence: string, year: number): Evidence[] {
  return Array.from(sentence.matchAll(EVIDENCE), ({ 0: words, index, groups }) => {
    const end = index + words.length;
    const isSchool = groups?.school !== undefined;
    const isWeak = WEAK.test(words) && !/[上读念]了?$/.test(sentence.slice(Math.max(0, index - 2), index));
    const [born] =
      groups?.birthday === undefined ? [] : (/20\d\d|二[〇零○][一二〇零○][〇零○一-九]/.exec(words) ?? []);
    const isOld = born !== undefined && year - numberOf(born.replaceAll('○', '〇')) >= ADULT_AGE_YEARS;
    // 只念到四年级: in the distant past.
    const isPast = isSchool && /只[念读上]|[念读上]到/.test(sentence.slice(Math.max(0, index - 6), end));
    const isOff = isOld || isPast || (isSchool && BEHIND_SCHOOL.test(sentence.slice(end, end + 8)));
    const isOfKin = OF_KIN.test(sentence.slice(end, end + 6));
    return { index, end, isOfKin, isLabel: groups?.label !== undefined, weight: isOff ? 0 : isWeak ? 1 : 2 };
  }).filter(({ weight }) => weight > 0);
}
