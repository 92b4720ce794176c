/** The preview's server: a page that an editor opened while the content was being read does not stay old. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noDocuments } from '../../src/documents/document.ts';
import type { Preview } from './preview.ts';
import { type PreviewServer, servePreview } from './server.ts';

/** Changes the content while the page of a request is looked for, as a save at that moment does. */
let find: Preview['find'];
let changes = 0;
let server: PreviewServer;
let failures: unknown[];

const preview: Preview = {
  top: () => '/',
  version: () => String(changes),
  errors: () => [],
  drafts: () => new Map(),
  diagnosticsOf: () => [],
  refresh: async () => undefined,
  finish: async () => undefined,
  saveCache: () => undefined,
  settled: async () => undefined,
  find: (file) => find(file),
  view: async () => undefined,
  viewSingle: async () => undefined,
  compare: async () => [],
  replace: async () => undefined,
  documents: () => noDocuments(),
  baseFiles: () => new Map(),
  changed: () => [],
};

beforeEach(async () => {
  changes = 0;
  failures = [];
  server = await servePreview(preview, { port: 0, onFailure: (error) => failures.push(error) });
});
afterEach(() => server.close());

const versionOf = async (address: string): Promise<string | undefined> =>
  /data-version="([^"]*)"/.exec(await (await fetch(new URL(address, server.url()))).text())?.[1];

const page = (text: string) => ({ page: Buffer.from(`<html><head></head><body>${text}</body></html>`) });

test('a page that was not there before a save reloads after it, although the page for a wrong address is of the new content', async () => {
  find = async (file) => {
    if (file === '404.html') return page('没有这一页');
    changes = 1;
    return undefined;
  };
  expect(await versionOf('xin-ye/')).toBe('0');
});

test('a page that was found before a save reloads after it', async () => {
  find = async () => {
    changes = 1;
    return page('旧的');
  };
  expect(await versionOf('di-bao/')).toBe('0');
});

test('a page that could not be rendered before a save reloads after it', async () => {
  find = async () => {
    changes = 1;
    throw new Error('no amount');
  };
  expect(await versionOf('di-bao/')).toBe('0');
  expect(failures).toHaveLength(1);
});

test('a page of the present content stays', async () => {
  find = async () => page('新的');
  expect(await versionOf('di-bao/')).toBe(preview.version());
});
