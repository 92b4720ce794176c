/** Finds the steps to take, each with the place that it names: in sections of their own, else in running text. */
import type { Certainty } from '../../schema/starting-file.ts';
import { TO_WRITE } from '../../schema/starting-file.ts';
import { eventVenue } from './event-venue.ts';
import { isItem, withoutNumber } from './line-numbers.ts';
import { itemsOfBody } from './section-items.ts';
import { headingOf, type Section } from './sections.ts';
import { sentences, withoutEnd } from './sentences.ts';
import { namesProcedure, subjectOf } from './subject-words.ts';
import { labelledVenues, type Table, type Venue, venuesIn, venuesInTables } from './venues.ts';

export interface Step {
  title: string;
  detail?: string;
  where?: string;
}

export interface Steps {
  steps: Step[];
  headings: string[];
  certainty: Certainty;
}

/** The longest name of a step; what is longer is cut where the sentence has a mark. */
const MAX_STEP_TITLE_LENGTH = 20;
/** A longer sentence is cut in front of the place. */
const MAX_DETAIL_LENGTH = 100;

export function stepsOf(
  lines: readonly string[],
  sections: readonly Section[],
  tables: readonly Table[],
): Steps | undefined {
  const found = inSections(sections) ?? inText(lines, sections);
  const labelled = [...labelledVenues(lines, sections), ...venuesInTables(tables)];
  const venues = [...labelled, ...(labelled.length > 0 ? [] : venuesElsewhere(lines, found))];
  if (venues.length === 0) return found;
  const { steps, headings, certainty } = found ?? { steps: [], headings: [], certainty: 'stated' as const };
  return {
    steps: venues.reduce(withVenue, steps),
    headings: [...headings, ...venues.map(({ sentence }) => sentence)],
    certainty,
  };
}

/** The most places in running text: a text with more is about the offices and not about the reader. */
const MAX_VENUES = 3;

/** The places in sentences outside the steps, for steps that name none. */
function venuesElsewhere(lines: readonly string[], found: Steps | undefined): Venue[] {
  const said = (found?.steps ?? [])
    .map(({ title, detail = '', where = '' }) => `${title}${detail}${where}`)
    .join('');
  const event = eventVenue(lines);
  const held =
    event === undefined ? [] : [{ where: String(event.value), does: '', sentence: event.from ?? '' }];
  return [...sentences(lines).flatMap((sentence) => venuesIn(sentence)), ...held]
    .filter(
      ({ where, sentence }) =>
        !said.includes(where) && !/各(?:村|乡镇|单位)[^。，]{0,8}(?:要|应|须|于|将)/u.test(sentence),
    )
    .slice(0, MAX_VENUES);
}

const APPLYING = /申请|申报|报名|登记|提交|办理|申领|领取|投保|参保|缴费|报到|领表|填写|带材料|核验|检查/u;
/** What one does at a place before anything is decided; a course or an examination comes later. */
const IS_APPLYING = /^(?:报名|申报|申领|申请|办理|受理|登记|领取|缴费|投保|参保|报销|报到|提交|)$/u;

/** The steps with a place that stands apart from them: at the step of applying, else as a step that the editor has to name. */
function withVenue(steps: readonly Step[], { where, does }: Venue): Step[] {
  if (steps.some((step) => step.where?.includes(where) ?? false)) return [...steps];
  const at = IS_APPLYING.test(does)
    ? steps.findIndex(({ title, detail = '' }) => APPLYING.test(title + detail) && !DECIDES.test(title))
    : steps.findIndex(({ title }) => title.includes(does));
  const step = steps[at];
  if (step !== undefined && step.where === undefined) return steps.with(at, { ...step, where });
  const own = { title: `${TO_WRITE}${does === '' ? '办理' : does}`, where };
  return IS_APPLYING.test(does) && step === undefined ? [own, ...steps] : [...steps, own];
}

function inSections(sections: readonly Section[]): Steps | undefined {
  const own = sections.filter(({ subject }) => subject === 'steps');
  const procedures = own.filter(({ heading, hasHeading }) => !hasHeading || namesProcedure(heading));
  for (const chosen of [procedures, own.filter((section) => !procedures.includes(section))]) {
    const steps = chosen.flatMap((section) =>
      procedures.length > 0 && chosen === procedures ? procedureSteps(section.body) : waySteps(section),
    );
    if (steps.length > 0) {
      const hasHeading = chosen.some((section) => section.hasHeading);
      return {
        steps,
        headings: chosen.map(({ heading }) => heading),
        certainty: chosen === procedures && hasHeading ? 'stated' : 'sentence',
      };
    }
  }
  return undefined;
}

function procedureSteps(body: readonly string[]): Step[] {
  const items = itemsOfBody(body).filter(isStep).flatMap(splitChain);
  const [only = ''] = items;
  return (items.length === 1 ? clausesOf(only) : items).map(stepOf);
}

/** A way of applying: a list has an item each, running text a step where it names a place. */
function waySteps({ body }: Section): Step[] {
  if (body.some(isItem) && !body.every((line) => !isItem(line))) {
    const items = itemsOfBody(body).filter(isStep);
    if (items.length > 1) return items.map(stepOf);
  }
  return sentences(body)
    .join('')
    .split(/(?<=[。！？])/u)
    .flatMap((sentence) => stepAtPlace(sentence));
}

/** 咨询电话：… and 报名时间：… in a list are no steps. */
function isStep(item: string): boolean {
  if (/^[\p{Script=Han}]{0,6}(?:电话|热线)[：:]/u.test(item)) return false;
  if (/^各[^，。]{0,8}(?:要|应|须)|不得|严禁/u.test(item)) return false;
  const { title, rest } = headingOf(item);
  const subject = rest === '' || !/[：:]/u.test(item) ? undefined : subjectOf(title);
  return subject === undefined || subject === 'steps';
}

/** 自主购机、提出申请、公示 are three steps if all are short; 按照……的程序办理 around them is none of it. */
function splitChain(item: string): string[] {
  const bare = item
    .replace(/^(?:按照?|依照|经|坚持)(?=[^，。]{2,60}、)/u, '')
    .replace(/的?(?:程序|流程|步骤)(?:办理|进行|执行)?$/u, '')
    .replace(/等(?:环节|程序)$/u, '');
  const parts = bare.split('、');
  return parts.length >= 3 && parts.every((part) => part.length >= 2 && part.length <= 12) ? parts : [item];
}

const PROCESS =
  /申请|申报|提出|受理|初审|审核|复审|复核|评议|公示|审批|审定|确认|认定|发放|拨付|兑付|打卡|摇号|核验|核发|查看|签订|勘查|验收|核查|评估|登记|报名|填写|填表|领表|领取|汇总|上报|报送|结算|检验|计量|支付|转账|推荐/u;
const MIN_CLAUSES = 3;

/** A procedure in one sentence, clause by clause; the sentence itself if it is none. */
function clausesOf(text: string): string[] {
  // 公示无异议的 belongs to what follows.
  const clauses = text
    .split(/(?<![的后时][，,]?)[，；。]/u)
    .map(withoutEnd)
    .filter(Boolean);
  const named = clauses.filter((clause) => PROCESS.test(clause));
  const isProcedure = named.length >= MIN_CLAUSES && named.length === clauses.length;
  return isProcedure ? clauses : [text];
}

const WAY =
  /(?:经|按照?|依照|履行|通过)([^，。；：]{2,14}(?:、[^，。；：、]{2,14}){2,8}?)(?:的|等)?(?:程序|流程|步骤|后|办理|[，,])/u;
const DECIDES = /初审|审核|复审|公示|审批|审定|评议|摇号|发放|拨付|核发|打卡|查看/u;

/** A procedure in a sentence outside the sections, else what one does at a place. */
function inText(lines: readonly string[], sections: readonly Section[]): Steps | undefined {
  const isTaken = (at: number) =>
    sections.some(
      ({ subject, hasHeading, lines: { start, end } }) =>
        ['exclusions', 'eligibility', 'documents'].includes(subject) && hasHeading && start <= at && at < end,
    );
  const open = lines.filter((_, at) => !isTaken(at));
  const whole = open.flatMap((line) => line.split(/(?<=[。！？])/u)).map((sentence) => sentence.trim());
  for (const sentence of whole) {
    const steps = procedureIn(withoutNumber(sentence));
    if (steps.length > 0) return { steps: steps.map(stepOf), headings: [sentence], certainty: 'sentence' };
  }
  for (const sentence of whole) {
    const steps = stepAtPlace(sentence);
    if (steps.length > 0) return { steps, headings: [sentence], certainty: 'sentence' };
  }
  return undefined;
}

function procedureIn(sentence: string): string[] {
  const way = WAY.exec(sentence)?.[1];
  if (way !== undefined && /申请|申报|报名/u.test(way))
    return way.replace(/的?(?:程序|流程|步骤)$/u, '').split('、');
  const clauses = clausesOf(withoutEnd(sentence));
  const inOrder = /^(?:首先|先)/u.test(sentence) ? withoutEnd(sentence).split(/[，；]/u) : [];
  if (inOrder.length >= MIN_CLAUSES) return inOrder;
  return clauses.length >= MIN_CLAUSES && clauses.filter((clause) => DECIDES.test(clause)).length >= 2
    ? clauses
    : [];
}

/** ，并提交下列材料：… at the end of a sentence is a list of its own. */
const LIST_BEHIND = /(?:[，,]?[^，,：:]{0,6}(?:以下|下列|如下)[^，,：:]{0,8})[：:].*$/u;

/** What one does at the places of a sentence: 登记 for 带身份证到村委会登记. */
function stepAtPlace(sentence: string): Step[] {
  const venues = venuesIn(sentence);
  const [first] = venues;
  if (first === undefined) return [];
  const whole = withoutEnd(withoutNumber(sentence).replace(LIST_BEHIND, ''));
  const detail = whole.length <= MAX_DETAIL_LENGTH ? whole : whole.slice(whole.indexOf(first.where) - 1);
  return [
    {
      title: sentence.includes(first.does) ? first.does : `${TO_WRITE}${first.does}`,
      detail,
      where: [...new Set(venues.map(({ where }) => where))].join('；'),
    },
  ];
}

/** The name of a step, how it goes, and where: 申请。户主向村委会提出申请。 */
function stepOf(item: string): Step {
  const where = [...new Set(venuesIn(item).map((venue) => venue.where))].join('；');
  const at = where === '' ? {} : { where };
  const [, title = '', detail = ''] = /^([^。：:，]{1,20})[。：:]\s*(.*)$/u.exec(item) ?? [];
  if (title !== '' && detail !== '') return { title, detail, ...at };
  if (item.length <= MAX_STEP_TITLE_LENGTH) return { title: item, ...at };
  const first = /^[^，。；：]{1,20}(?=[，。；：])/u.exec(item)?.[0];
  return first === undefined ? { title: item, ...at } : { title: first, detail: item, ...at };
}
