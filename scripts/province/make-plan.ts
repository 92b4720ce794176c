/** Makes the plan of a province: reads what each county's site is made from and compares it with what was built last. */
import { hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { dependencyFolders } from '../../src/corpus/index.ts';
import type { ContentHistory } from '../../src/documents/history.ts';
import {
  type Digest,
  type FolderHash,
  isWhole,
  openFolderHashes,
  type Plan,
  planCounties,
  readStamp,
} from '../../src/province/index.ts';
import { shellQuote } from '../../src/publish/shell-quote.ts';
import { readCachedHistory } from '../check-corpus.ts';
import { machineHash } from './machine-hash.ts';
import { type County, type Province, pathFrom, stampOf, workDirOf } from './read-province.ts';

/** What the build of a county needs besides the plan. */
export interface CountyInputs extends County {
  digest: Digest;
  history: ContentHistory;
  /** Every folder that is read, the county's own first. */
  folders: string[];
}

/** The plan, and the inputs of each county by its id. */
export async function makePlan(
  province: Province,
): Promise<{ plan: Plan; inputs: Map<string, CountyInputs> }> {
  const hashes = openFolderHashes(join(workDirOf(province), 'file-hashes.json'));
  const inputs = new Map<string, CountyInputs>();
  for (const county of province.counties) inputs.set(county.id, await readInputs(county, hashes.hashFolder));
  hashes.flush();
  const planned = [...inputs.values()].map(({ id, settings, digest }) => {
    const stamp = readStamp(stampOf(province, id));
    return {
      id,
      digest,
      stamp,
      out: pathFrom(dirname(province.file), settings.outDir),
      command: commandFor(province, { id, settings }),
      isWhole: () => stamp !== undefined && isWhole(settings.outDir, stamp),
    };
  });
  return { plan: planCounties(planned), inputs };
}

async function readInputs(county: County, hashFolder: FolderHash): Promise<CountyInputs> {
  const { settings } = county;
  const history = await readCachedHistory(settings);
  const { contentDir, publicDir } = settings;
  const own = [contentDir, publicDir];
  const folders = dependencyFolders({ contentDir, publicDir }, { basesDir: settings.basesDir });
  const bases = folders.filter((folder) => !own.includes(folder));
  const digestOf = (parts: string[]) => hash('sha256', parts.join('\n'));
  return {
    ...county,
    history,
    folders,
    digest: {
      content: digestOf([...own.map(hashFolder), JSON.stringify(history)]),
      base: digestOf(bases.map(hashFolder)),
      code: machineHash(),
      day: settings.today,
    },
  };
}

/** The command that builds one county, typed in the folder of province.yml. */
function commandFor({ file }: Province, { settings }: County): string {
  const path = (absolute: string) => pathFrom(dirname(file), absolute);
  const words = ['npx', 'mingbai', 'build', '--content', path(settings.contentDir)];
  words.push('--public', path(settings.publicDir), '--out', path(settings.outDir), '--today', settings.today);
  return words.map(shellQuote).join(' ');
}
