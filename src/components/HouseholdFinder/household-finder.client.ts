/**
 * 一句一句问: asks what the conditions of policies need, one question at a time, for each person of a household. The answers are in the
 * address, behind the #, so that a cadre can send them; they never reach a server.
 */
import type { WordContext } from '../../documents/condition-words.ts';
import type { CompiledConditions } from '../../documents/conditions.ts';
import { outcomeOf } from '../../documents/eligibility.ts';
import { FINDER_POLICY, plainAddressOnCard } from '../../documents/finder-address.ts';
import type { FinderData, FinderDataPolicy } from '../../documents/finder-data.ts';
import { expectedAnswers, nextFact } from '../../documents/finder-questions.ts';
import { type PreparedPolicy, preparePolicy, resultsFor } from '../../documents/finder-results.ts';
import {
  EMPTY_HOUSEHOLD,
  fromFragment,
  type Household,
  knownOf,
  toFragment,
  withAnswer,
} from '../../documents/household-answers.ts';
import { personName, summarise, summaryText } from '../../documents/household-summary.ts';
import { policyStatusOn } from '../../documents/status.ts';
import { type FactName, facts } from '../../schema/facts.ts';
import { type AddressBar, loadedFragment, scheduleAddress } from './address-state.client.ts';
import { element, focusAtTop } from './element.client.ts';
import { renderGiven, renderPeople } from './people.client.ts';
import { prepareAnswers } from './prepared-answers.client.ts';
import { renderQuestion } from './question.client.ts';
import { buildLists, countWords } from './results.client.ts';
import { renderSheet } from './sheet.client.ts';
import { behindFrame, runInSlices } from './slices.client.ts';

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
  /** Shows the lists. */
  showLists: ReturnType<typeof buildLists>;
  schedule: ReturnType<typeof scheduleAddress>;
  /** Whether the address names a policy: its questions come first. */
  isForOne: boolean;
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
  const part = <E extends HTMLElement>(name: string) => root.querySelector<E>(`[data-${name}]`) as E;
  const session: Session = {
    part,
    data,
    page,
    context: { rates: data.rates, day: page.day, places: data.places },
    prepared: [],
    compiled: [],
    showLists: buildLists(part('results'), (policy) => addressOf(part('household-data'), page, policy)),
    schedule: scheduleAddress(root, page),
    isForOne: wanted.length > 0,
    household: fromFragment(loadedFragment(page), data.places) ?? EMPTY_HOUSEHOLD,
    person: 0,
  };
  const start = part<HTMLButtonElement>('start');
  let question: HTMLElement | undefined;
  const open = () => {
    start.hidden = true;
    part('lead').hidden = true;
    part('conversation').hidden = false;
    if (question) focusAtTop(question);
    // To lay out the lists as well takes longer than the question, which somebody waits for.
    behindFrame(() => {
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
    if (start.disabled) open();
    return false;
  };
  const goOn = runInSlices(step, () => start.disabled);
  start.addEventListener('click', () => (question ? open() : goOn()));
  part('restart').addEventListener('click', () => change(session, EMPTY_HOUSEHOLD, 0));
  initOutput(session);
}

/** Takes another state onto the page and into the address; the next question takes the focus. */
function change(session: Session, household: Household, person = session.person): void {
  session.household = household;
  session.person = person;
  session.schedule(toFragment(household));
  focusAtTop(show(session));
  // Removing what has the focus lays out the page, and that once more.
  for (const old of session.part('question').querySelectorAll(':scope > [hidden]')) old.remove();
}

/**
 * Shows the question and the counts; returns the element of the question. The lists are shown behind the frame: on a slow phone they take
 * longer than the question, which somebody waits for.
 */
function show(session: Session): HTMLElement {
  const { part, prepared, compiled, household, person, context, data } = session;
  const known = knownOf(household, person, data.places);
  renderPeople(session, (next, at) => change(session, next, at));
  const fact = factFor(session, known);
  const question = showQuestion(session, fact);
  part('count').textContent = `${countWords(compiled.map((each) => outcomeOf(each, known.answers)))}。`;
  const lists = part('results');
  lists.setAttribute('aria-busy', 'true');
  behindFrame(() => {
    // Another answer came first.
    if (session.household !== household || session.person !== person) return;
    renderGiven(session, (given) => change(session, withAnswer(household, person, given, undefined)));
    session.showLists(resultsFor(prepared, household, person, context, known.answers));
    lists.removeAttribute('aria-busy');
    if (fact) prepareAnswers(session, fact, expectedAnswers(fact, compiled, context));
  });
  return question;
}

function addressOf(place: HTMLElement, page: FinderPage, { address, card }: FinderDataPolicy): string {
  const base = (place.dataset.base ?? '/').replace(/\/$/, '');
  return page.isOnCard ? `${base}/${card ?? plainAddressOnCard(address)}` : base + address;
}

/** The fact to ask for next; undefined if no answer changes anything. */
function factFor(
  { compiled, isForOne }: Session,
  { answers, asked }: ReturnType<typeof knownOf>,
): FactName | undefined {
  const first = isForOne ? nextFact(compiled.slice(0, 1), answers, asked) : undefined;
  return first ?? nextFact(compiled, answers, asked);
}

/** Puts the question for a fact behind the one before, which is hidden; returns what takes the focus. */
function showQuestion(session: Session, fact: FactName | undefined): HTMLElement {
  const { part, compiled, household, person, context } = session;
  const place = part('question');
  for (const old of Array.from(place.children)) (old as HTMLElement).hidden = true;
  if (fact === undefined) {
    const end = element(
      'p',
      'scroll-mt-3 text-section font-bold focus:outline-none',
      '问完了，再问也不会变了。',
    );
    end.tabIndex = -1;
    place.append(end);
    return end;
  }
  const who = household.people.length > 1 && facts[fact].scope === 'person' ? personName(person) : '';
  const question = renderQuestion({
    fact,
    who,
    policies: compiled,
    context,
    answer: (given) => change(session, withAnswer(household, person, fact, given)),
    expect: (given) => prepareAnswers(session, fact, [given]),
  });
  place.append(question);
  return question.firstElementChild as HTMLElement;
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
