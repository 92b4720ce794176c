import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { createSite } from '../documents/site.ts';
import { checkContent } from './check-content.ts';
import { EXAMPLE_DAY, writeExample } from './example-folder.ts';
import { scoreDocuments } from './score.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingbai-score-'));
afterAll(() => rmSync(folder, { recursive: true }));

function scoreOf(body: string) {
  writeExample(body, folder);
  const corpus = readCorpus(join(folder, 'content'), 'content', { keepSources: true });
  const site = createSite(corpus.documents, corpus, EXAMPLE_DAY);
  const content = {
    sources: corpus.sources,
    allSources: corpus.sources,
    site,
    publicFiles: [],
    contentName: 'content',
  };
  return scoreDocuments(corpus.sources, checkContent(content))[0];
}

test('a plain text has all points, and nothing to be told', () => {
  expect(scoreOf('先去村里问一问。再去乡里交材料。')).toMatchObject({ points: 100, advice: undefined });
});

test('a text in official words loses points, and hears what would bring most of them back', () => {
  const worse = scoreOf('请携带相关材料前往乡镇政府缴纳，逾期不予以办理。');
  expect(worse?.points).toBeLessThan(90);
  expect(worse?.advice).toContain('plain/official-word');
});
