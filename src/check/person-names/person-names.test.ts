/** A name has the same score wherever a rule asks: in prose, in a list, in a cell. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBeginWithName, nameBefore, scoredNamesIn, scoreOfName } from './index.ts';

test.each(['王建国', '欧阳小雨', '扎西卓玛', '买买提·阿不都', '吉克阿洛', '岩温罕', '郗凤仙'])(
  '%s is a name, alone and before an amount',
  (name) => {
    expect(scoreOfName(name)).toBeGreaterThanOrEqual(3);
    expect(nameBefore(`${name}，300元`, /^，/)).toBe(name);
  },
);

test.each([
  '孤儿',
  '黄牛',
  '金银花',
  '何时',
  '方便',
  '龙凤胎',
  '张三',
  '高峰期',
  '补贴',
  '王大爷',
  '农药',
  '马铃薯',
])('%s is no name', (word) => {
  expect(scoreOfName(word)).toBeLessThan(2);
  expect(nameBefore(`${word}，300元`, /^，/)).toBeUndefined();
});

test('刘双喜家 is the household of 刘双喜, 建国家庭 of nobody', () => {
  expect(nameBefore('刘双喜家，米一袋', /^家|^，/)).toBe('刘双喜');
  expect(mayBeginWithName('家庭，米一袋', /^，/)).toBe(false);
});

test('every name in a text is where its index says, and none overlaps another', () => {
  const pieces = fc.constantFrom(
    ...'王建国',
    '李',
    '欧阳',
    '扎西',
    '·',
    '买买提',
    '，',
    '低保',
    '和',
    '3',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (all) => {
      const text = all.join('');
      let last = 0;
      for (const { name, index, end } of scoredNamesIn(text)) {
        expect(text.slice(index, end)).toBe(name);
        expect(index).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }),
  );
});
