/**
 * Measures what an editor at the desk waits for after a key: the page of the unsaved text with the findings in it, the link preview and the
 * poster. The content is read before; the first text is not counted.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyDocument } from '../../src/documents/site.ts';
import { asEnvironment, projectDir, readSettings } from '../../src/settings.ts';
import { shareImageData } from '../../src/share/images/share-image-data.ts';
import { openPreview } from '../preview/preview.ts';
import { makeTempDir, removeTempDir } from '../temp-dir.ts';
import { GENERATED_DAY, generateContent, REAL_DOCUMENTS } from './generate-content.ts';
import { median } from './median.ts';
import type { Figures } from './table.ts';

/** Medians of `RUNS` texts, each another one, and the slowest. */
export interface DeskFigures extends Figures {
  documents: number;
  pageMs: number;
  slowestPageMs: number;
  cardMs: number;
  posterMs: number;
}

const RUNS = 15;
const POLICY = 'di-bao';

/** Measures the desk over generated content of `documents` documents. */
export async function measureDesk(documents: number): Promise<DeskFigures[]> {
  // Outside the project: content in its repository would have its history.
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const contentDir = join(folder, 'content');
  generateContent(contentDir, Math.max(0, documents - REAL_DOCUMENTS));
  const workDir = makeTempDir('preview');
  try {
    const settings = readSettings({
      MINGBAI_CONTENT_DIR: contentDir,
      MINGBAI_PUBLIC: join(projectDir, 'public'),
      MINGBAI_CACHE: join(folder, 'cache'),
      MINGBAI_TODAY: GENERATED_DAY,
    });
    process.env.NODE_ENV = 'production';
    Object.assign(process.env, asEnvironment(settings));
    const preview = openPreview(settings, { workDir, onCompile: () => undefined, isTolerant: true });
    await preview.refresh(true);
    await preview.finish();
    const file = 'content/policies/di-bao.mdx';
    const path = join(contentDir, 'policies', `${POLICY}.mdx`);
    const text = readFileSync(path, 'utf8');
    const { renderShareImage } = await import('../../src/share/images/render.ts');
    const times: { page: number[]; card: number[]; poster: number[] } = { page: [], card: [], poster: [] };
    for (let run = 0; run <= RUNS; run += 1) {
      const typed = `${text.replace(/^title: .*$/m, `title: 第${run}次改标题`)}\n第${run}次改正文。\n`;
      const contentFile = { collection: 'policies', slug: POLICY, path, file } as const;
      let began = performance.now();
      const view = await preview.view(contentFile, typed);
      times.page.push(performance.now() - began);
      if (view?.page === undefined || view.document === undefined)
        throw new Error('The page was not rendered.');
      if (!Buffer.from(view.page).includes(`第${run}次改正文`)) throw new Error('The page is an old one.');
      for (const name of ['card', 'poster'] as const) {
        began = performance.now();
        await renderShareImage(name, shareImageData(view.site, view.document as PolicyDocument));
        times[name].push(performance.now() - began);
      }
    }
    const counted = (all: readonly number[]) => all.slice(1);
    return [
      {
        documents,
        pageMs: Math.round(median(counted(times.page))),
        slowestPageMs: Math.round(Math.max(...counted(times.page))),
        cardMs: Math.round(median(counted(times.card))),
        posterMs: Math.round(median(counted(times.poster))),
      },
    ];
  } finally {
    removeTempDir(workDir);
    rmSync(folder, { recursive: true, force: true });
  }
}
