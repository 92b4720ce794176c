import { expect, test } from 'vitest';
import { isColumnSpace, isLetterSpaced } from './letter-spacing.ts';

const spacesIn = (text: string) =>
  Array.from(text.matchAll(/[ \u3000]+/g), ({ 0: space, index }) => [index, index + space.length] as const);

test.each([
  '目　录',
  '申　请　书',
  '委 托 书',
  '第一章　总　则',
  '清 渠 县 人 民 政 府 令',
  '联 系 人：村委会',
  '姓　　名：写身份证上的',
  '甲　方（出租方）：____',
  '温 馨 提 示',
  '春 夏 秋 冬，四季养生讲座',
  '东 南 西 北 四个入口',
])('an editor may space out a title or label: %s', (text) => {
  // The space after a number of a chapter is not one of the title.
  const own = spacesIn(text).filter(([from]) => !/第一章$/.test(text.slice(0, from)));
  expect(own.filter(([from, to]) => !isLetterSpaced(text, from, to))).toEqual([]);
});

test.each([
  '医 保 报 销 比 例',
  '申 请 人 应 如 实 填 写',
  '补  贴  对  象：本  县  户  籍',
  '补贴 对象：本县农户',
  '残疾　证：丢了补办',
  '临时住 所由镇政府安排',
])('an editor is told of the spaces of a PDF: %s', (text) => {
  expect(spacesIn(text).some(([from, to]) => isLetterSpaced(text, from, to))).toBe(false);
});

test('an editor may put two labels on a line', () => {
  expect(isColumnSpace('甲：要什么？　乙：身份证。', 6, 7)).toBe(true);
  expect(isColumnSpace('星期一　米饭　　星期二　面条', 6, 8)).toBe(true);
  expect(isColumnSpace('时间：周六　地点：村委会', 5, 6)).toBe(true);
  expect(isColumnSpace('时间：周　六上午', 4, 5)).toBe(false);
});
