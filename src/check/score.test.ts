/** The score agrees with human judgement: an editor's ranking, and good and bad texts by other authors. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { createSite } from '../documents/site.ts';
import { projectDir } from '../settings.ts';
import { checkContent } from './check-content.ts';
import { EXAMPLE_DAY, writeExample } from './example-folder.ts';
import { type Score, scoreDocuments } from './score.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbai-score-'));
afterAll(() => rmSync(root, { recursive: true }));

function scoresIn(folder: string): Score[] {
  const corpus = readCorpus(folder, 'content', { keepSources: true });
  const site = createSite(corpus.documents, corpus, EXAMPLE_DAY);
  const { sources } = corpus;
  const content = { sources, allSources: sources, site, publicFiles: [], contentName: 'content' };
  return scoreDocuments(sources, checkContent(content));
}

function scoreOf(body: string): Score | undefined {
  const folder = mkdtempSync(join(root, 'example-'));
  writeExample(body, folder);
  return scoresIn(join(folder, 'content'))[0];
}

describe('one text', () => {
  test('that is plain has all points, and no advice', () => {
    expect(scoreOf('先去村里问一问。再去乡里交材料。')).toMatchObject({ points: 100, advice: undefined });
  });

  test('in official words loses points, and gets line, sentence and advice', () => {
    const worse = scoreOf('请携带相关材料前往乡镇政府缴纳，逾期不予以办理。');
    expect(worse?.points).toBeLessThan(50);
    expect(worse?.advice).toMatch(
      /^第8行「请携带相关材料前往乡镇政府缴纳.*」：「.+」换成.+。改好能多 \d+ 分$/u,
    );
  });

  test.each([
    [
      'a long sentence',
      '村里有人家里的房子漏了雨又没有钱修理还有老人和孩子要养的都可以去村委会那里说一声登记一下。',
    ],
    ['officialese', '低保由县里认定。'],
    ['an abstract noun', '要看您家的状况和需求。'],
    ['a term that nobody explains', '去乡里办参保。'],
    ['a figure replaced by a telephone', '一个月多少钱，打12345问。'],
    ['the same thing twice', '房子漏雨的，先去村委会登记。\n\n房子漏雨的，先去村委会登记一下。'],
    ['a definition by itself', '困难家庭就是生活困难的家庭。'],
    ['two refusals in one', '不得不去乡里办。'],
    ['a literary word', '若材料不齐，则不收。'],
    ['an idiom', '大家一起渡过难关。'],
    ['four characters and four again', '带好证件、拿好单据、记好日期，去乡里。'],
    ['a telegraph', '钱不先给。密码不说。链接不点。'],
    ['a rare character', '别被诓了。'],
    ['letters', '先装一个APP。'],
    ['what it comes from', '这个日子是国务院2014年定下的。'],
    ['nothing to do', '农村是个好地方。大家都高兴。日子越过越好。天气也好。'],
  ])('with %s has fewer than one without', (_, body) => {
    expect(scoreOf(body)?.points).toBeLessThan(scoreOf('先去村里问一问。再去乡里交材料。')?.points ?? 0);
  });
});

/**
 * Texts of the example in an editor's order, best first. Her review calls the page on fraud the best; the others are ranked by the
 * number of her corrections: 4, 5, 5 and a missing part, 6 and a table of unknowns, 10. The two notices were read as one.
 */
const EDITED = [
  ['pages/true-or-fraud'],
  ['notices/shen-fu-miao-hui-2027', 'notices/xian-fa-ri-2026'],
  ['policies/can-ji-bu-tie'],
  ['policies/yang-lao-bao-xian'],
  ['policies/bang-fu-xin-dai'],
  ['policies/di-bao'],
];
const GOOD = [['notices/good-vet'], ['policies/good-house'], ['pages/good-heat']];
const BAD = [['policies/bad-employment'], ['pages/bad-fire'], ['notices/bad-medical']];

describe('texts that people have judged', () => {
  const points = new Map<string, number>();
  beforeAll(() => {
    const folder = join(root, 'judged');
    cpSync(join(projectDir, 'content'), folder, { recursive: true });
    for (const voices of ['edited', 'other']) {
      cpSync(new URL(`plainness/texts/${voices}`, import.meta.url), folder, { recursive: true });
    }
    for (const score of scoresIn(folder))
      points.set(score.file.replace(/^content\/|\.mdx$/g, ''), score.points);
  });

  const pointsOf = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + (points.get(name) ?? Number.NaN), 0) / names.length;

  test('are in the order of the editor, at a rank correlation of at least 0.9', () => {
    const order = EDITED.map((_, index) => -index);
    expect(rankCorrelation(EDITED.map(pointsOf), order)).toBeGreaterThanOrEqual(0.9);
  });

  test('are in the order of people in all twelve, from good to official, at least 0.9', () => {
    const judged = [...GOOD.map(() => 1), ...EDITED.map((_, index) => -index), ...BAD.map(() => -9)];
    const all = [...GOOD, ...EDITED, ...BAD];
    expect(rankCorrelation(all.map(pointsOf), judged)).toBeGreaterThanOrEqual(0.9);
  });

  test('use the whole scale: good ones have 95 and more, official ones 15 and less', () => {
    for (const text of GOOD) expect(pointsOf(text), text.join()).toBeGreaterThanOrEqual(95);
    for (const text of BAD) expect(pointsOf(text), text.join()).toBeLessThanOrEqual(15);
  });
});

/** Spearman's: 1 for the same order, -1 for the opposite one; equal values share their rank. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]) =>
    values.map((value) => {
      const below = values.filter((other) => other < value).length;
      return below + (values.filter((other) => other === value).length - 1) / 2;
    });
  const mean = (a.length - 1) / 2;
  const [x, y] = [ranks(a), ranks(b)].map((list) => list.map((rank) => rank - mean)) as [number[], number[]];
  const sum = (list: readonly number[], other: readonly number[]) =>
    list.reduce((total, value, index) => total + value * (other[index] ?? 0), 0);
  return sum(x, y) / Math.sqrt(sum(x, x) * sum(y, y));
}
