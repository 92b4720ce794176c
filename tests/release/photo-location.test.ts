/** The location of a photograph is never published, by any kind of output; an unreadable photograph is not published. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasLocation } from '../../src/public-folder/find-location.ts';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';

const folder = temporaryFolder();
const [content, pictures] = [join(folder, 'content'), join(folder, 'public/images')];
const guide = (body: string) =>
  `---\ntitle: 路修好了\nsummary: 看看新路。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n${body}\n`;
const FORMATS = ['jpeg', 'png', 'webp', 'avif'] as const;

let photo: Buffer;
beforeAll(async () => {
  process.env.MINGBAI_PUBLIC = join(folder, 'public');
  const shown = FORMATS.flatMap((format) => [
    `![新修的路](/images/shown.${format})`,
    `[看大图](/images/linked.${format})`,
    `![新修的路](/images/linked.${format})`,
  ]);
  writeFiles(content, { ...site, ...onePolicy, 'pages/lu.mdx': guide(shown.join('\n\n')) });
  mkdirSync(pictures, { recursive: true });
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const grain = sharp({ create: { width: 300, height: 200, channels: 3, background: '#a33', noise } });
  for (const format of FORMATS) {
    const bytes = await grain
      .clone()
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 39/1 0/1' } })
      .toFormat(format)
      .toBuffer();
    expect(hasLocation(bytes)).toBe(true);
    if (format === 'jpeg') photo = bytes;
    for (const name of ['shown', 'linked', 'unused'])
      writeFileSync(join(pictures, `${name}.${format}`), bytes);
  }
});
afterAll(() => {
  delete process.env.MINGBAI_PUBLIC;
  rmSync(folder, { recursive: true });
});

/** The files below a folder that contain a location; zips are searched as well. */
function places(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dir, name)).isFile())
    .filter((name) => holdsPlace(readFileSync(join(dir, name))));
}
function holdsPlace(bytes: Uint8Array): boolean {
  const entries = bytes[0] === 0x50 && bytes[1] === 0x4b ? Object.values(unzipSync(bytes)) : [];
  return hasLocation(bytes) || entries.some(holdsPlace);
}

test('no location is in the folder of a build, a deployed site, or the zip of the portable site', async () => {
  const [out, live, zip] = [join(folder, 'out'), join(folder, 'live'), join(folder, 'card.zip')];
  const today = ['--today', '2026-11-24'];
  expect(await mingbai('build', '--content', content, '--out', out, ...today)).toMatchObject({ code: 0 });
  expect(await mingbai('deploy', '--content', content, '--to', live, ...today)).toMatchObject({ code: 0 });
  expect(await mingbai('bundle', '--content', content, '--out', zip, ...today)).toMatchObject({ code: 0 });
  expect(existsSync(join(out, 'images/unused.avif'))).toBe(true);
  expect([...places(out), ...places(live)]).toEqual([]);
  expect(holdsPlace(readFileSync(zip))).toBe(false);
});

test('a truncated photograph stops check, build and deploy, and the existing site is unchanged', async () => {
  const out = join(folder, 'out');
  const before = readdirSync(out);
  writeFileSync(join(pictures, 'cut.jpg'), photo.subarray(0, photo.length * 0.97));
  const checked = await mingbai('check', '--content', content);
  expect(checked).toMatchObject({ code: 1 });
  expect(checked.out).toContain('public/images/cut.jpg:1:1 error image/unreadable');
  for (const args of [
    ['build', '--out', out],
    ['deploy', '--to', join(folder, 'live')],
  ]) {
    const { code, err } = await mingbai(...args, '--content', content);
    expect(code).toBe(1);
    expect(err).toContain('只有半张');
    expect(err).not.toMatch(/^\s+at /m);
  }
  expect(readdirSync(out)).toEqual(before);
});
