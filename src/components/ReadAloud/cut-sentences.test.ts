/** The pieces for a voice: whole sentences, no closing mark at their start, no number in two. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutSentences, MAX_UTTERANCE_LENGTH } from './cut-sentences.ts';

test.each([
  ['去村委会。带身份证！', ['去村委会。', '带身份证！']],
  ['他说：“补贴到账了。”村里人都知道', ['他说：“补贴到账了。”', '村里人都知道']],
  ['“快来领！”，他说', ['“快来领！”，', '他说']],
  ['只管本村（去年的不算。今年才算），别弄错。', ['只管本村（去年的不算。今年才算），别弄错。']],
  ['打0357-5122345。每月1,500.50元；8:30—17:30', ['打0357-5122345。', '每月1,500.50元；', '8:30—17:30']],
  ['看 https://www.gov.cn/a?b=1 这一页', ['看 https://www.gov.cn/a?b=1 这一页']],
  ['（', []],
  [' · ', []],
  ['村； ，村', ['村； ，', '村']],
  ['示例村 · 王大爷', ['示例村，王大爷']],
])('%s', (text, sentences) => {
  expect(cutSentences(text)).toEqual(sentences);
});

const pieces = fc.constantFrom(...'村里的人。！？；，、：（）“”「」0123456789,.:-—%元日 ');
const anything = fc.array(pieces, { maxLength: 400 }).map((parts) => parts.join(''));
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

test('nothing audible is lost, in any text', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(bare(cutSentences(text).join(''))).toBe(bare(text));
    }),
  );
});

test('no sentence starts with a mark that closes the one before', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(
        cutSentences(text)
          .slice(1)
          .filter((sentence) => /^[。！？；，、：”」）]/.test(sentence)),
      ).toEqual([]);
    }),
  );
});

test('no number is cut in two, and with commas no sentence is too long for a voice', () => {
  const clause = fc.constantFrom(
    '去村委会问',
    '8:30—17:30',
    '0357-5122345',
    '1,500.50元',
    '2.5万元',
    '5月6日至8日',
  );
  fc.assert(
    fc.property(fc.array(clause, { minLength: 1, maxLength: 60 }), (clauses) => {
      const sentences = cutSentences(clauses.join('，'));
      expect(sentences.join('')).toBe(clauses.join('，'));
      expect(sentences.flatMap((sentence) => sentence.replace(/，$/, '').split('，'))).toEqual(clauses);
      expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(
        MAX_UTTERANCE_LENGTH + 20,
      );
    }),
  );
});
