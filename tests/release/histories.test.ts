/**
 * Random histories of edits, undos, interruptions and repeats: after each publication readers get, byte for byte, the build of
 * the same content, and after an interruption a whole one. Longer: MINGBAI_HISTORY_SECONDS for each target, with
 * MINGBAI_HISTORY_SEED for other histories.
 */
import { spawn } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { AwsClient } from 'aws4fetch';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFilesRecursive } from '../../src/cache/list-files.ts';
import { readRelease } from '../../src/publish/folder.ts';
import {
  liveReleaseId,
  type ObjectStorage,
  PublishError,
  publishToFolder,
  publishToStorage,
} from '../../src/publish/index.ts';
import { sha256Hex } from '../../src/publish/manifest.ts';
import { temporaryFolder } from '../build/content-folder.ts';
import { failAfter } from '../object-storage/faulty-storage.ts';
import { startStorage } from '../object-storage/server.ts';

const SEED = Number(process.env.MINGBAI_HISTORY_SEED ?? 20261127);
const SECONDS = Number(process.env.MINGBAI_HISTORY_SECONDS ?? 4);
const MAX_HISTORIES = Math.ceil(SECONDS * 50);

let top: string;
beforeAll(() => {
  top = temporaryFolder();
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** A small site: the text of each path, and the other content its pages were rendered with (another file, the same bytes). */
interface State {
  texts: Readonly<Record<string, string>>;
  surroundings: number;
}

const PATHS = [
  'index.html',
  'policies/a/index.html',
  'policies/b/index.html',
  'notices/a/event.ics',
  'notices/b/event.ics',
  'share/a/message.txt',
  'assets/style.css',
];
/** Few, so that bytes repeat; one long enough to be compressed. */
const TEXTS = ['一', '二', '低保怎么办。'.repeat(100)];

const first: State = {
  texts: Object.fromEntries(PATHS.slice(0, 5).map((path) => [path, TEXTS[2] ?? ''])),
  surroundings: 0,
};

type Step = {
  kind: 'edit' | 'undo' | 'repeat';
  cut: boolean;
  lostCache: boolean;
  path: number;
  text: number;
  at: number;
};

const histories = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('edit', 'edit', 'undo', 'undo', 'repeat'),
    cut: fc.integer({ min: 0, max: 2 }).map((one) => one === 0),
    lostCache: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    path: fc.nat({ max: PATHS.length - 1 }),
    // One more than the number of texts: the file is removed.
    text: fc.nat({ max: TEXTS.length }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 3, maxLength: 10 },
);

const plainStep: Step = { kind: 'edit', cut: false, lostCache: false, path: 1, text: 0, at: 0 };
/** Before the random ones: a reverted change, and one whose publication is interrupted, early, in the middle or late. */
const examples: [Step[]][] = [
  [[plainStep, { ...plainStep, kind: 'undo' }]],
  ...[0.2, 0.3, 0.4].map((at): [Step[]] => [
    [
      { ...plainStep, cut: true, at },
      { ...plainStep, kind: 'undo' },
    ],
  ]),
];

/** The states of a history: the site published after each step. */
function statesOf(steps: readonly Step[]): State[] {
  const states: State[] = [first];
  for (const { kind, path, text, at } of steps) {
    const last = states.at(-1) ?? first;
    if (kind === 'repeat') states.push(last);
    // Mostly the last change, whose publication may just have been interrupted.
    else if (kind === 'undo') states.push(states.at(-2 - Math.floor(at * 3)) ?? first);
    else {
      const next = edited(last, PATHS[path] ?? '', TEXTS[text]);
      states.push(at < 0.5 ? next : edited(next, PATHS[(path + 1) % PATHS.length] ?? '', TEXTS[text]));
    }
  }
  return states;
}

function edited({ texts, surroundings }: State, path: string, text: string | undefined): State {
  const { [path]: _, ...others } = texts;
  // The home page is never removed.
  if (text === undefined && path === 'index.html') return { texts, surroundings: surroundings + 1 };
  return {
    texts: text === undefined ? others : { ...others, [path]: text },
    surroundings: surroundings + 1,
  };
}

/** Builds from links into a cache, like a real build; pages are rendered again if `surroundings` change. */
class Builder {
  private count = 0;
  private cache = 0;

  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  loseCache(): void {
    this.cache += 1;
  }

  build({ texts, surroundings }: State): string {
    this.count += 1;
    const build = join(this.folder, `build-${this.count}`);
    for (const [path, text] of Object.entries(texts)) {
      const key = sha256Hex(Buffer.from(path.endsWith('.html') ? `${path} ${text} ${surroundings}` : text));
      const cached = join(this.folder, `cache-${this.cache}`, key);
      for (const each of [cached, join(build, path)]) mkdirSync(dirname(each), { recursive: true });
      if (!existsSync(cached)) writeFileSync(cached, text);
      linkSync(cached, join(build, path));
    }
    return build;
  }
}

/** The texts that readers get, by path. */
type Served = Readonly<Record<string, string>>;

/** A publication target. */
interface Place {
  publish(build: string): Promise<unknown>;
  /** Publishes and is interrupted at the moment `at`, from 0 to 1, or ends before. */
  publishCut(build: string, at: number): Promise<unknown>;
  /** The texts that readers get for these paths; of a folder all files. */
  served(paths: readonly string[]): Promise<Served>;
  /** Whether a publication becomes visible at once, and not file by file. */
  isSwitched: boolean;
}

/** Publishes the states one after another and checks the served files after each. */
async function live(place: Place, builder: Builder, steps: readonly Step[], deadline: number): Promise<void> {
  const states = statesOf(steps);
  await place.publish(builder.build(first));
  let before: Served = first.texts;
  for (const [index, step] of steps.entries()) {
    if (Date.now() > deadline) return;
    if (step.lostCache) builder.loseCache();
    const { texts } = states[index + 1] ?? first;
    const build = builder.build(states[index + 1] ?? first);
    if (!step.cut) {
      await place.publish(build);
      expect(await place.served(Object.keys(texts))).toEqual(texts);
      before = texts;
      continue;
    }
    await place.publishCut(build, step.at);
    const now = await place.served(Object.keys(before));
    if (place.isSwitched) expect([before, texts]).toContainEqual(now);
    else for (const path of Object.keys(before)) expect([before[path], texts[path]]).toContain(now[path]);
    before = now;
  }
}

/** Runs histories until the time is over; the first failure is shrunk and printed. */
async function liveAll(makePlace: (folder: string) => Place): Promise<number> {
  const deadline = Date.now() + SECONDS * 1000;
  let count = 0;
  const property = fc.asyncProperty(histories, async (steps) => {
    // After the deadline, histories are skipped.
    if (Date.now() > deadline) return;
    count += 1;
    // Never an earlier name: the leftovers of a killed publisher would be attributed to this history.
    const folder = mkdtempSync(join(top, 'history-'));
    try {
      await live(makePlace(folder), new Builder(folder), steps, deadline);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  await fc.assert(property, { seed: SEED, numRuns: MAX_HISTORIES, examples }).catch((error: unknown) => {
    // At once, not with the summary of a long run: the history is needed to correct the error.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    throw error;
  });
  process.stdout.write(`${count} histories, MINGBAI_HISTORY_SEED=${SEED}\n`);
  return count;
}

function folderPlace(folder: string): Place {
  const site = join(folder, 'site');
  let longestMs = 0;
  return {
    isSwitched: true,
    async publish(build) {
      const began = performance.now();
      await publishToFolder(build, site, '2026-11-23 20:00', { mayMove: true });
      longestMs = Math.max(longestMs, performance.now() - began);
    },
    publishCut: (build, at) => killWhilePublishing([build, site], at * longestMs * 1.5),
    async served() {
      const release = readRelease(site, liveReleaseId(site) ?? '');
      if (release === undefined) return {};
      const { folder: current, manifest } = release;
      const read = (path: string) => readFileSync(join(current, path));
      const plain = listFilesRecursive(current).filter((path) => !/\.(?:gz|br)$/.test(path));
      for (const path of listFilesRecursive(current)) {
        const whole = path.replace(/\.(?:gz|br)$/, '');
        if (path.endsWith('.gz')) expect(gunzipSync(read(path))).toEqual(read(whole));
        if (path.endsWith('.br')) expect(brotliDecompressSync(read(path))).toEqual(read(whole));
      }
      // Stylesheets of the previous release are retained for open pages.
      const own = plain.filter((path) => !manifest[path]?.isRetained);
      return Object.fromEntries(own.map((path) => [path, read(path).toString()]));
    },
  };
}

function killWhilePublishing(args: string[], afterMs: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'publish-once.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
    child.once('exit', () => resolve());
  });
}

test(
  'from a folder readers get the build of the same content, whatever happened before',
  async () => {
    expect(await liveAll(folderPlace)).toBeGreaterThan(0);
  },
  SECONDS * 1000 + 60_000,
);

describe('object storage', () => {
  let storage: ObjectStorage;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ storage, close } = await startStorage(join(top, 'buckets')));
  });
  afterAll(() => close?.());

  /** One bucket for all histories: each starts with the objects of the one before. */
  function bucket(): Place {
    const { accessKeyId, secretAccessKey, region, endpoint } = storage;
    const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
    return {
      isSwitched: false,
      publish: (build) => publishToStorage(build, storage),
      async publishCut(build, at) {
        // The list twice, each file once: a request among them.
        const requests = Math.floor(at * (PATHS.length + 3));
        const faulty = await failAfter(endpoint, requests, 'refuse');
        await publishToStorage(build, { ...storage, endpoint: faulty.endpoint }).catch((error: unknown) => {
          if (!(error instanceof PublishError)) throw error;
        });
        faulty.close();
      },
      async served(paths) {
        const texts = paths.map(async (path) => {
          const answer = await aws.fetch(`${endpoint}/${storage.bucket}/${path}`);
          return [path, answer.ok ? await answer.text() : `${answer.status}`];
        });
        return Object.fromEntries(await Promise.all(texts)) as Served;
      },
    };
  }

  test(
    'from object storage readers get the build of the same content, whatever happened before',
    async () => {
      expect(await liveAll(bucket)).toBeGreaterThan(0);
    },
    SECONDS * 1000 + 60_000,
  );
});
