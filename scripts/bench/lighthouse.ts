/** Lighthouse for phones: its four scores. A package of its own, installed on first use. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../browser-paths.ts';

const here = join(import.meta.dirname, 'lighthouse');
const program = join(here, 'node_modules', 'lighthouse', 'cli', 'index.js');

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];

/** The scores of one page, of 100, and the audits that lost points. */
export interface LighthouseScores {
  scores: Record<Category, number>;
  /** Weighted audits with less than the full score: `seo/is-crawlable`. */
  lost: string[];
}

interface Report {
  categories: Record<Category, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null }>;
}

/** The run with the median performance, of an odd number of runs. */
export async function askLighthouse(url: string, runs = 3): Promise<LighthouseScores> {
  if (!existsSync(program)) install();
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1) reports.push(await runOnce(url));
  reports.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
  return readReport(reports[Math.floor(runs / 2)] as Report);
}

function install(): void {
  const npm = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', npm, { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('Lighthouse could not be installed.');
}

/** Asynchronous, because this process may serve the site that Lighthouse loads. */
async function runOnce(url: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-lighthouse-'));
  const file = join(folder, 'report.json');
  const child = spawn(
    process.execPath,
    [
      program,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic',
    ],
    { env: { ...process.env, CHROME_PATH: findChromium() ?? '' }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  try {
    if (status !== 0) throw new Error(`Lighthouse could not measure ${url}:\n${said}`);
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The scores of a report, and the audits that lost points. */
export function readReport({ categories, audits }: Report): LighthouseScores {
  const scores = {} as Record<Category, number>;
  const lost: string[] = [];
  for (const name of CATEGORIES) {
    const { score, auditRefs } = categories[name];
    scores[name] = Math.round(score * 100);
    for (const { id, weight } of auditRefs) {
      const own = audits[id]?.score ?? 1;
      if (weight > 0 && own < (name === 'performance' ? 0.9 : 1)) lost.push(`${name}/${id}`);
    }
  }
  return { scores, lost };
}
