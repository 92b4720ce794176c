/** Finds what to bring: in sections of their own, and in sentences such as 带身份证、户口簿到村委会登记. */
import { isItem, rankOf } from './line-numbers.ts';
import { itemsOfBody } from './section-items.ts';
import type { Section } from './sections.ts';
import { sentences, withoutEnd } from './sentences.ts';

const PAPER =
  /证|卡|簿|户口本|存折|申请[表书]|登记表|审批表|认定表|报名表|[^表]表$|表[（(]|照片|证明|复印件|原件|合同|协议|发票|材料|票据|账户|账号|执照|车票|病历|清单|档案|一卡通|扫描件|凭证|小结|书$|书[（(]|台账|单据|记录|报告|简历|批[件文]|承诺|委托|流水|身份信息|身份证|处方|信$|介绍信|声明|通知书|意见|收据|回执|确认单|登记单|结算单|护照|户籍页/u;
/** Whether a text names a paper that one brings. */
export const isPaper = (text: string): boolean => PAPER.test(text);

const BRING =
  /(?:携带|连同|(?<![附自一二三四五六七八九十])带(?=[：:“《]?[^，。；：]{0,8}(?:证|簿|卡|照片|合同|户口本))|带上|带好|带齐|自带|持(?![有续证])|凭(?!证(?!件))|出示|备齐|准备好?|(?<!不)提供|(?<!不予|予以)提交|需带|要带|递交|出具|另[交带附]|(?<=[，；])附(?![近件属加])|需?上传|加(?=[^，。；]{0,10}(?:证明|发票|复印件)))(?:好|上|了|其|本人的)?(?:以下|下列)?(?:材料|证件|资料)?[：:]?([^，。；：]{2,90}?)(?:等[\p{Script=Han}]{0,4}(?:材料|证件|资料|手续)|等)?(?=$|[，。；：]|到|去|向|前往|在(?!职|校|读)|发送|寄|交(?!通)|办理|申请(?![表书单人])|申领(?!表)|领取(?![表单])|领(?![取证用导回])|报名(?!表)|登记(?![表证])|参加|即可|就行|就可以)/gu;
/** 将申报书、营业执照报送县农村经济服务中心. */
const HANDED_IN =
  /[将把]([^，。；：]{4,90}?)(?:报送|(?<!申)报(?![名告表销])|交(?!通)|送|寄)(?:至|到|给)?(?=[\p{Script=Han}]{2})/gu;
/** A form that one fills in is brought as well. */
const FORM =
  /(?:填写?|填报|提交|上交|在)(?:好|并提交)?(《[^》]{2,30}(?:表|书|单)》|(?<=填写|填报)(?!并)[\p{Script=Han}]{2,10}(?:申请表|登记表|审批表|报名表|申请书|同意书|承诺书|确认单))/gu;
const NOT_BROUGHT =
  /的$|^的|^证明的|^(?:申请|申报|报名|相关证明|证明|有关证明)材料(?:[后时的]|$)|指南$|虚假|不实|伪造|意见建议|咨询|服务|帮助|线索|信息公开|真实|^(?:什么|哪些|相关|有关|上述|以下|下列|所需|齐全|完整|全部)?(?:的)?(?:材料|资料|证件|手续|证明)[？?]?$/u;
const MAX_PAPER_LENGTH = 30;

export interface Papers {
  items: string[];
  headings: string[];
  hasHeading: boolean;
}

export function papersOf(lines: readonly string[], sections: readonly Section[]): Papers | undefined {
  const own = sections
    .filter(({ subject }) => subject === 'documents')
    .map((section) => ({ section, items: papersOfBody(section.body) }))
    .filter(({ items }) => items.length > 0);
  const isTaken = (at: number) =>
    own.some(
      ({
        section: {
          lines: { start, end },
        },
      }) => start <= at && at < end,
    );
  const said = sentences(lines.filter((_, at) => !isTaken(at))).flatMap((sentence) => {
    const items = papersIn(sentence);
    return items.length > 0 ? [{ sentence, items }] : [];
  });
  const items = [...own.flatMap((each) => each.items), ...said.flatMap((each) => each.items)];
  if (items.length === 0) return undefined;
  return {
    items: withoutRepeated(items),
    headings: [...own.map(({ section }) => section.heading), ...said.map(({ sentence }) => sentence)],
    hasHeading: own.some(({ section }) => section.hasHeading),
  };
}

/** 身份证 of a later sentence is the 本人身份证 of the list. */
function withoutRepeated(items: readonly string[]): string[] {
  const found: string[] = [];
  for (const item of items) {
    if (!found.some((other) => other.includes(item))) found.push(item);
  }
  return found;
}

/** A list in a section: with numbers all of it, without them only what names papers. */
function papersOfBody(body: readonly string[]): string[] {
  const isNumbered = body.some(isItem);
  const items = itemsOfBody(body.filter((line, at) => !isGroupName(line, body[at + 1]))).flatMap((item) => {
    const said = isNumbered || !IS_SENTENCE.test(item) ? [] : papersIn(item);
    return said.length > 0 ? said : splitDocuments(item, !isNumbered);
  });
  return items.filter((item) =>
    isNumbered
      ? item.length <= 80
      : (PAPER.test(item) || item.length <= 10) &&
        item.length <= 60 &&
        !/须|应(?!急)当?|可以|不(?:需要|用|必)|^(?:由|可|如)/u.test(item),
  );
}

/** 拖拉机还要提供行驶证 among papers names one with a verb. */
const IS_SENTENCE = /(?:均|都|还|另|也)(?:要|须|需|应)?(?:提供|提交|携带|附|带)/u;

/** 1.孤儿, whose papers stand below with numbers of their own. */
const isGroupName = (line: string, next = '') =>
  isItem(line) &&
  isItem(next) &&
  rankOf(next) > rankOf(line) &&
  line.length <= MAX_GROUP_LENGTH &&
  !PAPER.test(line);
const MAX_GROUP_LENGTH = 20;

/** The papers that a sentence says to bring. */
export function papersIn(sentence: string): string[] {
  const said = [...sentence.matchAll(BRING), ...sentence.matchAll(HANDED_IN)];
  const found = said.flatMap(([, said = '']) => {
    const papers = splitPapers(withoutEnd(said)).filter((part) => part !== '');
    // 收货地址 among papers is one of them.
    const named = papers.filter((paper) => PAPER.test(paper));
    const isList =
      papers.every((paper) => paper.length <= MAX_PAPER_LENGTH) && named.length * 2 > papers.length;
    return isList && !NOT_BROUGHT.test(said) ? papers : [];
  });
  const forms = Array.from(sentence.matchAll(FORM), ([, form = '']) => form);
  return [...found, ...forms.filter((form) => !found.some((paper) => paper.includes(form)))];
}

/** 身份证、户口簿和社会保障卡 are three; 原件及复印件 and a name in 《》 or brackets are never cut. */
function splitPapers(said: string, isWithAnd = true): string[] {
  const parts = said.split(/、(?![^《（(]*[》）)])/u).flatMap((part) => {
    if (!isWithAnd) return [part];
    const [, before = '', after = ''] = /^(.{2,}?)(?:以及|[和及与])(?!复印件|原件)(.{2,})$/u.exec(part) ?? [];
    const isTwo = (PAPER.test(before) || before.length <= 8) && PAPER.test(after) && !/[《（(]/u.test(part);
    return isTwo ? [before, after] : [part];
  });
  return parts.map((part, at) => (at === 0 ? part : part.replace(/^(?:以及|[和及])/u, '')).trim());
}

/** What is on one line: in a list of papers, each is one; 毕业证及学位证 with a number of its own stays whole. */
function splitDocuments(item: string, isWithAnd: boolean): string[] {
  const clauses = item.replace(/等(?:相关|有关)?(?:材料|证件|资料)?$/u, '').split(/[，,](?![^（(]*[）)])/u);
  const parts = (clauses.every(isPaper) ? clauses : [clauses.join('，')]).flatMap((part) =>
    splitPapers(part, isWithAnd),
  );
  const isList = isPaper(parts[0] ?? '') && parts.every((part) => part.length > 0 && part.length <= 24);
  return isList && !parts.some((part) => /[，。：]/u.test(part)) ? parts : [item];
}
