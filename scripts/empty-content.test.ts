/** An empty content folder never replaces a site. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { refuseEmpty } from './empty-content.ts';

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-empty-'));
});
afterEach(() => rmSync(top, { recursive: true }));

/** The refusal for a content folder with these files that would replace the files in `out`. */
function said(files: readonly string[], standing: readonly string[]): string | undefined {
  const [contentDir, folder] = [join(top, 'content'), join(top, 'out')];
  mkdirSync(contentDir, { recursive: true });
  for (const file of files) writeFileSync(join(contentDir, file), '');
  for (const each of standing) mkdirSync(join(folder, each), { recursive: true });
  return refuseEmpty({ ...readSettings(), contentDir, contentName: 'content' }, { folder })?.message;
}

test('a folder with a README only is not built, whatever the output contains', () => {
  expect(said(['README.md'], [])).toContain('--content 写对没有');
  expect(said(['README.md'], ['policies/di-bao'])).toContain('--content 写对没有');
});

test('a site on its first day is built', () => {
  expect(said(['site.yml'], [])).toBeUndefined();
  expect(said(['site.yml'], ['policies', 'assets'])).toBeUndefined();
});

test.each(['policies', 'stories', 'notices'])(
  'a site with %s is not replaced by one with nothing',
  (name) => {
    expect(said(['site.yml'], [`${name}/one`])).toContain('换上去网站就空了');
  },
);

test('if the current site cannot be inspected, an empty one is not published', () => {
  writeFileSync(join(top, 'site.yml'), '');
  const settings = { ...readSettings(), contentDir: top, contentName: 'content' };
  expect(refuseEmpty(settings, 'a site')?.severity).toBe('error');
});
