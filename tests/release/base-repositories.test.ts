/** A county whose base is a repository that only a key for ssh opens: in a preview, and on the server that it is pushed to. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeTestRepository, type TestRepository } from '../../src/corpus/bases/repository-fixture.ts';
import { openPreview } from '../authoring/open-preview.ts';
import {
  gitOfEditor as git,
  mingbai,
  onePolicy,
  site,
  temporaryFolder,
  writeFiles,
} from '../build/content-folder.ts';
import { makeKeys, type SshHost, startSshHost } from './ssh-hosts.ts';

const isRoot = process.getuid?.() === 0;
const TODAY = '2026-11-23';

describe.skipIf(!isRoot || !existsSync('/usr/sbin/sshd'))('a base over ssh', () => {
  const top = temporaryFolder();
  const [repository, siteDir, editor] = [join(top, 'county.git'), join(top, 'site'), join(top, 'editor')];
  const content = join(editor, 'content');
  let host: SshHost;
  let province: TestRepository;
  let base: string;

  const phoneOf = (phone: string) => ({
    'content/contacts/tel-12345.yml': `id: tel-12345\nname: 省里的热线\nphone: "${phone}"\nfor: 不知道找谁\n`,
  });
  const update = () => mingbai('bases', '--update', '--content', content);
  const page = (address: string) => readFileSync(join(siteDir, 'current', address, 'index.html'), 'utf8');
  async function push() {
    await git(editor, 'add', '--all');
    await git(editor, 'commit', '--message', '改内容');
    return git(editor, 'push', 'origin', 'main');
  }

  beforeAll(async () => {
    makeKeys(top);
    host = await startSshHost(top, 'province');
    base = `ssh://${userInfo().username}@127.0.0.1:${host.port}${host.home}/mingbai.git`;
    vi.stubEnv('GIT_SSH_COMMAND', host.ssh);
    vi.stubEnv('MINGBAI_BASES', join(top, 'bases'));
    province = makeTestRepository(host.home, 'mingbai');
    province.commit({
      'content/site.yml': 'name: 省\nurl: https://www.province.example/\n',
      ...phoneOf('0123-1111111'),
    });
    const start = join(top, 'start');
    writeFiles(start, { ...site, ...onePolicy });
    const made = await mingbai('serve-git', repository, '--site', siteDir, '--content', start);
    expect([made.err, made.code]).toEqual(['', 0]);
    await git(top, 'clone', repository, editor);
    rmSync(join(content, 'contacts/tel-12345.yml'));
    writeFileSync(join(content, 'site.yml'), `${site['site.yml']}extends: ${base}\n`);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    host?.stop();
    rmSync(top, { recursive: true, force: true });
  });

  test('the editor pins it with the key of the machine, and sees its telephone in the preview', async () => {
    expect((await update()).code).toBe(0);
    const preview = await openPreview(content, join(editor, 'public'), TODAY);
    const shown = await (await fetch(new URL('policies/di-bao/', preview.url))).text();
    await preview.stop();
    expect(shown).toContain('tel:01231111111');
  });

  test('a push is refused until the owner of the server allows the repository, with what to do', async () => {
    const { code, err } = await push();
    expect([code, err]).toEqual([1, expect.stringContaining('mingbai/bases')]);
    expect(page('policies/di-bao')).toContain('tel:12345');
  });

  test('then the county has the telephone of its province, and the new one once the editor takes it', async () => {
    writeFileSync(join(repository, 'mingbai/bases'), `${base}\n`);
    expect((await push()).code).toBe(0);
    expect(page('policies/di-bao')).toContain('tel:01231111111');
    province.commit(phoneOf('0123-2222222'));
    expect((await update()).out).toContain('上级改过的 1 份：contacts/tel-12345。');
    expect((await push()).code).toBe(0);
    expect(page('policies/di-bao')).toContain('tel:01232222222');
  });

  test('while the server of the province hangs, what was fetched is enough; what was not is said in the push', async () => {
    host.signal('SIGSTOP');
    writeFiles(content, {
      'actions/jing-lao.yml': 'id: jing-lao\ntitle: 孝敬老人\nsummary: 五样都管。\nicon: house\norder: 1\n',
    });
    expect((await push()).code).toBe(0);
    const { code, err } = await update();
    expect([code, err]).toEqual([2, expect.stringContaining(`连不上 ${base}`)]);
    vi.stubEnv('MINGBAI_BASES', join(top, 'new-machine'));
    writeFiles(content, {
      'actions/jing-lao.yml': 'id: jing-lao\ntitle: 敬老\nsummary: 五样都管。\nicon: house\norder: 1\n',
    });
    const refused = await push();
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(`连不上 ${base}`)]);
    host.signal('SIGCONT');
  });
});
