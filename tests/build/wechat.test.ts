/** Someone who looks after the machines sends articles of the built site to the account: by the command, and every document of the example. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { accountFrom, openAccount, sendArticle } from '../../src/official-account/index.ts';
import { type AccountServer, APP_ID, SECRET, startAccountServer } from '../support/account-server.ts';
import { filesOf, siteDir } from '../support/built-site.ts';
import { mingbai } from './content-folder.ts';

let server: AccountServer;
beforeAll(async () => {
  server = await startAccountServer();
  vi.stubEnv('MINGBAI_WECHAT_API', server.url);
  vi.stubEnv('MINGBAI_WECHAT_APPID', APP_ID);
  vi.stubEnv('MINGBAI_WECHAT_SECRET', SECRET);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

test('the command puts a document into the drafts and says where to look', async () => {
  const { code, out, err } = await mingbai('wechat', 'di-bao');
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe('《家里收入太低，可以申请低保》放进草稿箱了。到公众号后台的“草稿箱”里看一遍，再发。\n');
  expect(server.drafts).toHaveLength(1);
});

test('a refusal exits with 1 and a message without the secret', async () => {
  server.failures.set('/cgi-bin/stable_token', [{ errcode: 40125, errmsg: `invalid appsecret ${SECRET}` }]);
  const { code, out, err } = await mingbai('wechat', 'policies/di-bao');
  expect(code).toBe(1);
  expect(err).toMatch(/^没有放进草稿箱：密钥/);
  expect(out + err).not.toContain(SECRET);
});

test.each([
  [['wechat'], '一次放一篇'],
  [['wechat', 'no-such'], '没有「no-such」这一篇'],
  [['wechat', 'di-bao', '--out', '/nowhere'], '先 npm run build'],
])('%j is a wrong call that says how to call it', async (args, words) => {
  const { code, err } = await mingbai(...args);
  expect(code).toBe(2);
  expect(err).toContain(words);
});

test('every document of the example fits, and the account filters out none of its pictures', async () => {
  server.drafts.length = 0;
  const account = openAccount(accountFrom(process.env));
  const folders = filesOf('card.png').map((file) => file.replace('/card.png', ''));
  expect(folders.length).toBeGreaterThan(10);
  for (const folder of folders) await sendArticle(siteDir, folder, account);
  expect(server.drafts).toHaveLength(folders.length);
  for (const { content } of server.drafts) expect(content).toContain('<img src="http://mmbiz.qpic.cn/');
});
