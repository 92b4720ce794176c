/** Prints diagnostics, one line each, and their numbers. */
import { type Diagnostic, formatDiagnostic } from '../src/documents/diagnostic.ts';

/** Prints the diagnostics and a closing line; nothing without diagnostics. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], stream: NodeJS.WritableStream): void {
  for (const diagnostic of diagnostics) stream.write(`${formatDiagnostic(diagnostic)}\n`);
  if (diagnostics.length === 0) return;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  stream.write(`\n共 ${errors} 处错误，${diagnostics.length - errors} 处提醒。\n`);
}
