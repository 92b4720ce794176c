/** A county whose base is a repository on a server over https: what an editor sees, with and without the server. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { makeTestRepository, type TestRepository } from '../../src/corpus/bases/repository-fixture.ts';
import { baseRecordsText } from '../../src/corpus/index.ts';
import { mingbai, onePolicy, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { type GitServer, startGitServer } from '../support/git-https-server.ts';

const top = temporaryFolder();
const content = join(top, 'county/content');
const DAY = ['--content', content, '--today', '2026-11-23'];
let server: GitServer;
let province: TestRepository;

const site = (base = '') => `name: 站\nurl: https://www.county.example/\n${base && `extends: ${base}\n`}`;
const contact = (name: string) => `id: tel-1\nname: ${name}\nphone: "12345"\nfor: 不知道找谁，先打这个\n`;
const extend = (base: string) => writeFileSync(join(content, 'site.yml'), site(base));
const update = () => mingbai('bases', '--update', '--content', content);
const newMachine = () => vi.stubEnv('MINGBAI_BASES', join(top, `bases-${Math.random()}`));

beforeAll(async () => {
  mkdirSync(join(top, 'served'));
  province = makeTestRepository(join(top, 'served'), 'mingbai');
  province.commit({ 'content/site.yml': site(), 'content/contacts/tel-1.yml': contact('省里的热线') });
  writeFiles(content, { ...onePolicy, 'contacts/tel-1.yml': 'inherits: rest\nname: 县里的热线\n' });
  server = await startGitServer(join(top, 'served'), top);
  vi.stubEnv('GIT_SSL_CAINFO', server.certificate);
  vi.stubEnv('MINGBAI_CACHE', join(top, 'cache'));
});
beforeEach(newMachine);
afterAll(() => {
  vi.unstubAllEnvs();
  server.stop();
  rmSync(top, { recursive: true, force: true });
});

test.each([
  ['/private/mingbai.git', '要密码或者密钥'],
  ['/gone.git', '没有 https://localhost'],
  ['/mingbai.git?ref=gone', '没有叫「gone」的分支或者标签'],
  ['/moved/mingbai.git', '转到了不能用的地址'],
])('%s: %s', async (path, words) => {
  extend(server.url + path);
  const { code, err } = await update();
  expect([code, err]).toEqual([2, expect.stringContaining(words)]);
});

test('a server that is not there, and one with a certificate of its own, are told apart', async () => {
  extend('https://localhost:9/mingbai.git');
  expect((await update()).err).toContain('连不上 https://localhost:9/mingbai.git');
  vi.stubEnv('GIT_SSL_CAINFO', '');
  extend(`${server.url}/mingbai.git`);
  expect((await update()).err).toContain('证书不对');
  vi.stubEnv('GIT_SSL_CAINFO', server.certificate);
});

test('a machine without the commit and without the server says so at the line, and does not build', async () => {
  extend(`${server.url}/mingbai.git//content?ref=main`);
  const pin = {
    repository: `${server.url}/mingbai.git`,
    ref: 'main',
    commit: province.git('rev-parse', 'HEAD'),
  };
  writeFileSync(join(content, 'bases.yml'), baseRecordsText({ pin }));
  server.stop();
  const { code, out } = await mingbai('check', ...DAY);
  expect([code, out]).toEqual([1, expect.stringMatching(/site\.yml:3:10 error base\/unreachable 连不上/)]);
  expect(out.match(/ error /g)).toHaveLength(1);
});
