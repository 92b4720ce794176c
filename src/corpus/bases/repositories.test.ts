/** Bases in real repositories of git, on this machine. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Pin } from '../../schema/base-records.ts';
import { readCorpus } from '../read-corpus.ts';
import { baseRecordsText, findBases } from './index.ts';
import { makeTestRepository, type TestRepository, testGit } from './repository-fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbai-repositories-'));
let top: string;
let basesDir: string;
beforeEach(() => {
  top = mkdtempSync(join(root, 'case-'));
  basesDir = join(top, 'cache');
});
afterAll(() => rmSync(root, { recursive: true }));

const site = (base?: string) =>
  `name: 站\nurl: https://www.county.example/\n${base === undefined ? '' : `extends: ${base}\n`}`;
const contact = (name: string) => `id: tel-1\nname: ${name}\nphone: "12345"\nfor: 不知道找谁，先打这个\n`;

/** A county that extends a repository at a commit. */
function county(base: string, pin?: Pin, files: Readonly<Record<string, string>> = {}): void {
  const records = pin === undefined ? {} : { 'bases.yml': baseRecordsText({ pin }) };
  for (const [path, text] of Object.entries({ 'site.yml': site(base), ...records, ...files })) {
    mkdirSync(dirname(join(top, 'county', path)), { recursive: true });
    writeFileSync(join(top, 'county', path), text);
  }
}
const read = () => readCorpus(join(top, 'county'), 'county', { basesDir });
const names = () => read().documents.contacts.map(({ name }) => name);
const errors = () =>
  read()
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`);
const bases = () => findBases(join(top, 'county'), 'county', { basesDir }).bases.map(({ name }) => name);
const province = (files: Readonly<Record<string, string>>): [TestRepository, string, string] => {
  const repository = makeTestRepository(top, 'province');
  const commit = repository.commit({ 'content/site.yml': site(), ...files });
  return [repository, `file://${repository.bare}`, commit];
};

test('a county takes what its province has at the pinned commit, and nothing changes by itself', () => {
  const [repository, address, commit] = province({ 'content/contacts/tel-1.yml': contact('省里的热线') });
  county(address, { repository: address, commit });
  expect(names()).toEqual(['省里的热线']);
  const next = repository.commit({ 'content/contacts/tel-1.yml': contact('新的热线') });
  expect(names()).toEqual(['省里的热线']);
  county(address, { repository: address, commit: next });
  expect(names()).toEqual(['新的热线']);
  expect(errors()).toEqual([]);
});

test('what was fetched once works without the repository; what was not is a clear error', () => {
  const [repository, address, commit] = province({ 'content/contacts/tel-1.yml': contact('省里的热线') });
  county(address, { repository: address, commit });
  expect(names()).toEqual(['省里的热线']);
  renameSync(repository.bare, `${repository.bare}.away`);
  expect(names()).toEqual(['省里的热线']);
  basesDir = join(top, 'another-machine');
  expect(errors()).toEqual([
    `county/site.yml:3 base/unreachable 没有 ${address} 这个仓库。请看看地址写对了没有，它是不是挪了地方。`,
  ]);
});

test('without a pin, with that of another branch, or with a broken one nothing is fetched', () => {
  const [, address, commit] = province({});
  county(address);
  expect(errors()[0]).toContain('base/not-pinned 还没有记下');
  county(`${address}?ref=v2`, { repository: address, commit });
  expect(errors()[0]).toContain('base/not-pinned 还没有记下');
  county(address, undefined, { 'bases.yml': `pin:\n  repository: ${address}\n  commit: main\n` });
  expect(errors()[0]).toContain('base/not-pinned county/bases.yml 第 3 行读不懂');
  expect(existsSync(basesDir)).toBe(false);
});

test('a commit that the province rewrote away is told, with what to do', () => {
  const [repository, address] = province({});
  repository.git('checkout', '--quiet', '--orphan', 'anew');
  const commit = '1'.repeat(40);
  county(address, { repository: address, commit });
  expect(errors()[0]).toContain('里已经没有 1111111111 这一版了');
});

test('a chain: county, city in a repository, province in the same one, nation in another', () => {
  const nation = makeTestRepository(top, 'nation');
  const nationCommit = nation.commit({
    'site.yml': site(),
    'contacts/a.yml': contact('国甲').replace('tel-1', 'a'),
    'contacts/b.yml': contact('国乙').replace('tel-1', 'b'),
  });
  const nationAddress = `file://${nation.bare}`;
  const [, address, commit] = province({
    'city/content/site.yml': site('../../content'),
    'city/content/contacts/c.yml': contact('市丙').replace('tel-1', 'c'),
    'content/site.yml': site(nationAddress),
    'content/bases.yml': baseRecordsText({ pin: { repository: nationAddress, commit: nationCommit } }),
    'content/contacts/b.yml': 'inherits: rest\nname: 省乙\n',
  });
  county(`${address}//city/content`, { repository: address, commit });
  expect(errors()).toEqual([]);
  expect(names()).toEqual(['国甲', '省乙', '市丙']);
  expect(bases().map((name) => name.replace(top, ''))).toEqual([
    '/province.git/city/content',
    '/province.git/content',
    '/nation.git',
  ]);
});

test('a base whose own base is not pinned, or that is its own base at another time, is an error in its site.yml', () => {
  const [repository, address, commit] = province({ 'content/site.yml': site('file:///srv/nation.git') });
  county(address, { repository: address, commit });
  expect(errors()[0]?.replace(top, '')).toMatch(
    /^\/province\.git\/content\/site\.yml:3 base\/not-pinned 上级自己也用了/,
  );
  const next = repository.commit({
    'content/site.yml': site(address),
    'content/bases.yml': baseRecordsText({ pin: { repository: address, commit } }),
  });
  county(address, { repository: address, commit: next });
  expect(errors()[0]).toContain('base/circle');
});

test('content that was fetched reaches no folder and no local repository of this machine', () => {
  writeFileSync(join(top, 'secret.yml'), 'x');
  mkdirSync(join(top, 'elsewhere/contacts'), { recursive: true });
  const outside = `${'../'.repeat(20)}${top.slice(1)}/elsewhere`;
  const [repository, address, commit] = province({ 'content/site.yml': site(outside) });
  county(address, { repository: address, commit });
  expect(errors()[0]).toContain('base/unsafe');
  const next = repository.commit({ 'content/site.yml': site('../other.git') });
  county(address, { repository: address, commit: next });
  expect(errors()[0]).toContain('base/unsafe');
});

test('a link in a repository leads nowhere, and is refused by name', () => {
  const [repository, address] = province({ 'content/contacts/tel-1.yml': contact('省里的热线') });
  symlinkSync('/etc/passwd', join(`${top}/province.work`, 'content/contacts/tel-2.yml'));
  symlinkSync('/etc', join(`${top}/province.work`, 'content/policies'));
  const commit = repository.commit({});
  county(address, { repository: address, commit });
  expect(errors().map((error) => error.split(' ').slice(0, 2).join(' ').replace(top, ''))).toEqual([
    '/province.git/content/contacts/tel-2.yml:1 file/link',
    '/province.git/content/policies:1 file/link',
  ]);
});

test('neither filters nor hooks nor submodules of a repository run, nor those in the settings of a local one', () => {
  const ran = join(top, 'ran');
  const [repository, address] = province({
    'content/contacts/tel-1.yml': contact('省里的热线'),
    '.gitattributes': '* filter=lfs export-subst\n',
    '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ext::touch ${ran}\n`,
  });
  const commit = repository.git('rev-parse', 'HEAD');
  for (const [name, value] of [
    ['uploadpack.packObjectsHook', `touch ${ran}`],
    ['core.fsmonitor', `touch ${ran}`],
    ['filter.lfs.smudge', `touch ${ran}`],
  ])
    testGit(repository.bare, 'config', name as string, value as string);
  county(address, { repository: address, commit });
  expect(names()).toEqual(['省里的热线']);
  expect(existsSync(ran)).toBe(false);
});

test('content of others has bases only in the repositories that the owner of the server allows', () => {
  const [, address, commit] = province({ 'content/contacts/tel-1.yml': contact('省里的热线') });
  county(address, { repository: address, commit });
  const limits = { within: top, repositories: [] };
  const contentDir = join(top, 'county');
  const refused = readCorpus(contentDir, 'county', { basesDir, limits });
  expect(refused.diagnostics[0]).toMatchObject({ rule: 'base/unsafe', severity: 'error' });
  expect(existsSync(basesDir)).toBe(false);
  const allowed = readCorpus(contentDir, 'county', {
    basesDir,
    limits: { ...limits, repositories: [address] },
  });
  expect(allowed.documents.contacts).toHaveLength(1);
});

test('a path to a bare repository beside the content works', () => {
  const [, , commit] = province({ 'content/contacts/tel-1.yml': contact('省里的热线') });
  const address = '../province.git';
  county(`${address}//content?ref=main`, { repository: address, ref: 'main', commit });
  expect(names()).toEqual(['省里的热线']);
  expect(bases()).toEqual(['province.git/content']);
  expect(readFileSync(join(top, 'county/bases.yml'), 'utf8')).toContain(`commit: ${commit}`);
});
