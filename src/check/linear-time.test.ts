/**
 * No document that an editor can paste stops a push: the time of each rule, and of each function that reads a body, is linear in
 * the length of the text, not quadratic. The growth is tested, not the seconds. Texts in which each piece is a finding are in
 * linear-findings.test.ts.
 */
import { expect, test, vi } from 'vitest';
import { readDocument } from '../corpus/read-document.ts';
import { prepareChinese, restoreText } from '../markup/chinese.ts';
import { filled, isSuperlinear, LENGTH, slowRules } from './superlinear.ts';

vi.setConfig({ testTimeout: 300_000 });

/** One of each class of characters in patterns, and pieces that patterns begin with. */
const PIECES = [
  ...[
    '清',
    'a',
    '1',
    ' ',
    '\n',
    '，',
    '。',
    '、',
    '(',
    ')',
    '（',
    '）',
    '“',
    '"',
    '「',
    '*',
    '-',
    '·',
    '.',
    ':',
    '：',
    '/',
    '%',
    '&',
    '#',
  ],
  ...[
    '\u3000',
    '\u00a0',
    '１',
    'Ａ',
    '^',
    '😀',
    '一',
    '王',
    '元',
    '岁',
    '村',
    '组',
    '号',
    '的',
    '□',
    'Ã',
    'ǎ',
  ],
  ...[
    '清)',
    '(清',
    '1a',
    '王明，今年',
    '12岁',
    '13 ',
    '3组',
    '低保户王',
    '、王',
    '清，',
    'http://a',
    'a@',
    '&#',
    '《',
    '第1',
    '2026年',
    '（a',
    '1-',
    '1—',
    'ā(',
    '”，',
  ],
];

test('work that grows with the square of the length is found, linear work is not', () => {
  const spin = (steps: number) => {
    let sum = 0;
    for (let step = 0; step < steps; step += 1) sum = (sum + step) | 0;
    return sum;
  };
  expect(isSuperlinear(({ length }) => spin(length ** 2 / 15), '清')).toBe(true);
  expect(isSuperlinear(({ length }) => spin(length * 6_000), '清')).toBe(false);
});

test.each(PIECES)('no rule takes more than linear time for %j repeated', (piece) => {
  expect(slowRules(piece, LENGTH)).toEqual([]);
});

test.each([
  ['preparing a body', prepareChinese],
  ['restoring a body', restoreText],
])('%s takes time linear in the text', (_, work) => {
  expect(PIECES.filter((piece) => isSuperlinear(work, piece))).toEqual([]);
});

test('reading a file takes time linear in its length, whatever its content', () => {
  const read = (body: string) => {
    const text = `---\ntitle: 一\n---\n\n${body}`;
    const file = { collection: 'pages', slug: 'a', path: 'a.mdx', file: 'a.mdx' } as const;
    return readDocument(file, true, { text });
  };
  // One paragraph each: longer ones are reported before the parse.
  const paragraphs = PIECES.map((piece) => `${filled(piece, 1_000).replaceAll('\n', '')}\n\n`);
  expect(paragraphs.filter((piece) => isSuperlinear(read, piece))).toEqual([]);
});
