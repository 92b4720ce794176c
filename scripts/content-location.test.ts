/** A command applies to the content in or next to the editor's current folder, independent of the program's location. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { projectDir } from '../src/settings.ts';
import { findContent, publicForNew } from './content-location.ts';

let county: string;
beforeEach(() => {
  vi.stubEnv('MINGBAI_PUBLIC', undefined);
  county = realpathSync(mkdtempSync(join(tmpdir(), 'mingbai-place-')));
  mkdirSync(join(county, 'content/policies'), { recursive: true });
  writeFileSync(join(county, 'content/site.yml'), '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(county, { recursive: true });
});

test.each(['', 'content', 'content/policies'])(
  'standing in %o of a folder with content alone, that is meant',
  (folder) => {
    mkdirSync(join(county, 'public'));
    expect(findContent({ from: join(county, folder) })).toEqual({
      contentDir: join(county, 'content'),
      contentName: 'content',
      publicDir: join(county, 'public'),
      outTop: county,
    });
  },
);

test('a given folder is relative to the editor’s current folder, with its photographs next to it', () => {
  mkdirSync(join(county, 'public'));
  const from = join(county, 'content/policies');
  expect(findContent({ from, content: '../' })).toMatchObject({
    contentDir: join(county, 'content'),
    contentName: '..',
    publicDir: join(county, 'public'),
  });
  expect(findContent({ from, public: '../../pictures' }).publicDir).toBe(join(county, 'pictures'));
});

test('without a folder for photographs the icon is the program’s; new photographs are stored next to the content', () => {
  const place = findContent({ from: county });
  expect(place.publicDir).toBe(join(projectDir, 'public'));
  expect(publicForNew(place)).toBe(join(county, 'public'));
});

test('standing in the project its own content is meant, as ever', () => {
  const own = {
    contentDir: join(projectDir, 'content'),
    publicDir: join(projectDir, 'public'),
    outTop: projectDir,
  };
  for (const folder of ['', 'src', 'content/policies']) {
    expect(findContent({ from: join(projectDir, folder) })).toMatchObject(own);
  }
  expect(publicForNew(own)).toBe(own.publicDir);
});

test('in a folder without content the command fails and does not use the example', () => {
  expect(() => findContent({ from: tmpdir() })).toThrow(/这里没有内容.*--content/);
  expect(findContent({ from: tmpdir(), isOptional: true }).contentDir).toBe(join(projectDir, 'content'));
});
