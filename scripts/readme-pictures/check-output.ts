/** The output of `check` for a policy with mistakes that editors often make. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDir } from '../../src/settings.ts';

const COMMAND = join(projectDir, 'scripts', 'mingbai.ts');
const FILE = 'policies/di-bao.mdx';

/** Each typing error: the text of the example, and the wrong text. */
const SLIPS: readonly [right: RegExp, slip: string][] = [
  [/^reviewedOn: (\d+)-(\d+)-(\d+)$/m, 'reviewedOn: $1/$2/$3'],
  [/^ {2}- lao-ren$/m, '  - lao-rem'],
  [/^cost: (.*)$/m, 'cost: $1，问李主任13912345678'],
];

/** The command and its output, as on a terminal. */
export function checkOutput(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-pictures-'));
  try {
    const content = join(folder, 'content');
    cpSync(join(projectDir, 'content'), content, { recursive: true });
    const path = join(content, FILE);
    let text = readFileSync(path, 'utf8');
    for (const [right, slip] of SLIPS) {
      if (!right.test(text)) throw new Error(`The example no longer has ${right}.`);
      text = text.replace(right, slip);
    }
    writeFileSync(path, text);
    const { stdout } = spawnSync(process.execPath, [COMMAND, 'check', '--content', content], {
      cwd: projectDir,
      encoding: 'utf8',
    });
    return `$ npm run check\n${stdout.replaceAll(`${content}/`, 'content/')}`.trimEnd();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
