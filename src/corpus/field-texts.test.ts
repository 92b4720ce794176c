/** A finding has the exact position of its character, however the field is written. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { positionOf } from '../documents/source.ts';
import { readYaml } from './yaml-source.ts';

/** The position of `word` in the field `a` of a file that begins with `---`. */
function placeIn(yaml: string, word: string) {
  const file = `---\n${yaml}`;
  const text = readYaml(yaml, 'a.mdx', 2)
    .texts(4)
    .texts.find(({ text }) => text.includes(word));
  const { line, column } = positionOf(file, text?.offsets[text.text.indexOf(word)] ?? -1);
  return [line, column];
}

describe('a word is found at its position in the file', () => {
  test.each([
    ['a plain field', 'a: 带上身份证', [2, 6]],
    ['one in quotes', 'a: "带上身份证"', [2, 7]],
    ['one with escapes before it', 'a: "\\t\\u4e00\\"身份证"', [2, 15]],
    ['one in single quotes', "a: '说''带''身份证'", [2, 11]],
    ['one over two lines', 'a: 带上\n  身份证', [3, 3]],
    ['a folded block', 'a: >-\n  带上\n  自己的身份证', [4, 6]],
    ['a folded block with an empty line', 'a: >\n  带上\n\n  自己的身份证', [5, 6]],
    ['a literal block', 'a: |\n  带上\n    身份证', [4, 5]],
    ['quotes over lines', 'a: "带上\n   身份证"', [3, 4]],
    ['a list', 'a:\n  - 户口本\n  - 身份证', [4, 5]],
    ['a list on one line', 'a: [户口本, 身份证]', [2, 10]],
    ['a field within a list', 'a:\n  - title: 去\n    detail: 身份证', [4, 13]],
  ])('%s', (_, yaml, place) => expect(placeIn(yaml, '身份证')).toEqual(place));
});

test('whatever is written, every character that can be seen is found as itself', () => {
  const piece = fc.constantFrom('政', '策', '，', ' ', '\n', "'", '"', '#', ': ', '\\', '- ', 'a', '\t');
  const style = fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL');
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), style, (pieces, type) => {
      const yaml = stringify({ a: pieces.join('') }, { defaultStringType: type as 'PLAIN', lineWidth: 8 });
      const source = readYaml(yaml, 'a.yml');
      for (const { text, offsets } of source.texts(0).texts) {
        for (const [index, unit] of [...text].entries()) {
          const at = [...text].slice(0, index).join('').length;
          if (/[^\s\\"']/.test(unit)) expect(yaml.slice(offsets[at]).startsWith(unit)).toBe(true);
        }
      }
    }),
  );
});
