/** Finds who qualifies: in sections of their own, else in a sentence such as 凡…的人员，均可申请. */
import { excludedIn, splitExclusion } from './exclusions.ts';
import { isItem, withoutNumber } from './line-numbers.ts';
import { papersIn } from './papers.ts';
import { PERSONS } from './persons.ts';
import { itemsOfBody } from './section-items.ts';
import { headingOf, type Section } from './sections.ts';
import { sentences } from './sentences.ts';
import { subjectOf } from './subject-words.ts';

const APPLY =
  '申请|申报|申领|享受|领取|报名|参加|办理|参保|投保|报考|免费|按规定|自愿|参与|入住|登记|购买|加入|向[^，。；]{2,16}';
const MAY = `(?:均|都|就|即|也)?(?:可以?|可按规定|能够?|有资格|应当?可?)(?:按规定|自愿|随时|依法|按月|按年|免费|[向由][^，。；]{2,20})?(?:${APPLY})`;
const WHO_MAY = new RegExp(`^(?:凡是?|对)?([^。；：:]{4,90}?(?:${PERSONS}|的))\\s*[，,]?\\s*${MAY}`, 'u');
const WHO_IS = new RegExp(
  `^(?:凡是?)?([^。；：，]{4,50}?(?:${PERSONS}|的))[，,]?(?:均|都)?(?:为|是|属于|列入|纳入)[^，。；]{0,14}(?:对象|范围)[。；]?$`,
  'u',
);
const ALL_FOR = new RegExp(`^(?:凡是?)([^。；：，]{4,60}?(?:${PERSONS}|的))\\s*(?:[，,]|都|均)`, 'u');
/** A sentence that names somebody without saying who that is. */
const VAGUE =
  /^(?:[\p{Script=Han}]{0,6}(?:或者?|及)?(?:其)?(?:监护人|代理人)|符合(?:上述|以上|下列|条件)|申请人|您|大家|群众|村民|户主|监护人|家长|学生或|本人|有需要|需要|有意|消费者|退役士兵应当|委托|新申请)/u;
/** A warning says who cheats, not who may apply. */
const OF_FRAUD = /诈骗|骗子|举报|不要相信|谨防|弄虚作假/u;

/** 补贴对象为种地的农民 below the heading 补贴对象 is 种地的农民. */
const SAID_AGAIN =
  /^(?:本(?:办法|细则|规定|方案|通知)所称[^，。；]{0,10}对象[，,]?(?:是指|指|为|包括)|[^，。；：:]{0,10}(?:对象|范围|条件|主体)[，,]?(?:原则上)?(?:为|是|包括|主要包括|主要是)(?:下列|以下)?(?:人员)?\s*[：:]?\s*)/u;

export interface Eligibility {
  items: string[];
  headings: string[];
  hasHeading: boolean;
}

export function eligibilityOf(
  lines: readonly string[],
  sections: readonly Section[],
): Eligibility | undefined {
  const own = sections
    .filter(({ subject }) => subject === 'eligibility')
    .map((section) => ({ section, items: conditionsOf(section.body) }))
    .filter(({ section, items }) => !/(?:范围|主体|要求)$/u.test(section.heading) || items.some(isOfPersons))
    .filter(({ items }) => items.length > 0);
  if (own.length > 0) {
    return {
      items: [...new Set(own.flatMap(({ items }) => items))],
      headings: own.map(({ section }) => section.heading),
      hasHeading: own.some(({ section }) => section.hasHeading),
    };
  }
  return inSentence(lines) ?? granted(lines);
}

/** 护理补贴发给具有本县户籍的残疾人，标准…: whom each sentence names that money is paid to. */
const GRANTED = new RegExp(
  `(?:发给|发放给|补给|面向|提供给)([^，。；：]{5,60}?(?:${PERSONS}))(?=[，。；])`,
  'u',
);

function granted(lines: readonly string[]): Eligibility | undefined {
  const said = sentences(lines).flatMap((sentence) => {
    const who = GRANTED.exec(sentence)?.[1];
    return who === undefined || VAGUE.test(who) || OF_FRAUD.test(sentence) ? [] : [{ who, sentence }];
  });
  if (said.length === 0) return undefined;
  return {
    items: [...new Set(said.map(({ who }) => who))],
    headings: said.map(({ sentence }) => sentence),
    hasHeading: false,
  };
}

/** 本县户籍的退役军人，因下列原因之一造成生活困难的： is a condition itself; 符合下列条件之一： is none. */
const WITH_LIST =
  /^(?:凡是?)?([^。；：]{8,80}?)[，,]?(?:的?(?:下列|以下)[^。；：，]{2,8}|[^，。；：]{0,2}(?:因|有|属于|符合|具备)(?:下列|以下)[^。；：]{2,30})[：:]$/u;

/** 符合以下条件的0—6岁残疾儿童：. */
const WHO_FULFIL = /^(符合(?:以下|下列)[^，。；：]{0,6}的(?=[^。；：]{0,20}岁)[^。；：]{8,80})[：:]$/u;
/** 在县外务工满3个月的劳动力：, below which stand the sums. */
const WHO_ALONE = new RegExp(`^(?!.*(?:下列|以下|如下))([^。；：]{10,60}(?:${PERSONS}))[：:]$`, 'u');

function conditionBeforeList(body: readonly string[]): string[] {
  const [line = '', next = ''] = body;
  const bare = withoutNumber(line);
  const who = isItem(next) ? (WITH_LIST.exec(bare) ?? WHO_FULFIL.exec(bare))?.[1] : WHO_ALONE.exec(bare)?.[1];
  return who !== undefined && /周?岁|户籍|本县|意愿|的/u.test(who) ? [who] : [];
}

function conditionsOf(body: readonly string[]): string[] {
  return [...conditionBeforeList(body), ...itemsOfBody(body)]
    .map((item) => withoutLabel(item).replace(SAID_AGAIN, ''))
    .map((item) => splitExclusion(item)?.before ?? item)
    .filter(
      (item) =>
        item.length > 1 &&
        !OF_LIMIT.test(item) &&
        !NOBODY.test(item) &&
        !(OF_SUM.test(item) && !/^凡/u.test(item)) &&
        excludedIn(item) === undefined &&
        !isOfOtherSubject(item) &&
        papersIn(item).length === 0,
    )
    .map(withoutConsequence);
}

/** 招募对象：… in a list of conditions. */
function withoutLabel(item: string): string {
  const { title, rest } = headingOf(item);
  return rest !== '' && /[：:]/u.test(item) && subjectOf(title) === 'eligibility' ? rest : item;
}

/** 每人限补一辆 limits what one gets. */
const OF_LIMIT = /^(?:每人|每户|每个|同一)[^，。]{0,8}(?:限|只|不)/u;
/** 每人补助600元 below 对象和标准 is what one gets; who gets it stands before the comma. */
const OF_SUM =
  /(?:补贴|补助|奖励?|发放?|给予?|资助)[^，。；]{0,16}\d[\d.]*\s*万?元|每[人户亩头只台]?[^，。；]{0,6}补[^，。；]{0,6}\d/u;
/** 自愿参加 and 承保公司 say nothing about who. */
const NOBODY =
  /^(?:本(?:服务)?(?:指南|办法|通知)|自愿|不搞|报的人多|一年只|每年只|[^，。；]{0,8}(?:公司|单位|机构)为)/u;
/** 全县的宅基地 below 登记范围 is nobody. */
const OF_PERSONS = new RegExp(`(?:${PERSONS}|周岁|户籍|的$|学历|岁|户（|社（)`, 'u');
const isOfPersons = (item: string) => OF_PERSONS.test(item);

/** 报名材料：… in a list of conditions. */
function isOfOtherSubject(item: string): boolean {
  const { title, rest } = headingOf(item);
  const subject = rest === '' ? undefined : subjectOf(title);
  return subject !== undefined && subject !== 'eligibility' && subject !== 'other';
}

function inSentence(lines: readonly string[]): Eligibility | undefined {
  for (const sentence of sentences(lines)) {
    const bare = withoutNumber(sentence);
    const again = SAID_AGAIN.test(bare) ? bare.replace(SAID_AGAIN, '').replace(/[。；]$/u, '') : undefined;
    const who = again ?? (WHO_MAY.exec(bare) ?? WHO_IS.exec(bare) ?? ALL_FOR.exec(bare))?.[1];
    if (who === undefined || who.length < 4 || VAGUE.test(who) || OF_FRAUD.test(sentence)) continue;
    if ((excludedIn(sentence)?.includes(who) ?? false) || /[：:]$/u.test(sentence)) continue;
    return { items: [who], headings: [sentence], hasHeading: false };
  }
  return undefined;
}

const CONSEQUENCE = new RegExp(`(?:\\s*[，,]\\s*|(?<=${PERSONS}))${MAY}[^。；]*$`, 'u');

/** A condition without what follows from it: the people of …, may apply. */
export function withoutConsequence(item: string): string {
  const cut = item.replace(CONSEQUENCE, '').replace(/^凡是?(?!人)/u, '');
  return cut.length >= 4 ? cut : item;
}
