/** A job that goes to another host takes along what was fetched for it. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeTestRepository } from '../../src/corpus/bases/repository-fixture.ts';
import { baseRecordsText, dependencyFolders, readCorpus } from '../../src/corpus/index.ts';
import { packJob, readJson, unpack } from './job-file.ts';

const top = mkdtempSync(join(tmpdir(), 'mingbai-job-'));
afterAll(() => rmSync(top, { recursive: true }));

test('a host without network builds a county whose base is in a repository', () => {
  const province = makeTestRepository(top, 'province');
  const site = 'name: 站\nurl: https://www.county.example/\n';
  const commit = province.commit({
    'content/site.yml': site,
    'content/contacts/tel-1.yml': 'id: tel-1\nname: 省里的热线\nphone: "12345"\nfor: 先打这个\n',
    'public/images/lu.png': 'PNG',
    'program/large.bin': '不用带',
  });
  const repository = `file://${province.bare}`;
  const contentDir = join(top, 'county/content');
  mkdirSync(contentDir, { recursive: true });
  writeFileSync(join(contentDir, 'site.yml'), `${site}extends: ${repository}\n`);
  writeFileSync(join(contentDir, 'bases.yml'), baseRecordsText({ pin: { repository, commit } }));
  const basesDir = join(top, '.mingbai/cache/bases');
  const folders = dependencyFolders({ contentDir, publicDir: join(top, 'county/public') }, { basesDir });
  expect(folders).toHaveLength(3);

  const job = { id: 'a', content: 'content', contentName: 'content', public: 'public', today: '2026-11-24' };
  const root = join(top, 'county');
  packJob(
    join(top, 'job.tar'),
    { ...job, root, basesDir, code: 'x', history: {} },
    folders,
    join(top, 'work'),
  );
  renameSync(province.bare, `${province.bare}.away`);
  rmSync(basesDir, { recursive: true });
  unpack(join(top, 'job.tar'), join(top, 'host'));

  expect(readJson(join(top, 'host/job.json'))).not.toHaveProperty('basesDir');
  const { documents, diagnostics } = readCorpus(join(top, 'host/files/content'), 'content', {
    basesDir: join(top, 'host/bases'),
  });
  expect(documents.contacts.map(({ name }) => name)).toEqual(['省里的热线']);
  expect(diagnostics).toEqual([]);
});
