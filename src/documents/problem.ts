/** One thing that is wrong in the content, where it stands and what to do: the line an editor reads. */
import { printable } from './printable.ts';

export interface Problem {
  /** Path of the file, as the editor would type it. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  /** A warning does not stop a build. */
  severity: 'error' | 'warning';
  /** The rule's permanent English name, `schema/missing-field`. */
  rule: string;
  /** In Chinese: what is wrong, why it matters, what to write instead. */
  message: string;
}

/** The finding as one line: `content/policies/x.mdx:12:5 error rule/name 说明`. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, rule, message } = problem;
  const words = message.replace(/\s*\n\s*/g, ' ');
  return printable(`${file}:${line}:${column} ${severity} ${rule} ${words}`);
}

/** Whether any of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** In the order in which an editor would mend them: by file, then from top to bottom. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
