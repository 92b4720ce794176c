/** A text message costs as few messages as it can, and always says what it is about, whom to ring and where to read on. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import type { ContentDocument } from './document.ts';
import { fullShortUrl } from './full-address.ts';
import { createSite } from './site.ts';
import { countSmsParts, textMessageOf } from './text-message.ts';

describe('parts are counted as operators do', () => {
  test.each([
    ['字'.repeat(70), 1],
    ['字'.repeat(71), 2],
    ['字'.repeat(134), 2],
    ['字'.repeat(135), 3],
    [`${'字'.repeat(68)}𠮷`, 1],
    [`${'字'.repeat(66)}𠮷${'字'.repeat(66)}`, 3],
  ])('%#', (text, parts) => expect(countSmsParts(text)).toBe(parts));

  test('every part fits, and there are never more than one part over the fewest', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (text) => {
        const parts = countSmsParts(text);
        const fewest = text.length <= 70 ? 1 : Math.ceil(text.length / 67);
        expect(parts).toBeGreaterThanOrEqual(fewest);
        expect(parts).toBeLessThanOrEqual(fewest + Math.ceil(fewest / 66));
      }),
    );
  });
});

const corpus = readCorpus(fileURLToPath(new URL('../../content', import.meta.url)), 'content');
const county = createSite(corpus.documents, corpus, '2026-11-23');
const documents: ContentDocument[] = [...county.policies, ...county.stories, ...county.notices];
const named = (slug: string) => documents.find((document) => document.slug === slug) as ContentDocument;

test('of each document: its title, its telephone and its address, in one message unless it has ended', () => {
  for (const document of documents) {
    const text = textMessageOf(county, document);
    expect(text.startsWith(document.data.title), text).toBe(true);
    expect(text.endsWith(` ${fullShortUrl(county, document)}`), text).toBe(true);
    if (!text.includes('已经结束')) expect(countSmsParts(text), text).toBe(1);
  }
  expect(textMessageOf(county, named('di-bao'))).toMatchInlineSnapshot(
    `"家里收入太低，可以申请低保。全年都能办。问12345。 https://mingbai.example/s/ieta9/"`,
  );
});

test('an ended policy says that it has ended, and nothing that invites', () => {
  const text = textMessageOf(county, named('xiao-e-xin-dai'));
  expect(text).toContain('已经结束');
  expect(text).not.toContain('以前最多能贷');
});

test('with a long address it takes the fewest messages, and fills them', () => {
  const url = `https://www.${'x'.repeat(60)}.gov.cn/mingbai/`;
  const long = { ...county, about: { ...county.about, url } };
  const text = textMessageOf(long, named('di-bao'));
  expect(countSmsParts(text)).toBe(2);
  expect(text).toContain(named('di-bao').data.title);
  expect(text.length).toBeGreaterThan(70);
});
