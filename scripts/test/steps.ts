/** The steps of `npm test`. */
import { availableParallelism } from 'node:os';
import { UsageError } from '../usage-error.ts';
import { ensureChromium, ensureOldChromiums } from './browsers.ts';
import { ensurePrograms } from './programs.ts';
import { type Count, runShards, runTool, runToolInBackground, runVitest } from './run-tool.ts';
import { planShards } from './shards.ts';

/** One step of `npm test`. */
export interface Step {
  name: string;
  title: string;
  /** Runs the step; a step that is no test suite counts as one test. */
  run(): Promise<Count> | Count;
  /** Whether it starts with the first step: it needs nothing that other steps install, and those wait for the network. */
  isEarly?: boolean;
}

export const steps: readonly Step[] = [
  { name: 'machine', title: 'A browser on this machine', run: () => ensureChromium() },
  { name: 'old-browsers', title: 'Chromium 80 and 92', run: () => ensureOldChromiums() },
  { name: 'programs', title: 'More browsers, web servers and Kiwix', run: () => ensurePrograms() },
  {
    name: 'lint',
    title: 'Format and lint',
    run: () => runToolInBackground('biome', ['check', '--error-on-warnings', '.']),
    isEarly: true,
  },
  { name: 'unit', title: 'Unit tests', run: () => runVitest('vitest.config.ts') },
  {
    name: 'types',
    title: 'Types',
    // Of templates and of all other files of tsconfig.json.
    run: () => runToolInBackground('astro', ['check', '--minimumSeverity', 'warning']),
    // One process: waited for here, unit tests use the other processors meanwhile.
    isEarly: true,
  },
  { name: 'build', title: 'Build of the site', run: () => runTool('node', ['scripts/mingbai.ts', 'build']) },
  {
    name: 'browser',
    title: 'Tests in browsers and of commands',
    run: () => runShards('tests/vitest.config.ts', planShards(availableParallelism())),
  },
];

/** Runs all steps, or the one named; stops at the first failure. Returns the exit code. */
export async function runSteps(only?: string): Promise<number> {
  const wanted = steps.filter(({ name }) => only === undefined || name === only);
  if (wanted.length === 0) {
    throw new UsageError(`There is no step "${only}": one of ${steps.map(({ name }) => name).join(', ')}.`);
  }
  const total: Count = { passed: 0, failed: 0 };
  const early = wanted.filter(({ isEarly }) => isEarly);
  const begun = new Map(early.map((step) => [step, step.run()]));
  for (const step of wanted) {
    const { title } = step;
    process.stdout.write(`\n== ${title}\n`);
    const began = performance.now();
    const count = await (begun.get(step) ?? step.run());
    total.passed += count.passed;
    total.failed += count.failed;
    process.stdout.write(`-- ${title}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    if (count.failed > 0) break;
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 ? 1 : 0;
}
