/**
 * 一句一句问: asks what the conditions of policies need, one question at a time, for each person of a household. The answers are in the
 * address, behind the #, so that a cadre can send them; they never reach a server.
 */
import { addressOnCard } from '../../documents/card-path.ts';
import { answerWords, type WordContext } from '../../documents/condition-words.ts';
import type { CompiledConditions } from '../../documents/conditions.ts';
import { FINDER_POLICY } from '../../documents/finder-address.ts';
import type { FinderData, FinderDataPolicy } from '../../documents/finder-data.ts';
import { nextFact } from '../../documents/finder-questions.ts';
import { type PreparedPolicy, preparePolicies, resultsFor } from '../../documents/finder-results.ts';
import {
  EMPTY_HOUSEHOLD,
  type FactAnswer,
  fromFragment,
  type Household,
  knownOf,
  toFragment,
  withAnswer,
} from '../../documents/household-answers.ts';
import { personName, summarise, summaryText } from '../../documents/household-summary.ts';
import { policyStatusOn } from '../../documents/status.ts';
import { factNames, facts } from '../../schema/facts.ts';
import { button, element } from './element.client.ts';
import { renderQuestion } from './question.client.ts';
import { buildLists, countWords } from './results.client.ts';
import { renderSheet } from './sheet.client.ts';

/** What the finder has of its page. */
export interface FinderPage {
  place: Location;
  past: History;
  /** The day in Beijing, `YYYY-MM-DD`. */
  day: string;
  /** Where the sheet to print goes. */
  sheets: HTMLElement | null;
  /** Whether the page is a file on a memory card. */
  isOnCard: boolean;
  print: () => void;
}

/** One conversation: the answers so far, the person asked about, and what is needed to show them. */
interface Session {
  part: <E extends HTMLElement>(name: string) => E;
  data: FinderData;
  page: FinderPage;
  context: WordContext;
  /** A policy that the address names comes first. */
  prepared: readonly PreparedPolicy<FinderDataPolicy>[];
  /** Shows the lists. */
  showLists: ReturnType<typeof buildLists>;
  /** The policy that the address names, whose questions come first; else undefined. */
  wanted: CompiledConditions | undefined;
  household: Household;
  person: number;
}

/** Starts the questions in `root`, with the answers of the address, if it has some. */
export function startHouseholdFinder(root: HTMLElement, data: FinderData, page: FinderPage): void {
  const context = { rates: data.rates, day: page.day, places: data.places };
  const usable = data.policies.filter(({ period }) => policyStatusOn(period, page.day) !== 'ended');
  const slug = new URLSearchParams(page.place.search).get(FINDER_POLICY);
  const wanted = usable.filter((policy) => policy.slug === slug);
  const prepared = preparePolicies([...wanted, ...usable.filter((policy) => policy.slug !== slug)], context);
  const part = <E extends HTMLElement>(name: string) => root.querySelector<E>(`[data-${name}]`) as E;
  const session: Session = {
    part,
    data,
    page,
    context,
    prepared,
    showLists: buildLists(part('results'), (policy) => addressOf(part('household-data'), page, policy)),
    wanted: wanted.length > 0 ? prepared[0]?.compiled : undefined,
    household: fromFragment(page.place.hash, data.places) ?? EMPTY_HOUSEHOLD,
    person: 0,
  };
  part('restart').addEventListener('click', () => change(session, EMPTY_HOUSEHOLD, 0));
  initOutput(session);
  part('start').hidden = true;
  part('lead').hidden = true;
  part('conversation').hidden = false;
  show(session).focus();
}

/** Takes another state onto the page and into the address; the next question takes the focus. */
function change(session: Session, household: Household, person = session.person): void {
  const { place, past } = session.page;
  session.household = household;
  session.person = person;
  const address = `${place.pathname}${place.search}#${toFragment(household)}`;
  show(session, () => past.replaceState(null, '', address)).focus();
}

/**
 * Shows the question and the counts; returns the element of the question. Behind the next frame it shows the lists and runs `finish`: on a
 * slow phone each takes as long as the question, which somebody waits for.
 */
function show(session: Session, finish: () => void = () => undefined): HTMLElement {
  const { part, prepared, household, person, context, data } = session;
  const known = knownOf(household, person, data.places);
  const results = resultsFor(prepared, household, person, context, known.answers);
  showPeople(session);
  showGiven(session);
  const question = showQuestion(session, known);
  part('count').textContent = `${countWords(results)}。`;
  const lists = part('results');
  lists.setAttribute('aria-busy', 'true');
  requestAnimationFrame(() =>
    setTimeout(() => {
      // Another answer came first.
      if (session.household !== household || session.person !== person) return;
      finish();
      session.showLists(results);
      lists.removeAttribute('aria-busy');
    }),
  );
  return question;
}

function addressOf(place: HTMLElement, page: FinderPage, { address }: FinderDataPolicy): string {
  const base = (place.dataset.base ?? '/').replace(/\/$/, '');
  return page.isOnCard ? `${base}/${addressOnCard(address)}` : base + address;
}

function showQuestion(session: Session, { answers, asked }: ReturnType<typeof knownOf>): HTMLElement {
  const { part, prepared, wanted, household, person, context } = session;
  const compiled = prepared.map((each) => each.compiled);
  const fact = (wanted && nextFact([wanted], answers, asked)) ?? nextFact(compiled, answers, asked);
  const place = part('question');
  if (fact === undefined) {
    const end = element('p', 'text-section font-bold outline-none', '问完了，再问也不会变了。');
    end.tabIndex = -1;
    place.textContent = '';
    place.append(end);
    return end;
  }
  const who = household.people.length > 1 && facts[fact].scope === 'person' ? personName(person) : '';
  const answer = (given: FactAnswer) => change(session, withAnswer(household, person, fact, given));
  return renderQuestion(place, { fact, who, prepared, context, answer });
}

/** The answers so far, each a button that takes it back. */
function showGiven(session: Session): void {
  const { part, household, person, context } = session;
  const given = { ...household.shared, ...household.people[person] };
  const answered = factNames.filter((fact) => given[fact] !== undefined);
  const list = part('given-list');
  part('given').hidden = answered.length === 0;
  list.textContent = '';
  for (const fact of answered) {
    const words = `${facts[fact].name}：${answerWords(fact, given[fact] ?? '', context)}`;
    const takeBack = () => change(session, withAnswer(household, person, fact, undefined));
    list.append(button(words, 'button mt-1 w-full', takeBack));
  }
}

/** A button for each person, if there are several, and one that adds a person. */
function showPeople(session: Session): void {
  const { part, household } = session;
  const { people } = household;
  const buttons = people.map((_, index) => {
    const isCurrent = index === session.person;
    const className = `button mr-2 mt-1 ${isCurrent ? 'button-main' : ''}`;
    const one = button(personName(index), className, () => change(session, household, index));
    one.setAttribute('aria-pressed', String(isCurrent));
    return one;
  });
  const more = button('再问一个家里人', 'button mt-3 w-full', () =>
    change(session, { ...household, people: [...people, {}] }, people.length),
  );
  part('people').textContent = '';
  part('people').append(...(people.length > 1 ? buttons : []));
  part('more-people').textContent = '';
  part('more-people').append(more);
}

/** The sheet to print and the text to send: both are made when somebody wants them, because hundreds of policies take time. */
function initOutput(session: Session): void {
  const { part, page, data, prepared, context } = session;
  const summary = () => summarise(prepared, session.household, context);
  const writeText = () => {
    const address = page.isOnCard ? '' : page.place.origin + page.place.pathname;
    part<HTMLTextAreaElement>('message').value = summaryText(summary(), { site: data.site, address });
  };
  for (const event of ['click', 'toggle']) part('share').addEventListener(event, writeText, true);
  part('print').addEventListener('click', () => {
    if (!page.sheets) return;
    renderSheet(page.sheets, summary(), { site: data.site, day: page.day });
    page.print();
  });
}
