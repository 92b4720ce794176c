/** Children named in full: what a sentence says of a birth, a school or an age belongs to the name that stands nearest before it. */
import { numberOf } from '../minor-names.ts';
import { type ScoredName, scoredNamesIn } from '../person-names/scored-names.ts';
import { privateNames } from './roles.ts';

/** A child's name, and where it stands. */
export interface ChildMatch {
  name: string;
  index: number;
}

const N = '[\\d０-９一二三四五六七八九十]';
const SCHOOL = `${N}年级|初[一二三](?!五|十)|高[一二三](?![等中级点些些])|学前班|幼儿园|[小中大托]班(?![车长])|[小中]学(?=就读|念书|读书|上学|住校|寄宿|走读|学生|[一二三四五六七八九])|${N}[（(]\\d{1,2}[）)]班|[一二三四五六七八九十]{1,2}班(?=的)|(?:上|读|念|考[进上入取到了]+)[\\p{Script=Han}]{0,6}?(?:小学|初中|高中|中学|一中|二中|三中|职高|中专|技校|职校)|小学生|初中生|高中生|中学生|入学|上学|休学|失学|辍学|厌学|转学|学籍|助学金|营养餐|校车|寒假作业|小升初|中考|高考(?!生)`;
const BABY =
  '满月|满[一两]?周岁|周岁生日|百日宴|刚(?:出生|生下|落地|会走|会爬|断奶|学会走)|生下来|出生|新生儿|早产儿|吃奶|奶粉|断奶|育儿补贴|接种|打[了完过]?[\\p{Script=Han}]{0,3}疫苗|疫苗|上户口|落户|户口还没上|儿保|脐带|婴儿|尿布|周岁';
const AGE_WORDS = `(?<![\\d０-９一二三四五六七八九十.百到至~～-])(?:1[0-7]|[1-9]|１[０-７]|[１-９]|十[一二三四五六七]?|[一二两三四五六七八九])\\s?(?:周|虚)?岁(?!以[上下内前后]|之[前后]|及|[至到]|[-—~～]|或|起|那年|时|的时候)|[一二两三四五六七八九十\\d]{1,2}个(?:多)?月大?(?=[，。、]|的(?:娃|孩|宝|婴)|大|$)`;
const BORN =
  '(?:20[0-2]\\d)年(?:\\p{Script=Han}{1,4}|\\d{1,2}月)?(?:\\p{Script=Han}{0,4}|\\d{1,2}[日号])?(?:出?生|生日)?';
const BIRTHDAY = `生日(?:是|为|在|：)?(?:${BORN})|(?:${BORN})(?<=生)|生于(?:${BORN})|出生(?:日期|年月)?(?:是|为|于|：)(?:${BORN})`;
const EVIDENCE = new RegExp(
  `(?<age>${AGE_WORDS})|(?<school>${SCHOOL})|(?<baby>${BABY})|(?<birthday>${BIRTHDAY})`,
  'gu',
);
/** Right before a child's name. */
const CHILD_BEFORE =
  /(?:外?孙[子女儿]?|外孙女|儿子|女儿|闺女|姑娘|丫头|小子|娃娃?|[男女]娃|孩子|[男女]孩|孩儿|宝宝|婴儿|双胞胎|龙凤胎|三胞胎|老[大二三四五幺小]|幺[儿女]|[大小二三]儿子?|[大小二三]女儿?|弟弟|妹妹|哥哥|姐姐|侄[子女儿]|外甥女?|孤儿|弃婴|病儿|患儿|学生|同学|小朋友|新生|少年|儿童|童|幼儿|留守儿童|困境儿童|小名)(?:名?叫|叫做|取名|起名|是|：|:|，|、|（|\(|“)*$/u;
/** Grown-up kin and whoever looks after a child. */
const ADULT_BEFORE =
  /(?:[二三大小幺]?(?:叔|伯|舅|姑|姨|婶|娘)|叔叔|伯伯|舅舅|姑姑|姨妈|爸|妈|父|母|父亲|母亲|爸爸|妈妈|爷爷?|奶奶?|姥姥|姥爷|外公|外婆|监护人|家长|户主|养父|养母|继父|继母|丈夫|妻子|老师|校长|园长|医生|老人|大爷|大妈|大娘|大叔|大婶|嫂|书记)(?:名?叫|是|：|:|，|、|（|\(|“)*$/u;
/** A name behind which somebody else's child is spoken of. */
const PARENT_BEHIND =
  /^[）)]?(?:夫妇|夫妻|两口子|一家|家)?(?:的|家的?|有个?|有[一两二三]个?|和(?!弟|妹|哥|姐)|跟(?!弟|妹|哥|姐)|带着|领着|供着?|送|养[了着大]?|抱着|生[下了]|[给为替帮接])?\p{Script=Han}{0,5}?(?:儿[子女媳孙]|女[儿婿孩娃]|孙|娃|孩|老[大二三小幺]|双胞胎|龙凤胎|学生|小朋友|同学们|子女|弟|妹|侄|外甥)/u;
const OTHERS =
  /儿子|女儿|孙|娃|孩子|学生|闺女|侄|外甥|小朋友|教(?!育|学校|室)|送|接|供|资助|捐|给|当(?:老师|校长)|老师|帮|家[里有]|有[一两二三四五\d]个|工作|上班|打工回|当年|那年|曾经?|毕业|只念|小时候|以前|从前|结婚|丈夫|妻子|退休|儿媳|女婿|招收?|办|盖|修|建|管/;
const BEHIND_SCHOOL =
  /^(?:的?(?:老师|教师|校长|园长|厨师|炊事员|保洁|保安|门卫|职工|员工|司机|宿管|保育员|食堂|后勤|班主任|会计|校医|代课|门口|旁边|隔壁|对面|附近|后面|东|西|南|北|校门|围墙|操场|体检|招生|开学|放假|通知|免费|政策)|毕业|文化|那年|时|以前|后|之后|就(?:不|没|下|辍)|以[上下])/u;
const GROWN =
  /如今|儿女|成了?家|长大|养大|种地|妻子|丈夫|老伴|结婚|出嫁|退休|创业|承包|务农|养殖|退伍|当兵|(?:[2-9]\d|1[89])岁|[二三四五六七八九]十[一二三四五六七八九]?岁/;

const MIN_SCORE = 3;
/** Right behind a word for a child. */
const MIN_CALLED_SCORE = 2.2;
const MIN_WEIGHT = 2;
/** Sentences; the few that are longer are looked at in parts. */
const SENTENCE = /[^。！？!?\n]{1,300}/gu;

/** The names of children in a text; `year` counts as now. */
export function childrenIn(text: string, year: number): ChildMatch[] {
  const found: ChildMatch[] = [];
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const evidence = evidenceIn(sentence, year);
    if (evidence.length === 0) continue;
    const names = privateNames(sentence, scoredNamesIn(sentence)).filter(
      ({ score, index: at }) =>
        score >= MIN_SCORE ||
        (score >= MIN_CALLED_SCORE && CHILD_BEFORE.test(sentence.slice(Math.max(0, at - 8), at))),
    );
    const weights = names.map((name, at) => weightOf(sentence, name, evidence, names.slice(at + 1)));
    names.forEach((name, at) => {
      const isNext =
        at > 0 && isJoined(sentence, names[at - 1], name) && (weights[at - 1] ?? 0) >= MIN_WEIGHT;
      const isBeforeNext =
        at + 1 < names.length &&
        isJoined(sentence, name, names[at + 1]) &&
        (weights[at + 1] ?? 0) >= MIN_WEIGHT;
      if ((weights[at] ?? 0) < MIN_WEIGHT && !isNext && !isBeforeNext) return;
      if (isNext) weights[at] = MIN_WEIGHT;
      if (!isAdult(sentence, name)) found.push({ name: name.name, index: index + name.index });
    });
  }
  return found;
}

interface Evidence {
  index: number;
  end: number;
  /** 2 for what only a child has, 1 for what a parent has to do with as well. */
  weight: number;
  /** Whether it is said of somebody's child: 6岁的孙子. */
  isOfKin: boolean;
}

const OF_KIN = /^的?(?:[大小亲]|双胞胎)?(?:儿|女儿|孩|娃|孙|外孙|弟|妹|闺女|侄|外甥|男孩|女孩)/;

const ADULT_AGE_YEARS = 18;
const WEAK =
  /^(?:入学|上学|助学金|营养餐|校车|疫苗|打[了完过]?|接种|育儿补贴|奶粉|出生|上户口|落户|小学生|中学生|初中生|高中生|高考|中考|幼儿园|婴儿|新生儿|学籍)/;

function evidenceIn(sentence: string, year: number): Evidence[] {
  return Array.from(sentence.matchAll(EVIDENCE), ({ 0: words, index, groups }) => {
    const end = index + words.length;
    const isSchool = groups?.school !== undefined;
    const isWeak = WEAK.test(words) && !/[上读念]了?$/.test(sentence.slice(Math.max(0, index - 2), index));
    const [born] =
      groups?.birthday === undefined ? [] : (/20\d\d|二[〇零○][一二〇零○][〇零○一-九]/.exec(words) ?? []);
    const isOld = born !== undefined && year - numberOf(born.replaceAll('○', '〇')) >= ADULT_AGE_YEARS;
    // 只念到四年级: long ago.
    const isPast = isSchool && /只[念读上]|[念读上]到/.test(sentence.slice(Math.max(0, index - 6), end));
    const isOff = isOld || isPast || (isSchool && BEHIND_SCHOOL.test(sentence.slice(end, end + 8)));
    const isOfKin = OF_KIN.test(sentence.slice(end, end + 6));
    return { index, end, isOfKin, weight: isOff ? 0 : isWeak ? 1 : 2 };
  }).filter(({ weight }) => weight > 0);
}

function isAdult(sentence: string, { index, end }: ScoredName): boolean {
  return (
    ADULT_BEFORE.test(sentence.slice(Math.max(0, index - 8), index)) ||
    PARENT_BEHIND.test(sentence.slice(end, end + 12))
  );
}

const JOINED = /^(?:[（(][^（）()]{0,8}[）)])?(?:、|，|和|与|跟|及)$/u;
const isJoined = (sentence: string, one?: ScoredName, other?: ScoredName) =>
  one !== undefined && other !== undefined && JOINED.test(sentence.slice(one.end, other.index));

/** How much the sentence says that a name is a child's; 2 and more: it is. */
function weightOf(
  sentence: string,
  name: ScoredName,
  evidence: readonly Evidence[],
  later: readonly ScoredName[],
): number {
  if (isAdult(sentence, name)) return 0;
  const isCalled = CHILD_BEFORE.test(sentence.slice(Math.max(0, name.index - 8), name.index));
  if (!isCalled && GROWN.test(sentence)) return 0;
  const next = later[0]?.index ?? Number.POSITIVE_INFINITY;
  const weights = evidence.map((each) => {
    if (each.index >= name.end) {
      const between = sentence.slice(name.end, each.index);
      if (each.index > next && !isJoined(sentence, name, later[0])) return 0;
      return each.isOfKin || (OTHERS.test(between) && !isCalled) || between.length > 24 ? 0 : each.weight;
    }
    const between = sentence.slice(each.end, name.index);
    if (each.end > name.index) return 0;
    if (/^[^，。、,]{0,8}的$/u.test(between) && !OTHERS.test(between)) return each.weight;
    return /^(?:的|大的?|学生|孩子|小|女孩|男孩|娃|（|：|:|，|\s|新生|同学|是|有|叫|、|半|多|班|[（(]\d{1,2}[）)]班|\d{1,2}班|学生)*$/u.test(
      between,
    )
      ? each.weight
      : 0;
  });
  return (
    Math.max(0, ...weights) +
    (isCalled ? 1 : 0) +
    (isCalled && weights.every((each) => each === 0) && evidence.length > 0 ? 0.5 : 0)
  );
}
