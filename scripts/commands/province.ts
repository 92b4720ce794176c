/** `npx mingbai province plan|build FILE`: the sites of many counties, made on many hosts. */
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { beijingNow, dayOf } from '../../src/documents/dates.ts';
import { hasErrors } from '../../src/documents/diagnostic.ts';
import { printable, printableJson } from '../../src/documents/printable.ts';
import { gitlabPipeline, type Plan } from '../../src/province/index.ts';
import { withLock } from '../../src/publish/lock.ts';
import { isDate } from '../../src/schema/formats.ts';
import { showProgress } from '../../src/share/images/progress.ts';
import { fromEditor } from '../editor-folder.ts';
import { displayPath } from '../output-file.ts';
import { buildFront } from '../province/build-front.ts';
import { type BuiltProvince, buildProvince } from '../province/build-province.ts';
import { machineHash } from '../province/machine-hash.ts';
import { makePlan } from '../province/make-plan.ts';
import { restoreLast } from '../province/place-county.ts';
import { finishPlacing } from '../province/place-front.ts';
import { checkCountyDirs, type Province, readProvince, workDirOf } from '../province/read-province.ts';
import { runJob } from '../province/run-job.ts';
import { SEARCH_FOLDER, writeProvinceSearch } from '../province/write-search.ts';
import { reportDiagnostics } from '../report.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  step: {
    type: 'positional',
    required: false,
    description:
      'plan（列出要做哪些县）、build（做好它们和全省的首页）或 front（只做全省的首页）；job、host 是派活时机器自己用的',
    valueHint: 'plan|build|front',
  },
  file: { type: 'positional', required: false, description: '列出各县的文件', valueHint: 'province.yml' },
  today: { type: 'string', description: '按哪一天算，默认今天', valueHint: 'YYYY-MM-DD' },
  json: { type: 'boolean', description: 'plan：给程序读的格式', default: false },
  gitlab: { type: 'boolean', description: 'plan：写成 GitLab 的子流水线', default: false },
  jobs: {
    type: 'string',
    description: '每台机器同时做几个县，或者用百分之几的处理器',
    default: '50%',
    valueHint: 'N|N%',
  },
  retries: {
    type: 'string',
    description: '一个县没有做成，一共试几次；默认比机器多一次，至少三次',
    valueHint: 'N',
  },
  timeout: { type: 'string', description: '一个县最多做几分钟', default: '60', valueHint: 'N' },
  made: { type: 'string', description: 'job：做好的放在哪里', valueHint: 'PATH' },
  packed: { type: 'boolean', description: 'job：收发都是 tar 包', default: false },
} as const;

export const province = defineCommand({
  meta: { name: 'province', description: '一个省的许多县：列出要重做的，分给几台机器做' },
  args: options,
  async run({ args }) {
    const unknown = Object.keys(args).find((name) => name !== '_' && !Object.hasOwn(options, name));
    if (unknown !== undefined) {
      throw new UsageError(
        `不认识 --${unknown}。可以用的有：${Object.keys(options)
          .slice(2)
          .map((name) => `--${name}`)
          .join('、')}。`,
      );
    }
    const { step, file } = args;
    if (step === 'host') process.stdout.write(`${machineHash()}\n`);
    else if (step === 'job' && file && args.made)
      await runJob(fromEditor(file), fromEditor(args.made), args.packed);
    else if ((step === 'plan' || step === 'build' || step === 'front') && file)
      await planOrBuild(step, file, args);
    else throw new UsageError('要写明做什么、哪个文件，例如 npx mingbai province build province.yml');
  },
});

interface Given {
  today?: string | undefined;
  json: boolean;
  gitlab: boolean;
  jobs: string;
  retries?: string | undefined;
  timeout: string;
}

async function planOrBuild(step: 'plan' | 'build' | 'front', file: string, given: Given): Promise<void> {
  const today = given.today ?? dayOf(beijingNow(new Date()));
  if (!isDate(today)) {
    throw new UsageError(`--today 要写成日期，例如 --today 2026-11-23，现在写的是「${today}」。`);
  }
  const options = {
    jobs: jobsOf(given.jobs),
    retries: given.retries === undefined ? undefined : countOf('retries', given.retries),
    timeoutSeconds: countOf('timeout', given.timeout) * 60,
  };
  const read = readProvince(fromEditor(file), today);
  reportDiagnostics(read.diagnostics, process.stderr);
  if (read.province === undefined || hasErrors(read.diagnostics)) {
    process.exitCode = 1;
    return;
  }
  const { province } = read;
  if (step === 'plan') return printPlan(province, given);
  checkCountyDirs(province);
  // Two builds at once would place each other's counties.
  const work = step === 'front' ? () => front(province) : () => build(province, options);
  await withLock(join(workDirOf(province), 'build'), work, {
    waitSeconds: 86_400,
    isNeeded: false,
    onWait: () => process.stderr.write('这个省正在生成，排队等一下…\n'),
  });
}

function countOf(name: string, value: string): number {
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value);
  throw new UsageError(`--${name} 要写成大于 0 的整数，现在写的是「${value}」。`);
}

function jobsOf(value: string): string {
  if (/^[1-9]\d{0,3}%?$/.test(value)) return value;
  throw new UsageError(`--jobs 要写成 2 或者 50% 这样，现在写的是「${value}」。`);
}

const reasons: Record<Plan['jobs'][number]['reason'], string> = {
  new: '还没有做过',
  content: '内容改了',
  base: '上级的内容改了',
  code: '程序换了',
  day: '换了一天',
  damaged: '做好的网站坏了或者少了',
};

async function printPlan(province: Province, { json, gitlab }: Given): Promise<void> {
  const { plan } = await makePlan(province);
  if (gitlab) process.stdout.write(gitlabPipeline(plan.jobs));
  else if (json) process.stdout.write(`${printableJson(plan)}\n`);
  else {
    for (const { id, reason } of plan.jobs) process.stdout.write(`${id}  ${reasons[reason]}\n`);
    say(
      process.stdout,
      `${province.title}：要做 ${plan.jobs.length} 个县，${plan.unchanged.length} 个没有变。`,
    );
  }
}

async function build(province: Province, options: Parameters<typeof buildProvince>[3]): Promise<void> {
  const began = performance.now();
  restoreLast(province);
  const { plan, inputs } = await makePlan(province);
  const progress = showProgress(process.stderr, { what: '县', total: plan.jobs.length });
  const result =
    plan.jobs.length === 0
      ? { built: [], failed: [], refused: [] }
      : await buildProvince(province, plan.jobs, inputs, { ...options, onPlaced: progress.step });
  progress.end();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { built, failed } = result;
  reportFailures(result);
  const counted = `做好 ${built.length} 个县，${plan.unchanged.length} 个没有变`;
  const kept = failed.length > 0 ? `，${failed.length} 个没有做成，它们原来的网站还在` : '';
  say(
    process.stdout,
    `${province.title}：${counted}${kept}。用了 ${seconds} 秒，在 ${displayPath(province.outDir)}/ 里。`,
  );
  if (failed.length > 0) process.exitCode = 1;
  await reportSearch(province);
  await front(province);
}

/** Builds the pages of the province itself. A failure leaves the former ones and is told: the counties are finished. */
async function front(province: Province): Promise<void> {
  try {
    finishPlacing(province);
    const { state, missing } = await buildFront(province);
    const name = displayPath(province.outDir);
    if (province.about !== undefined && state === 'none')
      say(process.stderr, '还没有一个县做好，全省的首页等有了县再做。');
    if (state === 'built') say(process.stdout, `全省的首页做好了，在 ${name}/index.html。`);
    if (state === 'unchanged') say(process.stdout, '全省的首页没有变。');
    if (state !== 'none' && missing.length > 0)
      say(process.stderr, `全省的首页上没有 ${missing.join('、')}：它们的网站一次也没有做成过。`);
  } catch (error) {
    const reason = error instanceof UsageError ? error.message : firstLineOf(error);
    say(process.stderr, `全省的首页没有做成，原来的还在：${reason}`);
    process.exitCode = 1;
  }
}

const firstLineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

/** Writes the search over all counties, those that were not built now with their last sites. A failure leaves the former one. */
async function reportSearch(province: Province): Promise<void> {
  const written = await writeProvinceSearch(province, province.counties[0]?.settings.today ?? '').catch(
    (error: unknown) => {
      const reason = error instanceof UsageError ? error.message : firstLineOf(error);
      say(process.stderr, `全省的搜索没有做成，原来的还在：${reason}`);
      process.exitCode = 1;
      return undefined;
    },
  );
  if (written === undefined || !written.isNew) return;
  const { pages, left } = written;
  say(process.stdout, `全省的搜索：${pages} 页，在 ${displayPath(province.outDir)}/${SEARCH_FOLDER}/ 里。`);
  if (left.length > 0)
    say(
      process.stderr,
      `全省的搜索里没有 ${left.join('、')}：还没有做好，或者它的搜索坏了。做好它，再运行一次。`,
    );
}

function reportFailures({ failed, refused }: BuiltProvince): void {
  const warn = (line: string) => say(process.stderr, line);
  for (const { name, fault } of refused) warn(`没有用 ${name}：${fault}。`);
  for (const { id, reason, findings } of failed) {
    for (const finding of findings) warn(finding);
    warn(`${id} 没有做成：${reason}。`);
  }
  if (failed.some(({ findings }) => findings.length > 0))
    warn('请照上面说的改好内容，再运行一次：只做还没有做成的县。');
  else if (failed.length > 0) warn('别的县不用等它。看看那台机器，再运行一次：只做还没有做成的县。');
}

const say = (stream: NodeJS.WritableStream, line: string) => void stream.write(`${printable(line)}\n`);
