/**
 * 一句一句问: asks what the conditions of policies need, one question at a time, for each person of a household. The answers are in the
 * address, behind the #, so that a cadre can send them; they never reach a server.
 */
import type { WordContext } from '../../documents/condition-words.ts';
import type { CompiledConditions } from '../../documents/conditions.ts';
import { FINDER_POLICY, plainAddressOnCard } from '../../documents/finder-address.ts';
import type { FinderData, FinderDataPolicy } from '../../documents/finder-data.ts';
import { expectedAnswers } from '../../documents/finder-questions.ts';
import { type PreparedPolicy, preparePolicy } from '../../documents/finder-results.ts';
import {
  EMPTY_HOUSEHOLD,
  fromFragment,
  type Household,
  toFragment,
  withAnswer,
} from '../../documents/household-answers.ts';
import { personName, summarise, summaryText } from '../../documents/household-summary.ts';
import { policyStatusOn } from '../../documents/status.ts';
import { type FactName, factNames, facts } from '../../schema/facts.ts';
import { type AddressBar, loadedFragment, scheduleAddress } from './address-state.client.ts';
import { renderGiven, renderPeople } from './people.client.ts';
import { prepareAnswers } from './prepared-answers.client.ts';
import { renderEnd, renderQuestion } from './question.client.ts';
import { buildDeck, type QuestionDeck, WAITS } from './question-deck.client.ts';
import { buildLists } from './results.client.ts';
import { renderSheet } from './sheet.client.ts';
import { behindFrame, runInSlices } from './slices.client.ts';
import { cacheTurns, type Turns, turnOf } from './turns.client.ts';

/** What the finder has of its page. */
export interface FinderPage extends AddressBar {
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
  prepared: PreparedPolicy<FinderDataPolicy>[];
  /** Those of `prepared`. */
  compiled: CompiledConditions[];
  turns: Turns;
  deck: QuestionDeck;
  /** Lays out the question for a fact before it is asked. */
  layOut: (fact: FactName | undefined) => void;
  /** Shows the lists. */
  showLists: ReturnType<typeof buildLists>;
  schedule: ReturnType<typeof scheduleAddress>;
  household: Household;
  person: number;
}

/**
 * Prepares the questions in `root` while the page is idle, with the answers of the address, if it has some; shows them when somebody presses
 * the button, which may be pressed already: it is disabled then.
 */
export function initHouseholdFinder(root: HTMLElement, data: FinderData, page: FinderPage): void {
  const usable = data.policies.filter(({ period }) => policyStatusOn(period, page.day) !== 'ended');
  const slug = new URLSearchParams(page.place.search).get(FINDER_POLICY);
  const wanted = usable.filter((policy) => policy.slug === slug);
  const waiting = [...wanted, ...usable.filter((policy) => policy.slug !== slug)].reverse();
  const session = createSession(root, data, page, wanted.length > 0);
  const { part } = session;
  const start = part<HTMLButtonElement>('start');
  let question: HTMLElement | undefined;
  const open = () => {
    start.hidden = true;
    part('lead').hidden = true;
    part('conversation').className = '';
    question?.scrollIntoView();
    // To lay out the lists as well takes longer than the question, which somebody waits for.
    behindFrame(() => {
      question?.focus({ preventScroll: true });
      part('below').hidden = false;
    });
  };
  const step = () => {
    const policy = waiting.pop();
    if (policy) {
      const prepared = preparePolicy(policy, session.context);
      session.prepared.push(prepared);
      session.compiled.push(prepared.compiled);
      return true;
    }
    question = show(session);
    part('conversation').className = WAITS;
    part('conversation').hidden = false;
    if (start.disabled) open();
    return false;
  };
  const goOn = runInSlices(step, () => start.disabled);
  start.addEventListener('click', () => (question ? open() : goOn()));
  part('restart').addEventListener('click', () => change(session, EMPTY_HOUSEHOLD, 0));
  initOutput(session);
}

function createSession(root: HTMLElement, data: FinderData, page: FinderPage, isForOne: boolean): Session {
  const part = <E extends HTMLElement>(name: string) => root.querySelector<E>(`[data-${name}]`) as E;
  const policies = {
    prepared: [],
    compiled: [],
    context: { rates: data.rates, day: page.day, places: data.places },
    isForOne,
  };
  const session: Session = {
    ...policies,
    part,
    data,
    page,
    turns: cacheTurns(policies),
    deck: buildDeck(part('questions'), (key) => makeQuestion(session, key)),
    layOut: (fact) => session.deck.prepare(keyFor(session, fact)),
    showLists: buildLists(part('results'), (policy) => addressOf(part('household-data'), page, policy)),
    schedule: scheduleAddress(root, page),
    household: fromFragment(loadedFragment(page), data.places) ?? EMPTY_HOUSEHOLD,
    person: 0,
  };
  return session;
}

/** Takes another state onto the page and into the address; the next question comes to the top of the screen and takes the focus. */
function change(session: Session, household: Household, person = session.person): void {
  session.household = household;
  session.person = person;
  const question = show(session);
  question.scrollIntoView();
  session.schedule(toFragment(household));
  behindFrame(() => question.focus({ preventScroll: true }));
}

/**
 * Shows the question and the counts; returns what of the question takes the focus. The lists are shown behind the frame: on a slow phone they
 * take longer than the question, which somebody waits for.
 */
function show(session: Session): HTMLElement {
  const { part, household, person, context, compiled, deck } = session;
  const { fact, counts, results } = turnOf(session.turns, household, person);
  renderPeople(session, (next, at) => change(session, next, at));
  const question = deck.show(keyFor(session, fact));
  part('count').textContent = counts;
  const lists = part('results');
  lists.setAttribute('aria-busy', 'true');
  behindFrame(() => {
    deck.clear();
    // Another answer came first.
    if (session.household !== household || session.person !== person) return;
    renderGiven(session, (given) => change(session, withAnswer(household, person, given, undefined)));
    session.showLists(results);
    lists.removeAttribute('aria-busy');
    if (fact) prepareAnswers(session, fact, expectedAnswers(fact, compiled, context));
  });
  return question;
}

function addressOf(place: HTMLElement, page: FinderPage, { address, card }: FinderDataPolicy): string {
  const base = (place.dataset.base ?? '/').replace(/\/$/, '');
  return page.isOnCard ? `${base}/${card ?? plainAddressOnCard(address)}` : base + address;
}

/** The name of a question: of whom is asked, and the fact, which is empty at the end. */
function keyFor({ household, person }: Session, fact: FactName | undefined): string {
  const isOfOne = fact && household.people.length > 1 && facts[fact].scope === 'person';
  return `${isOfOne ? personName(person) : ''}/${fact ?? ''}`;
}

function makeQuestion(session: Session, key: string): HTMLElement {
  const [who = '', name] = key.split('/');
  const fact = factNames.find((each) => each === name);
  if (!fact) return renderEnd();
  return renderQuestion({
    fact,
    who,
    policies: session.compiled,
    context: session.context,
    answer: (given) => change(session, withAnswer(session.household, session.person, fact, given)),
    expect: (given) => prepareAnswers(session, fact, [given]),
  });
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
