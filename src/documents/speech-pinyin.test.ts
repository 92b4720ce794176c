/** Sentences as a machine voice gets them: each character by its reading in its word, with its tone. */
import { expect, test } from 'vitest';
import { speechPinyin } from './speech-pinyin.ts';

test.each([
  ['每个月发一次。', 'mei3 ge4 yue4 fa1 yi2 ci4.'],
  ['去银行，别忘了还款。', 'qu4 yin2 hang2, bie2 wang4 le huan2 kuan3.'],
  ['幺二三四五。', 'yao1 er4 san1 si4 wu3.'],
  ['女儿在洪洞。', 'nv3 er2 zai4 hong2 tong2.'],
  ['C二证', 'xi1 er4 zheng4'],
])('%s', (text, expected) => {
  expect(speechPinyin(text)).toBe(expected);
});

test('the reading that a place gives for itself is spoken', () => {
  expect(speechPinyin('到堡子镇。', [{ name: '堡子镇', syllables: ['pu', 'zi', 'zhen'] }])).toBe(
    'dao4 pu4 zi3 zhen4.',
  );
});
