/** Who qualifies, who does not, what to bring and which steps to take, from the sections of an official text. */
import type { Certainty, Prefilled } from '../../schema/starting-file.ts';
import {
  documentsInProse,
  eligibilityInProse,
  exclusionsInProse,
  isPaper,
  splitPapers,
  stepsInProse,
  withoutConsequence,
} from './prose-fields.ts';
import { findSection, type Section, type Subject } from './sections.ts';
import { venueIn, venueOfStep } from './venues.ts';

/** Headings as offices write them; the words are those of notices of counties and ministries, collected from their usual forms. */
const subjects = {
  eligibility: {
    heading:
      /^(?:[\p{Script=Han}]{0,6}(?:对象|范围和对象|对象和范围|对象及条件|对象和条件)|(?:申请|申报|申领|享受|补贴|救助|受理|参保|招用|招聘|报名|认定|准入|保障|资助|补助|办理|领取|入学|参加|扶持|奖励|服务)(?:的)?条件|(?:补贴|补助|津贴)?(?:给谁|谁能领|谁能办)|适用(?:对象|人群)|(?:发放|补助|补贴|救助|资助|享受|保障|申报|申请|参保|奖补|扶持)(?:对象)?的?(?:人员)?范围|(?:哪些[\p{Script=Han}]{1,4}?|谁|什么人)(?:可以|能够?|有资格)[\p{Script=Han}]{0,6}|(?:报名|申请|申报|参加)资格(?:条件)?|(?:招聘|招工|报名|任职|应聘|岗位|用工)(?:的)?(?:要求|条件)|基本条件|[\p{Script=Han}]{0,8}(?:应当?|应该|须|需要?)?(?:符合|具备|满足)(?:下列|以下|如下)(?:基本)?条件)$/u,
    sentence:
      /^(?:.{0,12}条\s*)?[^，。；]{0,10}对象(?:为|是|包括|主要包括)(?:下列|以下)?(?:人员)?\s*[：:]?\s*|^(?:第?.{0,12}条\s*)?[^。；：]{0,30}(?:符合|具备|满足)(?:下列|以下|如下)(?:全部|所有|基本)?条件[^：。]{0,24}[：:]\s*/u,
  },
  exclusions: {
    heading:
      /^(?:不(?:属于|予|得|能|纳入)[^，。]{0,12}|(?!或)[\p{Script=Han}]{0,6}(?:除外|不予[\p{Script=Han}]{0,6})(?:情形|范围|对象|人员)|禁止性要求|哪些[\p{Script=Han}]{0,6}不[\p{Script=Han}]{1,4}|负面清单)$/u,
    sentence:
      /(?:下列|以下|如下)[\p{Script=Han}]{2,10}?[，,]?(?:一律)?(?:不予|不得|不能|不再|不享受|不发[给放]|不给|不参加|不纳入|不列入|不属于|不在|除外)[^：。]{0,20}[：:]\s*/u,
  },
  documents: {
    heading:
      /^(?:[\p{Script=Han}]{0,6}(?:申请|申报|申领|报名|办理|提交|提供|携带|所需|需要?|应提交|准备|登记|投保|参保|报销|领取|认定|受理)[\p{Script=Han}]{0,4}(?:材料|资料|证件|要件|手续|物品|东西)(?:清单)?|(?:需要?|办理|申请|报名|要|都)*(?:带|准备|提供|提交|交)(?:上|好)?(?:什么|哪些)[\p{Script=Han}]{0,4}|需要(?:什么|哪些)(?:材料|证件|资料|手续)|材料清单)$/u,
    sentence:
      /(?:提交|提供|携带|出具|准备|准备好|带上|带好)(?:以下|下列|如下)(?:的)?(?:有关|相关)?(?:材料|资料|证件|证明|物品)(?:和材料|及材料|和证明)?(?:（[^）]*）)?\s*[：:]\s*/u,
  },
  steps: {
    heading:
      /^(?:(?:[\p{Script=Han}]{2,6})(?:的)?(?:流程|程序|步骤)|(?:流程|程序|步骤)|(?:怎么|怎样|如何)(?:办|办理|申请|申领|报名))$/u,
    sentence:
      /(?:申请|办理|申领|申报|审批|工作)(?:程序|流程|步骤)(?:如下|为|是)?\s*[：:]\s*|(?:按照?|依照)(?:以下|下列|如下)(?:程序|流程|步骤)[^：。]{0,8}[：:]\s*/u,
  },
} satisfies Record<string, Subject>;

/** The longest name of a step; what is longer is cut where the sentence has a mark. */
const MAX_STEP_TITLE_LENGTH = 20;

/** The fields that the text states, from a part with a heading or from running text. */
export function policySections(lines: readonly string[]): Record<string, Prefilled> {
  const exclusions = findSection(lines, subjects.exclusions) ?? exclusionsInProse(lines);
  const { start, end } = exclusions?.lines ?? { start: 0, end: 0 };
  const others = [...lines.slice(0, start), ...lines.slice(end)];
  const eligibility = findSection(others, subjects.eligibility) ?? eligibilityInProse(others);
  const documents = findSection(others, subjects.documents) ?? documentsInProse(others);
  return {
    ...field('eligibility', eligibility, eligibility?.items.map(withoutConsequence)),
    ...field('exclusions', exclusions, exclusions?.items),
    ...field('documents', documents, documents?.items.flatMap(splitDocuments)),
    ...stepsField(others),
  };
}

function field(name: string, section: Section | undefined, value: unknown): Record<string, Prefilled> {
  if (section === undefined) return {};
  const certainty: Certainty = subjects[name as keyof typeof subjects].heading.test(bareHeading(section))
    ? 'stated'
    : 'sentence';
  const from = `原文“${section.heading.replace(/[：:]$/u, '')}”，请改成大白话，一条一条核对`;
  return { [name]: { value, from, certainty } };
}

const bareHeading = ({ heading }: Section) => heading.split(/[：:]/u)[0]?.trim() ?? '';

/** The steps, each with the place it names; a place that stands by itself goes to the step of applying. */
function stepsField(lines: readonly string[]): Record<string, Prefilled> {
  const section = findSection(lines, subjects.steps) ?? stepsInProse(lines);
  const venue = venueIn(lines);
  const steps = section?.items.filter(isNoTelephone).flatMap(splitSteps).map(stepOf) ?? [];
  if (section === undefined) {
    if (venue === undefined) return {};
    const { does, where, sentence, certainty } = venue;
    return { steps: { value: [{ title: does, where }], from: `“${sentence}”`, certainty } };
  }
  if (venue?.certainty === 'stated') {
    section.heading += `”，“${venue.sentence}`;
    const applying = steps.findIndex(({ title }) => /申请|申报|报名|登记|提交|办理|申领/u.test(title));
    const first = steps[Math.max(0, applying)];
    if (first !== undefined) first.where ??= venue.where;
  }
  return field('steps', section, steps);
}

/** 咨询电话：… at the end of a list is no step. */
const isNoTelephone = (item: string) => !/^[\p{Script=Han}]{0,6}(?:电话|热线)[：:]/u.test(item);

/** 自主购机、提出申请、公示 are three steps if all are short; 按照……的程序办理 around them is none of it. */
function splitSteps(item: string): string[] {
  const bare = item
    .replace(/^(?:按照?|依照|经)(?=[^，。]{2,60}、)/u, '')
    .replace(/的?(?:程序|流程|步骤)(?:办理|进行|执行)?$/u, '');
  const parts = bare.split('、');
  return parts.length >= 3 && parts.every((part) => part.length >= 2 && part.length <= 10) ? parts : [item];
}

/** What is on one line: in a list of papers, each is one. */
function splitDocuments(item: string): string[] {
  const parts = splitPapers(item.replace(/等(?:相关|有关)?(?:材料|证件|资料)?$/u, ''));
  const isList = isPaper(parts[0] ?? '') && parts.every((part) => part.length > 0 && part.length <= 16);
  return isList && !parts.some((part) => /[，。：]/u.test(part)) ? parts : [item];
}

interface Step {
  title: string;
  detail?: string;
  where?: string;
}

/** The name of a step, how it goes, and where: 申请。户主向村委会提出申请。 */
function stepOf(item: string): Step {
  const where = venueOfStep(item);
  const at = where === undefined ? {} : { where };
  const [, title = '', detail = ''] = /^([^。：:，]{1,20})[。：:]\s*(.*)$/u.exec(item) ?? [];
  if (title !== '' && detail !== '') return { title, detail, ...at };
  if (item.length <= MAX_STEP_TITLE_LENGTH) return { title: item, ...at };
  const first = /^[^，。；：]{1,20}(?=[，。；：])/u.exec(item)?.[0];
  return first === undefined ? { title: item, ...at } : { title: first, detail: item, ...at };
}
