/** Line breaks typed by editors give the intended text. */
import { describe, expect, test } from 'vitest';
import { isOwnLine, joinFolded, joinLines, joinsLines } from './line-ends.ts';

describe('a line end leaves no gap next to Chinese', () => {
  test.each([
    ['每月领100', '元'],
    ['打', '12345问'],
    ['看', 'WPS文档'],
    ['他说“好”', '100元'],
    ['领取（85%）', '1次'],
    ['第一，', 'A类'],
  ])('%s ⏎ %s', (before, after) => expect(joinsLines(before, after)).toBe(true));
});

describe('it stays a space between words', () => {
  test.each([
    ['hello', 'world'],
    ['said “hello”', 'and left'],
    ['100', '200'],
    ['ئۇيغۇرچە', 'تېكىست'],
    ['བོད་ཡིག', 'བོད'],
    ['中文', 'ئۇيغۇرچە'],
  ])('%s ⏎ %s', (before, after) => expect(joinsLines(before, after)).toBe(false));
});

describe('a line of its own', () => {
  test.each([
    ...[
      '一、带',
      '十二、带',
      '（一）带',
      '(一) 带',
      '1、带',
      '12、带',
      '1）带',
      '1) 带',
      '1．带',
      '1.带',
      '（1）带',
    ],
    ...[
      '① 带',
      '⑩带',
      '⑴带',
      '㈠带',
      '·带',
      '• 带',
      '●带',
      '○带',
      '■ 带',
      '◆带',
      '－带',
      '—带',
      '-带',
      '*带',
      '★带',
    ],
    ...['第一，带', '第二步：带', '其一，带', '甲、带', 'A、带', 'Ⅱ、带', '✅带', '📞打', '※带', '【一】带'],
  ])('%s', (line) => expect(isOwnLine('要带的东西', line)).toBe(true));

  test('an article of rules, after a sentence or an article', () => {
    expect(isOwnLine('……办理。', '第二条本办法')).toBe(true);
    expect(isOwnLine('第一条为了', '第二条本办法')).toBe(true);
    expect(isOwnLine('办法如下', '第一条　为了')).toBe(true);
    expect(isOwnLine('按照办法', '第三条办理')).toBe(false);
  });
});

describe('a line that continues', () => {
  test.each([
    ['残疾人分', '一、二级'],
    ['一共', '2、3个人'],
    ['分别是', '10、20、30元'],
    ['二', '○二六年'],
    ['汾政办发', '〔2026〕5号'],
    ['照第二条', '（一）项'],
    ['共', '1.5万元'],
    ['气温', '-5度'],
    ['去', '村委会'],
  ])('%s ⏎ %s', (before, line) => expect(isOwnLine(before, line)).toBe(false));
});

test('lines folded by YAML, and texts of several lines', () => {
  expect(joinFolded('每月100 元 and more', () => true)).toBe('每月100元and more');
  expect(joinFolded('每月100 元', () => false)).toBe('每月100 元');
  expect(joinFolded('一、甲 二、乙', () => true)).toBe('一、甲 二、乙');
  expect(joinLines('每月100\n  元\nand\nmore')).toBe('每月100元and more');
});
