/** Who qualifies, who does not, what to bring and which steps to take, from the sections of an official text. */
import type { Prefilled } from '../schema/starting-file.ts';
import { findSection, type Section, type Subject } from './sections.ts';

/** Headings as offices write them; the words are those of notices of counties and ministries, collected from their usual forms. */
const subjects = {
  eligibility: {
    heading:
      /^(?:[\p{Script=Han}]{0,6}(?:对象|范围和对象|对象和范围|对象及条件|对象和条件)|(?:申请|申报|申领|享受|补贴|救助|受理|参保|招用|招聘|报名|认定|准入|保障|资助|补助|办理)(?:的)?条件|(?:补贴|补助|津贴)?(?:给谁|谁能领|谁能办)|适用(?:对象|人群))$/u,
    sentence: /^(?:.{0,12}条\s*)?[^，。；]{0,10}对象(?:为|是|包括|主要包括)\s*[：:]?\s*/u,
  },
  exclusions: {
    heading:
      /^(?:不(?:属于|予|得|能|纳入)[^，。]{0,12}|[\p{Script=Han}]{0,6}(?:除外|不予[\p{Script=Han}]{0,6})(?:情形|范围|对象)?|哪些[\p{Script=Han}]{0,6}不[\p{Script=Han}]{1,4}|负面清单)$/u,
  },
  documents: {
    heading:
      /^(?:(?:申请|申报|申领|报名|办理|提交|提供|携带|所需|需要?提供的?|需要?提交的?|需要?携带的?|需要?的|应提交的?|需准备的?|[\p{Script=Han}]{2,4}所需)(?:的)?(?:有关|相关)?(?:材料|资料|证件|证明材料|要件|手续)(?:清单)?|所需(?:材料|资料|证件)|带什么)$/u,
    sentence:
      /(?:提交|提供|携带|出具|准备)(?:以下|下列|如下)(?:的)?(?:材料|资料|证件|证明)(?:（[^）]*）)?\s*[：:]\s*/u,
  },
  steps: {
    heading:
      /^(?:(?:办理|申请|申领|申报|经办|工作|操作|发放|办事|审批|受理|报名|实施)(?:的)?(?:流程|程序|步骤)|(?:流程|程序|步骤)|怎么(?:办|申请))$/u,
    sentence: /(?:申请|办理|申领|申报|审批)(?:程序|流程|步骤)(?:如下|为|是)?\s*[：:]\s*/u,
  },
} satisfies Record<string, Subject>;

/** The longest name of a step; what is longer is cut where the sentence has a mark. */
const MAX_STEP_TITLE_LENGTH = 20;

/** The fields that have a section of their own in the text. */
export function policySections(lines: readonly string[]): Record<string, Prefilled> {
  const fields: Record<string, Prefilled> = {};
  const add = (name: string, section: Section | undefined, value: unknown) => {
    if (section === undefined) return;
    fields[name] = {
      value,
      from: `原文“${section.heading.replace(/[：:]$/u, '')}”，请改成大白话，一条一条核对`,
    };
  };
  const eligibility = findSection(lines, subjects.eligibility);
  add('eligibility', eligibility, eligibility?.items);
  const exclusions = findSection(lines, subjects.exclusions);
  add('exclusions', exclusions, exclusions?.items);
  const documents = findSection(lines, subjects.documents);
  add('documents', documents, documents?.items.flatMap(splitDocuments));
  const steps = findSection(lines, subjects.steps);
  add('steps', steps, steps?.items.map(stepOf));
  return fields;
}

/** 身份证、户口簿、本人银行卡 are three; a name in 《》 or brackets is never cut. */
function splitDocuments(item: string): string[] {
  const parts = item.split(/、(?![^《（(]*[》）)])/u).map((part) => part.trim());
  return parts.every((part) => part.length > 0 && part.length <= 16 && !/[，。：]/u.test(part))
    ? parts
    : [item];
}

/** The name of a step and how it goes: 申请。户主向村委会提出申请。 */
function stepOf(item: string): { title: string; detail?: string } {
  const [, title = '', detail = ''] = /^([^。：:，]{1,20})[。：:]\s*(.*)$/u.exec(item) ?? [];
  if (title !== '' && detail !== '') return { title, detail };
  if (item.length <= MAX_STEP_TITLE_LENGTH) return { title: item };
  const first = /^[^，。；：]{1,20}(?=[，。；：])/u.exec(item)?.[0];
  return first === undefined ? { title: item } : { title: first, detail: item };
}
