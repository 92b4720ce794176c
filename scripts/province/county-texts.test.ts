/** Which documents of a county are those of its base, and which of two counties say the same. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from '../../src/settings.ts';
import { readToCheck } from '../check-corpus.ts';

const top = mkdtempSync(join(tmpdir(), 'mingbai-texts-'));
afterAll(() => rmSync(top, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}

const page = (title: string, more = '') =>
  `---\n${more}title: ${title}\nsummary: 怎么办。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n去乡镇政府。\n`;

/** The texts of the county in `content`, by slug. */
function textsOf(content: string) {
  const settings = readSettings({
    MINGBAI_CONTENT: content,
    MINGBAI_CONTENT_DIR: join(top, content),
    MINGBAI_CACHE: join(top, 'cache', content),
    MINGBAI_TODAY: '2026-11-23',
  });
  const { texts } = readToCheck(settings, { rules: [] });
  return Object.fromEntries(texts.map(({ slug, origin, hash }) => [slug, { origin, hash }]));
}

test('a text of the base is the same in every county, one with other fields is changed, one of its own is own', () => {
  write('base/site.yml', 'name: 省\nurl: https://www.province.example/\n');
  write('base/pages/about.mdx', page('关于'));
  write('base/pages/help.mdx', page('帮忙'));
  write('dong/content/site.yml', 'name: 东县\nurl: https://dong.example/\nextends: ../../base\n');
  write('dong/content/pages/help.mdx', '---\ninherits: rest\ntitle: 找谁帮忙\n---\n');
  write('dong/content/pages/own.mdx', page('东县自己的'));
  write('a/b/xi/site.yml', 'name: 西县\nurl: https://xi.example/\nextends: ../../../base\n');
  const [dong, xi] = [textsOf('dong/content'), textsOf('a/b/xi')];
  expect(Object.fromEntries(Object.entries(dong).map(([slug, { origin }]) => [slug, origin]))).toEqual({
    about: 'base',
    help: 'changed',
    own: 'own',
  });
  expect(xi.about).toEqual(dong.about);
  expect(xi.help?.origin).toBe('base');
  expect(xi.help?.hash).not.toBe(dong.help?.hash);
});
