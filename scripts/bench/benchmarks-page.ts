/**
 * The tables of docs/benchmarks.md, which `npm run bench -- --write` writes and nobody else. The page has one block for each
 * measurement, between two comments; in it stands one table for each number of documents, with the day, the commit and the
 * machine of its measurement.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/settings.ts';
import { UsageError } from '../usage-error.ts';
import { asTable, type Figures } from './table.ts';

export const BENCHMARKS_PAGE: string = join(projectDir, 'docs', 'benchmarks.md');

/** What one table shows. */
export interface Measured {
  /** The name of the measurement, as the command takes it. */
  name: string;
  /** How many documents were measured; absent where the measurement has sets of its own. */
  documents?: number | undefined;
  rows: readonly Figures[];
}

/** When, with which version of the code and where something was measured. */
export interface Stamp {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Short name of the commit, with `-dirty` where files were changed since. */
  commit: string;
  machine: string;
}

const HEADING = /^(?=### )/m;
const SIZE = /^### .*, ([\d,]+) documents?$/m;
/** Where a table without a number of documents stands among the others. */
const NO_SIZE = 0;

/** The page with this table in place of the one of the same measurement and size; throws UsageError where it has no block for it. */
export function withTable(page: string, measured: Measured, stamp: Stamp): string {
  const { name } = measured;
  const { start, end } = blockOf(page, name);
  const tables = new Map(
    page
      .slice(start, end)
      .split(HEADING)
      .filter((section) => section.startsWith('### '))
      .map((section) => [sizeOf(section), section.trim()]),
  );
  const section = sectionOf(measured, stamp);
  tables.set(sizeOf(section), section);
  const sections = [...tables].sort(([a], [b]) => a - b).map(([, text]) => text);
  return `${page.slice(0, start)}\n\n${sections.join('\n\n')}\n\n${page.slice(end)}`;
}

/** Throws UsageError where the page has no block for a measurement: better told before measuring than after. */
export function requireBlocks(page: string, names: readonly string[]): void {
  for (const name of names) blockOf(page, name);
}

/** The commit of the project's code, as a stamp has it; `unknown` outside a repository. */
export function commitOfCode(): string {
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty', '--exclude', '*'], {
    cwd: projectDir,
    encoding: 'utf8',
  });
  return stdout?.trim() || 'unknown';
}

/** The page as it is now. */
export function readBenchmarksPage(): string {
  return readFileSync(BENCHMARKS_PAGE, 'utf8');
}

/** What stands between the two comments of a measurement, by offsets. */
function blockOf(page: string, name: string): { start: number; end: number } {
  const [begin, finish] = [`<!-- bench:${name}:begin -->`, `<!-- bench:${name}:end -->`];
  const [start, end] = [page.indexOf(begin), page.indexOf(finish)];
  if (start < 0 || end < start) {
    throw new UsageError(`docs/benchmarks.md has no place for "${name}": add ${begin} and ${finish}.`);
  }
  return { start: start + begin.length, end };
}

function sizeOf(section: string): number {
  return Number(SIZE.exec(section)?.[1]?.replaceAll(',', '') ?? NO_SIZE);
}

function sectionOf({ name, documents, rows }: Measured, { day, commit, machine }: Stamp): string {
  const size = documents === undefined ? '' : `, ${documents.toLocaleString('en')} documents`;
  return `### ${name}${size}\n\nMeasured on ${day} at commit ${commit}, ${machine}.\n\n${asTable(rows)}`.trim();
}
