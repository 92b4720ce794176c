/** Builds the site of a province from what the sites of its counties say of themselves. */
import { hash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountyInput, FrontInput } from '../../src/province/front/index.ts';
import { listOutput, readCountySummary } from '../../src/province/index.ts';
import { projectDir, readSettings } from '../../src/settings.ts';
import { onInterrupt } from '../interrupt.ts';
import { forkWorker } from '../worker-process.ts';
import type { FrontTask } from './front-worker.ts';
import { machineHash } from './machine-hash.ts';
import { frontDirOf, isFrontWhole, placeFront, readFrontStamp } from './place-front.ts';
import type { Province } from './read-province.ts';
import { SEARCH_FOLDER } from './write-search.ts';

export interface BuiltFront {
  /** `none` without an address in province.yml, or without any county. */
  state: 'none' | 'unchanged' | 'built';
  /** The ids of the counties that it does not have, because none of their sites has been built. */
  missing: string[];
}

/** Builds the pages and puts them beside the counties, if what they are made from has changed. */
export async function buildFront(province: Province): Promise<BuiltFront> {
  const { about, today, outDir } = province;
  if (about === undefined) return { state: 'none', missing: [] };
  const counties = province.counties.flatMap(({ id, name, reading, settings }): CountyInput[] => {
    const summary = readCountySummary(settings.outDir);
    return summary === undefined ? [] : [{ id, name, reading, summary }];
  });
  const known = new Set(counties.map(({ id }) => id));
  const missing = province.counties.map(({ id }) => id).filter((id) => !known.has(id));
  if (counties.length === 0) return { state: 'none', missing };
  const hasSearch = existsSync(join(outDir, SEARCH_FOLDER, 'index.html'));
  const input: FrontInput = { about, day: today, counties, hasSearch };
  const text = JSON.stringify(input);
  const digest = hash('sha256', `${machineHash()}\n${text}`);
  const stamp = readFrontStamp(province);
  if (stamp?.digest === digest && isFrontWhole(outDir, stamp)) return { state: 'unchanged', missing };
  const work = join(frontDirOf(province), 'making');
  const remove = () => rmSync(work, { recursive: true, force: true });
  remove();
  const cancel = onInterrupt(remove);
  try {
    const site = join(work, 'site');
    mkdirSync(site, { recursive: true });
    writeFileSync(join(work, 'input.json'), text);
    await renderPages(province, join(work, 'input.json'), site);
    copyFileSync(join(projectDir, 'public', 'icon.svg'), join(site, 'icon.svg'));
    placeFront(province, site, { digest, files: listOutput(site) });
  } finally {
    cancel();
    remove();
  }
  return { state: 'built', missing };
}

async function renderPages(province: Province, input: string, site: string): Promise<void> {
  const abort = new AbortController();
  const settings = readSettings({
    MINGBAI_OUT: site,
    // It has no folder of photographs.
    MINGBAI_PUBLIC: `${site}-public`,
    MINGBAI_CACHE: join(frontDirOf(province), 'cache'),
    MINGBAI_TODAY: province.today,
  });
  const worker = forkWorker<FrontTask, void>(
    import.meta.resolve('./front-worker.ts'),
    settings,
    abort.signal,
  );
  const cancel = onInterrupt(() => abort.abort());
  try {
    await worker.run({ input });
  } finally {
    await worker.close();
    cancel();
  }
}
