import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeTestRepository } from '../src/corpus/bases/repository-fixture.ts';
import { readSettings } from '../src/settings.ts';
import { updateBase } from './update-base.ts';

const top = mkdtempSync(join(tmpdir(), 'mingbai-update-'));
afterAll(() => rmSync(top, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}

const site = 'name: 站\nurl: https://www.county.example/\n';
const contact = (id: string, name: string) => `id: ${id}\nname: ${name}\nphone: "12345"\nfor: 先打这个\n`;

test('an editor moves to the new version and sees what changed of what the county had changed', () => {
  const province = makeTestRepository(top, 'province');
  const address = `file://${province.bare}`;
  const first = province.commit(
    {
      'content/site.yml': site,
      'content/contacts/tel-1.yml': contact('tel-1', '省里的热线'),
      'content/contacts/tel-2.yml': contact('tel-2', '要撤的'),
    },
    '2026-11-01',
  );
  write('county/content/site.yml', `${site}extends: ${address}?ref=main\n`);
  write('county/content/contacts/tel-1.yml', 'inherits: rest\nname: 县里的热线\n');
  const settings = {
    ...readSettings({ MINGBAI_TODAY: '2026-11-24' }),
    contentDir: join(top, 'county/content'),
    contentName: 'content',
    basesDir: join(top, 'cache'),
  };

  expect(updateBase(settings)).toMatchObject({ from: undefined, to: { commit: first, day: '2026-11-01' } });
  expect(updateBase(settings)).toBeUndefined();
  const second = province.commit(
    {
      'content/contacts/tel-1.yml': contact('tel-1', '省民政热线'),
      'content/contacts/tel-2.yml': undefined,
      'content/contacts/tel-3.yml': contact('tel-3', '新的'),
    },
    '2026-11-20',
  );
  const updated = updateBase(settings);
  expect(updated).toMatchObject({
    from: { commit: first, day: '2026-11-01' },
    to: { commit: second, day: '2026-11-20' },
    added: ['contacts/tel-3'],
    removed: ['contacts/tel-2'],
    edited: ['contacts/tel-1'],
  });
  expect(updated?.findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('上级原来：「省里的热线」；上级现在：「省民政热线」；这里：「县里的热线」'),
  ]);
  expect(readFileSync(join(top, 'county/content/bases.yml'), 'utf8')).toContain(
    `pin:\n  repository: ${address}\n  ref: main\n  commit: ${second}\n`,
  );
});

test('a folder has no version, and a branch that is gone is told by name', () => {
  const settings = {
    ...readSettings({ MINGBAI_TODAY: '2026-11-24' }),
    contentDir: join(top, 'other/content'),
    contentName: 'content',
    basesDir: join(top, 'cache'),
  };
  write('other/content/site.yml', `${site}extends: ../../province.work/content\n`);
  expect(() => updateBase(settings)).toThrow('写的是文件夹');
  write('other/content/site.yml', `${site}extends: ../../province.git?ref=gone\n`);
  expect(() => updateBase(settings)).toThrow('没有叫「gone」的分支或者标签');
});
