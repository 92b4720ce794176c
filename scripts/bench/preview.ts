/**
 * Measures `npm run dev`: the time until it is ready, with an empty and with a filled cache, and the time from saving a file until
 * the change is visible in Chromium. The code of the pages is compiled before: that is done once for each version of Mingbai.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { projectDir } from '../../src/settings.ts';
import { type OpenedPreview, openPreview } from '../../tests/authoring/open-preview.ts';
import { launchCurrentChromium } from '../../tests/browsers/current-chromium.ts';
import { GENERATED_DAY, generateContent, REAL_DOCUMENTS } from './generate-content.ts';
import { median } from './median.ts';
import type { Figures } from './table.ts';

/** Medians of `RUNS` runs, by the clock. */
export interface PreviewFigures extends Figures {
  documents: number;
  /** Until it is ready, with an empty cache. */
  coldReadySeconds: number;
  warmReadySeconds: number;
  /** From saving a sentence of a policy until the browser shows it. */
  textChangeSeconds: number;
  /** The same for its title, which other pages show as well. */
  titleChangeSeconds: number;
}

const RUNS = 7;
const MAX_CHANGE_MS = 60_000;
/** How long the cache has to stay the same until all counts as read, and how long reading may take. */
const QUIET_MS = 15_000;
const MAX_READING_MS = 300_000;
/** An editor does not save twice at once. */
const PAUSE_MS = 1000;
const POLICY = 'di-bao';

/** Measures the preview of generated content of `documents` documents. */
export async function measurePreview(documents: number): Promise<PreviewFigures[]> {
  // Outside the project: content in its repository would have its history.
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const contentDir = join(folder, 'content');
  generateContent(contentDir, Math.max(0, documents - REAL_DOCUMENTS));
  let cacheCount = 0;
  const emptyCache = () => {
    cacheCount += 1;
    return join(folder, `cache-${cacheCount}`);
  };
  try {
    await timeStart(contentDir, emptyCache());
    const cold: number[] = [];
    for (let run = 0; run < RUNS; run += 1) cold.push(await timeStart(contentDir, emptyCache()));
    const cacheDir = join(folder, `cache-${cacheCount}`);
    await fillCache(contentDir, cacheDir);
    const warm: number[] = [];
    for (let run = 0; run < RUNS; run += 1) warm.push(await timeStart(contentDir, cacheDir));
    const changes = await timeChanges(contentDir, cacheDir);
    return [
      {
        documents,
        coldReadySeconds: median(cold),
        warmReadySeconds: median(warm),
        textChangeSeconds: median(changes.text),
        titleChangeSeconds: median(changes.title),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(contentDir: string, cacheDir: string): Promise<OpenedPreview> {
  return openPreview(contentDir, join(projectDir, 'public'), GENERATED_DAY, { MINGBAI_CACHE: cacheDir });
}

/** Seconds from the command until the preview is ready; stops it. */
async function timeStart(contentDir: string, cacheDir: string): Promise<number> {
  const began = performance.now();
  const preview = await start(contentDir, cacheDir);
  const seconds = (performance.now() - began) / 1000;
  await preview.stop();
  return seconds;
}

/** Runs the preview until it has read everything: of a large site it is ready before. */
async function fillCache(contentDir: string, cacheDir: string): Promise<void> {
  const preview = await start(contentDir, cacheDir);
  const deadline = performance.now() + MAX_READING_MS;
  const parsed = () => folderBytes(cacheDir);
  for (let [before, now] = [-1, parsed()]; now !== before && performance.now() < deadline; now = parsed()) {
    before = now;
    await sleep(QUIET_MS);
  }
  await preview.stop();
}

/** Bytes of all files in a folder. */
function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** Seconds from saving a policy until an open page shows the change, for its text and its title. */
async function timeChanges(
  contentDir: string,
  cacheDir: string,
): Promise<{ text: number[]; title: number[] }> {
  const preview = await start(contentDir, cacheDir);
  const browser = await launchCurrentChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(new URL(`policies/${POLICY}/`, preview.url).href);
    const file = join(contentDir, 'policies', `${POLICY}.mdx`);
    const original = readFileSync(file, 'utf8');
    const [text, title]: [number[], number[]] = [[], []];
    for (let run = 1; run <= RUNS; run += 1) {
      // At the top of the text: parts further down are folded.
      const sentence = `第${run}次改正文。`;
      const withSentence = original.replace(/^---\n[\s\S]*?\n---\n/, (head) => `${head}\n${sentence}\n`);
      text.push(await timeChange(page, file, withSentence, sentence));
      const words = `第${run}次改标题`;
      title.push(await timeChange(page, file, original.replace(/^title: .*$/m, `title: ${words}`), words));
    }
    return { text, title };
  } finally {
    await browser.close();
    await preview.stop();
  }
}

async function timeChange(page: Page, file: string, content: string, shown: string): Promise<number> {
  await sleep(PAUSE_MS);
  const began = performance.now();
  writeFileSync(file, content);
  await page.getByText(shown).first().waitFor({ timeout: MAX_CHANGE_MS });
  return (performance.now() - began) / 1000;
}
