/** Full names of children: a birth, a school or an age in a sentence belongs to the nearest name before it. */
import { hasFrequentSurname, type ScoredName, scoredNamesIn } from '../person-names/index.ts';
import { closeSpreadNames } from '../person-names/spread-names.ts';
import { type Evidence, evidenceIn } from './child-evidence.ts';
import { isFamous, isSample, privateNames } from './roles.ts';

/** A child's name with its position. */
export interface ChildMatch {
  name: string;
  index: number;
}

/** Directly before a child's name. */
const CHILD_BEFORE =
  /(?:外?孙[子女儿]?|外孙女|儿子|女儿|闺女|姑娘|丫头|小子|娃[娃儿]?|[男女][娃生童婴]|[盲聋哑孤]童|孤女|孩子|[男女]孩|孩儿|宝宝|婴儿|双胞胎|龙凤胎|三胞胎|老[大二三四五幺小]|幺[儿女]|[大小二三]儿子?|[大小二三]女儿?|弟弟|妹妹|哥哥|姐姐|侄[子女儿]|外甥女?|孤儿|弃婴|病儿|患儿|学生|同学|小朋友|新生|少年|儿童|童|幼儿|留守儿童|困境儿童|未成年人|小名)(?:名?叫|叫做|取名|起名|是|：|:|，|、|（|\(|“)*$/u;
/** Directly after a child's name: 艾米拉，小姑娘上三年级. */
const CHILD_BEHIND =
  /^[，,（(]?(?:这|那)?个?(?:小姑娘|小女孩|小男孩|小家伙|小丫头|孩子|小伙|女?娃|男娃|学生|小朋友|同学|小妹|小弟)/u;
/** A pupil may be an author or a winner: 作者闻雨桐（七年级四班）. */
const AT_SCHOOL_BEHIND =
  /^[（(，,、\s][^（）()。]{0,14}(?:[一二三四五六七八九\d]年级|初[一二三]|高[一二三]|幼儿园|[小中大]班|[\d一二三四五六七八九][（(]\d{1,2}[）)]班|\d{1,2}班)/u;

/** The same with an age, and before the name: 司马浩然今年8岁，是班长; 六年级的小队长卞可欣. */
const AGE_BEHIND =
  /^[（(，,]?(?:今年|现在|才|刚)?(?:1[0-7]|[1-9]|十[一二三四五六七]?|[一二两三四五六七八九])岁/u;
const AT_SCHOOL_BEFORE =
  /(?:年级|初[一二三]|高[一二三]|[\d一二三四五六七八九）)]班|小学|初中|中学)的?(?:小?[班队组]长|课代表|主持人|冠军|作者|选手|代表)?$/u;

/** A child of today, whatever the name. */
const OF_TODAY = /今年|现在|年级|初[一二三]|高[一二三]|[小中大]班|幼儿园|[（(](?:\d|[男女])/;

/** Adult kin and people who look after a child. */
const ADULT_BEFORE =
  /(?:[二三大小幺]?(?:叔|伯|舅|姑|姨|婶|娘)|叔叔|伯伯|舅舅|姑姑|姨妈|爸|妈|父|母|父亲|母亲|爸爸|妈妈|爷爷?|奶奶?|姥姥|姥爷|外公|外婆|监护人|家长|户主|养父|养母|继父|继母|丈夫|妻子|老师|校长|园长|医生|老人|大爷|大妈|大娘|大叔|大婶|嫂|书记|[焊电木瓦泥钳石油漆][工匠]|师傅|司机|老板|教练)(?:名?叫|是|：|:|，|、|（|\(|“)*$/u;
/** Words after a name that refer to that person's child. */
const PARENT_BEHIND =
  /^[）)]?(?:夫妇|夫妻|两口子|一家|家)?(?:的|家的?|有个?|有[一两二三]个?|和(?!弟|妹|哥|姐)|跟(?!弟|妹|哥|姐)|带着|领着|供着?|送|养[了着大]?|抱着|生[下了]|[给为替帮接])?\p{Script=Han}{0,5}?(?:儿[子女媳孙]|女[儿婿孩娃]|孙|娃|孩|老[大二三小幺]|双胞胎|龙凤胎|学生|小朋友|同学们|子女|弟|妹|侄|外甥)/u;
const OTHERS =
  /儿子|女儿|孙|娃|孩子|学生|闺女|侄|外甥|小朋友|教(?!育|学校|室)|送|接|供|资助|捐|给|当(?:老师|校长)|老师|帮|家[里有]|有[一两二三四五\d]个|工作|上班|打工回|当年|那年|曾经?|毕业|只念|小时候|以前|从前|结婚|丈夫|妻子|退休|儿媳|女婿|招收?|办|盖|修|建|管/;
const GROWN =
  /如今|结业|母校|学徒|造船厂|公司|进厂|工友|儿女|成了?家|长大|养大|种地|妻子|丈夫|老伴|结婚|出嫁|退休|创业|承包|务农|养殖|退伍|当兵|(?:[2-9]\d|1[89])岁|[二三四五六七八九]十[一二三四五六七八九]?岁/;

/** 中考被县一中录取的有我村学生｜ */
const CALLED_PUPIL = /^[^，。；、]{0,16}(?:学生|考生|孩子|娃)(?:有|是|：)?$/u;
const MIN_SCORE = 3;
/** A rare surname is usually another word: 要剪枝. */
const MIN_RARE_SCORE = 4;
/** Minimum score of a name directly after a word for a child. */
const MIN_CALLED_SCORE = 2;
const MIN_WEIGHT = 2;
/** Sentences; the few longer ones are split. */
const SENTENCE = /[^。！？!?\n]{1,300}/gu;

/** The names of children in a text; `year` is the current year. */
export function childrenIn(text: string, year: number): ChildMatch[] {
  const found: ChildMatch[] = [];
  const { text: closed, places } = closeSpreadNames(text);
  const place = (at: number) => places?.[at] ?? at;
  let before: { sentence: string; index: number } | undefined;
  for (const { 0: sentence, index } of closed.matchAll(SENTENCE)) {
    const named = before && childBefore(before.sentence, sentence);
    if (before && named) found.push({ name: named.name, index: place(before.index + named.index) });
    before = { sentence, index };
    const apart = NAMED_APART.exec(sentence);
    if (apart !== null && CHILD_IN_SENTENCE.test(sentence))
      found.push({ name: apart[0], index: place(index + apart.index) });
    const evidence = evidenceIn(sentence, year);
    if (evidence.length === 0 || OF_ANIMALS.test(sentence)) continue;
    const all = scoredNamesIn(sentence, 1, MIN_CALLED_SCORE);
    const own = new Set(privateNames(sentence, all));
    const names = all.filter((name) => {
      const behind = sentence.slice(name.end, name.end + 24);
      const before = sentence.slice(Math.max(0, name.index - 12), name.index);
      const isPupil =
        AT_SCHOOL_BEHIND.test(behind) ||
        AGE_BEHIND.test(behind) ||
        AT_SCHOOL_BEFORE.test(before) ||
        AGE_BEFORE.test(before);
      // 司马光七岁砸缸 is a story; 今年7岁 and 三年级 are of today.
      const isKnown = isSample(sentence) || (isFamous(name.name) && !OF_TODAY.test(behind + before));
      if (!own.has(name) && (!isPupil || isKnown)) return false;
      if (!hasFrequentSurname(name) && name.score < MIN_RARE_SCORE && !isCalledChild(sentence, name))
        return false;
      return name.score >= MIN_SCORE || (name.score >= MIN_CALLED_SCORE && isCalledChild(sentence, name));
    });
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
      if (!isAdult(sentence, name))
        found.push({
          name: text.slice(place(index + name.index), place(index + name.end - 1) + 1),
          index: place(index + name.index),
        });
    });
  }
  return found;
}

/** 那时候他刚上小学, 今年她十一岁: a child who was named in the sentence before. */
const SAYS_CHILD =
  /^\s?(?:那时候?|当时|那年|今年|现在|去年|前年|如今)?[，,]?[他她](?:今年|现在|刚刚?|才|正|还在?|已经)*(?:[上念读]\p{Script=Han}{0,4}?(?:幼儿园|小学|[一二三四五六]年级|初[一二三中]|学前班)|(?:1[0-7]|[1-9]|十[一二三四五六七]?|[一二两三四五六七八九])岁)(?!那年|时|的?儿|的?女)/u;
/** What such a story says of the family. */
const OF_FAMILY =
  /坐牢|服刑|入狱|被判|戒毒|走了|去世|病|残|改嫁|失踪|离婚|不知去向|打工|低保|孤儿|没人管|帮扶|志愿者|资助|捐|减免|救助/;

/** The person of a sentence whom the next one says to be a child. */
function childBefore(sentence: string, next: string): ScoredName | undefined {
  if (!SAYS_CHILD.test(next) || !OF_FAMILY.test(sentence + next) || GROWN.test(sentence + next))
    return undefined;
  const names = privateNames(sentence, scoredNamesIn(sentence, 1, MIN_CALLED_SCORE)).filter(
    ({ score }) => score >= MIN_SCORE,
  );
  const last = names.at(-1);
  return last !== undefined && !isAdult(sentence, last) ? last : undefined;
}

/** 赛马“小白龙”今年6岁 */
const OF_ANIMALS =
  /赛马|马匹|养马|马驹|牛犊|羊羔|骡子|猪仔|骑手|头筹|斗[牛羊鸡]|赛骆驼|[警猎]犬|[一二三四五六七八九十两几\d][匹头只](?:小|大|公|母)?(?=[马牛羊猪狗熊象猴虎驴骡鹿犬])/u;

function isCalledChild(sentence: string, { index, end }: ScoredName): boolean {
  return (
    CHILD_BEFORE.test(sentence.slice(Math.max(0, index - 8), index)) ||
    /岁[半多]?的小?$/.test(sentence.slice(Math.max(0, index - 4), index)) ||
    CHILD_BEHIND.test(sentence.slice(end, end + 8))
  );
}

function isAdult(sentence: string, { index, end }: ScoredName): boolean {
  if (/^(?:小朋友|小?同学)(?!们)/.test(sentence.slice(end, end + 4))) return false;
  return (
    ADULT_BEFORE.test(sentence.slice(Math.max(0, index - 8), index)) ||
    PARENT_BEHIND.test(sentence.slice(end, end + 12))
  );
}

/** 单名一个“蕊”字，姓巩 */
const NAMED_APART =
  /单名一?个?[“「]?\p{Script=Han}[”」]?字?[，,]姓\p{Script=Han}|姓\p{Script=Han}[，,]?(?:单?名|名叫)[“「]?\p{Script=Han}{1,2}[”」]?(?=[，。）—]|$)/u;
/** 为12岁的｜ */
const AGE_BEFORE = /(?<!\d)(?:1[0-7]|[1-9])岁半?的小?$/u;
const CHILD_IN_SENTENCE =
  /儿童|孩子|[男女]孩|[男女]?娃|婴|幼儿|小学|年级|(?<![\d一二三四五六七八九十])(?:1[0-7]|[1-9]|十[一二三四五六七]?|[一二两三四五六七八九])岁/;

const JOINED = /^(?:[（(][^（）()]{0,8}[）)])?(?:、|，|和|与|跟|及)$/u;
const isJoined = (sentence: string, one?: ScoredName, other?: ScoredName) =>
  one !== undefined && other !== undefined && JOINED.test(sentence.slice(one.end, other.index));

/** 孤儿：汤小北, 祝一诺小朋友. */
function isLabelOf(sentence: string, name: ScoredName, { index, end }: Evidence): boolean {
  if (index >= name.end) return index === name.end;
  return (
    end <= name.index &&
    /^(?:取?名?叫?|是|有|名单)?[：:，,、“"「（(\s]?$/u.test(sentence.slice(end, name.index))
  );
}

/** The evidence in the sentence that a name is a child's; at 2 and more it is one. */
function weightOf(
  sentence: string,
  name: ScoredName,
  evidence: readonly Evidence[],
  later: readonly ScoredName[],
): number {
  if (isAdult(sentence, name)) return 0;
  const isCalled = isCalledChild(sentence, name);
  if (!isCalled && GROWN.test(sentence)) return 0;
  const next = later[0]?.index ?? Number.POSITIVE_INFINITY;
  const weights = evidence.map((each) => {
    if (each.isLabel) return isLabelOf(sentence, name, each) ? MIN_WEIGHT : 0;
    if (each.index >= name.end) {
      const between = sentence.slice(name.end, each.index);
      if (each.index > next && !isJoined(sentence, name, later[0])) return 0;
      return each.isOfKin || (OTHERS.test(between) && !isCalled) || between.length > 24 ? 0 : each.weight;
    }
    const between = sentence.slice(each.end, name.index);
    if (each.end > name.index) return 0;
    if (AT_SCHOOL_BEFORE.test(sentence.slice(each.index, name.index))) return each.weight;
    if (/^[^，。、,]{0,8}的$/u.test(between) && !OTHERS.test(between)) return each.weight;
    if (isCalled && each.weight >= 1 && CALLED_PUPIL.test(sentence.slice(each.end, name.index)))
      return MIN_WEIGHT;
    return /^(?:的|大的?|学生|孩子|小|，名叫|，大名叫?|，叫|女孩|男孩|[男女][生娃童]|娃|（|：|:|，|\s|新生|同学|是|有|叫|、|半|多|班|[（(]\d{1,2}[）)]班|\d{1,2}班|学生)*$/u.test(
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
