/** What a build made is made once; what lies damaged on the disk is made again, never sent out. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const TODAY = new Date('2026-11-24');
const page = Buffer.from('a page of some bytes');

/** One build: keeps what is given, and says what it finds under the keys. */
function build(put: Record<string, Buffer>, get: string[], { now = TODAY, days = 1 } = {}) {
  const store = openStore(folder, now);
  const found = get.map((key) => store.get(key)?.toString());
  for (const [key, bytes] of Object.entries(put)) store.put(key, bytes);
  store.close(days);
  return found;
}

/** Two keys that lie in one log. */
const log = () => join(folder, readdirSync(folder)[0] ?? '');
const neighbours = ['key-2', 'key-18'];

test('what was kept comes back as it was; an empty page too', () => {
  build({ key: page, empty: Buffer.of() }, []);
  expect(build({}, ['key', 'empty', 'other'])).toEqual([String(page), '', undefined]);
});

test('kept anew under a key, the last counts', () => {
  build({ key: page }, []);
  build({ key: Buffer.from('another') }, []);
  expect(build({}, ['key'])).toEqual(['another']);
});

test('a log cut off anywhere gives nothing wrong, and is mended by the next build', () => {
  build({ key: page }, []);
  const whole = readFileSync(log());
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(log(), whole.subarray(0, length));
    expect(build({ key: page }, ['key'])).toEqual([undefined]);
    expect(build({}, ['key'])).toEqual([String(page)]);
  }
});

test('a log with any byte changed gives the page or nothing', () => {
  build({ key: page }, []);
  const whole = readFileSync(log());
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ change;
      writeFileSync(log(), damaged);
      expect([undefined, String(page)]).toContain(build({}, ['key'])[0]);
      build({ key: page }, []);
      expect(build({}, ['key'])).toEqual([String(page)]);
    }),
  );
});

test('two builds at once: each finds its own pages or makes them again, never those of the other', () => {
  const [one, other] = [openStore(folder, TODAY), openStore(folder, TODAY)];
  const keys = Array.from({ length: 2000 }, (_, index) => `key ${index}`);
  for (const key of keys) {
    one.get(key);
    other.get(key);
    one.put(key, Buffer.from(`page of ${key}`));
    other.put(key, Buffer.from(`page of ${key}`));
  }
  one.close(1);
  other.close(1);
  for (const found of build({}, keys).entries()) {
    expect([undefined, `page of ${keys[found[0]]}`]).toContain(found[1]);
  }
});

test('what nobody used for days goes; what is used stays, however old', () => {
  build({ [neighbours[0] ?? '']: page, [neighbours[1] ?? '']: page }, []);
  const later = (date: string) => ({ now: new Date(date) });
  build({}, ['key-2'], later('2026-11-25'));
  build({}, ['key-2'], later('2026-11-26'));
  build({}, ['key-2'], later('2026-11-28'));
  expect(build({}, neighbours, later('2026-11-28'))).toEqual([String(page), undefined]);
});

test('a build that changes nothing writes nothing', () => {
  build({ key: page }, []);
  const before = statSync(log()).mtimeMs;
  build({}, ['key']);
  expect(statSync(log()).mtimeMs).toBe(before);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a folder that cannot be made costs time, not the site', () => {
  writeFileSync(join(folder, 'file'), '');
  const store = openStore(join(folder, 'file', 'below'), TODAY);
  store.put('key', page);
  expect(store.get('key')).toBeUndefined();
  store.close(1);
  expect(existsSync(join(folder, 'file', 'below'))).toBe(false);
});
