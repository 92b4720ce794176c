/**
 * Measures the rules: findings in the example content and in their own bad examples, and time and memory over many documents. Runs
 * the command in a process of its own, whose memory is measured.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLE_DAY, writeExample } from '../../src/check/example-folder.ts';
import { checkContent, type Rule, readPublicFiles, rules } from '../../src/check/index.ts';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite } from '../../src/documents/site.ts';
import { projectDir } from '../../src/settings.ts';
import { nodeArgs } from '../node-args.ts';
import { generateContent, REAL_DOCUMENTS } from './generate-content.ts';
import { type Cost, runMeasured } from './measured-run.ts';
import type { Figures } from './table.ts';

/** One row per family of rules, then one for the speed. */
export async function measureCheck(documents: number): Promise<Figures[]> {
  const inExample = findingsIn(join(projectDir, 'content'));
  const families = new Set(rules.map(({ name }) => name.split('/')[0] ?? ''));
  const rows: Figures[] = [];
  for (const family of families) {
    const members = rules.filter(({ name }) => name.startsWith(`${family}/`));
    const [examples, found] = await tryExamples(members);
    rows.push({
      family,
      rules: members.length,
      inExampleContent: inExample.filter(({ rule }) => rule.startsWith(`${family}/`)).length,
      faultyExamples: examples,
      foundOnTheirLine: found,
    });
  }
  const { seconds, peakMemoryMb } = await measureMany(documents);
  const total = {
    family: `${documents} documents: ${seconds.toFixed(1)} s, ${Math.round(peakMemoryMb)} MB at the peak`,
    rules: rules.length,
  };
  return [
    ...rows,
    {
      ...total,
      inExampleContent: inExample.length,
      faultyExamples: '',
      foundOnTheirLine: 'no errors',
    },
  ];
}

interface Finding {
  rule: string;
  severity: string;
}

/** The findings of `check` over a content folder. */
function findingsIn(content: string): Finding[] {
  const ran = spawnSync(process.execPath, checkOf(content), { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (ran.status === null || ran.status > 1) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as Finding[];
}

const checkOf = (content: string) =>
  nodeArgs('mingbai.ts', 'check', '--json', '--content', content, '--today', EXAMPLE_DAY);

/** Number of bad examples of some rules, and of those that are found at the marked positions and nowhere else. */
async function tryExamples(members: readonly Rule[]): Promise<[examples: number, found: number]> {
  let [examples, found] = [0, 0];
  for (const { name, bad } of members) {
    for (const example of bad) {
      const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
      const expected = writeExample(example, folder);
      const today = (typeof example === 'string' ? undefined : example.today) ?? EXAMPLE_DAY;
      const corpus = readCorpus(join(folder, 'content'), 'content', { keepSources: true });
      const publicFiles = await readPublicFiles(join(folder, 'public'));
      const site = createSite(corpus.documents, corpus, today);
      const content = {
        sources: corpus.sources,
        allSources: corpus.sources,
        site,
        publicFiles,
        contentName: 'content',
      };
      const places = [...corpus.diagnostics, ...checkContent(content)]
        .filter(({ rule }) => rule === name)
        .map(({ file, line, column }) => `${file}:${line}:${column}`);
      examples += 1;
      if (places.sort().join() === expected.join()) found += 1;
      rmSync(folder, { recursive: true });
    }
  }
  return [examples, found];
}

/** Cost of the command over many generated documents, with the start of Node. */
async function measureMany(documents: number): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    generateContent(join(folder, 'content'), Math.max(0, documents - REAL_DOCUMENTS));
    return await measureCheckOf(join(folder, 'content'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Cost of the command over a content folder; throws if it finds an error, because it then stops early. */
export function measureCheckOf(content: string, env: Record<string, string> = {}): Promise<Cost> {
  return runMeasured(process.execPath, checkOf(content), { env });
}
