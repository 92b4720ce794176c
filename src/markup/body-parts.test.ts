/** A text is extracted as readers see it, and each character has its position in the editor's file. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionOf } from '../documents/source.ts';
import { parseBody } from './index.ts';

const partsOf = (source: string) => parseBody(source, 'a.mdx', 1, 0).parts;
const textsOf = (source: string) => partsOf(source).texts.map(({ part, text }) => `${part} ${text}`);

/** The position of the first 证 in a body. */
function placeIn(source: string) {
  const found = partsOf(source).texts.find(({ text }) => text.includes('证'));
  const { line, column } = positionOf(source, found?.offsets[found.text.indexOf('证')] ?? -1);
  return [line, column];
}

describe('a text is extracted as readers see it', () => {
  test.each([
    [
      'a paragraph with stars and links',
      '带上**户口本：**和[证件](/a/)。',
      ['paragraph 带上户口本：和证件。'],
    ],
    ['a paragraph over two lines', '第一行，\n第二行', ['paragraph 第一行，第二行']],
    ['a list', '- 一\n- 二\n  - 三', ['item 一', 'item 三', 'item 二']],
    ['a table', '| 甲 | 乙 |\n|---|---|\n| 一 | 二 |', ['cell 甲', 'cell 乙', 'cell 一', 'cell 二']],
    [
      'a question',
      '<Question ask="能办吗？">\n\n能。\n\n</Question>',
      ['attribute 能办吗？', 'paragraph 能。'],
    ],
    ['a heading', '## 怎么算\n\n按人算。', ['heading 怎么算', 'paragraph 按人算。']],
    ['tildes', '5~10日', ['paragraph 5~10日']],
  ])('%s', (_, source, expected) => expect(textsOf(source)).toEqual(expected));
});

describe('a character is found at its position in the file', () => {
  test.each([
    ['after bold Chinese', '**一：**二**“三”**证', [1, 15]],
    ['on a second line', '第一行，\n有证', [2, 2]],
    ['in a list item that goes on', '- 一\n  有证', [2, 4]],
    ['in a quotation', '> 一\n> 有证', [2, 4]],
    ['after an escape and an entity', '\\*&amp;&nbsp;证', [1, 14]],
    ['in a cell', '| 甲 |\n|---|\n| 有证 |', [3, 4]],
    ['in a question', '一\n\n<Question ask="有证吗？">\n\n能。\n\n</Question>', [3, 17]],
    ['in code', '看`证`', [1, 3]],
  ])('%s', (_, source, place) => expect(placeIn(source)).toEqual(place));
});

test('links and pictures are listed with their places', () => {
  expect(partsOf('看[一](/a/#怎么算)\n\n![图](/a.jpg)')).toMatchObject({
    links: [{ address: '/a/#怎么算', text: '一', offset: 1 }],
    images: [{ address: '/a.jpg', text: '图', offset: 15 }],
  });
});

test('whatever is typed, every character of a text has its place', () => {
  const piece = fc.constantFrom(
    '**',
    '*',
    '~',
    '：',
    '“',
    '证',
    '\n',
    '> ',
    '- ',
    '`',
    '&amp;',
    '\\',
    '[',
    '](/a/)',
    '|',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const source = pieces.join('');
      for (const { text, offsets } of partsOf(source).texts) {
        expect(offsets.length).toBe(text.length);
        for (const [index, offset] of offsets.entries()) {
          if (text[index] === '证') expect(source[offset]).toBe('证');
        }
      }
    }),
  );
});
