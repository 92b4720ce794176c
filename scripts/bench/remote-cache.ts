/**
 * Measures a site on a new host: from nothing, and after another host has made it and shared it through the remote cache. Both on hosts where the
 * program was just installed, one after the other in turn. The storage is an S3 server in this process.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remoteCacheVariables } from '../../tests/object-storage/remote-cache-variables.ts';
import { startStorage } from '../../tests/object-storage/server.ts';
import { hostBuildArgs, hostEnvironment, installHost } from './fresh-host.ts';
import { GENERATED_DAY, generateCounty, REAL_DOCUMENTS } from './generate-content.ts';
import { type Cost, runMeasured } from './measured-run.ts';
import { median } from './median.ts';
import type { Figures } from './table.ts';

/** One kind of host. */
export interface RemoteCacheFigures extends Figures {
  documents: number;
  what: string;
  seconds: number;
  processorSeconds: number;
  /** To the host that makes everything. */
  timesNothing: number;
  timesNothingProcessor: number;
  objects: number;
}

/** More runs where one takes seconds. */
const roundsFor = (documents: number): number => (documents > 100 ? 3 : 5);
/** Each takes half a second to encode. The real content has none. */
const PHOTOGRAPHS = 5;

export async function measureRemoteCache(documents: number): Promise<RemoteCacheFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const { storage, close } = await startStorage(join(folder, 'storage'));
  try {
    const made = Math.max(0, documents - REAL_DOCUMENTS);
    await generateCounty(folder, made, {
      history: Math.min(50, Math.floor(made / 5)),
      photographs: made > 0 ? PHOTOGRAPHS : 0,
    });
    const remote = remoteCacheVariables(storage);
    let hosts = 0;
    const build = async (env: Record<string, string>): Promise<Cost> => {
      hosts += 1;
      const host = installHost(join(folder, 'hosts', String(hosts)));
      const content = ['--content', join(folder, 'content'), '--public', join(folder, 'public')];
      const args = hostBuildArgs(host, [...content, '--today', GENERATED_DAY]);
      const cost = await runMeasured(process.execPath, args, {
        cwd: host,
        env: { ...hostEnvironment(host), ...env },
      });
      process.stderr.write(
        `  ${cost.seconds.toFixed(1)} s, ${cost.processorSeconds.toFixed(1)} s of processors\n`,
      );
      rmSync(host, { recursive: true, force: true });
      return cost;
    };
    const writing = await build(remote);
    const readOnly = { ...remote, MINGBAI_REMOTE_CACHE_WRITE: 'no' };
    const costs: { nothing: Cost[]; shared: Cost[] } = { nothing: [], shared: [] };
    for (let round = 0; round < roundsFor(documents); round += 1) {
      costs.nothing.push(await build({}));
      costs.shared.push(await build(readOnly));
    }
    const objects = readdirSync(join(folder, 'storage'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('_object'),
    ).length;
    const middle = (of: readonly Cost[]) => ({
      seconds: median(of.map(({ seconds }) => seconds)),
      processorSeconds: median(of.map(({ processorSeconds }) => processorSeconds)),
    });
    const nothing = middle(costs.nothing);
    const row = (what: string, of: readonly Cost[], sent: number): RemoteCacheFigures => {
      const { seconds, processorSeconds } = middle(of);
      const timesNothing = seconds / nothing.seconds;
      const timesNothingProcessor = processorSeconds / nothing.processorSeconds;
      return {
        documents,
        what,
        seconds,
        processorSeconds,
        timesNothing,
        timesNothingProcessor,
        objects: sent,
      };
    };
    return [
      row('from nothing', costs.nothing, 0),
      row('from nothing, and all put into the storage', [writing], objects),
      row('all taken from the storage', costs.shared, objects),
    ];
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}
