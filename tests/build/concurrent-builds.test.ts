/** Two counties on one machine, or an editor and the publisher: each build gets its own site, whole. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from './content-folder.ts';
import { hashFiles } from './file-hashes.ts';

const top = temporaryFolder();
afterAll(() => rmSync(top, { recursive: true, force: true }));

const build = (county: string, out: string) =>
  mingbai('build', '--content', join(top, county), '--out', join(top, out), '--today', '2026-11-23');

test('two builds at once write what each writes alone', async () => {
  const counties = ['one', 'other'];
  for (const county of counties) {
    const name = (text: string) => text.replace('示例县', `${county}县`);
    writeFiles(join(top, county), { ...onePolicy, 'site.yml': name(site['site.yml']) });
  }
  const ran = await Promise.all(counties.map((county) => build(county, `${county}-at-once`)));
  expect(ran.map(({ code }) => code)).toEqual([0, 0]);
  for (const county of counties) {
    await build(county, `${county}-alone`);
    expect(hashFiles(join(top, `${county}-at-once`))).toEqual(hashFiles(join(top, `${county}-alone`)));
  }
});
