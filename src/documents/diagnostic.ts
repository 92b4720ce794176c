/** One finding about the content, with its position and advice: the line that an editor reads. */
import { printable } from './printable.ts';

export interface Diagnostic {
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

/** The diagnostic as one line: `content/policies/x.mdx:12:5 error rule/name 说明`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, rule, message } = diagnostic;
  const words = message.replace(/\s*\n\s*/g, ' ');
  return printable(`${file}:${line}:${column} ${severity} ${rule} ${words}`);
}

/** Whether any of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Sorted in the order in which an editor fixes them: by file, then from top to bottom. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
