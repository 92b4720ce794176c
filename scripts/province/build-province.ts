/** Builds the counties of a plan on GNU parallel, and puts each in its place when it is whole. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isInside } from '../../src/corpus/is-inside.ts';
import {
  type HostLine,
  type JobRun,
  needsSsh,
  type PlannedJob,
  readHostLines,
  readJobLog,
} from '../../src/province/index.ts';
import { projectDir } from '../../src/settings.ts';
import { askHosts, type HostState } from './ask-hosts.ts';
import { commonFolder, type JobFile, packJob, writeJob } from './job-file.ts';
import type { CountyInputs } from './make-plan.ts';
import {
  hostCommand,
  jobEnvironment,
  parallelArguments,
  requireParallel,
  runParallel,
  sshEnvironment,
} from './parallel.ts';
import { type Outcome, placeCounty } from './place-county.ts';
import { type Province, workDirOf } from './read-province.ts';

export interface BuildOptions {
  /** As for --jobs of GNU parallel. */
  jobs: string;
  retries?: number | undefined;
  timeoutSeconds: number;
  /** Called when a county is in its place. */
  onPlaced?: () => void;
}

/** A county that could not be built: errors in its content, or what the hosts said last. */
export interface FailedCounty {
  id: string;
  findings: string[];
  /** Without findings: why, in Chinese. */
  reason: string;
}

export interface BuiltProvince {
  /** Where each finished county was built. */
  built: { id: string; host: string; seconds: number }[];
  failed: FailedCounty[];
  /** The hosts that were not used. */
  refused: HostState[];
}

/** What one run of the jobs works with. */
interface Work {
  province: Province;
  inputs: ReadonlyMap<string, CountyInputs>;
  folder: string;
  hosts: readonly HostLine[];
  env: NodeJS.ProcessEnv;
  options: BuildOptions;
}

/** Builds the jobs. Throws UsageError without GNU parallel. */
export async function buildProvince(
  province: Province,
  jobs: readonly PlannedJob[],
  inputs: ReadonlyMap<string, CountyInputs>,
  options: BuildOptions,
): Promise<BuiltProvince> {
  const folder = join(workDirOf(province), 'jobs');
  const { hostsFile } = province;
  const listed = hostsFile === undefined ? [] : readHostLines(readFileSync(hostsFile, 'utf8'));
  requireParallel(needsSsh(listed));
  mkdirSync(folder, { recursive: true });
  const env = needsSsh(listed) ? sshEnvironment(folder) : jobEnvironment();
  const expected = inputs.values().next().value?.digest.code ?? '';
  const asked = await askHosts(listed, { program: province.program, expected, work: folder, env });
  const hosts = asked.filter(({ fault }) => fault === undefined);
  const refused = asked.filter(({ fault }) => fault !== undefined);
  if (listed.length > 0 && hosts.length === 0) {
    return {
      built: [],
      failed: jobs.map(({ id }) => ({ id, findings: [], reason: '没有一台机器能用' })),
      refused,
    };
  }
  const work: Work = { province, inputs, folder, hosts, env, options };
  const first = await runJobs(work, jobs);
  // A site that came back damaged is made once more.
  const again = jobs.filter(({ id }) => first.damaged.includes(id));
  const second = again.length > 0 ? await runJobs(work, again) : undefined;
  const failed = [...first.failed, ...(second?.failed ?? []), ...(second?.damaged ?? []).map(damagedTwice)];
  if (failed.length === 0) clearInputs(folder);
  return { built: [...first.built, ...(second?.built ?? [])], failed, refused };
}

const damagedTwice = (id: string): FailedCounty => ({
  id,
  findings: [],
  reason: '做好的网站两次都没有完整地传回来。请检查网络和磁盘',
});

/** Runs the jobs once, each on as many hosts as it takes. */
async function runJobs(work: Work, jobs: readonly PlannedJob[]) {
  const { province, inputs, folder, hosts, env, options } = work;
  const isPacked = needsSsh(hosts);
  const order = prepareList(folder, jobs);
  const [sent, made] = isPacked ? ['in.tar', 'made.tar'] : ['json', 'made'];
  for (const { id } of jobs) writeInput(folder, inputs.get(id), isPacked, sent);
  const run = parallelArguments({
    list: join(folder, 'list'),
    jobLog: join(folder, 'job.log'),
    command: hostCommand(isPacked ? province.program : projectDir, 'job', ...wordsOf(isPacked, sent, made)),
    jobs: options.jobs,
    retries: options.retries ?? Math.max(3, hosts.length + 1),
    timeoutSeconds: options.timeoutSeconds,
    remote: isPacked ? remoteFiles(folder, hosts, sent, made) : undefined,
  });
  const outcomes = new Map<string, { outcome: Outcome; run: JobRun }>();
  const wanted = new Set(jobs.map(({ id }) => id));
  const placeFinished = () => {
    for (const [seq, ended] of readLog(folder)) {
      const id = order[seq - 1] ?? '';
      const county = inputs.get(id);
      if (!wanted.has(id) || county === undefined || ended.code !== 0 || outcomes.has(id)) continue;
      const outcome = placeCounty(province, county, join(folder, `${SHARED}/${id}.${made}`), isPacked);
      outcomes.set(id, { outcome, run: ended });
      if (outcome.kind === 'placed') options.onPlaced?.();
    }
  };
  const { err } = await runParallel(run, { folder, env, onTick: placeFinished });
  placeFinished();
  return sortOutcomes(jobs, outcomes, { runs: readLog(folder), order, err });
}

/** The folder of the files that go to a host and come back, on both sides. */
const SHARED = 'mingbai-jobs';

const wordsOf = (isPacked: boolean, sent: string, made: string): string[] => [
  `${SHARED}/{}.${sent}`,
  '--made',
  `${SHARED}/{}.${made}`,
  ...(isPacked ? ['--packed'] : []),
];

function remoteFiles(folder: string, hosts: readonly HostLine[], sent: string, made: string) {
  const hostsFile = join(folder, 'usable-hosts');
  writeFileSync(hostsFile, hosts.map(({ line }) => `${line}\n`).join(''));
  return { hostsFile, send: `${SHARED}/{}.${sent}`, receive: `${SHARED}/{}.${made}` };
}

/**
 * Writes the list of jobs and returns its order. GNU parallel resumes by the number of a job in the list: the old list and log are kept
 * if exactly the jobs without success are wanted, as after an interruption; with any other plan both begin anew.
 */
export function prepareList(folder: string, jobs: readonly PlannedJob[]): string[] {
  const file = join(folder, 'jobs.json');
  const last = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, string][]) : [];
  const runs = readLog(folder);
  const left = last.filter((_, index) => runs.get(index + 1)?.code !== 0);
  const wanted = jobs.map(({ id, digest }): [string, string] => [id, digest]);
  if (last.length > 0 && JSON.stringify(left) === JSON.stringify(wanted)) return last.map(([id]) => id);
  rmSync(join(folder, 'job.log'), { force: true });
  writeFileSync(join(folder, 'list'), wanted.map(([id]) => `${id}\n`).join(''));
  writeFileSync(file, JSON.stringify(wanted));
  return wanted.map(([id]) => id);
}

function readLog(folder: string): Map<number, JobRun> {
  const file = join(folder, 'job.log');
  return readJobLog(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

function writeInput(folder: string, county: CountyInputs | undefined, isPacked: boolean, sent: string): void {
  if (county === undefined) return;
  const { id, settings, folders, history, digest } = county;
  const { contentDir, contentName, publicDir, basesDir, today } = settings;
  const root = commonFolder([
    contentDir,
    publicDir,
    ...folders.filter((folder) => !isInside(folder, basesDir)),
  ]);
  const [content, photographs] = [relative(root, contentDir), relative(root, publicDir)];
  const job: JobFile = {
    id,
    root,
    basesDir,
    content,
    contentName,
    public: photographs,
    today,
    code: digest.code,
    history,
  };
  mkdirSync(join(folder, SHARED), { recursive: true });
  const path = join(folder, SHARED, `${id}.${sent}`);
  if (isPacked) packJob(path, job, folders, join(folder, 'packing'));
  else writeJob(path, job);
}

/** What became of each job. */
function sortOutcomes(
  jobs: readonly PlannedJob[],
  outcomes: ReadonlyMap<string, { outcome: Outcome; run: JobRun }>,
  { runs, order, err }: { runs: ReadonlyMap<number, JobRun>; order: readonly string[]; err: string },
) {
  const result = {
    built: [] as BuiltProvince['built'],
    failed: [] as FailedCounty[],
    damaged: [] as string[],
  };
  for (const { id } of jobs) {
    const found = outcomes.get(id);
    const run = runs.get(order.indexOf(id) + 1);
    if (found === undefined) result.failed.push({ id, findings: [], reason: reasonFor(id, run, err) });
    else if (found.outcome.kind === 'content') {
      result.failed.push({ id, findings: found.outcome.findings, reason: '内容有错误' });
    } else if (found.outcome.kind === 'damaged') result.damaged.push(id);
    else result.built.push({ id, host: found.run.host, seconds: found.run.seconds });
  }
  return result;
}

/** The last thing that a job said; without any, how it ended. */
function reasonFor(id: string, run: JobRun | undefined, err: string): string {
  const said = err
    .split('\n')
    .filter((line) => line.startsWith(`${id}\t`))
    .map((line) => line.slice(id.length + 1).trim())
    .filter((line) => line !== '' && !line.startsWith('rsync'));
  if (said.length > 0) return `在 ${run?.host ?? '那台机器'} 上：${said.slice(0, 2).join(' ')}`;
  if (run === undefined) return '没有轮到它，请再运行一次';
  return run.signal !== 0 || run.code === -1
    ? '太久没有做完，停掉了（--timeout）'
    : `在 ${run.host} 上没有做完`;
}

/** Removes what only a further run would need; the log of the last run stays. */
function clearInputs(folder: string): void {
  for (const name of [SHARED, 'packing', 'hosts', 'bin', 'list', 'jobs.json'])
    rmSync(join(folder, name), { recursive: true, force: true });
}
