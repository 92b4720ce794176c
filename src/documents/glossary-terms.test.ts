/** A villager who meets officialese finds the plain words below the paragraph, once. */
import { expect, test } from 'vitest';
import {
  explainableText,
  explainBlocks,
  explainTexts,
  findGlossaryTerms,
  splitHtml,
} from './glossary-terms.ts';

const word = (id: string, term: string) => ({ id, term, plain: `${term}的意思。` });
const glossary = [word('gong-shi', '公示'), word('gong-shi-qi', '公示期'), word('shen-he', '审核')];

test('a longer word is not matched as the shorter one inside it', () => {
  expect(findGlossaryTerms('公示期七天', glossary).map(({ id }) => id)).toEqual(['gong-shi-qi']);
});

test('a word is explained at its first occurrence, and not again', () => {
  const parts = explainTexts(['先审核', '再公示', '审核完了'], glossary);
  expect(parts.map((terms) => terms.map(({ id }) => id))).toEqual([['shen-he'], ['gong-shi'], []]);
});

test('nothing is explained inside links and headings', () => {
  expect(
    explainableText('<h2 id="a">公示</h2><p><a href="/x/">审核</a>和<strong>公示</strong></p>'),
  ).not.toContain('审核');
});

test('the plain words are below the paragraph, not at the end of the page', () => {
  const blocks = explainBlocks([{ html: '<p>先审核。</p><ul><li>再<b>公示</b></li></ul>' }], glossary);
  expect(blocks).toEqual([
    { html: '<p>先审核。</p>', terms: [glossary[2]] },
    { html: '<ul><li>再<b>公示</b></li></ul>', terms: [glossary[0]] },
  ]);
});

test('a stretch of HTML is cut between paragraphs, never inside one', () => {
  expect(splitHtml('<p>一<br>二</p><hr><p>三</p>')).toEqual(['<p>一<br>二</p>', '<hr><p>三</p>']);
});

test('a glossary without words explains nothing', () => {
  expect(findGlossaryTerms('公示', [])).toEqual([]);
});
