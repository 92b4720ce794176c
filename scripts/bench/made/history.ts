/** A past for made content: a repository in which editors changed documents, one commit after another. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDice, type Dice } from './dice.ts';

const REASONS = ['改了钱数', '按新文件核对', '改正时间', '乡里来电话说变了', '把话说明白'];
/** How many changes of one commit there are at the most. */
const MOST_FILES = 5;

/** Makes `folder` a repository with a first commit and `commits` changes of policies and notices, an hour apart. */
export function makeHistory(folder: string, commits: number, seed: number): void {
  const dice = createDice(seed, 'history');
  const files = ['policies', 'notices'].flatMap((collection) =>
    readdirSync(join(folder, collection, 'made'))
      .sort()
      .map((name) => join(folder, collection, 'made', name)),
  );
  git(folder, ['init', '--quiet', '--initial-branch=main'], 0);
  commit(folder, '第一次写进来', 0);
  for (let number = 1; number <= commits; number += 1) {
    const changed = new Set(Array.from({ length: dice.between(1, MOST_FILES) }, () => dice.pick(files)));
    for (const file of changed) {
      const text = readFileSync(file, 'utf8');
      const after = changeFigure(text, dice);
      writeFileSync(file, after === text ? `${text}\n先问清楚，再去办。\n` : after);
    }
    commit(folder, dice.pick(REASONS), number);
  }
}

/** The first amount, or where it begins, becomes another. */
function changeFigure(text: string, dice: Dice): string {
  return text
    .replace(/每亩\d+元/, `每亩${dice.between(10, 900)}元`)
    .replace(
      /^(starts: \S+ \d\d:)\d\d$/m,
      (_, before: string) => `${before}${dice.pick(['10', '20', '40'])}`,
    );
}

function commit(folder: string, message: string, number: number): void {
  git(folder, ['add', '--all'], number);
  git(folder, ['commit', '--quiet', '--message', message], number);
}

/** Nothing of the machine's own settings and clock comes in: two runs make the same commits. */
function git(folder: string, args: readonly string[], hour: number): void {
  const when = `${1_780_000_000 + hour * 3600} +0800`;
  const names = { GIT_AUTHOR_NAME: 'made', GIT_AUTHOR_EMAIL: 'made@localhost', GIT_AUTHOR_DATE: when };
  const { status, stderr } = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      ...names,
      GIT_COMMITTER_NAME: 'made',
      GIT_COMMITTER_EMAIL: 'made@localhost',
      GIT_COMMITTER_DATE: when,
    },
  });
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr}`);
}
