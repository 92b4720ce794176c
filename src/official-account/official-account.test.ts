/** A cadre's article in the drafts of the official account: whole, with its pictures; or a message that says what to do, never with a secret. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AccountServer,
  APP_ID,
  SECRET,
  startAccountServer,
} from '../../tests/support/account-server.ts';
import { accountError } from './account-error.ts';
import { accountFrom, findArticles, openAccount, sendArticle } from './index.ts';

const FOLDER = 'share/policies/di-bao';
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const JPEG = Buffer.from('ffd8ffe0', 'hex');
const CODE = `data:image/png;base64,${PNG.toString('base64')}`;
let site: string;
let server: AccountServer;

beforeEach(async () => {
  site = mkdtempSync(join(tmpdir(), 'mingbai-account-'));
  server = await startAccountServer();
  write(`${FOLDER}/card.png`, PNG);
  write('assets/photographs/ab.jpg', JPEG);
});
afterEach(async () => {
  rmSync(site, { recursive: true });
  await server.close();
});

function write(name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(site, name)), { recursive: true });
  writeFileSync(join(site, name), content);
}
function writeArticle(
  body: string,
  title = '低保 &amp; 救助',
  source = 'https://a.example/mingbai/policies/di-bao/',
): void {
  const metas = `<meta name="description" content="一句话"><meta name="source" content="${source}"><meta name="cover" content="/mingbai/${FOLDER}/card.png">`;
  write(
    `${FOLDER}/article.html`,
    `<!doctype html><title>${title}</title>${metas}</head><body>${body}</body></html>\n`,
  );
}
const account = (more: Record<string, string> = {}) =>
  openAccount(
    accountFrom({
      MINGBAI_WECHAT_APPID: APP_ID,
      MINGBAI_WECHAT_SECRET: SECRET,
      MINGBAI_WECHAT_API: server.url,
      ...more,
    }),
    1,
  );
const send = (more?: Record<string, string>) => sendArticle(site, FOLDER, account(more));
const messageOf = async (sent: Promise<unknown>) => {
  const error = await sent.then(
    () => new Error('it was sent'),
    (reason: unknown) => reason as Error,
  );
  expect(`${error.stack}${JSON.stringify(error.cause ?? '')}`).not.toContain(SECRET);
  expect(`${error.stack}`).not.toMatch(/token-\d/);
  return error.message;
};

test('the draft has title, digest, original and cover, and every picture is one of the account', async () => {
  const photo = '<img src="/mingbai/assets/photographs/ab.jpg" alt="" style="width:100%">';
  writeArticle(`<p style="margin:0">正文</p>${photo}${photo}<img src="${CODE}" alt="码">`);
  expect(await send()).toBe('低保 & 救助');
  expect(server.drafts).toEqual([
    {
      article_type: 'news',
      need_open_comment: 0,
      title: '低保 & 救助',
      digest: '一句话',
      content: expect.stringMatching(
        /^<p style="margin:0">正文<\/p>(<img src="http:\/\/mmbiz\.qpic\.cn\/picture-1"[^>]*>){2}<img src="http:\/\/mmbiz\.qpic\.cn\/picture-2" alt="码">$/,
      ),
      content_source_url: 'https://a.example/mingbai/policies/di-bao/',
      thumb_media_id: 'picture-3',
      pic_crop_235_1: '0_0.0948_1_0.9052',
    },
  ]);
});

test('one token serves all requests, and one that expires is replaced once', async () => {
  writeArticle(`<img src="${CODE}" alt="">`);
  const client = account();
  await sendArticle(site, FOLDER, client);
  expect(server.requests.filter((path) => path.endsWith('token'))).toHaveLength(1);
  server.expireTokens();
  await sendArticle(site, FOLDER, client);
  expect(server.requests.filter((path) => path.endsWith('token'))).toHaveLength(2);
  expect(server.drafts).toHaveLength(2);
});

test('a token that is refused again is an error, not a loop', async () => {
  writeArticle('<p>正文</p>');
  const expired = { errcode: 42001, errmsg: 'access_token expired' };
  server.failures.set('/cgi-bin/material/add_material', [expired, expired]);
  expect(await messageOf(send())).toContain('42001');
  expect(server.drafts).toEqual([]);
});

test('a busy server is asked again, three times in all', async () => {
  writeArticle('<p>正文</p>');
  const busy = { errcode: -1, errmsg: 'system error' };
  server.failures.set('/cgi-bin/draft/add', [busy, busy]);
  await send();
  expect(server.drafts).toHaveLength(1);
  server.failures.set('/cgi-bin/draft/add', [busy, busy, busy]);
  expect(await messageOf(send())).toContain('正忙');
});

describe('what is refused here is never sent', () => {
  test.each([
    ['a text of 20,000 characters', '字'.repeat(20_000), '少于 20000 个'],
    ['a picture that is missing', '<img src="/mingbai/photos/no.jpg" alt="">', '找不到图片'],
    ['a picture outside the site', '<img src="/mingbai/../../etc/hostname" alt="">', '找不到图片'],
    ['a picture of another site', '<img src="https://b.example/a.png" alt="">', '找不到图片'],
    ['a picture of another kind', '<img src="/mingbai/a.webp" alt="">', '只收 jpg 和 png'],
    ['a picture of 1 MB', '<img src="/mingbai/large.png" alt="">', '1 MB 以下'],
  ])('%s', async (_, body, words) => {
    write('a.webp', 'RIFF');
    write('large.png', Buffer.concat([PNG, Buffer.alloc(1024 * 1024)]));
    writeArticle(body);
    expect(await messageOf(send())).toContain(words);
    expect(server.requests).toEqual([]);
  });

  test('an address of more than 1 KB', async () => {
    writeArticle('<p>正文</p>', '题', `https://a.example/${'a'.repeat(1024)}`);
    expect(await messageOf(send())).toContain('1 KB');
  });
});

test.each([
  [{ MINGBAI_WECHAT_APPID: 'wx0' }, '40013', 'AppID'],
  [{ MINGBAI_WECHAT_SECRET: 'other' }, '40125', '密钥'],
])('a wrong account %o says what to check', async (given, code, words) => {
  writeArticle('<p>正文</p>');
  const message = await messageOf(send(given));
  expect(message).toContain(code);
  expect(message).toContain(words);
});

test('the title that the account refuses is named', async () => {
  writeArticle('<p>正文</p>', '长'.repeat(33));
  expect(await messageOf(send())).toContain('标题太长');
});

test('an address that is not on the list of the account is in the message', async () => {
  writeArticle('<p>正文</p>');
  const refused = { errcode: 40164, errmsg: 'invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in whitelist' };
  server.failures.set('/cgi-bin/stable_token', [refused]);
  expect(await messageOf(send())).toMatch(/地址 1\.2\.3\.4。[\s\S]*IP白名单/);
});

test.each([
  ['nothing that can be read', { raw: '<html>502</html>' }, '看不懂'],
  ['an answer without what was asked for', { errcode: 0 }, '没有 media_id'],
])('%s is a plain message', async (_, failure, words) => {
  writeArticle('<p>正文</p>');
  server.failures.set('/cgi-bin/material/add_material', [failure]);
  expect(await messageOf(send())).toContain(words);
});

test('without a network the message names the host alone', async () => {
  writeArticle('<p>正文</p>');
  expect(await messageOf(send({ MINGBAI_WECHAT_API: 'http://127.0.0.1:9' }))).toContain(
    '连不上公众号的接口 127.0.0.1:9',
  );
});

test('whatever the account answers, no message has the secret or the token', () => {
  const code = fc.oneof(fc.integer({ min: -5, max: 99_999 }), fc.constantFrom(40001, 40013, 40164, 45009));
  const secret = fc.string({ minLength: 8, unit: fc.constantFrom(...'abcXYZ019+/=') });
  fc.assert(
    fc.property(code, secret, fc.string(), fc.string(), (errcode, hidden, before, after) => {
      const said = `${before}${hidden} ${encodeURIComponent(hidden)}${after}`;
      const { message } = accountError(errcode, said, [hidden, 'a-token']);
      expect(message).not.toContain(hidden);
      expect(message).not.toContain(encodeURIComponent(hidden));
      expect(message).not.toContain('\n');
    }),
  );
});

test.each([
  [{}, 'MINGBAI_WECHAT_APPID、MINGBAI_WECHAT_SECRET'],
  [{ MINGBAI_WECHAT_APPID: 'wx0' }, '没有 MINGBAI_WECHAT_SECRET'],
  [
    { MINGBAI_WECHAT_APPID: 'wx0', MINGBAI_WECHAT_SECRET: 'x', MINGBAI_WECHAT_API: 'http://a.example' },
    'https://',
  ],
])('an environment %o is refused', (environment, words) => {
  expect(() => accountFrom(environment)).toThrow(words);
});

test('a document is found by its slug, and nothing outside the site is', () => {
  writeArticle('<p>正文</p>');
  write('share/notices/di-bao/article.html', '');
  expect(findArticles(site, 'di-bao')).toEqual([FOLDER, 'share/notices/di-bao']);
  expect(findArticles(site, 'policies/di-bao')).toEqual([FOLDER]);
  for (const name of ['', '..', '../policies/di-bao', 'no-such', 'policies/../policies/di-bao', 'DI-BAO'])
    expect(findArticles(site, name)).toEqual([]);
});
