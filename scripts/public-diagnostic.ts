/** The diagnostic for a file of the folder public that is not published. */
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import { PublicFileRefused } from '../src/public-folder/index.ts';

/** Rethrows any other error. */
export function publicDiagnostic(error: unknown): Diagnostic {
  if (!(error instanceof PublicFileRefused)) throw error;
  const file = `public/${error.path}`;
  return { file, line: 1, column: 1, severity: 'error', rule: 'public/refused', message: error.message };
}
