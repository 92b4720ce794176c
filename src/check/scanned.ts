/**
 * Rules that decide by the content as a whole, but look for their cases in each file alone. The search is cached until the file changes:
 * without that, every check unpacked and read the texts of all files again.
 */
import { hash } from 'node:crypto';
import type { AnnotatedFile } from '../documents/source.ts';
import type { CheckedContent, Report, Rule, Scan } from './rule.ts';

/** The two halves of such a rule. */
interface ScannedRule<Found> {
  /** The cases in a file, as JSON; may depend on nothing but the file. */
  scan: (source: AnnotatedFile) => Found[];
  /** Reports a case if it is one in this content. */
  check: (found: Found, source: AnnotatedFile, content: CheckedContent, report: Report) => void;
}

/** The properties `scan` and `check` of a rule, from its two halves. */
export function checkScanned<Found>({
  scan,
  check,
}: ScannedRule<Found>): Required<Pick<Rule, 'scan' | 'check'>> {
  return {
    scan,
    check: (content, report, scanned = scan) => {
      for (const source of content.sources) {
        for (const found of scanned(source) as Found[]) check(found, source, content, report);
      }
    },
  };
}

/** What rules found in a file, by the name of the rule; a rule that found nothing is absent. */
type FoundByRule = Record<string, readonly unknown[]>;

/** Values by digest. */
interface ScanCache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** Runs the scans of all rules over a file on the first request for one of them, or takes the cached result. */
export function openScans(rules: readonly Rule[], cache: ScanCache | undefined): (rule: Rule) => Scan {
  const scanning = rules.filter(({ scan }) => scan !== undefined);
  const names = scanning.map(({ name }) => name).join(' ');
  const known = new Map<AnnotatedFile, FoundByRule>();
  const scanAll = (source: AnnotatedFile): FoundByRule =>
    Object.fromEntries(
      scanning.flatMap(({ name, scan }) => {
        const found = scan?.(source) ?? [];
        return found.length > 0 ? [[name, found]] : [];
      }),
    );
  const findAll = (source: AnnotatedFile): FoundByRule => {
    const key = source.hash ? hash('sha256', `${source.hash}\nscan ${names}`) : undefined;
    const before = key === undefined ? undefined : (cache?.get(key) as FoundByRule | undefined);
    const found = before ?? scanAll(source);
    if (before === undefined && key !== undefined) cache?.set(key, found);
    return found;
  };
  return ({ name }) =>
    (source) => {
      const found = known.get(source) ?? findAll(source);
      known.set(source, found);
      return found[name] ?? [];
    };
}
