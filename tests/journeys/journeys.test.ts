/** The main user journeys, on every kind of phone that people have; a console error fails them. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { startTestServer, type TestServer } from '../offline/test-server.ts';
import { siteDir } from '../support/built-site.ts';
import { type Shot, writeContactSheet } from './contact-sheet.ts';
import { currentChromium, firefox, oldChromium } from './engines/puppeteer.ts';
import { webkit } from './engines/webkit.ts';
import { journeys } from './journeys.ts';
import type { JourneyPhone } from './phone.ts';

const engines = [
  oldChromium(80),
  oldChromium(92),
  currentChromium(),
  firefox(),
  webkit(),
  currentChromium({ hasScript: false }),
];
const shots: Shot[] = [];

afterAll(() => writeContactSheet(shots, join(projectDir, '.mingbai', 'journeys.png')));

describe.each(engines)('$name:', (engine) => {
  let village: TestServer;
  let phone: JourneyPhone;
  beforeAll(async () => {
    if (!engine.isHere) return;
    village = await startTestServer(siteDir);
    phone = await engine.start(village.url);
  });
  afterEach(async () => {
    expect((await phone?.trouble()) ?? []).toEqual([]);
  });
  afterAll(async () => {
    await phone?.close();
    await village?.close();
  });

  // One retry: on a busy machine Firefox sometimes logs an error for an icon of a page that is closed.
  test.skipIf(!engine.isHere).each(journeys)('a reader $name', { retry: 1 }, async (way) => {
    let png: Buffer | undefined;
    const see = async () => {
      png = await phone.picture();
    };
    await way.go(phone, { engine, village, see });
    shots.push({ row: engine.name, column: way.title, png: png ?? (await phone.picture()) });
  });
});
