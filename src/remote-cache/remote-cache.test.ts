/** What one machine made, others take; a storage that fails costs time, never a site. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFileCache } from '../cache/file-cache.ts';
import { joinPack } from './pack.ts';
import { restoreSite } from './restore.ts';
import { saveSite } from './save.ts';
import { packName, writeSiteIndex } from './site-index.ts';
import { openRemoteStore } from './store.ts';
import { usedEntries } from './used-entries.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const NOON = new Date('2026-11-29T04:00:00Z');
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

let top: string;
let endpoint: string;
let close: () => void;
/** Long, because a busy machine is no failing storage. */
let timeoutMs: number;
let objects: Map<string, Buffer>;
let requests: string[];
/** Answers a request in its own way; returns false to leave it to the storage. */
let fault: (method: string, path: string, response: ServerResponse) => boolean;

beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-remote-'));
  objects = new Map();
  timeoutMs = 20_000;
  requests = [];
  fault = () => false;
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterEach(() => {
  close();
  rmSync(top, { recursive: true, force: true });
});

function answer(request: IncomingMessage, response: ServerResponse): void {
  const [method, path] = [request.method ?? '', request.url ?? ''];
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    requests.push(`${method} ${path}`);
    if (fault(method, path, response)) return;
    if (method === 'PUT') objects.set(path, Buffer.concat(parts));
    if (method === 'DELETE') objects.delete(path);
    const found = method === 'GET' ? objects.get(path) : Buffer.from('');
    if (found === undefined) response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    else response.writeHead(200).end(found);
  });
}

const refuse = (response: ServerResponse, status: number, code: string) =>
  response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);

function openStore(secret = SECRET) {
  const keys = { accessKeyId: 'key', secretAccessKey: 'secret' };
  const storage = { endpoint, bucket: 'county', region: 'us-east-1', ...keys, timeoutMs };
  return openRemoteStore({ storage, prefix: '', secret });
}

const siteOf = (store = openStore()) => store.nameOf('site', 'https://www.county.example/');

/** One machine builds `files` with its own cache; `drafts` are cached beside them and not in the site. Returns the names that it had to make. */
async function build(
  host: string,
  files: Record<string, string>,
  { now = NOON, drafts = {}, secret = SECRET }: { now?: Date; drafts?: object; secret?: string } = {},
) {
  const [cacheDir, siteDir] = [join(top, host, 'cache'), join(top, host, 'site')];
  const store = openStore(secret);
  const place = { cacheDir, site: siteOf(store), now };
  const taken = await restoreSite(store, place);
  rmSync(siteDir, { recursive: true, force: true });
  mkdirSync(siteDir, { recursive: true });
  const cache = openFileCache(join(cacheDir, 'pages'), now);
  const made: string[] = [];
  const write = (folder: string, [name, text]: [string, string]) => {
    const key = `key-of-${name}-${text.length}`;
    if (cache.get(key, join(folder, name)) !== undefined) return;
    cache.set(key, join(folder, name), Buffer.from(text), `note of ${name}`);
    made.push(name);
  };
  for (const file of Object.entries(files)) write(siteDir, file);
  for (const draft of Object.entries(drafts)) write(join(top, host, 'draft'), draft as [string, string]);
  cache.evictAndFlush(1);
  const saved = await saveSite(store, place, usedEntries(cacheDir, siteDir, now));
  const bytes = Object.fromEntries(
    readdirSync(siteDir).map((name) => [name, readFileSync(join(siteDir, name), 'utf8')]),
  );
  return { made, taken, saved, bytes, faults: store.faults };
}

const manyPages = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`page-${index}`, `第${index}页`.repeat(90)]),
  );

test('a site that one machine built is the same on another one, which makes nothing and asks twice', async () => {
  const files = manyPages(300);
  await build('a', files);
  requests = [];
  const second = await build('b', files);
  expect(second.made).toEqual([]);
  expect(second.bytes).toEqual(files);
  expect(requests.filter((line) => !line.endsWith('/index'))).toHaveLength(1);
  expect(openFileCache(join(top, 'b', 'cache', 'pages'), NOON).get('key-of-page-7-270', join(top, 'x'))).toBe(
    'note of page-7',
  );
});

test('after one change only that is sent, and only that is taken', async () => {
  const files = manyPages(50);
  await build('a', files);
  await build('b', files);
  const changed = { ...files, 'page-7': '改了' };
  expect((await build('a', changed)).saved).toEqual({ files: 1, packs: 1 });
  const second = await build('b', changed);
  expect([second.made, second.taken.files]).toEqual([[], 1]);
  expect((await build('b', changed)).saved.files).toBe(0);
});

test('nothing of a draft leaves the machine, and no name tells what a site is called', async () => {
  await build('a', { page: '公开的' }, { drafts: { draft: '还没有公开的' } });
  await build('b', {});
  const cached = readdirSync(join(top, 'b', 'cache', 'pages'));
  expect(cached.filter((name) => name !== 'index.json')).toEqual(['key-of-page-3']);
  expect([...objects.keys()].join(' ')).not.toMatch(/county\.example|page|draft/);
});

test('across disks, where a site has copies, its files are found by their bytes', async () => {
  await build('a', manyPages(3));
  const copy = join(top, 'copy');
  mkdirSync(copy);
  const { cpSync } = await import('node:fs');
  cpSync(join(top, 'a', 'site', 'page-1'), join(copy, 'page-1'));
  expect(usedEntries(join(top, 'a', 'cache'), copy, NOON).map(({ key }) => key)).toEqual([
    'key-of-page-1-270',
  ]);
});

const damages: [string, (bytes: Buffer) => Buffer][] = [
  [
    'has one other bit',
    (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]),
  ],
  ['was written by half', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['is empty', () => Buffer.from('')],
  ['is something else', () => Buffer.from('<html>Welcome to nginx!</html>')],
];

test.each(damages)('a pack that %s is made again and replaced', async (_, damage) => {
  const files = manyPages(20);
  await build('a', files);
  for (const [path, bytes] of objects) if (!path.endsWith('/index')) objects.set(path, damage(bytes));
  const second = await build('b', files);
  expect([second.made.length, second.taken.damaged, second.bytes]).toEqual([20, 1, files]);
  expect((await build('c', files)).made).toEqual([]);
});

test.each(damages)('a list that %s is made again', async (_, damage) => {
  const files = manyPages(20);
  await build('a', files);
  for (const [path, bytes] of objects) if (path.endsWith('/index')) objects.set(path, damage(bytes));
  expect((await build('b', files)).made).toHaveLength(20);
  expect((await build('c', files)).made).toEqual([]);
});

test('what somebody without the secret has written is not read, nor what belongs under another name', async () => {
  const files = manyPages(5);
  await build('stranger', files, { secret: SECRET.replace('0', '9') });
  const foreign = new Map(objects);
  await build('a', files);
  const own = [...objects.keys()].filter((path) => !foreign.has(path));
  for (const path of own)
    objects.set(
      path,
      [...foreign].find(([name]) => name.endsWith('/index') === path.endsWith('/index'))?.[1] as Buffer,
    );
  expect((await build('b', files)).made).toHaveLength(5);
});

test('a pack never writes outside the caches that are shared', async () => {
  const store = openStore();
  const site = siteOf(store);
  const bytes = Buffer.from('x');
  const entries = [
    { cache: 'pages', key: '../../escaped', metadata: '', bytes },
    { cache: '../escaped', key: 'a', metadata: '', bytes },
    { cache: 'findings', key: 'a', metadata: '', bytes },
    { cache: 'pages', key: 'index.json', metadata: '', bytes },
    { cache: 'pages', key: 'good', metadata: '', bytes },
  ];
  await store.write(packName(site, 'pack'), joinPack(entries));
  await writeSiteIndex(store, site, { packs: [{ id: 'pack', bytes: 1 }], retired: [] });
  const { taken } = await build('b', {});
  expect(taken.files).toBe(1);
  expect(readdirSync(join(top, 'b', 'cache')).sort()).toEqual(['pages', 'remote-cache']);
});

test('keys that may only read take everything, ask once to write, and are told of it once', async () => {
  await build('a', manyPages(9));
  fault = (method, _, response) => method === 'PUT' && Boolean(refuse(response, 403, 'AccessDenied'));
  requests = [];
  const files = { ...manyPages(9), more: 'x'.repeat(3_000_000), most: 'y'.repeat(3_000_000) };
  const { made, faults } = await build('b', files);
  expect(made).toEqual(['more', 'most']);
  expect(faults).toEqual([{ kind: 'unwritable', why: '403 AccessDenied' }]);
  expect(requests.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
});

const failures: [string, (response: ServerResponse) => unknown][] = [
  ['never answers', () => undefined],
  ['answers with errors', (response) => refuse(response, 500, 'InternalError')],
  ['stops in the middle', (response) => response.writeHead(200, { 'content-length': 900 }).write('MINGBAI1')],
  ['hangs up', (response) => response.destroy()],
];

test.each(failures)('a storage that %s is asked once, then left alone for ten minutes', async (_, fail) => {
  const files = manyPages(5);
  await build('a', files);
  fault = (_method, _path, response) => {
    fail(response);
    return true;
  };
  timeoutMs = 300;
  const began = performance.now();
  const { made, faults, bytes } = await build('b', files);
  expect([made.length, faults.map(({ kind }) => kind), bytes]).toEqual([5, ['unreachable'], files]);
  expect(performance.now() - began).toBeLessThan(5000);
  requests = [];
  expect((await build('b', files, { now: later(9) })).taken.isQuiet).toBe(true);
  expect(requests).toEqual([]);
  fault = () => false;
  timeoutMs = 20_000;
  expect((await build('b', files, { now: later(11) })).taken.isQuiet).toBe(false);
  expect(requests.length).toBeGreaterThan(0);
});

test('of two machines that build at the same time nothing is lost that was written before the list', async () => {
  await Promise.all([build('a', { first: 'a' }), build('b', { second: 'bb' })]);
  // One list may have replaced the other: what it lost is made once more.
  await build('c', { first: 'a', second: 'bb' });
  expect((await build('d', { first: 'a', second: 'bb' })).made).toEqual([]);
});

test('small packs of many changes are joined, and the old ones are removed a day later', async () => {
  const files: Record<string, string> = {};
  for (let change = 0; change < 20; change += 1) {
    files[`page-${change}`] = 'x'.repeat(change);
    await build('a', files);
  }
  expect(objects.size).toBe(21);
  const two = new Date(NOON.getTime() + 2 * 86_400_000);
  await build('a', { ...files, more: '多'.repeat(7) }, { now: two });
  expect(objects.size).toBeLessThan(10);
  expect((await build('b', files, { now: two })).made).toEqual([]);
});
