/**
 * Whether somebody can have a policy when only some facts are known: certainly by its conditions, not at all, or depending on facts that
 * are unknown; and which of these can still change that.
 */
import type { FactName } from '../schema/facts.ts';
import type { Box, CompiledConditions, PolicyFact } from './conditions.ts';
import type { Answers, Known, Range } from './fact-values.ts';

/** `likely`: for every answer to what is unknown; `no`: for none; `open`: for some. */
export type Outcome = 'likely' | 'open' | 'no';

/** The classes that are still possible, for each fact of a policy by its index. */
type Domains = readonly (readonly number[])[];

/** Whether a policy can be had with these answers. */
export function outcomeOf(policy: CompiledConditions, answers: Answers): Outcome {
  return stateOf(policy, answers).outcome;
}

/**
 * The unknown facts whose answer can still change the outcome, now or after further answers; `declined` are those that somebody could not
 * answer: they stay unknown.
 */
export function openFacts(
  policy: CompiledConditions,
  answers: Answers,
  declined: ReadonlySet<FactName> = new Set(),
): FactName[] {
  return candidateFacts(policy, answers, declined).filter((fact) =>
    isOpenFact(policy, answers, declined, fact),
  );
}

/** The open facts and perhaps some others, quickly: those that a possible alternative depends on. */
export function candidateFacts(
  policy: CompiledConditions,
  answers: Answers,
  declined: ReadonlySet<FactName>,
): FactName[] {
  return candidatesIn(policy, answers, declined).flatMap((index) => policy.facts[index]?.fact ?? []);
}

/** Whether a fact is one of the open facts. */
export function isOpenFact(
  policy: CompiledConditions,
  answers: Answers,
  declined: ReadonlySet<FactName>,
  fact: FactName,
): boolean {
  const candidates = candidatesIn(policy, answers, declined);
  const index = candidates.find((each) => policy.facts[each]?.fact === fact);
  if (index === undefined) return false;
  const others = candidates.filter((other) => other !== index);
  const { domains, changes } = stateOf(policy, answers);
  const key = [index, ...others].join();
  const known = changes.get(key) ?? canChange(policy.boxes, domains, index, others);
  changes.set(key, known);
  return known;
}

/** The indexes of the candidate facts. */
function candidatesIn(
  policy: CompiledConditions,
  answers: Answers,
  declined: ReadonlySet<FactName>,
): number[] {
  return stateOf(policy, answers).undecided.filter((index) => {
    const fact = policy.facts[index]?.fact;
    return fact !== undefined && !declined.has(fact);
  });
}

/** The first alternative that holds for every answer to what is unknown; undefined if there is none. */
export function certainBox(policy: CompiledConditions, answers: Answers): number | undefined {
  const domains = domainsOf(policy, answers);
  const index = policy.boxes.findIndex((box) => undecidedFact(box, domains) < 0);
  return index < 0 ? undefined : index;
}

/** The indexes of the alternatives that are still possible. */
export function possibleBoxes(policy: CompiledConditions, answers: Answers): number[] {
  const domains = domainsOf(policy, answers);
  return policy.boxes.flatMap((box, index) => (isPossible(box, domains) ? [index] : []));
}

/** The facts of a policy whose answers exclude an alternative; empty if it is possible. */
export function failedFacts(policy: CompiledConditions, index: number, answers: Answers): FactName[] {
  const box = policy.boxes[index] ?? [];
  const domains = domainsOf(policy, answers);
  return policy.facts.flatMap(({ fact }, at) => {
    const allowed = box[at];
    return fact && allowed && !(domains[at] ?? []).some((known) => allowed[known]) ? [fact] : [];
  });
}

/** What follows from the possible classes for one policy. */
interface PolicyState {
  domains: Domains;
  outcome: Outcome;
  /** The indexes of the facts that a possible alternative depends on; none if the outcome is certain. */
  undecided: readonly number[];
  /** Whether a fact makes a difference, by its index and those of the facts that may be answered besides. */
  changes: Map<string, boolean>;
}

/** The last answers about a policy, with its state. */
interface LastAnswers {
  /** Within one tap they are one object. */
  answers: Answers;
  known: readonly (Known | undefined)[];
  state: PolicyState;
}

/** A tap answers one fact, and most policies do not have it. */
const lastAnswers = new WeakMap<CompiledConditions, LastAnswers>();

/** The states of each policy by the possible classes: those of the next answers are computed before somebody gives one. */
const states = new WeakMap<CompiledConditions, Map<string, PolicyState>>();

function stateOf(policy: CompiledConditions, answers: Answers): PolicyState {
  const last = lastAnswers.get(policy);
  if (last?.answers === answers) return last.state;
  const known = policy.facts.map(({ fact }) => fact && answers[fact]);
  if (last && known.every((each, index) => isSame(each, last.known[index]))) {
    last.answers = answers;
    return last.state;
  }
  const state = stateIn(policy, known);
  lastAnswers.set(policy, { answers, known, state });
  return state;
}

function stateIn(policy: CompiledConditions, known: LastAnswers['known']): PolicyState {
  const domains = policy.facts.map((fact, index) => possibleClasses(fact, known[index]));
  const key = domains.join(';');
  const ofPolicy = states.get(policy) ?? new Map<string, PolicyState>();
  states.set(policy, ofPolicy);
  const state = ofPolicy.get(key) ?? makeState(policy, domains);
  ofPolicy.set(key, state);
  return state;
}

function makeState({ boxes }: CompiledConditions, domains: Domains): PolicyState {
  const outcome = outcomeIn(boxes, domains);
  const possible = outcome === 'open' ? boxes.filter((box) => isPossible(box, domains)) : [];
  const undecided = domains.flatMap((domain, index) =>
    possible.some((box) => box[index] && !domain.every((each) => box[index]?.[each])) ? [index] : [],
  );
  return { domains, outcome, undecided, changes: new Map() };
}

function domainsOf(policy: CompiledConditions, answers: Answers): Domains {
  return stateOf(policy, answers).domains;
}

/** Whether two answers are the same; lists of several values only if they are one list. */
function isSame(a: Known | undefined, b: Known | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  if ('from' in a || 'from' in b) return 'from' in a && 'from' in b && a.from === b.from && a.to === b.to;
  return a.length === 1 && b.length === 1 && a[0] === b[0];
}

/** The classes of each fact by what is known of it, a list of several values by its object: many policies have one fact. */
const classesByKnown = new WeakMap<PolicyFact, Map<string | Known | undefined, readonly number[]>>();

/** The indexes of the classes that what is known allows, in ascending order. */
function possibleClasses(fact: PolicyFact, known: Known | undefined): readonly number[] {
  const ofFact = classesByKnown.get(fact) ?? new Map<string | Known | undefined, readonly number[]>();
  classesByKnown.set(fact, ofFact);
  const key =
    known && ('from' in known ? `${known.from}-${known.to}` : known.length === 1 ? known[0] : known);
  const domain = ofFact.get(key) ?? classesFor(fact, known);
  ofFact.set(key, domain);
  return domain;
}

function classesFor({ classes, classOf }: PolicyFact, known: Known | undefined): readonly number[] {
  if (known && !('from' in known)) {
    const isAllowed: boolean[] = [];
    for (const value of known) isAllowed[classOf?.get(value) ?? -1] = true;
    return classes.flatMap((_, index) => (isAllowed[index] ? [index] : []));
  }
  return classes.flatMap((each, index) => (known === undefined || overlaps(each, known) ? [index] : []));
}

function overlaps(a: Known, b: Range): boolean {
  return 'from' in a && a.from < b.to && b.from < a.to;
}

function outcomeIn(boxes: readonly Box[], domains: Domains): Outcome {
  const possible = boxes.filter((box) => isPossible(box, domains));
  if (possible.length === 0) return 'no';
  return isCovered(possible, domains) ? 'likely' : 'open';
}

function isPossible(box: Box, domains: Domains): boolean {
  return box.every((allowed, index) => !allowed || (domains[index] ?? []).some((known) => allowed[known]));
}

/** Whether every combination of classes is in one of the boxes, each of which is possible. */
function isCovered(boxes: readonly Box[], domains: Domains): boolean {
  const [first] = boxes;
  if (first === undefined) return false;
  if (boxes.some((box) => undecidedFact(box, domains) < 0)) return true;
  if (boxes.length === 1) return false;
  const index = undecidedFact(first, domains);
  return (domains[index] ?? []).every((known) => {
    const narrowed = withClass(domains, index, known);
    return isCovered(
      boxes.filter((box) => isPossible(box, narrowed)),
      narrowed,
    );
  });
}

/** The index of a fact of which an alternative allows some classes and not others; -1 if it allows all. */
function undecidedFact(box: Box, domains: Domains): number {
  return box.findIndex(
    (allowed, index) => allowed && !(domains[index] ?? []).every((known) => allowed[known]),
  );
}

function withClass(domains: Domains, index: number, known: number): Domains {
  return domains.map((domain, at) => (at === index ? [known] : domain));
}

/** Whether the fact `index` makes a difference for some answers to the facts `others`; the rest stay unknown. */
function canChange(
  boxes: readonly Box[],
  domains: Domains,
  index: number,
  others: readonly number[],
): boolean {
  const outcome = outcomeIn(boxes, domains);
  if (outcome !== 'open') return false;
  if ((domains[index] ?? []).some((known) => outcomeIn(boxes, withClass(domains, index, known)) !== outcome))
    return true;
  const [next, ...rest] = others;
  if (next === undefined) return false;
  return (domains[next] ?? []).some((known) =>
    canChange(boxes, withClass(domains, next, known), index, rest),
  );
}
