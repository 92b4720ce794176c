/** A word has one number, in whichever form it is looked up. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openVocabulary } from './vocabulary.ts';

const character = fc.constantFrom('低', '保', 'a', 'z', '𠮷', '𠀀');

test('each word has a number of its own, the same as a pair and as a string', () => {
  fc.assert(
    fc.property(fc.array(fc.array(character, { minLength: 1, maxLength: 3 })), (all) => {
      const { idOf, idOfBigram, words } = openVocabulary();
      for (const characters of all) {
        const [first = '', second = ''] = characters;
        const word = characters.join('');
        const pair = () => idOfBigram(first.codePointAt(0) ?? 0, second.codePointAt(0) ?? 0);
        const number = characters.length === 2 && all.length % 2 === 0 ? pair() : idOf(word);
        expect(words[number]).toBe(word);
        expect(idOf(word)).toBe(number);
        if (characters.length === 2) expect(pair()).toBe(number);
      }
      expect(new Set(words).size).toBe(words.length);
    }),
  );
});
