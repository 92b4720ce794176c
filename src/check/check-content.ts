/** The engine: every rule over the whole content, each finding with its place. */
import { hash } from 'node:crypto';
import { type Problem, sortProblems } from '../documents/problem.ts';
import { placeOf, type SourceFile } from '../documents/source.ts';
import type { Content, Report, Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** What was found before in a file, by the digest of all that it was found from. */
export interface KeptFindings {
  take(key: string): Problem[] | undefined;
  put(key: string, found: Problem[]): void;
}

/** What the rules find; `only` the chosen ones. A draft is told gently: it is not published. */
export function checkContent(
  content: Content,
  only: readonly Rule[] = rules,
  kept?: KeptFindings,
): Problem[] {
  const problems: Problem[] = [];
  const everywhere = { ...content, sources: content.allSources };
  for (const rule of only) {
    // A link breaks in the file that has it, by a change in another.
    rule.check?.(rule.name.startsWith('link/') ? everywhere : content, reportTo(problems, rule));
  }
  const ofFiles = only.filter(({ checkFile }) => checkFile).map((rule) => asked(rule, content));
  const rest = ofFiles.map(({ rule, beyond }) => `${rule.name} ${beyond}`).join('\n');
  for (const source of content.sources) {
    const key = source.digest && hash('sha256', `${source.digest}\n${rest}`);
    const before = key === undefined ? undefined : kept?.take(key);
    const found = before ?? checkFile(source, ofFiles);
    if (before === undefined && key !== undefined) kept?.put(key, found);
    problems.push(...found);
  }
  return sortProblems(problems);
}

interface Asked {
  rule: Rule;
  beyond: string;
}

function asked(rule: Rule, content: Content): Asked {
  return { rule, beyond: rule.beyond?.(content) ?? '' };
}

function checkFile(source: SourceFile, ofFiles: readonly Asked[]): Problem[] {
  const problems: Problem[] = [];
  for (const { rule, beyond } of ofFiles) rule.checkFile?.(source, reportTo(problems, rule), beyond);
  return problems;
}

function reportTo(problems: Problem[], { name, severity }: Rule): Report {
  return ({ file, source, isDraft }, offset, message) => {
    const gently = isDraft ? 'warning' : severity;
    problems.push({ file, ...placeOf(source, offset), severity: gently, rule: name, message });
  };
}

/** The rules whose findings no build lets through. */
export const buildRules: readonly Rule[] = rules.filter(({ stopsBuild }) => stopsBuild);
