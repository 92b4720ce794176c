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
import type { CheckedContent, Report, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { rule as unusedConfirmation } from './rules/privacy/unused-confirmation.ts';

/** Cached findings of a file, by the digest of all their inputs. */
export interface DiagnosticCache {
  get(key: string): Diagnostic[] | undefined;
  set(key: string, found: Diagnostic[]): void;
}

/** The diagnostics of all rules, or of `only` some. In drafts, errors are warnings. */
export function checkContent(
  content: CheckedContent,
  only: readonly Rule[] = rules,
  cache?: DiagnosticCache,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const everywhere = { ...content, sources: content.allSources };
  const ofSite = content.allSources.filter(({ collection }) => collection === undefined);
  const inPublic: Candidate[] = [];
  for (const rule of only) {
    // A change in another file can break a link.
    rule.check?.(rule.name.startsWith('link/') ? everywhere : content, reportTo(inPublic, rule));
  }
  diagnostics.push(...applyConfirmations(inPublic, ofSite.flatMap(confirmationsIn), ' site.yml 里').left);
  const guessedInPublic = inPublic.filter(({ guess }) => guess !== undefined);
  const ofFiles = preparedIn(content, only);
  const isWhole = checksConfirmations(only);
  const rest = ofFiles.map(({ rule, beyond }) => `${rule.name} ${beyond}`).join('\n');
  for (const source of content.sources) {
    // site.yml also confirms guesses about the folder public: its result then depends on more than its text.
    const isKept = source.collection !== undefined || guessedInPublic.length === 0;
    const key = isKept && source.hash ? hash('sha256', `${source.hash}\n${rest}`) : undefined;
    const before = key === undefined ? undefined : cache?.get(key);
    const found = before ?? checkFile(source, ofFiles, isWhole, isKept ? [] : guessedInPublic);
    if (before === undefined && key !== undefined) cache?.set(key, found);
    diagnostics.push(...found);
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
  const ofFiles = preparedIn(content, only);
  const isWhole = checksConfirmations(only);
  return (source) => sortDiagnostics(checkFile(source, ofFiles, isWhole, []));
}

interface PreparedRule {
  rule: Rule;
  beyond: string;
}

/** A diagnostic; a guess also has the words that it is about. */
interface Candidate {
  diagnostic: Diagnostic;
  guess: string | undefined;
}

function preparedIn(content: CheckedContent, only: readonly Rule[]): PreparedRule[] {
  return only
    .filter(({ checkFile }) => checkFile)
    .map((rule) => ({ rule, beyond: rule.beyond?.(content) ?? '' }));
}

const checksConfirmations = (only: readonly Rule[]) =>
  only.some(({ name }) => name === unusedConfirmation.name);

/** The findings in a file that are not confirmed in it; with `isWhole`, also the confirmations that match nothing. */
function checkFile(
  source: AnnotatedFile,
  ofFiles: readonly PreparedRule[],
  isWhole: boolean,
  elsewhere: readonly Candidate[],
): Diagnostic[] {
  const findings: Candidate[] = [];
  for (const { rule, beyond } of ofFiles) rule.checkFile?.(source, reportTo(findings, rule), beyond);
  const { left, unused } = applyConfirmations(
    findings,
    confirmationsIn(source),
    '文件开头的字段里',
    elsewhere,
  );
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
