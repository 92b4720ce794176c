/**
 * Measures builds: from nothing, after one change, single stages, publishing; and other generators over the same text in the same
 * run. Without photographs, whose cost depends on their number and not on that of documents.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asEnvironment, readSettings, type Settings } from '../../src/settings.ts';
import { nodeArgs } from '../node-args.ts';
import { measureCheckOf } from './check.ts';
import { measureCompetitors } from './competitors/index.ts';
import { GENERATED_DAY, generateCounty, REAL_DOCUMENTS } from './generate-content.ts';
import { type Cost, runMeasured } from './measured-run.ts';
import { measurePictures } from './pictures.ts';
import type { Figures } from './table.ts';

/** One build. Wall-clock seconds; peak memory of all processes together. */
export interface BuildFigures extends Figures {
  documents: number;
  what: string;
  seconds: number;
  processorSeconds: number;
  msADocument: number;
  peakMemoryMb: number;
  /** Ratio to our pages and index; empty if the comparison would be misleading. */
  timesOurs: number | '';
}

/** A commit per five documents, at most one per working day of a year. */
const MAX_COMMITS = 250;

/** Measures one size; without pictures only pages, index and competitors. */
export async function measureBuild(
  documents: number,
  { withPictures = true }: { withPictures?: boolean } = {},
): Promise<BuildFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const rows: BuildFigures[] = [];
  const add = (what: string, cost: Cost, timesOurs: number | '' = '') => {
    process.stderr.write(`  ${what}: ${cost.seconds.toFixed(1)} s\n`);
    const { seconds, processorSeconds, peakMemoryMb } = cost;
    const msADocument = (seconds * 1000) / documents;
    rows.push({ documents, what, seconds, processorSeconds, msADocument, peakMemoryMb, timesOurs });
  };
  try {
    const made = Math.max(0, documents - REAL_DOCUMENTS);
    await generateCounty(folder, made, { history: Math.min(MAX_COMMITS, Math.floor(made / 5)) });
    const settings = settingsIn(folder);
    giveNewAddress(settings.contentDir);
    const compiling = await makePages(settings, join(folder, 'compiling'));
    add('pages and index, from nothing, our code for this address compiled', compiling);
    const pagesFolder = join(folder, 'pages');
    const ours = await makePages(settings, pagesFolder);
    add('pages and index, from nothing', ours, 1);
    await (withPictures ? measureWhole(settings, add) : measurePages(settings, pagesFolder, add));
    add('check alone', await measureCheckOf(settings.contentDir, asEnvironment(settings)));
    add('search index alone', await makePart('index', { ...settings, outDir: join(folder, 'index') }));
    if (withPictures) add('pictures alone, from nothing', await costOfPictures(documents));
    for await (const { what, cost } of measureCompetitors(settings.contentDir)) {
      add(what, cost, cost.seconds / ours.seconds);
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Add = (what: string, cost: Cost) => void;

function settingsIn(folder: string): Settings {
  return readSettings({
    MINGBAI_CONTENT: join(folder, 'content'),
    MINGBAI_PUBLIC: join(folder, 'public'),
    MINGBAI_OUT: join(folder, 'out'),
    MINGBAI_CACHE: join(folder, 'cache'),
    MINGBAI_TODAY: GENERATED_DAY,
  });
}

/** Measures the commands that an editor runs. */
async function measureWhole(settings: Settings, add: Add): Promise<void> {
  const { contentDir, outDir } = settings;
  const build = () => mingbai(settings, 'build', '--out', outDir);
  add('all, from nothing', await build());
  add('all, nothing changed', await build());
  changePolicy(contentDir, '家里困难，先问低保');
  add('all, after one policy changed', await build());
  changeWord(contentDir);
  add('all, after one word of the glossary changed', await build());
  const deploy = () => mingbai(settings, 'deploy', '--to', join(outDir, '..', 'published'));
  await deploy();
  changePolicy(contentDir, '家里困难，就去问低保');
  add('checked, made and published, after one policy changed', await deploy());
}

async function measurePages(settings: Settings, folder: string, add: Add): Promise<void> {
  const build = () => makePages(settings, folder);
  add('pages and index, nothing changed', await build());
  changePolicy(settings.contentDir, '家里困难，先问低保');
  add('pages and index, after one policy changed', await build());
  changeWord(settings.contentDir);
  add('pages and index, after one word of the glossary changed', await build());
}

function mingbai(settings: Settings, command: string, ...args: string[]): Promise<Cost> {
  const { contentDir, today } = settings;
  const all = [command, ...args, '--content', contentDir, '--today', today];
  return runMeasured(process.execPath, nodeArgs('mingbai.ts', ...all), { env: asEnvironment(settings) });
}

/** Pages and index, with a cache of their own. */
function makePages(settings: Settings, folder: string): Promise<Cost> {
  return makePart('pages', { ...settings, outDir: join(folder, 'out'), cacheDir: join(folder, 'cache') });
}

function makePart(part: 'pages' | 'index', settings: Settings): Promise<Cost> {
  return runMeasured(process.execPath, nodeArgs('bench/build-stage.ts', part), {
    env: asEnvironment(settings),
  });
}

async function costOfPictures(documents: number): Promise<Cost> {
  const [drawn] = await measurePictures(documents);
  if (drawn === undefined) throw new Error('The pictures were not measured.');
  const { fromNothingSeconds: seconds, fromNothingProcessorSeconds: processorSeconds, peakMemoryMb } = drawn;
  return { seconds, processorSeconds, peakMemoryMb };
}

/** Compiled code depends on the site's address: a new address forces compilation, whatever was measured before. */
function giveNewAddress(content: string): void {
  change(join(content, 'site.yml'), /^url: .*$/m, `url: https://county-${Date.now()}.example/`);
}

function changePolicy(content: string, title: string): void {
  change(join(content, 'policies', 'di-bao.mdx'), /^title: .*$/m, `title: ${title}`);
}

/** Changes a glossary explanation: the first generated term occurs in a large part of the documents. */
function changeWord(content: string): void {
  const made = join(content, 'glossary', 'made-word-0.yml');
  const file = existsSync(made) ? made : join(content, 'glossary', 'gong-shi.yml');
  change(file, /^plain: .*$/m, 'plain: 先问清楚，再去办。');
}

function change(path: string, from: RegExp, to: string): void {
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`Nothing changed in ${path}.`);
  writeFileSync(path, after);
}
