/** An editor's work at the desk, by its routes, over a real repository of `serve-git`; its page in a real browser. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import jsQR from 'jsqr';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasLocation } from '../../src/public-folder/find-location.ts';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { headingOf, mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { type OpenedDesk, openDesk } from './open-desk.ts';
import { paragraph, wordFile } from './word-file.ts';

interface State {
  revision: string;
  text: string;
  body: string;
  fields: Record<string, unknown>;
  findings: { severity: string; rule: string; path?: (string | number)[] }[];
}
interface Shown {
  page: string;
  looks: { large: string; dark: string };
  card: string;
  message: string;
  broadcast: string;
  findings: State['findings'];
}

const top = temporaryFolder();
const [repository, siteDir, folder] = [join(top, 'county.git'), join(top, 'site'), join(top, 'editor')];
let desk: OpenedDesk;
let browser: Browser;

const git = (...args: string[]) => {
  const ran = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
};

beforeAll(async () => {
  const content = join(top, 'content');
  writeFiles(content, { ...site, ...onePolicy });
  const made = await mingbai('serve-git', repository, '--site', siteDir, '--content', content);
  const clone = /git clone .* (\S+) mingbai/.exec(made.out)?.[0]?.replace(/ mingbai$/, ` ${folder}`);
  if (clone === undefined) throw new Error(made.out + made.err);
  spawnSync('sh', ['-c', clone]);
  git('config', 'user.name', '小王');
  git('config', 'user.email', 'wang@county.example');
  desk = await openDesk(['edit', '--no-open', '--content', join(folder, 'content'), '--today', '2026-11-24']);
  browser = await launchCurrentChromium();
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  rmSync(top, { recursive: true, force: true });
});

const open = (name: string) => desk.call<State>('GET', `documents/${name}`);
const show = (collection: string, slug: string, given: object) =>
  desk.call<Shown>('POST', 'preview', { collection, slug, ...given });
const fetchText = async (path: string) => (await fetch(`${desk.origin}${path}`)).text();
/** A published page, without line-break opportunities. */
const live = (address: string) =>
  readFileSync(join(siteDir, 'current', address, 'index.html'), 'utf8').replace(/<wbr[^>]*>/g, '');

test('what is typed is on the page, in the message and in the script before it is saved', async () => {
  const { revision, text } = await open('policies/di-bao');
  const edits = [{ path: ['title'], value: '低保怎么申请' }];
  const shown = await show('policies', 'di-bao', { revision, edits });
  expect(headingOf(await fetchText(shown.page))).toBe('低保怎么申请');
  expect(shown.message).toContain('【低保怎么申请】');
  expect(shown.broadcast).toContain('低保怎么申请');
  const card = await sharp(
    Buffer.from(await (await fetch(`${desk.origin}${shown.card}`)).arrayBuffer()),
  ).metadata();
  expect([card.width, card.height]).toEqual([1200, 630]);
  expect((await open('policies/di-bao')).text).toBe(text);
});

test('a finding stands at its field while it is typed', async () => {
  const { revision } = await open('policies/di-bao');
  const edits = [
    { path: ['title'], value: '长'.repeat(40) },
    { path: ['action'], value: 'mei-you' },
  ];
  const { findings } = await show('policies', 'di-bao', { revision, edits });
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ path }) => path);
  expect(errors).toEqual(expect.arrayContaining([['title'], ['action']]));
});

test('the page beside the form looks like the published one, in each look, and its scripts reach nothing', async () => {
  const { revision, text } = await open('policies/di-bao');
  const shown = await show('policies', 'di-bao', { revision, text });
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  const look = async (path: string) => {
    await page.goto(`${desk.origin}${path}`);
    return page.evaluate(() => ({
      size: Number.parseFloat(getComputedStyle(document.body).fontSize),
      ground: getComputedStyle(document.documentElement).backgroundColor,
      width: document.documentElement.scrollWidth,
    }));
  };
  const [plain, large, dark] = [
    await look(shown.page),
    await look(shown.looks.large),
    await look(shown.looks.dark),
  ];
  expect(plain.size).toBeGreaterThanOrEqual(18);
  expect(large.size).toBeGreaterThanOrEqual(24);
  expect(dark.ground).not.toBe(plain.ground);
  expect(Math.max(plain.width, large.width, dark.width)).toBe(360);
  const reached = await page.evaluate(async () => {
    const answer = await fetch('/desk/api/documents').catch(() => undefined);
    return answer?.ok ?? false;
  });
  expect(reached).toBe(false);
  await page.close();
  // The service worker and the manifest need an origin; the page is whole without them.
  expect(
    problems.filter((text) => !/service ?worker|manifest|CORS|Failed to load|Failed to fetch/i.test(text)),
  ).toEqual([]);
});

test('a Word file becomes a draft, and the same file does not become a second one', async () => {
  const bytes = wordFile(paragraph('关于高温补贴的通知', '标题') + paragraph('环卫工人可以领。'));
  const made = await desk.upload<{ collection: string; slug: string; ledger: string }>(
    'import?as=policies',
    '关于高温补贴的通知.docx',
    bytes,
  );
  expect(made).toMatchObject({ collection: 'policies', slug: 'gao-wen-bu-tie-tong-zhi' });
  expect(made.ledger).toContain('原文');
  const { body, findings } = await open('policies/gao-wen-bu-tie-tong-zhi');
  expect(body).toContain('环卫工人可以领');
  expect(findings.map(({ path }) => path?.[0])).toContain('summary');
  await expect(desk.upload('import?as=policies', '又一份.docx', bytes)).rejects.toThrow(/导入过/);
});

test('a photograph is small and without its place before it is written', async () => {
  const bytes = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#a33' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 39/1 0/1' } })
    .jpeg()
    .toBuffer();
  expect(hasLocation(bytes)).toBe(true);
  const name = '../../../新修的路.jpg';
  const { src, width, height } = await desk.upload<{ src: string; width: number; height: number }>(
    'photographs',
    name,
    bytes,
  );
  expect([src, width, height]).toEqual(['/images/xin-xiu-lu.jpg', 1600, 1200]);
  const written = readFileSync(join(folder, 'public', src));
  expect(hasLocation(written)).toBe(false);
  const second = await desk.upload<{ src: string }>('photographs', '新修的路.jpg', bytes);
  expect(second.src).toBe('/images/xin-xiu-lu-2.jpg');
  const { revision, body } = await open('policies/di-bao');
  const shown = await show('policies', 'di-bao', { revision, body: `${body}\n![新修的路](${src})\n` });
  const image = /<img[^>]* src="([^"]+xin-xiu[^"]*)"/.exec(await fetchText(shown.page))?.[1] ?? '';
  expect((await fetch(`${desk.origin}${image}`)).headers.get('content-type')).toBe('image/jpeg');
});

test('what is not a photograph is refused with a reason', async () => {
  await expect(desk.upload('photographs', 'a.jpg', Buffer.from('<svg/>'))).rejects.toThrow(/不是照片/);
});

test('a table from a spreadsheet and rich text from a page become Markdown', async () => {
  const table = await desk.call<{ body: string }>('POST', 'paste', {
    text: '村\t电话\n东村\t12345\n西村\t12346\n',
  });
  expect(table.body).toMatch(/\| *村 *\| *电话 *\|/);
  expect(table.body).toContain('东村');
  const html =
    '<p style="color:red">要带<b>身份证</b>。</p><script>alert(1)</script><p onclick="x()">再见</p>';
  const rich = await desk.call<{ body: string }>('POST', 'paste', { html });
  expect(rich.body).toContain('**身份证**');
  expect(rich.body).not.toMatch(/script|alert|onclick|style/);
});

test('a file that leads out of the content is neither read nor written', async () => {
  const secret = join(top, 'secret.mdx');
  writeFileSync(secret, '---\ntitle: 秘密\n---\n');
  symlinkSync(secret, join(folder, 'content', 'policies', 'link.mdx'));
  await desk.call('GET', 'documents/policies/link', undefined, 404);
  await desk.call('PUT', 'documents/policies/link', { revision: 'x', text: 'y' }, 404);
  expect(readFileSync(secret, 'utf8')).toContain('秘密');
  rmSync(join(folder, 'content', 'policies', 'link.mdx'));
});

test('a correction is live after one press, with the answer of the server, and one press takes it back', async () => {
  const { revision } = await open('contacts/tel-12345');
  const edits = [{ path: ['name'], value: '便民热线' }];
  await desk.call('PUT', 'documents/contacts/tel-12345', { revision, edits });
  const files = ['content/contacts/tel-12345.yml'];
  const published = await desk.call<{ ok: boolean; answer: string; commit: string }>('POST', 'publish', {
    files,
    message: '改电话的名字',
  });
  expect(published).toMatchObject({ ok: true });
  expect(published.answer).toMatch(/发布/);
  expect(live('contacts')).toContain('便民热线');
  // Only the chosen file: the draft and the photographs stay here.
  expect(git('show', '--name-only', '--format=', published.commit).trim()).toBe(files[0]);
  const undone = await desk.call<{ ok: boolean }>('POST', 'undo', { commit: published.commit });
  expect(undone.ok).toBe(true);
  expect(live('contacts')).toContain('政务热线');
});

test('what the server refuses stays here, with its words', async () => {
  const { revision, text } = await open('policies/di-bao');
  await desk.call('PUT', 'documents/policies/di-bao', {
    revision,
    text: text.replace(/^summary: .*\n/m, ''),
  });
  const refused = await desk.call<{ ok: boolean; answer: string }>('POST', 'publish', {
    files: ['content/policies/di-bao.mdx'],
    message: '漏了一句话',
  });
  expect(refused.ok).toBe(false);
  expect(refused.answer).toContain('summary');
  expect(headingOf(live('policies/di-bao'))).toBe('家里困难，可以申请低保');
  const now = await open('policies/di-bao');
  await desk.call('PUT', 'documents/policies/di-bao', { revision: now.revision, text });
  const again = await desk.call<{ ok: boolean; answer: string }>('POST', 'publish', {
    files: ['content/policies/di-bao.mdx'],
    message: '补上',
  });
  expect(again).toMatchObject({ ok: true });
});

test('a reviewer opens the draft by its QR code, and sees that it is not published', async () => {
  const sent = await desk.call<{ url: string; qr: { sideModules: number; path: string } }>('POST', 'review', {
    collection: 'policies',
    slug: 'gao-wen-bu-tie-tong-zhi',
  });
  const side = sent.qr.sideModules;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${sent.qr.path}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(sent.url);
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(sent.url);
  expect(await page.locator('.desk-band').textContent()).toContain('还没发布');
  expect(await page.locator('meta[name=robots]').first().getAttribute('content')).toBe('noindex');
  await page.close();
  expect(existsSync(join(siteDir, 'current', 'policies', 'gao-wen-bu-tie-tong-zhi'))).toBe(false);
});

test('a page of another site, of another port or behind a changed name can neither read nor change anything', async () => {
  const attacker: Server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>attack</h1>');
  });
  await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
  const { port } = attacker.address() as AddressInfo;
  const before = git('status', '--porcelain');
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${port}/`);
    const target = `${desk.origin}/desk/api/documents`;
    const tries = await page.evaluate(async (url) => {
      const attempt = async (init: RequestInit) => {
        try {
          return (await fetch(url, init)).status;
        } catch {
          return 'refused';
        }
      };
      const body = JSON.stringify({ collection: 'policies', title: '坏' });
      return [
        await attempt({}),
        await attempt({ credentials: 'include', headers: { 'x-desk-token': 'guess' } }),
        await attempt({ method: 'POST', body, headers: { 'content-type': 'application/json' } }),
        // A simple request, which browsers send without asking first.
        await attempt({ method: 'POST', body, mode: 'no-cors', headers: { 'content-type': 'text/plain' } }),
      ];
    }, target);
    expect(tries).toEqual(['refused', 'refused', 'refused', 'refused']);
    const framed = await page.evaluate(async (url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      return frame.contentDocument?.body.textContent ?? '';
    }, `${desk.origin}/desk/`);
    expect(framed).toBe('');
    expect(git('status', '--porcelain')).toBe(before);
  } finally {
    await page.close();
    attacker.close();
  }
});
