/** The style sheet of a built site. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one style sheet of the site in `outDir`; empty if there is none. */
export function readStylesheet(outDir: string): string {
  const folder = join(outDir, 'assets');
  const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.css')) : undefined;
  return file ? readFileSync(join(folder, file), 'utf8') : '';
}
