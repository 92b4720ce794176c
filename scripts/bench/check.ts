/**
 * Measures the rules: what they find in the example content and in their own faulty examples, and how long and with how
 * much memory they go over many documents. In a process of its own, so that the memory is theirs.
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
import { makeContent, REAL_DOCUMENTS } from './corpus.ts';
import type { Figures } from './table.ts';

/** A row for each family of rules, then one for the speed. */
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
  const { seconds, peakMemoryMb, errors } = measureMany(documents);
  const total = {
    family: `${documents} documents: ${seconds} s, ${peakMemoryMb} MB at the peak`,
    rules: rules.length,
  };
  return [
    ...rows,
    {
      ...total,
      inExampleContent: inExample.length,
      faultyExamples: '',
      foundOnTheirLine: `${errors} errors`,
    },
  ];
}

interface Finding {
  rule: string;
  severity: string;
}

/** The findings of `check` over a content folder. */
function findingsIn(content: string): Finding[] {
  return JSON.parse(runCheck(content).stdout) as Finding[];
}

function runCheck(content: string, ...flags: string[]) {
  const command = [...flags, join(projectDir, 'scripts/mingbai.ts'), 'check', '--json', '--content', content];
  const ran = spawnSync(process.execPath, [...command, '--today', EXAMPLE_DAY], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (ran.status === null || ran.status > 1) throw new Error(ran.stderr);
  return ran;
}

/** How many bad examples some rules have, and in how many each is found where it stands and nowhere else. */
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
      const places = [...corpus.problems, ...checkContent(content)]
        .filter(({ rule }) => rule === name)
        .map(({ file, line, column }) => `${file}:${line}:${column}`);
      examples += 1;
      if (places.sort().join() === expected.join()) found += 1;
      rmSync(folder, { recursive: true });
    }
  }
  return [examples, found];
}

/** The command over many made documents, start of Node and all. */
function measureMany(documents: number) {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    makeContent(join(folder, 'content'), Math.max(0, documents - REAL_DOCUMENTS));
    const report = `data:text/javascript,process.on('exit',()=>process.stderr.write(String(process.resourceUsage().maxRSS)))`;
    const began = performance.now();
    const { stdout, stderr } = runCheck(join(folder, 'content'), '--import', report);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    const errors = (JSON.parse(stdout) as Finding[]).filter(({ severity }) => severity === 'error').length;
    return { seconds, peakMemoryMb: Math.round(Number(/\d+$/.exec(stderr)?.[0]) / 1024), errors };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
