/** A build is repeated only for the same bytes: whatever a site or its report depends on changes the hash of its inputs. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runGitSync } from '../src/git-command.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { hashInputs, readBuildInputs } from './build-inputs.ts';

let root: string;
/** The folder of a county and its province. */
let top: string;
beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  root = mkdtempSync(join(tmpdir(), 'mingbai-inputs-'));
  top = join(root, 'one');
  write('province/content/site.yml', 'name: 省\nurl: https://www.province.example/\n');
  write('province/content/contacts/tel-1.yml', 'id: tel-1\nname: 热线\n');
  write('province/public/form.pdf', '省里的表');
  write('content/site.yml', 'name: 县\nurl: https://www.county.example/\nextends: ../province\n');
  write('content/policies/di-bao.mdx', '---\ntitle: 低保\n---\n');
  write('public/images/wang.png', '照片');
  git('init', '-q');
  commit('写好了');
  write('content/policies/di-bao.mdx', '---\ntitle: 低保金\n---\n');
  commit('改清楚');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}

function git(...args: string[]): void {
  const { code, err } = runGitSync(['-C', top, ...args]);
  expect(code, err).toBe(0);
}

function commit(why: string, ...how: string[]): void {
  git('add', '.');
  git(
    '-c',
    'user.name=王芳',
    '-c',
    'user.email=wang@county.example',
    'commit',
    '-q',
    '--allow-empty',
    '-m',
    why,
    ...how,
  );
}

const settingsOf = (folder = top, changed: Partial<Settings> = {}): Settings => ({
  ...readSettings({ MINGBAI_TODAY: '2026-11-29' }),
  contentDir: join(folder, 'content'),
  publicDir: join(folder, 'public'),
  cacheDir: join(folder, 'cache'),
  basesDir: join(folder, 'cache', 'bases'),
  ...changed,
});
const inputsOf = async (settings = settingsOf()) => (await readBuildInputs(settings))?.hash;

/** Each changes one thing of which a site or the report of its build may be made. */
const changes: [string, () => unknown, Partial<Settings>?][] = [
  ['one byte of a document', () => write('content/policies/di-bao.mdx', '---\ntitle: 低保银\n---\n')],
  ['a document added', () => write('content/policies/yi-bao.mdx', '---\ntitle: 医保\n---\n')],
  ['a document removed', () => rmSync(join(top, 'content/policies/di-bao.mdx'))],
  ['a document renamed', () => rename('content/policies/di-bao.mdx', 'content/policies/di-bao-jin.mdx')],
  ['a document moved', () => rename('content/policies/di-bao.mdx', 'content/policies/2026/di-bao.mdx')],
  ['an empty folder', () => mkdirSync(join(top, 'content/zheng-ce'))],
  ['a file for nobody, which is reported', () => write('content/site.yaml', '')],
  ['a hidden file', () => write('content/policies/.draft.mdx', '')],
  ['the ledger', () => write('content/addresses.yml', '- address: /policies/di-bao/\n')],
  ['one byte of a public file', () => write('public/images/wang.png', '像片')],
  ['a public file added', () => write('public/form.pdf', '县里的表')],
  ['a public file renamed', () => rename('public/images/wang.png', 'public/images/wang-2.png')],
  ['the folder public gone', () => rmSync(join(top, 'public'), { recursive: true })],
  ['a record of the base', () => write('province/content/contacts/tel-1.yml', 'id: tel-1\nname: 新热线\n')],
  ['a record added to the base', () => write('province/content/contacts/tel-2.yml', 'id: tel-2\n')],
  ['a public file of the base', () => write('province/public/form.pdf', '省里的新表')],
  ['no base any more', () => write('content/site.yml', 'name: 县\nurl: https://www.county.example/\n')],
  [
    'a base of the base',
    () => {
      write('nation/site.yml', 'name: 国\nurl: https://www.nation.example/\n');
      write(
        'province/content/site.yml',
        'name: 省\nurl: https://www.province.example/\nextends: ../../nation\n',
      );
    },
  ],
  ['why it was changed, in git', () => commit('改得更清楚', '--amend')],
  ['an earlier change, in git', () => commit('又改', '--date', '2026-01-01T00:00:00+08:00')],
  ['no history', () => rmSync(join(top, '.git'), { recursive: true })],
  ['the day', () => undefined, { today: '2026-11-30' }],
];

function rename(from: string, to: string): void {
  mkdirSync(dirname(join(top, to)), { recursive: true });
  renameSync(join(top, from), join(top, to));
}

test.each(changes)('after a change of %s a site is built anew', async (_, change, changed) => {
  const before = await inputsOf();
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  await change();
  const after = await inputsOf(settingsOf(top, changed));
  expect(after).toMatch(/^[0-9a-f]{64}$/);
  expect(after).not.toBe(before);
});

test('a base of the base counts with all its files', async () => {
  write('nation/site.yml', 'name: 国\nurl: https://www.nation.example/\n');
  write('province/content/site.yml', 'name: 省\nurl: https://www.province.example/\nextends: ../../nation\n');
  const before = await inputsOf();
  write('nation/contacts/tel-3.yml', 'id: tel-3\n');
  expect(await inputsOf()).not.toBe(before);
});

test('a text of the same length and time as before is another input', async () => {
  const file = join(top, 'content/policies/di-bao.mdx');
  const now = new Date();
  utimesSync(file, now, now);
  const before = await inputsOf();
  writeFileSync(file, readFileSync(file, 'utf8').replace('金', '银'));
  utimesSync(file, now, now);
  expect(await inputsOf()).not.toBe(before);
});

test('a clone of the same commit in another folder, on another machine, has the same inputs', async () => {
  const before = await inputsOf();
  cpSync(top, join(root, 'two'), { recursive: true });
  rmSync(join(root, 'two', 'cache'), { recursive: true });
  expect(await inputsOf(settingsOf(join(root, 'two')))).toBe(before);
  write('README.md', '内容以外的文件\n');
  expect(await inputsOf()).toBe(before);
});

test('a job of a province has its history with it: it counts in the place of git', async () => {
  const change = { day: '2026-11-01', why: '改清楚', fields: [] };
  const withHistory = async (why: string) =>
    (await readBuildInputs(settingsOf(), { 'policies/di-bao': [{ ...change, why }] }))?.hash;
  const before = await withHistory('改清楚');
  rmSync(join(top, '.git'), { recursive: true });
  expect(await withHistory('改清楚')).toBe(before);
  expect(await withHistory('改错字')).not.toBe(before);
  expect((await readBuildInputs(settingsOf(), {}))?.hash).not.toBe(await inputsOf());
});

const faults: [string, () => unknown][] = [
  ['a link in the content', () => symlinkSync('di-bao.mdx', join(top, 'content/policies/yi-bao.mdx'))],
  ['a link in public', () => symlinkSync('/etc/hostname', join(top, 'public/hostname.txt'))],
  ['a base that is not there', () => rmSync(join(top, 'province'), { recursive: true })],
  ['no site.yml', () => rmSync(join(top, 'content/site.yml'))],
  ['a name that is no text', () => writeFileSync(Buffer.from(`${top}/public/\xff.pdf`, 'latin1'), '')],
];

test.each(faults)('%s is left to the build itself', async (_, make) => {
  make();
  expect(await inputsOf()).toBeUndefined();
});

const entries = fc.array(fc.tuple(fc.string(), fc.string()));
const level = fc.record({
  content: entries,
  public: entries,
  log: fc.option(fc.string(), { nil: undefined }),
});
const inputs = fc.record({
  version: fc.string(),
  history: fc.constantFrom(undefined, {}, { 'policies/a': [] }),
  today: fc.string(),
  levels: fc.array(level, { minLength: 1, maxLength: 3 }),
});

test('any two different inputs have different hashes: nothing moves from one to the next unseen', () => {
  fc.assert(
    fc.property(inputs, inputs, (one, other) => {
      const hash = hashInputs(one);
      expect(hashInputs(structuredClone(one))).toBe(hash);
      for (const name of ['version', 'today', 'history', 'levels'] as const) {
        const isSame = JSON.stringify(one[name]) === JSON.stringify(other[name]);
        expect(hashInputs({ ...one, [name]: other[name] }) === hash, name).toBe(isSame);
      }
      const [first = { content: [], public: [], log: undefined }, ...rest] = one.levels;
      for (const changed of [
        { ...first, content: [...first.content, ['a', '']] as [string, string][] },
        { ...first, public: [...first.public, ['a', '']] as [string, string][] },
        { ...first, log: `${first.log ?? ''}a` },
        { ...first, log: first.log === undefined ? '' : undefined },
      ])
        expect(hashInputs({ ...one, levels: [changed, ...rest] })).not.toBe(hash);
    }),
  );
});
