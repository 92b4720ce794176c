/** The diagnostic for a file of a folder public that is not published. */
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import { PublicFileRefused } from '../src/public-folder/index.ts';

/** `folder` is the name of the folder in messages. Rethrows any other error. */
export function publicDiagnostic(error: unknown, folder: string): Diagnostic {
  if (!(error instanceof PublicFileRefused)) throw error;
  const file = `${folder}/${error.path}`;
  return { file, line: 1, column: 1, severity: 'error', rule: 'public/refused', message: error.message };
}
