/** One change of a rate changes the page, its texts and its pictures; on its day and not before. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mingbai, onePolicy, temporaryFolder, writeFiles } from './content-folder.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const { 'policies/di-bao.mdx': policy = '', ...records } = onePolicy;
const rate = (value: number) => `id: di-bao-biao-zhun
name: 城市低保标准
unit: 元
values:
  - {from: 2025-07-01, value: 688, source: {title: 关于调整低保标准的通知, issuer: 市民政局}}
  - {from: 2026-07-01, until: 2027-06-30, value: ${value}, source: {title: 关于调整低保标准的通知, issuer: 市民政局}}
`;
const published = (out: string) => {
  const read = (file: string) => readFileSync(join(folder, out, file), 'utf8').replace(/<wbr>/g, '');
  const share = 'share/policies/di-bao';
  return {
    page: read('policies/di-bao/index.html'),
    list: read('policies/index.html'),
    message: read(`${share}/message.txt`),
    script: read(`${share}/broadcast.txt`),
    poster: readFileSync(join(folder, out, share, 'poster.png')),
  };
};
const build = async (out: string, today: string) => {
  const {
    code,
    out: said,
    err,
  } = await mingbai('build', '--content', content, '--out', join(folder, out), '--today', today);
  expect([code, said + err]).toEqual([0, expect.any(String)]);
  return published(out);
};

beforeAll(() => {
  writeFiles(content, {
    'site.yml': 'name: 示例县明白纸\nurl: https://www.county.example/\n',
    ...records,
    'rates/di-bao-biao-zhun.yml': rate(750),
    'policies/di-bao.mdx': policy
      .replace(/^summary: .*$/m, 'summary: 收入低的人家可以申请，标准每月{di-bao-biao-zhun}。')
      .replace(/^keyPoints: .*$/m, 'keyPoints: ["标准是每人每月{di-bao-biao-zhun}"]')
      .replace(/\n---\n[\s\S]*$/, '\n---\n\n现在每人每月<Rate id="di-bao-biao-zhun" />。\n'),
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('page, list, message, script and poster say the amount of the day, and a change of the file changes all', async () => {
  const before = await build('before', '2026-06-30');
  for (const text of [before.page, before.list, before.message]) expect(text).toContain('688元');
  expect(before.script).toContain('六百八十八元');
  const after = await build('after', '2026-07-01');
  expect(after.page).toContain('现在每人每月750元。');
  expect(after.page).toContain('城市低保标准从688元改成750元。');
  expect(after.page.match(/688/g)).toHaveLength(1);
  expect(after.list + after.message).not.toContain('688');
  expect(after.script).toContain('七百五十元');
  expect(after.poster.equals(before.poster)).toBe(false);
  writeFiles(content, { 'rates/di-bao-biao-zhun.yml': rate(760) });
  const mended = await build('mended', '2026-07-01');
  for (const text of [mended.page, mended.list, mended.message]) expect(text).toContain('760元');
  expect(Object.values(mended).some((text) => text.includes('750'))).toBe(false);
});

test('after its last day no text has the old amount: the page says that the new one is not known', async () => {
  const late = await build('late', '2027-07-01');
  expect(late.page).toContain('现在每人每月（新的数还没公布，先打电话问）。');
  expect(late.message + late.script).not.toMatch(/7[56]0|七百/);
  const { code, out, err } = await mingbai('check', '--content', content, '--today', '2027-07-01');
  expect([code, out + err]).toEqual([0, expect.stringContaining('freshness/rate-ended')]);
});

test('a rate that nobody wrote, two values for one day stop the build, with line and advice', async () => {
  writeFiles(content, {
    'rates/di-bao-biao-zhun.yml': rate(760).replace('2026-07-01', '2025-06-01'),
    'policies/di-bao.mdx': policy.replace(/^summary: .*$/m, 'summary: 每月{di-bao}。'),
  });
  const { code, out, err } = await mingbai('check', '--content', content, '--today', '2026-07-01');
  const said = out + err;
  expect(code).toBe(1);
  expect(said).toMatch(/rates\/di-bao-biao-zhun\.yml:6:\d+ error schema\/wrong-value .*从早到晚写/);
  expect(said).toMatch(
    /di-bao\.mdx:\d+:\d+ error schema\/unknown-reference .*没有「di-bao」，页面上写不出数/,
  );
});
