/** What the editor is told of a file of the folder public that is not published. */
import type { Problem } from '../src/documents/problem.ts';
import { PublicFileRefused } from '../src/public-folder/index.ts';

/** The refusal as a problem of the file. Any other failure is thrown on. */
export function publicProblem(error: unknown): Problem {
  if (!(error instanceof PublicFileRefused)) throw error;
  const file = `public/${error.path}`;
  return { file, line: 1, column: 1, severity: 'error', rule: 'public/refused', message: error.message };
}
