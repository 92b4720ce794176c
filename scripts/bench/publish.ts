/**
 * Measures publishing by push: one document of a large county behind `serve-git` is changed, committed and pushed with git. The measured
 * time is the editor's waiting time, on the first push of a day, on a later one, and on the first one after the nightly run of `serve-git`
 * (docs/deployment.md). With `--base COMMIT` that version publishes a county of the same size, its own generated one; both push in turn.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../src/documents/dates.ts';
import { projectDir as presentDir } from '../../src/settings.ts';
import { checkOutCommit, removeCommit } from './earlier-commit.ts';
import { GENERATED_DAY } from './generate-content.ts';
import { processorSecondsOfEnded } from './measured-run.ts';
import { median } from './median.ts';
import type { Figures } from './table.ts';

/** Pairs of days, one without and one with the nightly run: each figure is a median of this number. */
const MEASURED_PAIRS = 5;

/** Figures of one size: wall-clock seconds of the first publication and of one change. */
export async function measurePublishing(
  documents: number,
  { base }: { base?: string | undefined } = {},
): Promise<Figures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const baseDir = join(folder, 'base');
  try {
    if (base !== undefined) checkOutCommit(base, baseDir);
    const versions: Version[] = [
      { name: 'now', projectDir: presentDir },
      ...(base === undefined ? [] : [{ name: base, projectDir: baseDir }]),
    ];
    const counties = versions.map((version, index) =>
      openCounty(version, join(folder, `county-${index}`), documents),
    );
    for (let pair = 0; pair < MEASURED_PAIRS; pair += 1) {
      const today = addDays(GENERATED_DAY, 1 + 2 * pair);
      for (const county of counties) county.pushTwice(today);
      for (const county of counties) county.pushAfterNightlyRun(addDays(today, 1));
    }
    const rows = counties.map((county) => county.figures());
    const [now, other] = rows;
    return now === undefined || other === undefined ? rows : [...rows, ratioOf(now, other)];
  } finally {
    if (base !== undefined) removeCommit(baseDir);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Version {
  /** `now`, or the commit. */
  name: string;
  projectDir: string;
}

interface County {
  /** Pushes a change as the first one of the day, and another one. */
  pushTwice(today: string): void;
  /** Runs `serve-git` on the new day, then pushes a change as the first one of the day. */
  pushAfterNightlyRun(today: string): void;
  figures(): Row;
}

type Row = Record<'version', string> & Record<(typeof MEASURED)[number] | 'documents' | 'processors', number>;
const MEASURED = [
  'firstPublicationSeconds',
  'firstOfDaySeconds',
  'firstAfterNightlyRunSeconds',
  'changeToLiveSeconds',
  'firstOfDayProcessorSeconds',
  'processorSeconds',
] as const;

/** Publishes a generated county with a version, the first time, and clones it as an editor. */
function openCounty({ name, projectDir }: Version, folder: string, documents: number): County {
  const [content, repository, site, editor] = ['content', 'county.git', 'site', 'editor'].map((each) =>
    join(folder, each),
  ) as [string, string, string, string];
  const script = (file: string, ...args: string[]) => [
    ...process.execArgv,
    join(projectDir, 'scripts', file),
    ...args,
  ];
  const env = { MINGBAI_TODAY: GENERATED_DAY, NODE_COMPILE_CACHE: join(projectDir, '.mingbai', 'compiled') };
  timed(process.execPath, ['--input-type=module', '--eval', generate(projectDir, content, documents)], {});
  const serve = script('mingbai.ts', 'serve-git', repository, '--site', site, '--content', content);
  const { seconds: firstPublicationSeconds } = timed(process.execPath, serve, env);
  timed('git', ['clone', '--quiet', repository, editor], {});
  const push = editorOf(editor, site);
  const measured: Record<'first' | 'afterNightlyRun' | 'later', Timed[]> = {
    first: [],
    afterNightlyRun: [],
    later: [],
  };
  const secondsOf = (pushes: readonly Timed[]) => median(pushes.map(({ seconds }) => seconds));
  const processorSecondsOf = (pushes: readonly Timed[]) =>
    median(pushes.map(({ processorSeconds }) => processorSeconds));
  // The directories of the first release are reused from the second one on.
  push(GENERATED_DAY);
  return {
    pushTwice(today) {
      measured.first.push(push(today));
      measured.later.push(push(today));
    },
    pushAfterNightlyRun(today) {
      timed(process.execPath, serve, { ...env, MINGBAI_TODAY: today });
      measured.afterNightlyRun.push(push(today));
    },
    figures: () => ({
      version: name,
      documents,
      processors: availableParallelism(),
      firstPublicationSeconds,
      firstOfDaySeconds: secondsOf(measured.first),
      firstAfterNightlyRunSeconds: secondsOf(measured.afterNightlyRun),
      changeToLiveSeconds: secondsOf(measured.later),
      firstOfDayProcessorSeconds: processorSecondsOf(measured.first),
      processorSeconds: processorSecondsOf(measured.later),
    }),
  };
}

/** Returns a function that changes, commits and pushes a title from the clone `editor` on a day, and checks that it is live in `site`. */
function editorOf(editor: string, site: string): (today: string) => Timed {
  let pushes = 0;
  return (today) => {
    pushes += 1;
    const title = `家里困难先问低保${pushes}`;
    const path = join(editor, 'content', 'policies', 'di-bao.mdx');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
    const who = ['-C', editor, '-c', 'user.name=bench', '-c', 'user.email=bench@localhost'];
    timed('git', [...who, 'commit', '--quiet', '--all', '--message', '改标题'], {});
    const pushed = timed('git', [...who, 'push', 'origin', 'main'], { MINGBAI_TODAY: today });
    const live = readFileSync(join(site, 'current', 'policies', 'di-bao', 'index.html'), 'utf8');
    if (!live.includes(`<title>${title}`)) throw new Error(`The change did not become live:\n${pushed.said}`);
    return pushed;
  };
}

/** Where the generator of counties was in earlier versions. */
const GENERATORS = ['generate-content.ts', 'corpus.ts'];

/** Code that writes the county of a version: each has the fields that its own schema knows. */
function generate(projectDir: string, content: string, documents: number): string {
  const generator = GENERATORS.map((name) => join(projectDir, 'scripts', 'bench', name)).find((path) =>
    existsSync(path),
  );
  if (generator === undefined) throw new Error(`${projectDir} has no generator of counties.`);
  return `const file = await import(${JSON.stringify(generator)});
const write = file.generateContent ?? file.makeContent;
write(${JSON.stringify(content)}, Math.max(0, ${documents} - file.REAL_DOCUMENTS));`;
}

function ratioOf(now: Row, before: Row): Figures {
  const ratios = MEASURED.map((name) => [name, Number((now[name] / before[name]).toFixed(2))]);
  return { ...now, version: 'ratio', ...Object.fromEntries(ratios) };
}

interface Timed {
  seconds: number;
  /** CPU time of the process and of all that it started and waited for. */
  processorSeconds: number;
  said: string;
}

function timed(command: string, args: readonly string[], env: Record<string, string>): Timed {
  const [began, processor] = [performance.now(), processorSecondsOfEnded()];
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return {
    seconds: (performance.now() - began) / 1000,
    processorSeconds: processorSecondsOfEnded() - processor,
    said: stderr,
  };
}
