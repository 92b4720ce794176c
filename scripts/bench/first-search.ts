/**
 * Measures a first search against an earlier commit: a phone with an empty cache opens a shared search on a slow network, its CPU slowed
 * six times, and then types two more. Both commits build a site of the same content; each is served by nginx with its own configuration,
 * and they take turns. The service worker is left out: it starts when the search is done.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { publishToFolder } from '../../src/publish/index.ts';
import { projectDir } from '../../src/settings.ts';
import { launchWholeChromium } from '../../tests/browsers/current-chromium.ts';
import { nginx, startWebServer } from '../../tests/support/web-servers.ts';
import { checkOutCommit, removeCommit } from './earlier-commit.ts';
import { GENERATED_DAY, generateContent, REAL_DOCUMENTS } from './generate-content.ts';
import { runMeasured } from './measured-run.ts';
import { median } from './median.ts';
import { type Part, type PartName, partNames, type SearchRun, searchOnPhone } from './slow-search.ts';
import type { Figures } from './table.ts';
import { SLOW_NETWORK, startThrottlingProxy, type ThrottlingProxy } from './throttling-proxy.ts';

/** The earlier commit, unless another is named. */
export const DEFAULT_BASE = 'a0603c5';

/** Fields of generated documents that DEFAULT_BASE does not know. */
const LATER_FIELDS = ['localTerms'];

/** Runs of each commit. */
const RUNS = 5;

/** The files that build the pages of a site in a process of their own, the current one first. */
const BUILD_STAGES = ['scripts/bench/build-stage.ts', 'scripts/bench/make-part.ts'];

/**
 * A part of the search, at the earlier commit and now. Times are from the tap until the first request and until the part has arrived;
 * medians of all runs.
 */
export interface FirstSearchFigures extends Figures {
  documents: number;
  part: string;
  earlierBytes: number;
  nowBytes: number;
  bytesRatio: number | '';
  earlierFromSeconds: number | '';
  earlierUntilSeconds: number | '';
  nowFromSeconds: number | '';
  nowUntilSeconds: number | '';
  ratio: number | '';
}

interface ServedSite {
  proxy: ThrottlingProxy;
  runs: SearchRun[];
  close(): Promise<void>;
}

/** Builds both sites with `documents` documents and measures them in turn. */
export async function measureFirstSearch(
  documents: number,
  { base = DEFAULT_BASE }: { base?: string | undefined },
): Promise<FirstSearchFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const earlier = join(folder, 'earlier');
  const sites: ServedSite[] = [];
  let browser: Browser | undefined;
  try {
    checkOutCommit(base, earlier);
    const content = join(folder, 'content');
    // Content that both can read: an earlier commit refuses fields that it does not know.
    generateContent(content, Math.max(0, documents - REAL_DOCUMENTS), {
      contentDir: join(earlier, 'content'),
      omittedFields: LATER_FIELDS,
    });
    for (const [name, project] of [
      ['earlier', earlier],
      ['now', projectDir],
    ] as const) {
      process.stderr.write(`  building: ${name}…\n`);
      sites.push(await buildAndServe(project, content, join(folder, `site-${name}`)));
    }
    browser = await launchWholeChromium();
    for (let run = 0; run < RUNS; run += 1)
      for (const { proxy, runs } of sites) runs.push(await searchOnPhone(browser, proxy));
    return rowsOf(documents, sites[0]?.runs ?? [], sites[1]?.runs ?? []);
  } finally {
    await browser?.close();
    for (const site of sites) await site.close();
    removeCommit(earlier);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds the content with the code in `project`, publishes it, and serves it with that project's configuration. */
async function buildAndServe(project: string, content: string, folder: string): Promise<ServedSite> {
  const [out, site, forServer] = ['out', 'site', 'nginx'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(forServer, { recursive: true });
  const stage = BUILD_STAGES.map((file) => join(project, file)).find((file) => existsSync(file));
  if (stage === undefined) throw new Error(`${project} has no ${BUILD_STAGES.join(' or ')}.`);
  await runMeasured(process.execPath, [stage, 'pages'], {
    cwd: project,
    env: {
      MINGBAI_CONTENT: content,
      MINGBAI_OUT: out,
      MINGBAI_TODAY: GENERATED_DAY,
      MINGBAI_CACHE: join(folder, 'cache'),
    },
  });
  await publishToFolder(out, site, `${GENERATED_DAY} 08:00`);
  const server = await startWebServer(nginx, join(site, 'current'), forServer, project);
  const proxy = await startThrottlingProxy(Number(new URL(server.origin).port), SLOW_NETWORK);
  const close = async () => {
    await proxy.close();
    await server.close();
  };
  return { proxy, runs: [], close };
}

function rowsOf(
  documents: number,
  earlier: readonly SearchRun[],
  now: readonly SearchRun[],
): FirstSearchFigures[] {
  const row = (part: string, of: (run: SearchRun) => Partial<Part>): FirstSearchFigures => {
    const medianOf = (runs: readonly SearchRun[], name: keyof Part) =>
      median(runs.map((run) => of(run)[name] ?? 0));
    const both = (name: keyof Part) => [medianOf(earlier, name), medianOf(now, name)] as const;
    const [bytes, from, until] = [both('bytes'), both('fromMs'), both('ms')];
    return {
      documents,
      part,
      earlierBytes: bytes[0],
      nowBytes: bytes[1],
      bytesRatio: ratio(bytes),
      earlierFromSeconds: from[0] / 1000 || '',
      earlierUntilSeconds: until[0] / 1000 || '',
      nowFromSeconds: from[1] / 1000 || '',
      nowUntilSeconds: until[1] / 1000 || '',
      ratio: ratio(until),
    };
  };
  return [
    row('first search, first results shown', ({ first }) => ({ bytes: first.bytes, ms: first.shownMs })),
    row('first search, all results shown', ({ first }) => first),
    row('and what the page loads after them', ({ allBytes }) => ({ bytes: allBytes })),
    ...partNames.map((part: PartName) => row(`of it: ${part}`, ({ parts }) => parts[part])),
    row('second search', ({ second }) => second),
    row('third search', ({ third }) => third),
  ];
}

function ratio([earlier, now]: readonly [number, number]): number | '' {
  return earlier === 0 || now === 0 ? '' : now / earlier;
}
