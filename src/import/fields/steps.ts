/** Finds the steps to take, each with the place that it names: in sections of their own, else in running text. */
import type { Certainty } from '../../schema/starting-file.ts';
import { TO_WRITE } from '../../schema/starting-file.ts';
import { eventVenue } from './event-venue.ts';
import { isItem, withoutNumber } from './line-numbers.ts';
import { clausesOf, DECIDES, procedureIn, splitChain, stagesIn, withNeighbours } from './procedures.ts';
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
  // 培训地点 is not where one applies: sentences may say that.
  const isSaid = labelled.some(({ does }) => does !== '' && IS_APPLYING.test(does));
  const venues = [...labelled, ...(isSaid ? [] : venuesElsewhere(lines, found))];
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

/** 登记时带身份证 names papers. */
const IS_OF_PAPERS =
  /^(?:申请|申报|办理|报名|登记|申领)(?:人)?时[，,]?[^，。]{0,6}(?:提供|提交|携带|出示|带)|^[^，。]{0,8}的?[，,]?(?:还要?|另|另需|还需|还须)(?:提供|提交|附|带)/u;

/** 咨询电话：… and 报名时间：… in a list are no steps. */
function isStep(item: string): boolean {
  if (/^[\p{Script=Han}]{0,6}(?:电话|热线)[：:]|[：:]\s*\d{3,4}[-—]?\d{7,8}/u.test(item)) return false;
  if (/^各[^，。]{0,8}(?:要|应|须)|不得|严禁/u.test(item) || IS_OF_PAPERS.test(item)) return false;
  const { title, rest } = headingOf(item);
  const subject = rest === '' || !/[：:]/u.test(item) ? undefined : subjectOf(title);
  return subject === undefined || subject === 'steps';
}

/** A procedure in a sentence outside the sections, else what one does at a place. */
function inText(lines: readonly string[], sections: readonly Section[]): Steps | undefined {
  const isTaken = (at: number) =>
    sections.some(
      ({ subject, hasHeading, lines: { start, end } }) =>
        ['exclusions', 'eligibility', 'documents'].includes(subject) && hasHeading && start <= at && at < end,
    );
  const open = lines.filter((_, at) => !isTaken(at));
  const whole = open.flatMap((line) => line.split(/(?<=[。！？])/u)).map((sentence) => sentence.trim());
  for (const line of open) {
    const stages = stagesIn(line);
    if (stages.length > 0) return { steps: stages.map(stepOf), headings: [line], certainty: 'sentence' };
  }
  for (const [at, sentence] of whole.entries()) {
    const steps = procedureIn(withoutNumber(sentence));
    if (steps.length === 0) continue;
    const around = withNeighbours(whole, at);
    return {
      steps: around
        .flatMap((each) => (each === sentence ? steps : [withoutEnd(withoutNumber(each))]))
        .map(stepOf),
      headings: around,
      certainty: 'sentence',
    };
  }
  for (const sentence of whole) {
    const steps = stepAtPlace(sentence);
    if (steps.length > 0) return { steps, headings: [sentence], certainty: 'sentence' };
  }
  return undefined;
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
