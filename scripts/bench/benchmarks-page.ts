/**
 * Writes the tables of docs/benchmarks.md for `npm run bench -- --write`. The page has one block per measurement, between two
 * comments, and in it one table per number of documents, with the date, commit and machine of the measurement.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/settings.ts';
import { UsageError } from '../usage-error.ts';
import { asTable, type Figures } from './table.ts';

export const BENCHMARKS_PAGE: string = join(projectDir, 'docs', 'benchmarks.md');

/** The content of one table. */
export interface Measured {
  /** The name of the measurement on the command line. */
  name: string;
  /** Number of documents; undefined if the measurement has sets of its own. */
  documents?: number | undefined;
  rows: readonly Figures[];
}

/** Date, code version and machine of a measurement. */
export interface Stamp {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Short hash of the commit, with `-dirty` if files were changed since. */
  commit: string;
  machine: string;
}

const HEADING = /^(?=### )/m;
const SIZE = /^### .*, ([\d,]+) documents?$/m;
/** Sort position of a table without a number of documents. */
const NO_SIZE = 0;

/** The page with this table, which replaces the one of the same measurement and size; throws UsageError without a block. */
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

/** Throws UsageError if the page lacks a block for a measurement: better before measuring than after. */
export function requireBlocks(page: string, names: readonly string[]): void {
  for (const name of names) blockOf(page, name);
}

/** The commit as in a stamp; `unknown` outside a repository. */
export function commitOfCode(): string {
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty', '--exclude', '*'], {
    cwd: projectDir,
    encoding: 'utf8',
  });
  return stdout?.trim() || 'unknown';
}

export function readBenchmarksPage(): string {
  return readFileSync(BENCHMARKS_PAGE, 'utf8');
}

/** Offsets of the block between the two comments of a measurement. */
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
