/** On a phone whose clock is a year wrong nothing that has ended is called open, and a note tells the reader about the date. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { onePolicy, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { askByForm } from '../search/query-set.ts';
import { makeReadOnlySite, type PortableSite, unlock } from './portable-site.ts';
import { type Reader, readers, until } from './readers.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const { 'policies/di-bao.mdx': policy = '', ...records } = onePolicy;
const endingOn = (day: string, title: string) =>
  policy.replace(/^title: .*$/m, `title: ${title}`).replace('reviewedOn:', `validUntil: ${day}\nreviewedOn:`);
let card: PortableSite;

beforeAll(async () => {
  writeFiles(content, {
    'site.yml': 'name: 示例县明白纸\nurl: https://www.county.example/\n',
    ...records,
    'policies/gone.mdx': endingOn('2026-10-31', '旧的取暖补贴'),
    'policies/open.mdx': endingOn('2027-03-31', '新的取暖补贴'),
    'policies/well.mdx': policy
      .replace(/^title: .*$/m, 'title: 打井补助')
      .replace('reviewedOn:', 'applyBy: 2027-03-31\nreviewedOn:'),
    'notices/fair.mdx':
      '---\ntitle: 取暖补贴现场办\nsummary: 来办取暖补贴。\nkind: meeting\nstarts: 2026-12-10 09:00\nwhere: 村委会\ncontacts: [tel-12345]\n---\n',
  });
  mkdirSync(join(folder, 'card'));
  card = await makeReadOnlySite(join(folder, 'card'), content, '2026-11-24');
});
afterAll(() => {
  unlock(card);
  rmSync(folder, { recursive: true });
});

/** A script for the page: its clock starts at this moment when the page is opened, and runs on. */
const clockAt = (time: string) => `{
  const Real = Date;
  const ahead = Real.parse('${time}+08:00') - Real.now();
  window.Date = class extends Real {
    constructor(...parts) {
      if (parts.length > 0) super(...parts);
      else super(Real.now() + ahead);
    }
    static now() { return Real.now() + ahead; }
  };
}`;

describe.each(readers)('in %s', (_, launch) => {
  let reader: Reader;
  beforeEach(async () => {
    reader = await launch();
  });
  afterEach(() => reader?.close());

  const texts = (selector: string) =>
    reader.evaluate<string[]>(
      `Array.from(document.querySelectorAll(${JSON.stringify(selector)}), (each) => each.textContent.trim())`,
    );
  const isShown = (selector: string) =>
    reader.evaluate<boolean>(`document.querySelector(${JSON.stringify(selector)}).offsetHeight > 0`);
  const badgesOf = async (query: string) => {
    await reader.open(card.url('search/index.html'));
    await reader.evaluate(`(${askByForm})(${JSON.stringify(query)})`);
    const found = await texts('#results a strong');
    const badges = await texts('#results .badge');
    return Object.fromEntries(found.map((title, index) => [title, badges[index]]));
  };

  test('with the right date there is no note on the clock', async () => {
    await reader.prepare(clockAt('2026-11-25T10:00'));
    await reader.open(card.url('policies/open/index.html'));
    expect(await texts('article .status')).toEqual(['正在办现在可以办，2027年3月31日截止。']);
    expect(await texts('.clock-note')).toEqual([]);
    expect(reader.trouble()).toEqual([]);
  });

  test('a year behind, ended policies are still ended, by the build date, and a note says so', async () => {
    await reader.prepare(clockAt('2025-11-24T10:00'));
    await reader.open(card.url('policies/gone/index.html'));
    expect(await texts('.clock-note')).toEqual([
      expect.stringContaining('您手机上是2025年11月24日，日期不对'),
    ]);
    expect(await isShown('.clock-note')).toBe(true);
    expect(await texts('article .status')).toEqual([expect.stringContaining('现在不能办了')]);
    expect(await isShown('[data-when-ended]')).toBe(true);
    expect(await badgesOf('取暖')).toEqual({
      新的取暖补贴: '正在办',
      旧的取暖补贴: '已经结束',
      取暖补贴现场办: '还没到',
    });
    expect(reader.trouble()).toEqual([]);
  });

  test('a year behind, a search for open policies omits ended ones', async () => {
    await reader.prepare(clockAt('2025-11-24T10:00'));
    await reader.open(card.url('search/index.html?q=取暖&open=yes'));
    await until(reader, "document.querySelector('#results').dataset.state === 'ready'");
    expect((await texts('#results a strong')).sort()).toEqual(['取暖补贴现场办', '新的取暖补贴']);
  });

  test('a year ahead, policies that would have ended are not called open, and a note asks the reader to check the date', async () => {
    await reader.prepare(clockAt('2027-11-24T10:00'));
    await reader.open(card.url('policies/open/index.html'));
    expect(await texts('.clock-note')).toEqual([expect.stringContaining('您手机上是2027年11月24日')]);
    expect(await texts('article .status')).toEqual([expect.stringContaining('现在不能办了')]);
    expect(await isShown('[data-when-ended]')).toBe(true);
    await reader.open(card.url('notices/index.html'));
    expect(await texts('[data-list="past"] .badge')).toEqual(['已经过去']);
    expect(await texts('.clock-note')).toHaveLength(1);
    expect(await badgesOf('取暖')).toEqual({
      新的取暖补贴: '已经结束',
      旧的取暖补贴: '已经结束',
      取暖补贴现场办: '已经过去',
    });
    expect(reader.trouble()).toEqual([]);
  });

  test('a year ahead, the printed sheet does not call open what would have ended', async () => {
    await reader.prepare(clockAt('2027-11-24T10:00'));
    await reader.open(card.url('policies/open/index.html'));
    expect(await texts('.sheet .status')).toEqual(['2027年3月31日已经结束，现在不能办了。']);
    await reader.open(card.url('toolkit/index.html'));
    await reader.evaluate("window.print = () => { document.title = 'printed' }");
    await reader.click('[data-sheet][value*="open/"]');
    await reader.click('[data-print]');
    await until(reader, "document.title === 'printed'");
    expect(await texts('[data-sheets] .status')).toEqual(['2027年3月31日已经结束，现在不能办了。']);
    await reader.open(card.url('toolkit/lao-ren/index.html'));
    expect(await texts('.slip .status:not([hidden])')).toEqual(['现在不能办了。', '现在不能办了。']);
    expect(reader.trouble()).toEqual([]);
  });

  test('after the last day to apply, page, printed sheet, search and handout say that applications are closed', async () => {
    await reader.prepare(clockAt('2027-04-01T10:00'));
    await reader.open(card.url('policies/well/index.html'));
    const sentence = '2027年3月31日申请已经截止。没赶上的，打电话问问还有没有下一次。';
    expect(await texts('article .status')).toEqual([`申请已截止${sentence}`]);
    expect(await texts('.sheet .status')).toEqual([sentence]);
    expect(await isShown('[data-when-ended]')).toBe(true);
    expect(await badgesOf('打井')).toEqual({ 打井补助: '申请已截止' });
    await reader.open(card.url('toolkit/lao-ren/index.html'));
    expect(await texts('.slip .status:not([hidden])')).toContain('现在不能办了。');
    expect(reader.trouble()).toEqual([]);
  });

  test('a page without dates has no note on the clock', async () => {
    await reader.prepare(clockAt('2027-11-24T10:00'));
    await reader.open(card.url('contacts/index.html'));
    expect(await texts('.clock-note')).toEqual([]);
  });
});
