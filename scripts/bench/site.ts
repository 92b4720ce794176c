/**
 * Measures downloads of a built site: its largest page with style and scripts, the service worker, a saved copy, and share pictures.
 * Bytes on the wire, with gzip for text files.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LIST_PATH, type OfflineList } from '../../src/offline/files.ts';
import { readSettings } from '../../src/settings.ts';
import { filesOf } from '../../tests/support/built-site.ts';
import { buildSite } from '../build-site.ts';
import { GENERATED_DAY, generateContent, REAL_DOCUMENTS } from './generate-content.ts';
import type { Figures } from './table.ts';

/** Figures of one built site. */
export interface SiteFigures extends Figures {
  documents: number;
  largestPageBytes: number;
  pageScriptBytes: number;
  styleBytes: number;
  serviceWorkerBytes: number;
  savedTextBytes: number;
  savedTextBytesPerDocument: number;
  largestCardBytes: number;
  largestSquareBytes: number;
  largestPosterBytes: number;
}

/** Builds a site of `documents` documents and measures it. */
export async function measureSite(documents: number): Promise<SiteFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    const [content, out] = [join(folder, 'content'), join(folder, 'out')];
    generateContent(content, Math.max(0, documents - REAL_DOCUMENTS));
    const settings = readSettings({
      MINGBAI_CONTENT: content,
      MINGBAI_OUT: out,
      MINGBAI_TODAY: GENERATED_DAY,
    });
    const built = await buildSite(settings);
    if (!built.done) throw new Error(`The generated content has errors: ${built.diagnostics[0]?.message}`);
    return [sizesOf(out, built.documents)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Figures of the built site in `dir`, which is served from the root of its host. */
export function sizesOf(dir: string, documents: number): SiteFigures {
  const wireBytes = (path: string) =>
    gzipSync(readFileSync(join(dir, path.replace(/\?.*$/, ''))), { level: 9 }).length;
  const pages = filesOf('.html', dir).map((file) => {
    const html = readFileSync(join(dir, file), 'utf8');
    const bytesBy = (pattern: RegExp) =>
      Array.from(html.matchAll(pattern), ([, path = '']) => wireBytes(path)).reduce(sum, 0);
    return {
      html: wireBytes(file),
      style: bytesBy(/<link rel="stylesheet" href="([^"]+)"/g),
      scripts: bytesBy(/<script [^>]*src="([^"]+)"/g),
    };
  });
  const savedTextBytes = savedBytes(dir);
  const largest = (name: string) =>
    Math.max(...filesOf(name, dir).map((file) => statSync(join(dir, file)).size));
  return {
    documents,
    largestPageBytes: Math.max(...pages.map(({ html, style }) => html + style)),
    pageScriptBytes: Math.max(...pages.map(({ scripts }) => scripts)),
    styleBytes: Math.max(...pages.map(({ style }) => style)),
    serviceWorkerBytes: wireBytes('sw.js'),
    savedTextBytes,
    savedTextBytesPerDocument: savedTextBytes / documents,
    largestCardBytes: largest('card.png'),
    largestSquareBytes: largest('square.png'),
    largestPosterBytes: largest('poster.png'),
  };
}

const sum = (a: number, b: number): number => a + b;

/** Bytes to save all texts and the search on a phone. */
function savedBytes(dir: string): number {
  const { parts } = JSON.parse(readFileSync(join(dir, LIST_PATH), 'utf8')) as OfflineList;
  return parts
    .filter(({ group }) => group !== 'pictures')
    .reduce((bytes, { wireBytes }) => bytes + wireBytes, 0);
}
