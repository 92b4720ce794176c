/** What every report of an import ends with: the findings of the check in what was written, and plain lines. */
import { formatDiagnostic } from '../src/documents/diagnostic.ts';
import { printable } from '../src/documents/printable.ts';
import type { Settings } from '../src/settings.ts';
import { checkCorpus } from './check-corpus.ts';

/** Families of rules, the part of their names before the stroke. */
export type RuleFamily = 'text' | 'privacy' | 'mdx' | 'link';

/** What the rules of these families find in files that were just written, one line each; without files nothing is checked. */
export async function findingsIn(
  settings: Settings,
  files: readonly string[],
  families: readonly RuleFamily[],
): Promise<string[]> {
  if (files.length === 0) return [];
  const written = new Set(files);
  const wanted = new Set<string>(families);
  const { diagnostics } = await checkCorpus(settings);
  return diagnostics
    .filter(({ file, rule }) => written.has(file) && wanted.has(rule.split('/')[0] ?? ''))
    .map(formatDiagnostic);
}

/** Prints lines; texts of an imported file cannot control the terminal. */
export function printReport(lines: readonly string[]): void {
  process.stdout.write(`${lines.map(printable).join('\n')}\n`);
}
