/** Runs a tool of the project, shows its output and counts its result. */
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { projectDir } from '../../src/settings.ts';
import { makeTempDir, removeTempDir } from '../temp-dir.ts';
import type { Plan } from './shards.ts';

export interface Count {
  passed: number;
  failed: number;
}

export const ONE_PASSED: Count = { passed: 1, failed: 0 };
export const ONE_FAILED: Count = { passed: 0, failed: 1 };

const bin = join(projectDir, 'node_modules', '.bin');

/** The environment with this Node and the project's own tools in PATH. */
function environment(): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), bin, process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' };
}

/** In the project's folder, with visible output. */
const shown = (): SpawnOptions => ({
  cwd: projectDir,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: environment(),
});

/** Runs a tool and waits for it. */
export function runTool(name: string, args: string[]): Count {
  const command = name === 'node' ? process.execPath : join(bin, name);
  const { status } = spawnSync(command, args, shown());
  return status === 0 ? ONE_PASSED : ONE_FAILED;
}

/** Runs a tool without blocking. */
export async function runToolInBackground(name: string, args: string[]): Promise<Count> {
  const [status] = await once(spawn(join(bin, name), args, shown()), 'exit');
  return status === 0 ? ONE_PASSED : ONE_FAILED;
}

/**
 * Runs a suite of vitest, or the part of it that `more` arguments choose, and counts its tests; a suite that ran no test has failed. Does not
 * block: two parts may run at once.
 */
export async function runVitest(config: string, ...more: string[]): Promise<Count> {
  const folder = makeTempDir('test');
  const report = join(folder, 'report.json');
  const { failed } = await runToolInBackground('vitest', [
    'run',
    '--config',
    config,
    ...more,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  const found: unknown = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  removeTempDir(folder);
  const { numPassedTests = 0, numFailedTests = 0 } = found as {
    numPassedTests?: number;
    numFailedTests?: number;
  };
  return { passed: numPassedTests, failed: Math.max(numFailedTests, failed, numPassedTests === 0 ? 1 : 0) };
}

/** Runs the shards of a plan, as many at once as it has lanes, and adds up their tests. */
export async function runShards(config: string, { lanes, shards }: Plan): Promise<Count> {
  const waiting = [...shards];
  const total: Count = { passed: 0, failed: 0 };
  const runLane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { passed, failed } = await runVitest(config, '--project', next.project, `--shard=${next.shard}`);
      total.passed += passed;
      total.failed += failed;
    }
  };
  await Promise.all(Array.from({ length: lanes }, runLane));
  return total;
}
