/** A real repository of git for tests, with one content folder. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface TestRepository {
  /** The bare repository. */
  bare: string;
  /** Commits these files, and removes those whose text is undefined; returns the commit. */
  commit(files: Readonly<Record<string, string | undefined>>, day?: string): string;
  git(...args: string[]): string;
}

/** Runs git without the user's settings. Throws with what it says. */
export function testGit(folder: string, ...args: string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const who = [
    '-c',
    'user.name=省里',
    '-c',
    'user.email=sheng@province.example',
    '-c',
    'protocol.file.allow=always',
  ];
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...who, ...args], {
    encoding: 'utf8',
    env,
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** Makes `NAME.git` in a folder. */
export function makeTestRepository(folder: string, name: string): TestRepository {
  const [bare, work] = [join(folder, `${name}.git`), join(folder, `${name}.work`)];
  mkdirSync(work, { recursive: true });
  testGit(folder, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
  testGit(work, 'init', '--quiet', '--initial-branch=main');
  testGit(work, 'remote', 'add', 'origin', bare);
  const git = (...args: string[]) => testGit(work, ...args);
  return {
    bare,
    git,
    commit(files, day = '2026-11-01') {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(work, path)), { recursive: true });
        if (text === undefined) rmSync(join(work, path));
        else writeFileSync(join(work, path), text);
      }
      git('add', '--all');
      process.env.GIT_COMMITTER_DATE = `${day}T12:00:00+0800`;
      try {
        git('commit', '--quiet', '--allow-empty', '-m', '改内容');
      } finally {
        delete process.env.GIT_COMMITTER_DATE;
      }
      git('push', '--quiet', '--force', 'origin', 'HEAD');
      return git('rev-parse', 'HEAD');
    },
  };
}
