import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SHOWN_MESSAGE } from './draft-page.ts';
import { MAX_JSON_BYTES } from './http.ts';
import { type DeskOptions, type DeskServer, serveDesk } from './server.ts';
import { type DeskFixture, openDeskFixture } from './server-fixture.ts';

const TOKEN = 'token-of-this-start';
let services: DeskFixture;
let desk: DeskServer;
let origin: string;

async function open(options: Partial<DeskOptions> = {}): Promise<void> {
  desk = await serveDesk(services, { host: '127.0.0.1', port: 0, token: TOKEN, ...options });
}
beforeEach(async () => {
  services = openDeskFixture();
  await open();
  origin = new URL(desk.url).origin;
});
afterEach(() => desk.close());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Sends a path exactly as given, as an attacker's program can. */
function send(
  method: string,
  path: string,
  { body, ...headers }: Record<string, string | Buffer | undefined> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const own = { 'x-desk-token': TOKEN, origin, 'content-type': 'application/json' };
    const given = Object.entries({ ...own, ...headers }).filter(([, value]) => value !== undefined);
    const sent = httpRequest(
      { host: '127.0.0.1', port: new URL(origin).port, method, path, headers: Object.fromEntries(given) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      },
    );
    sent.on('error', reject);
    // As bytes: Node would write a text together with the headers, and those as UTF-8.
    sent.end(body === undefined ? undefined : Buffer.from(body));
  });
}

const post = (path: string, value: unknown, headers: Record<string, string | undefined> = {}) =>
  send('POST', `/desk/api/${path}`, { body: JSON.stringify(value), ...headers });
const put = (value: unknown, headers: Record<string, string | undefined> = {}) =>
  send('PUT', '/desk/api/documents/policies/di-bao', { body: JSON.stringify(value), ...headers });
const read = async () => JSON.parse((await send('GET', '/desk/api/documents/policies/di-bao')).text);

test('an editor reads a document, changes a field, and it is saved', async () => {
  const { revision } = await read();
  const answer = await put({ revision, edits: [{ path: ['title'], value: '新标题' }] });
  expect(answer.status).toBe(200);
  expect(services.texts.get('policies/di-bao')).toBe('title: 新标题\nsummary: 一句话');
});

test('two editors who change different fields lose nothing', async () => {
  const { revision } = await read();
  await put({ revision, edits: [{ path: ['title'], value: '甲的标题' }] });
  await put({ revision, edits: [{ path: ['summary'], value: '乙的一句' }] });
  expect(services.texts.get('policies/di-bao')).toBe('title: 甲的标题\nsummary: 乙的一句');
});

test('two editors who change the same field are both shown, and nothing is written over', async () => {
  const { revision } = await read();
  await put({ revision, edits: [{ path: ['title'], value: '甲' }] });
  const answer = await put({ revision, edits: [{ path: ['title'], value: '乙' }] });
  expect(answer.status).toBe(409);
  const { conflicts, theirs } = JSON.parse(answer.text);
  expect(conflicts).toEqual([{ path: ['title'], base: '低保', ours: '乙', theirs: '甲' }]);
  expect(theirs.fields.title).toBe('甲');
  expect(services.texts.get('policies/di-bao')).toContain('title: 甲');
});

test('what comes from a base stands in the list beside the own documents, is read, and is never written', async () => {
  services.baseTexts.set('policies/di-bao', 'title: 省里的低保');
  services.baseTexts.set('pages/bang-zhu', 'title: 省里的帮助');
  const rows = JSON.parse((await send('GET', '/desk/api/documents')).text);
  expect(rows).toMatchObject([
    { slug: 'di-bao', state: 'draft' },
    { slug: 'bang-zhu', title: '省里的bang-zhu', state: 'inherited', from: '示例省' },
  ]);
  const address = '/desk/api/documents/pages/bang-zhu';
  const state = JSON.parse((await send('GET', address)).text);
  expect(state).toMatchObject({
    state: 'inherited',
    from: '示例省',
    fields: { title: '省里的帮助' },
    findings: [],
  });
  const change = { revision: state.revision, edits: [{ path: ['title'], value: '改了上级的' }] };
  expect((await send('PUT', address, { body: JSON.stringify(change) })).status).toBe(404);
  expect(services.texts.has('pages/bang-zhu')).toBe(false);
  const preview = await post('preview', { collection: 'pages', slug: 'bang-zhu', revision: state.revision });
  expect(preview.status).toBe(200);
});

test('a document of a base is made the own one, left out, and had from the base again', async () => {
  services.baseTexts.set('pages/bang-zhu', 'title: 省里的帮助');
  const own = () => services.texts.get('pages/bang-zhu');
  const at = 'documents/pages/bang-zhu';
  expect((await post(`${at}/own`, {})).status).toBe(200);
  expect(own()).toBe('inherits: rest');
  const state = JSON.parse((await send('GET', `/desk/api/${at}`)).text);
  expect(state).toMatchObject({ from: '示例省', inBase: { fields: { title: '省里的帮助' } } });
  expect((await post(`${at}/seen`, {})).status).toBe(200);
  expect(services.received).toEqual(['bang-zhu']);
  expect((await post(`${at}/leave-out`, { wayOn: 7 })).status).toBe(400);
  expect((await post(`${at}/leave-out`, { wayOn: '问县民政局。' })).status).toBe(200);
  expect(own()).toBe('inherits: none');
  expect((await post(`${at}/follow-base`, {})).status).toBe(200);
  expect(own()).toBeUndefined();
});

test('what a base changed since a person looked is a finding, and its document is marked in the list', async () => {
  services.bases.changed = () => new Set(['policies/di-bao']);
  services.bases.changesSince = () => [
    {
      ...{ file: '', line: 1, column: 1, severity: 'warning', rule: 'base/changed', message: '上级改了' },
      path: ['title'],
    },
  ];
  expect(JSON.parse((await send('GET', '/desk/api/documents')).text)).toMatchObject([
    { slug: 'di-bao', isBaseChanged: true },
  ]);
  expect((await read()).findings).toMatchObject([{ rule: 'base/changed', path: ['title'] }]);
});

test('a finding that a rule can put right says so, and is put right in the saved text alone', async () => {
  services.texts.set('policies/di-bao', 'title: 低保,快来\nsummary: 一句话');
  const { revision, findings } = await read();
  expect(findings).toMatchObject([{ rule: 'text/half-width', fix: true }]);
  const path = 'documents/policies/di-bao/fix';
  const old = await post(path, { rule: 'text/half-width', revision: 'of another text' });
  expect(old.status).toBe(409);
  expect(services.texts.get('policies/di-bao')).toContain('低保,快来');
  const answer = await post(path, { rule: 'text/half-width', revision });
  expect(JSON.parse(answer.text)).toMatchObject({ fields: { title: '低保，快来' }, findings: [] });
  expect(services.texts.get('policies/di-bao')).toBe('title: 低保，快来\nsummary: 一句话');
});

test('a whole text of an unknown revision is never written over what is there', async () => {
  const answer = await put({ revision: 'unknown', text: 'title: 覆盖\nsummary: 一句话' });
  expect(answer.status).toBe(409);
  expect(services.texts.get('policies/di-bao')).toContain('低保');
});

test('after a restart the form is asked to load again, instead of guessing what it began with', async () => {
  const answer = await put({ revision: 'of-the-process-before', edits: [{ path: ['title'], value: 'x' }] });
  expect(answer.status).toBe(410);
  expect(JSON.parse(answer.text).reload).toBe(true);
});

test.each([
  ['a page of another site', { origin: 'https://evil.example' }],
  ['a page of another port', { origin: 'http://127.0.0.1:1' }],
  ['a form of another site', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
  ['a name that leads to this machine', { host: 'evil.example' }],
  ['a program without the token', { 'x-desk-token': undefined }],
  ['a form without a JSON type', { 'content-type': 'text/plain' }],
])('%s changes nothing', async (_, headers) => {
  const { revision } = await read();
  const answer = await put({ revision, edits: [{ path: ['title'], value: '坏' }] }, headers);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(services.texts.get('policies/di-bao')).toContain('低保');
});

test('no answer allows another origin to read it, nor to frame the desk', async () => {
  for (const path of ['/desk/', '/desk/api/documents', '/desk/api/documents/policies/di-bao']) {
    const { headers } = await send('GET', path);
    expect(headers['access-control-allow-origin'], path).toBeUndefined();
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['set-cookie'], path).toBeUndefined();
  }
});

test('the page itself never contains the token of a desk on the loopback interface', async () => {
  const { text } = await send('GET', '/desk/', { 'x-desk-token': undefined });
  expect(text).not.toContain(TOKEN);
});

test.each([
  'documents/policies/..%2F..%2Fsite',
  'documents/policies/.git',
  'documents/..%2F..%2Fetc/passwd',
  'documents/policies/a%00b',
  'documents/policies/%2Fetc%2Fpasswd',
  'documents/policies/a%5C..%5Cb',
  'documents/constructor/x',
  'documents/policies/%',
])('the name %s leads to no file', async (path) => {
  expect((await send('GET', `/desk/api/${path}`)).status).toBeGreaterThanOrEqual(400);
});

test.each([
  ['..%2F..%2F.git%2Fhooks%2Fpre-commit', 'pre-commit'],
  ['C%3A%5CWindows%5Ca.docx', 'a.docx'],
  ['%E9%80%9A%E7%9F%A5.docx', '通知.docx'],
])("an upload's name %s is only a name", async (name, expected) => {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': name };
  const answer = await send('POST', '/desk/api/import', { ...headers, body: Buffer.from('x') });
  expect(answer.status).toBe(200);
  expect(services.received).toEqual([expected]);
});

test.each(['..', '%2e%2e%2f', '', '%'])('an upload named %j is refused', async (name) => {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': name };
  expect((await send('POST', '/desk/api/photographs', { ...headers, body: Buffer.from('x') })).status).toBe(
    400,
  );
});

test.each([
  [['../etc/passwd']],
  [['content/../.git/config']],
  [['/etc/passwd']],
  [['content//x']],
  ['content/x.mdx'],
])('the files %j are not published', async (files) => {
  expect((await post('publish', { files, message: '改了' })).status).toBe(400);
  expect(services.received).toEqual([]);
});

test('without files the commits that no button has sent are published', async () => {
  expect((await post('publish', { files: [], message: '撤下了' })).status).toBe(200);
  expect(services.received).toEqual(['撤下了', '']);
});

test('a body above the limit is refused before it is read', async () => {
  const answer = await post('preview', { text: 'x'.repeat(MAX_JSON_BYTES) });
  expect(answer.status).toBe(413);
});

test('what is typed has an address that nobody can guess, in a page without the origin of the desk', async () => {
  const answer = await post('preview', { collection: 'policies', slug: 'di-bao', text: 'title: 正在写' });
  const { page, id } = JSON.parse(answer.text);
  expect(id).toMatch(/^[\w-]{22}$/);
  const shown = await send('GET', page, { 'x-desk-token': undefined });
  expect(shown.text).toContain('title: 正在写');
  expect(shown.text).toContain(`href="/draft/${id}/policies/other/"`);
  expect(shown.headers['content-security-policy']).toMatch(/^sandbox allow-scripts/);
  expect(shown.headers['content-security-policy']).not.toContain('allow-same-origin');
  expect((await send('GET', `/draft/${'A'.repeat(22)}/policies/di-bao/`)).status).toBe(404);
});

test('the page beside the form says when it is painted; that of a reviewer has nobody to tell', async () => {
  const di = { collection: 'policies', slug: 'di-bao' };
  const { page } = JSON.parse((await post('preview', { ...di, text: 'title: 正在写' })).text);
  const beside = (await send('GET', page)).text;
  expect(beside).toContain(SHOWN_MESSAGE);
  // Each file would be another request after every key.
  expect(beside).not.toMatch(/<(?:link rel="stylesheet"|script[^>]* src=)/);
  const { url } = JSON.parse((await post('review', di)).text);
  expect((await send('GET', new URL(url).pathname)).text).not.toContain(SHOWN_MESSAGE);
});

test('a reviewer sees the draft that was sent, marked and not indexed, and no other page', async () => {
  const { url, qr } = JSON.parse((await post('review', { collection: 'policies', slug: 'di-bao' })).text);
  const { pathname } = new URL(url);
  const shown = await send('GET', pathname, { 'x-desk-token': undefined });
  expect(shown.status).toBe(200);
  expect(shown.headers['x-robots-tag']).toContain('noindex');
  expect(qr.path).toMatch(/^M/);
  const draft = pathname.slice(0, -'policies/di-bao/'.length);
  for (const other of [
    '',
    'policies/',
    'policies/other/',
    'share/policies/other/message.txt',
    'policies.json',
  ])
    expect((await send('GET', `${draft}${other}`)).status, other).toBe(404);
  expect((await send('GET', `${draft}assets/site.css`)).status).toBe(200);
});

test('the address of a review outlives the process, and ends after a month', async () => {
  const { url } = JSON.parse((await post('review', { collection: 'policies', slug: 'di-bao' })).text);
  await desk.close();
  await open();
  origin = new URL(desk.url).origin;
  const { pathname } = new URL(url);
  expect((await send('GET', pathname)).status).toBe(200);
  services.now = () => new Date(Date.now() + 31 * 86_400_000);
  await desk.close();
  await open();
  origin = new URL(desk.url).origin;
  expect((await send('GET', pathname)).status).toBe(404);
});

test("behind a proxy a commit has the user's name, and nobody on the machine can call round the proxy", async () => {
  await desk.close();
  await open({ proxy: { origin: 'https://desk.county.example', secret: 'secret-of-the-proxy' } });
  // The port is not in the address that editors open.
  const port = desk.port;
  origin = `http://127.0.0.1:${port}`;
  const proxied = {
    host: 'desk.county.example',
    origin: 'https://desk.county.example',
    'x-desk-secret': 'secret-of-the-proxy',
    'x-desk-user': Buffer.from('张三').toString('latin1'),
  };
  expect((await send('GET', '/desk/', proxied)).text).toContain(TOKEN);
  expect((await send('GET', '/desk/', { host: 'desk.county.example' })).text).not.toContain(TOKEN);
  await post('publish', { files: ['content/policies/di-bao.mdx'], message: '改电话' }, proxied);
  expect(services.received).toEqual(['content/policies/di-bao.mdx', '改电话', '张三']);
  const faked = { ...proxied, 'x-desk-secret': undefined };
  expect((await post('publish', { files: ['content/a.mdx'], message: 'x' }, faked)).status).toBe(403);
});
