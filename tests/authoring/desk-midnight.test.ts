/** A desk that is open over midnight goes on with the new day. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenServices, openServices } from '../../scripts/desk/open-services.ts';
import { asEnvironment, readSettings, withCurrentDay } from '../../src/settings.ts';
import { onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';

const top = temporaryFolder();
const document = { collection: 'policies', slug: 'di-bao' } as const;
const text = (onePolicy['policies/di-bao.mdx'] ?? '').replace(
  'reviewer:',
  'publishOn: 2026-11-29\nreviewer:',
);
const environment = { ...process.env };
let services: OpenServices;
let now = new Date('2026-11-28T15:59:00Z');
const sent: unknown[] = [];

beforeAll(async () => {
  writeFiles(join(top, 'content'), { ...site, ...onePolicy, 'policies/di-bao.mdx': text });
  const settings = withCurrentDay(
    readSettings({
      MINGBAI_CONTENT_DIR: join(top, 'content'),
      MINGBAI_PUBLIC: join(top, 'public'),
    }),
    () => now,
  );
  process.env.NODE_ENV = 'production';
  Object.assign(process.env, asEnvironment(settings));
  services = openServices(settings, {
    user: undefined,
    events: { send: (event) => sent.push(event) },
    draftsFile: join(top, 'reviews.json'),
    onCompile: () => undefined,
    dayCheckMs: 20,
  });
  await services.ready;
});
afterAll(() => {
  services?.close();
  process.env = environment;
  rmSync(top, { recursive: true, force: true });
});

const homePage = async () => Buffer.from((await services.live.find('index.html')) ?? '').toString('utf8');
const row = async () => (await services.workspace.list()).find(({ slug }) => slug === 'di-bao');

test('before midnight a document waits for its day', async () => {
  expect((await row())?.heldUntil).toBe('2026-11-29');
  expect(await homePage()).toContain('data-built="2026-11-28"');
  expect((await services.live.view(document, text))?.heldUntil).toBe('2026-11-29');
});

test('after midnight the pages, the list and new files have the new day, and the open pages are told', async () => {
  now = new Date('2026-11-28T16:01:00Z');
  await expect.poll(homePage).toContain('data-built="2026-11-29"');
  await expect.poll(() => sent).toContainEqual({ kind: 'changed' });
  expect((await row())?.heldUntil).toBeUndefined();
  expect((await services.live.view(document, text))?.heldUntil).toBeUndefined();
  const made = await services.intake.create('pages', 'xin-ye', '新的一页');
  expect((await services.workspace.read(made))?.text).toContain('reviewedOn: 2026-11-29');
});
