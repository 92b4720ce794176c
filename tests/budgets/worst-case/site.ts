/** The site of the worst-case content, built once for all tests that use it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

let built: string | undefined;

/** The folder of the built site; removed when the tests end. Throws with the output of the build if it fails. */
export function buildWorstCase(): string {
  if (built !== undefined) return built;
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-worst-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, [fileURLToPath(new URL('build.ts', import.meta.url)), folder], {
    stdio: 'pipe',
  });
  built = join(folder, 'out');
  return built;
}

/** Its worst-case page of each collection, with the readers' name for it. */
export const worstCasePages: readonly [what: string, address: string][] = [
  ['a guide', '/worst/'],
  ['a policy', '/policies/worst/'],
  ['a story', '/stories/worst/'],
  ['a notice', '/notices/worst/'],
];
/** The pages that list or repeat it. */
export const listPages: readonly [what: string, address: string][] = [
  ['the home page', '/'],
  ['the list of policies', '/policies/'],
  ['the calendar of notices', '/notices/'],
  ['the list of stories', '/stories/'],
  ['whom to ring', '/contacts/'],
  ['the glossary', '/glossary/'],
  ['an audience', '/audiences/one/'],
  ['a place', '/places/village/'],
  ['the toolkit', '/toolkit/'],
  ['what is new', '/digest/'],
];
