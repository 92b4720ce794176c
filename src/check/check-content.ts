/** Runs the rules over the content and returns their diagnostics. */
import { hash } from 'node:crypto';
import { type Diagnostic, sortDiagnostics } from '../documents/diagnostic.ts';
import { type AnnotatedFile, positionOf } from '../documents/source.ts';
import {
  type Confirmation,
  confirmationAdvice,
  confirmationsIn,
  excludeConfirmed,
  isGuessRule,
} from './confirmations.ts';
import { mayContain } from './may-contain.ts';
import type { CheckedContent, Report, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { rule as unusedConfirmation } from './rules/privacy/unused-confirmation.ts';
import { openScans } from './scanned.ts';

/** Cached findings and scans of a file, by the digest of all their inputs. */
export interface CheckCache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** The diagnostics of all rules, or of `only` some. In drafts, errors are warnings. */
export function checkContent(
  content: CheckedContent,
  only: readonly Rule[] = rules,
  cache?: CheckCache,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const everywhere = { ...content, sources: content.allSources };
  const ofSite = content.allSources.filter(({ collection }) => collection === undefined);
  const inPublic: Candidate[] = [];
  const scanOf = openScans(only, cache);
  for (const rule of only) {
    // A change in another file can break a link.
    const checked = rule.name.startsWith('link/') ? everywhere : content;
    rule.check?.(checked, reportTo(inPublic, rule), rule.scan && scanOf(rule));
  }
  diagnostics.push(...applyConfirmations(inPublic, ofSite.flatMap(confirmationsIn), ' site.yml 里').left);
  const guessedInPublic = inPublic.filter(({ guess }) => guess !== undefined);
  const groups = groupRules(only, content);
  const isWhole = checksConfirmations(only);
  for (const source of content.sources) {
    const found = groups.flatMap((group) => findCached(source, group, cache));
    // site.yml also confirms guesses about the folder public.
    const elsewhere = source.collection === undefined ? guessedInPublic : [];
    diagnostics.push(...excludeConfirmedIn(source, found, isWhole, elsewhere));
  }
  return sortDiagnostics(diagnostics);
}

/**
 * Prepares the rules of `only` that check one file, for texts that change while the rest of the content stays: what some rules take from the
 * content is then computed once. Returns the findings in one file; in drafts, errors are warnings.
 */
export function openFileCheck(
  content: CheckedContent,
  only: readonly Rule[] = rules,
): (source: AnnotatedFile) => Diagnostic[] {
  const groups = groupRules(only, content);
  const isWhole = checksConfirmations(only);
  return (source) => {
    const found = groups.flatMap((group) => findCached(source, group));
    return sortDiagnostics(excludeConfirmedIn(source, found, isWhole, []));
  };
}

/** Rules for single files that depend on the same things beyond the file. */
interface RuleGroup {
  rules: Rule[];
  beyond: string;
  /** A digest of the names of the rules and of `beyond`. */
  digest: string;
}

/** The rules for single files: a new telephone number of an office must not repeat those that do not depend on it. */
function groupRules(only: readonly Rule[], content: CheckedContent): RuleGroup[] {
  const groups = new Map<string, Rule[]>();
  for (const rule of only) {
    if (rule.checkFile === undefined) continue;
    const beyond = rule.beyond?.(content) ?? '';
    groups.set(beyond, [...(groups.get(beyond) ?? []), rule]);
  }
  return Array.from(groups, ([beyond, rules]) => {
    const digest = hash('sha256', [...rules.map(({ name }) => name), beyond].join('\n'));
    return { rules, beyond, digest };
  });
}

/** The findings of a group in a file, from the cache if it has them. */
function findCached(
  source: AnnotatedFile,
  { rules, beyond, digest }: RuleGroup,
  cache?: CheckCache,
): Candidate[] {
  const key = source.hash ? hash('sha256', `${source.hash}\n${digest}`) : undefined;
  const before = key === undefined ? undefined : (cache?.get(key) as Candidate[] | undefined);
  if (before !== undefined) return before;
  const candidates: Candidate[] = [];
  for (const rule of rules) rule.checkFile?.(source, reportTo(candidates, rule), beyond);
  const found = mayHaveConfirmations(source) ? candidates : candidates.map(withFirstAdvice);
  if (key !== undefined) cache?.set(key, found);
  return found;
}

/** A diagnostic; a guess also has the words that it is about. */
interface Candidate {
  diagnostic: Diagnostic;
  guess?: string | undefined;
}

/** Whether the file may confirm guesses: only then their messages depend on more than the guess. */
const mayHaveConfirmations = (source: AnnotatedFile) => mayContain(source, 'confirmed');

const IN_FIELDS = '文件开头的字段里';

/** A guess in a file without confirmations, with the advice how to confirm it. */
function withFirstAdvice({ diagnostic, guess }: Candidate): Candidate {
  if (guess === undefined) return { diagnostic };
  const advice = confirmationAdvice(diagnostic.rule, guess, IN_FIELDS, true);
  return { diagnostic: { ...diagnostic, message: `${diagnostic.message}${advice}` }, guess };
}

const checksConfirmations = (only: readonly Rule[]) =>
  only.some(({ name }) => name === unusedConfirmation.name);

/** The findings in a file that are not confirmed in it; with `isWhole`, also the confirmations that match nothing. */
function excludeConfirmedIn(
  source: AnnotatedFile,
  findings: readonly Candidate[],
  isWhole: boolean,
  elsewhere: readonly Candidate[],
): Diagnostic[] {
  if (!mayHaveConfirmations(source)) return findings.map(({ diagnostic }) => diagnostic);
  const confirmations = confirmationsIn(source);
  const { left, unused } = applyConfirmations(findings, confirmations, IN_FIELDS, elsewhere);
  if (!isWhole) return left;
  const stale: Candidate[] = [];
  for (const { rule, text, offset } of unused) {
    const words = isGuessRule(rule)
      ? `现在没有哪条 ${rule} 的提醒说到「${text}」，留着它，以后真有问题也不会提醒。`
      : `${rule} 不是可以这样确认的规则。`;
    reportTo(stale, unusedConfirmation)(source, offset, `${words}请照提醒里「」中的字写，或者删掉这一条。`);
  }
  return [...left, ...stale.map(({ diagnostic }) => diagnostic)];
}

/** The unconfirmed diagnostics, and the confirmations that match neither these nor `elsewhere`. */
function applyConfirmations(
  findings: readonly Candidate[],
  confirmations: readonly Confirmation[],
  where: string,
  elsewhere: readonly Candidate[] = [],
): { left: Diagnostic[]; unused: Confirmation[] } {
  const certain = findings.filter(({ guess }) => guess === undefined).map(({ diagnostic }) => diagnostic);
  const guesses = [...findings, ...elsewhere].flatMap(({ diagnostic, guess: text }) =>
    text === undefined ? [] : [{ rule: diagnostic.rule, text, diagnostic }],
  );
  const { left, unused } = excludeConfirmed(guesses, confirmations);
  const own = new Set(findings.map(({ diagnostic }) => diagnostic));
  const open = left
    .filter(({ diagnostic }) => own.has(diagnostic))
    .map(({ rule, text, diagnostic }) => ({
      ...diagnostic,
      message: `${diagnostic.message}${confirmationAdvice(rule, text, where, confirmations.length === 0)}`,
    }));
  return { left: [...certain, ...open], unused };
}

function reportTo(findings: Candidate[], { name, severity }: Rule): Report {
  return ({ file, source, isDraft }, offset, message, guess) => {
    const gently = isDraft || guess !== undefined ? 'warning' : severity;
    const diagnostic: Diagnostic = {
      file,
      ...positionOf(source, offset),
      severity: gently,
      rule: name,
      message,
    };
    findings.push({ diagnostic, guess: guess?.trim() });
  };
}

/** The rules whose errors stop a build. */
export const buildRules: readonly Rule[] = rules.filter(({ stopsBuild }) => stopsBuild);
