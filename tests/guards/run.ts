/**
 * Runs the sets: cases that can share a content folder are checked in one, the others each in a separate one. A folder in which
 * `check` fails is halved until the case that causes the failure is found.
 */
import { Worker } from 'node:worker_threads';
import { buildRules } from '../../src/check/index.ts';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import type { Case } from './case.ts';
import { isInert } from './inert.ts';
import { type Look, lookAt } from './look.ts';
import { isCleanPrint } from './printed.ts';

export interface Verdict {
  case: Case;
  /** For a plant: whether it was found as required. For a look-alike: whether there was no finding. */
  isRight: boolean;
  /** Its findings by rules that count, or the failure of `check`. */
  said: readonly string[];
}

/** Time limit for one case; longer counts as a hang. Linear work of this size needs a tenth of a second. */
const MAX_CASE_MS = 10_000;
/** Maximum number of cases in a folder. */
const MAX_SHARED = 500;

/** Runs all cases; the verdicts are in the order of the cases. */
export async function runCases(cases: readonly Case[]): Promise<Verdict[]> {
  const base = await lookAt({}, '2026-11-24');
  const known = new Set([...base.fromReading, ...base.fromRules].map(keyOf));
  const verdicts = new Map<Case, Verdict>();
  const keep = (all: readonly Verdict[]) => {
    for (const each of all) verdicts.set(each.case, each);
  };
  for (const batch of batchesOf(cases.filter((each) => !each.isAlone))) keep(await runShared(batch, known));
  for (const each of cases.filter(({ isAlone, wanted }) => isAlone && wanted !== 'in-time')) {
    keep(await runShared([each], known));
  }
  keep(await runTimed(cases.filter(({ wanted }) => wanted === 'in-time')));
  return cases.flatMap((each) => verdicts.get(each) ?? []);
}

function batchesOf(cases: readonly Case[]): Case[][] {
  const batches = new Map<string, Case[]>();
  const counts = new Map<string, number>();
  for (const each of cases) {
    const group = `${each.family} ${each.today} ${each.isPlant}`;
    const count = counts.get(group) ?? 0;
    counts.set(group, count + 1);
    const key = `${group} ${Math.floor(count / MAX_SHARED)}`;
    batches.set(key, [...(batches.get(key) ?? []), each]);
  }
  return [...batches.values()];
}

async function runShared(cases: readonly Case[], known: ReadonlySet<string>): Promise<Verdict[]> {
  const [first] = cases;
  if (first === undefined) return [];
  try {
    const look = await lookAt(Object.assign({}, ...cases.map(({ files }) => files)), first.today);
    return cases.map((each) => judge(each, look, known));
  } catch (error) {
    if (cases.length === 1) return [{ case: first, isRight: false, said: [`failed: ${String(error)}`] }];
    const half = Math.ceil(cases.length / 2);
    return [
      ...(await runShared(cases.slice(0, half), known)),
      ...(await runShared(cases.slice(half), known)),
    ];
  }
}

const keyOf = ({ file, rule, message }: Diagnostic) => `${file} ${rule} ${message}`;

const stoppingRules = new Set(buildRules.map(({ name }) => name));

function judge(each: Case, look: Look, known: ReadonlySet<string>): Verdict {
  const paths = Object.keys(each.files);
  // An unknown folder is reported by its own name. Names printed with escapes are not the names of the files.
  const isAbout = ({ file }: Diagnostic) =>
    each.isAlone || paths.some((path) => path === file || path.startsWith(`${file}/`));
  const counts = (diagnostic: Diagnostic) =>
    isAbout(diagnostic) &&
    !known.has(keyOf(diagnostic)) &&
    each.rules.some((beginning) => diagnostic.rule.startsWith(beginning)) &&
    !each.except.some((beginning) => diagnostic.rule.startsWith(beginning));
  const reading = look.fromReading.filter(counts);
  const rules = look.fromRules.filter(counts);
  const all = [...reading, ...rules];
  const stops =
    reading.some(isError) ||
    rules.some((diagnostic) => isError(diagnostic) && stoppingRules.has(nameOf(diagnostic)));
  const said = all.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`);
  if (!each.isPlant) return { case: each, isRight: all.length === 0, said };
  const isFound = {
    warning: () => all.length > 0,
    error: () => all.some(isError),
    stop: () => stops,
    'stop-or-inert': () => stops || isInert(look.corpus, paths),
    printed: () => all.length > 0 && isCleanPrint([...look.fromReading, ...look.fromRules]),
    'in-time': () => true,
  }[each.wanted];
  return { case: each, isRight: isFound(), said };
}

const isError = ({ severity }: Diagnostic) => severity === 'error';
const nameOf = ({ rule }: Diagnostic) => rule as (typeof buildRules)[number]['name'];

/** Runs cases that may never end, in a thread that can be terminated. */
async function runTimed(cases: readonly Case[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let worker: Worker | undefined;
  for (const each of cases) {
    worker ??= await startWorker();
    const answer = await askWorker(worker, each);
    if (answer === undefined) {
      await worker.terminate();
      worker = undefined;
    }
    const said = answer === undefined ? [`took more than ${MAX_CASE_MS} ms`] : [answer];
    verdicts.push({ case: each, isRight: answer === 'done', said });
  }
  await worker?.terminate();
  return verdicts;
}

function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./timed-worker.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker));
    worker.once('error', reject);
  });
}

/** `done`, or the failure; undefined after the time limit. */
function askWorker(worker: Worker, { files, today }: Case): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), MAX_CASE_MS);
    worker.once('message', (answer: string) => {
      clearTimeout(timer);
      resolve(answer);
    });
    worker.postMessage({ files, today });
  });
}
