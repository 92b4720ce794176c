/** A site in object storage, against a real server: every page is whole at every moment, and no page ever disappears. */

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ObjectStorage, publishToStorage } from '../../src/publish/index.ts';
import { temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { failAfter } from '../object-storage/faulty-storage.ts';
import { startStorage } from '../object-storage/server.ts';

let top: string;
let build: string;
let storage: ObjectStorage;
let close: () => Promise<void>;

beforeAll(async () => {
  top = temporaryFolder();
  build = join(top, 'build');
  writeFiles(build, {
    'index.html': '<h1>首页</h1>',
    'policies/di-bao/index.html': '<h1>低保</h1>',
    'assets/style.x_txUV3R.css': 'a{}',
    'share/policies/di-bao/message.txt': '低保',
  });
  ({ storage, close } = await startStorage(join(top, 'buckets')));
});
afterAll(async () => {
  await close?.();
  rmSync(top, { recursive: true, force: true });
});

/** One object as a reader gets it. */
function get(path: string): Promise<Response> {
  const { accessKeyId, secretAccessKey, region } = storage;
  const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  return aws.fetch(`${storage.endpoint}/${storage.bucket}/${path}`);
}

test('a dry run lists its changes and makes none', async () => {
  const { upload } = await publishToStorage(build, storage, true);
  expect([upload.length, (await get('index.html')).status]).toEqual([4, 404]);
});

test('assets are uploaded first, the home page last, with content types and cache times', async () => {
  const { upload } = await publishToStorage(build, storage);
  expect(upload).toEqual([
    'assets/style.x_txUV3R.css',
    'share/policies/di-bao/message.txt',
    'policies/di-bao/index.html',
    'index.html',
  ]);
  const page = await get('policies/di-bao/index.html');
  expect(await page.text()).toBe('<h1>低保</h1>');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect((await get('assets/style.x_txUV3R.css')).headers.get('cache-control')).toContain('immutable');
});

test('only changed files are uploaded', async () => {
  writeFileSync(join(build, 'index.html'), '<h1>新首页</h1>');
  expect(await publishToStorage(build, storage)).toEqual({
    upload: ['index.html'],
    remove: [],
    unchanged: 3,
  });
});

test('pages are never removed, an unused stylesheet is removed after five publications', async () => {
  rmSync(join(build, 'policies'), { recursive: true });
  rmSync(join(build, 'assets'), { recursive: true });
  const removed: string[] = [];
  for (let turn = 0; turn < 5; turn += 1) removed.push(...(await publishToStorage(build, storage)).remove);
  expect(removed).toEqual(['assets/style.x_txUV3R.css']);
  expect((await get('assets/style.x_txUV3R.css')).status).toBe(404);
  expect((await get('policies/di-bao/index.html')).status).toBe(200);
});

test('an interrupted publication is reported, the live site is unchanged, and the next publication completes it', async () => {
  writeFiles(build, { 'a.txt': '一', 'policies/new/index.html': '新', 'index.html': '<h1>有新的</h1>' });
  const { endpoint, close: closeProxy } = await failAfter(storage.endpoint, 2);
  await expect(publishToStorage(build, { ...storage, endpoint })).rejects.toThrow('再发布一次就能补齐');
  closeProxy();
  expect(await (await get('index.html')).text()).toBe('<h1>新首页</h1>');
  await publishToStorage(build, storage);
  expect(await (await get('index.html')).text()).toBe('<h1>有新的</h1>');
  expect((await get('policies/new/index.html')).status).toBe(200);
});

test('after an interrupted publication whose change is reverted every page is as before', async () => {
  const texts = { 'index.html': '甲', 'a/index.html': '甲', 'b/index.html': '甲', 'c.txt': '甲' };
  writeFiles(build, texts);
  await publishToStorage(build, storage);
  for (let requests = 1; requests < 7; requests += 1) {
    writeFiles(build, Object.fromEntries(Object.keys(texts).map((path) => [path, `乙 ${requests}`])));
    const { endpoint, close: closeProxy } = await failAfter(storage.endpoint, requests, 'refuse');
    await expect(publishToStorage(build, { ...storage, endpoint })).rejects.toThrow('再发布一次');
    closeProxy();
    writeFiles(build, texts);
    await publishToStorage(build, storage);
    for (const path of Object.keys(texts)) expect(await (await get(path)).text()).toBe('甲');
  }
});

test('a wrong key is reported', async () => {
  await expect(publishToStorage(build, { ...storage, accessKeyId: 'NOBODY' })).rejects.toThrow('403');
});
