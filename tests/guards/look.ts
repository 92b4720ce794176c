/** Writes cases into a content folder and checks it like `check`: reading, then all rules. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkContent, readPublicFiles } from '../../src/check/index.ts';
import { type Corpus, readCorpus } from '../../src/corpus/index.ts';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import { createSite } from '../../src/documents/site.ts';
import { baseFiles } from './base.ts';
import type { Files } from './positions.ts';

export interface Look {
  corpus: Corpus;
  /** Findings of reading: an error among these stops every build. */
  fromReading: readonly Diagnostic[];
  /** Findings of the rules. */
  fromRules: readonly Diagnostic[];
}

/** The findings in the base with `files` on the day `today`; throws any error of reading and checking. */
export async function lookAt(files: Files, today: string): Promise<Look> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-guards-'));
  try {
    writeFolder(folder, files);
    const corpus = readCorpus(join(folder, 'content'), 'content', { keepSources: true });
    const content = {
      sources: corpus.sources,
      allSources: corpus.sources,
      site: createSite(corpus.documents, corpus, today),
      publicFiles: await readPublicFiles(join(folder, 'public')),
      contentName: 'content',
    };
    return { corpus, fromReading: corpus.diagnostics, fromRules: checkContent(content) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeFolder(folder: string, files: Files): void {
  const base = Object.entries(baseFiles).map(([path, text]) => [`content/${path}`, text]);
  const all: Files = { ...Object.fromEntries(base), ...files };
  for (const [path, content] of Object.entries(all)) {
    if (content === null) continue;
    const full = `${folder}/${path}`;
    mkdirSync(dirname(full), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(full, content);
    else symlinkSync(content.linkTo, full);
  }
}
