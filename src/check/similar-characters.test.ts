/** A recognition error is detected by the words around it; correct texts have no findings. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDictionary } from './person-names/dictionary.ts';
import { TOTAL_COUNT } from './person-names/segmenter.ts';
import { mistakenCharacters } from './similar-characters.ts';

test.each([
  ['去县入民医院看病', '入民', '人民'],
  ['到派岀所开证明', '派岀所', '派出所'],
  ['符合条件的都能领朴贴', '朴贴', '补贴'],
  ['种植枝术有专家教', '枝术', '技术'],
  ['享受侍遇的人', '侍遇', '待遇'],
  ['贫困学主可以申请', '学主', '学生'],
  ['请咨洵村干部', '咨洵', '咨询'],
  ['养老保睑每年交', '保睑', '保险'],
  ['农业保险理陪要拍照片', '理陪', '理赔'],
  ['每天巡坝三吹', '三吹', '三次'],
  ['水稻良种补帖每亩十元', '补帖', '补贴'],
])('%s: %s was meant as %s', (text, word, meant) => {
  expect(mistakenCharacters(text)).toEqual([{ index: text.indexOf(word), word, meant }]);
});

test.each([
  '还不上的，早点去说，说清哪天还。',
  '这是什么贷款，养的羊卖不上价。',
  '千干万干，不如实干；土办法、士气、未来、末尾。',
  '最亲的人，太大的房子，请人照料。',
  '建档立卡户，立秋以后再种。',
  '去梅湾看董振的店，一卡一诵，该电站停了。',
  '自己、已经、辰巳午未，子曰诗云，日子。',
  '水稻推荐Y两优900、隆两优534、晶两优华占，退捕渔民也能种。',
])('%s is not reported', (text) => {
  expect(mistakenCharacters(text)).toEqual([]);
});

test('an index is always that of its word', () => {
  const characters = fc.constantFrom(...'人民入日曰末未土士干千部医院，a1');
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 40 }), (all) => {
      const text = all.join('');
      for (const { index, word, meant } of mistakenCharacters(text)) {
        expect(text.slice(index, index + word.length)).toBe(word);
        expect(meant).not.toBe(word);
        expect(meant).toHaveLength(word.length);
      }
    }),
  );
});

test('probabilities are shares of all words that the model has', () => {
  const lines = readDictionary()
    .toString()
    .match(/^\S{1,4} [1-9]\d+ /gm);
  const total = (lines ?? []).reduce((sum, line) => sum + Number(line.split(' ')[1]), 0);
  expect(TOTAL_COUNT).toBe(total);
});

test.each([
  ['每年一次认让', '认让', '认证'],
  ['凭发栗报名', '发栗', '发票'],
  ['要拆徐重建', '拆徐', '拆除'],
])('%s: a shape of the font tells %s from %s', (text, word, meant) => {
  expect(mistakenCharacters(text)).toEqual([{ index: text.indexOf(word), word, meant }]);
});

test('two ordinary words of similar shape are not reported', () => {
  for (const text of ['两口子说算的', '不要吵吵嘛', '黄板蓝板都挂上', '按说明兑水，不要加量'])
    expect(mistakenCharacters(text), text).toEqual([]);
});
