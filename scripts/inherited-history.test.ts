import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeTestRepository, testGit } from '../src/corpus/bases/repository-fixture.ts';
import { baseRecordsText } from '../src/corpus/index.ts';
import { readSettings } from '../src/settings.ts';
import { readInheritedHistory } from './inherited-history.ts';

const top = mkdtempSync(join(tmpdir(), 'mingbai-history-'));
afterAll(() => rmSync(top, { recursive: true }));

const site = 'name: 站\nurl: https://www.county.example/\n';
const contact = (id: string, phone: string) => `id: ${id}\nname: 热线\nphone: "${phone}"\nfor: 先打这个\n`;
const cache = { get: () => undefined, set: () => undefined };

test('a page that comes whole from the base shows the changes of the base; what the county wrote has its own', async () => {
  const province = makeTestRepository(top, 'province');
  const both = (phone: string) => ({
    'content/contacts/tel-1.yml': contact('tel-1', phone),
    'content/contacts/tel-2.yml': contact('tel-2', phone),
  });
  province.commit({ 'content/site.yml': site, ...both('12345') }, '2026-11-01');
  const commit = province.commit(both('12346'), '2026-11-20');
  province.commit(both('12347'), '2026-11-22');
  const repository = `file://${province.bare}`;
  const county = join(top, 'county');
  for (const [path, text] of Object.entries({
    'content/site.yml': `${site}extends: ${repository}\n`,
    'content/bases.yml': baseRecordsText({ pin: { repository, commit } }),
    'content/contacts/tel-2.yml': 'inherits: rest\nname: 县里的热线\n',
  })) {
    mkdirSync(dirname(join(county, path)), { recursive: true });
    writeFileSync(join(county, path), text);
  }
  testGit(county, 'init', '--quiet');
  const settings = {
    ...readSettings({ MINGBAI_TODAY: '2026-11-24' }),
    contentDir: join(county, 'content'),
    contentName: 'content',
    basesDir: join(top, 'cache'),
  };
  const history = await readInheritedHistory(settings, cache);
  expect(Object.keys(history)).toEqual(['contacts/tel-1']);
  expect(history['contacts/tel-1']).toMatchObject([{ day: '2026-11-20', why: '改内容' }]);
});
