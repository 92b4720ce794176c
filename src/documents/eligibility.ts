/**
 * Whether somebody can have a policy when only some facts are known: certainly by its conditions, not at all, or depending on facts that
 * are unknown; and which of these can still change that.
 */
import type { FactName } from '../schema/facts.ts';
import type { Box, CompiledConditions, PolicyFact } from './conditions.ts';
import type { Answers, Known } from './fact-values.ts';

/** `likely`: for every answer to what is unknown; `no`: for none; `open`: for some. */
export type Outcome = 'likely' | 'open' | 'no';

/** The classes that are still possible, for each fact of a policy by its index. */
type Domains = readonly (readonly number[])[];

/** Whether a policy can be had with these answers. */
export function outcomeOf(policy: CompiledConditions, answers: Answers): Outcome {
  return outcomeIn(policy.boxes, domainsOf(policy, answers));
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
  const domains = domainsOf(policy, answers);
  return candidatesIn(policy, domains, declined).flatMap((index) => policy.facts[index]?.fact ?? []);
}

/** Whether a fact is one of the open facts. */
export function isOpenFact(
  policy: CompiledConditions,
  answers: Answers,
  declined: ReadonlySet<FactName>,
  fact: FactName,
): boolean {
  const domains = domainsOf(policy, answers);
  const candidates = candidatesIn(policy, domains, declined);
  const index = candidates.find((each) => policy.facts[each]?.fact === fact);
  if (index === undefined) return false;
  const others = candidates.filter((other) => other !== index);
  return canChange(policy.boxes, domains, index, others);
}

/** The indexes of the candidate facts. */
function candidatesIn(
  { boxes, facts }: CompiledConditions,
  domains: Domains,
  declined: ReadonlySet<FactName>,
): number[] {
  const possible = boxes.filter((box) => isPossible(box, domains));
  if (possible.length === 0 || isCovered(possible, domains)) return [];
  return facts.flatMap(({ fact }, index) => {
    const isUsed = possible.some(
      (box) => box[index] && !(domains[index] ?? []).every((known) => box[index]?.[known]),
    );
    return isUsed && fact !== undefined && !declined.has(fact) ? [index] : [];
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

/** The domains of each policy for the last answers: one tap asks for them several times. */
const lastDomains = new WeakMap<CompiledConditions, { answers: Answers; domains: Domains }>();

function domainsOf(policy: CompiledConditions, answers: Answers): Domains {
  const last = lastDomains.get(policy);
  if (last?.answers === answers) return last.domains;
  const domains = policy.facts.map(({ fact, classes }) => possibleClasses(classes, fact && answers[fact]));
  lastDomains.set(policy, { answers, domains });
  return domains;
}

function possibleClasses(classes: PolicyFact['classes'], known: Known | undefined): number[] {
  return classes.flatMap((each, index) => (known === undefined || overlaps(each, known) ? [index] : []));
}

function overlaps(a: Known, b: Known): boolean {
  if ('from' in a || 'from' in b) return 'from' in a && 'from' in b && a.from < b.to && b.from < a.to;
  return a.some((value) => b.includes(value));
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
