/**
 * One document of the worst that an editor can paste stops nobody's push: each rule, and what reads a body, takes time that grows
 * with the length of a text and not with its square. Growth is looked at, not seconds.
 */
import { expect, test, vi } from 'vitest';
import { readDocument } from '../corpus/read-document.ts';
import { noDocuments } from '../documents/document.ts';
import { createSite } from '../documents/site.ts';
import type { AnnotatedFile, SourceText } from '../documents/source.ts';
import { prepareChinese, restoreText } from '../markup/chinese.ts';
import { checkContent } from './check-content.ts';
import type { Example, Rule } from './rule.ts';
import { rules } from './rules/index.ts';

vi.setConfig({ testTimeout: 300_000 });

/** Characters of the longer text; the shorter has a quarter of them. */
const LENGTH = 200_000;
const SHORTER = 4;
/** The same of texts in which each piece is found: a finding takes far longer than a look. */
const FOUND_LENGTH = 20_000;
/** Linear work takes four times as long for four times the text, quadratic sixteen; between them lies the noise of a machine. */
const MAX_GROWTH = 9;
/** What is done in less than this cannot be told from noise, and stops nobody. */
const QUICK_MS = 300;

/** One of each class of characters that patterns know, and pieces that they begin with. */
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

const site = createSite(
  noDocuments(),
  { site: { name: '县', url: 'https://a.example/' }, ledger: [], finder: [] },
  '2026-11-24',
);

/** A document whose one paragraph is the text. */
function sourceOf(text: string): AnnotatedFile {
  const offsets = Uint32Array.from({ length: text.length }, (_, at) => at);
  const part = (kind: SourceText['part'], path: (string | number)[]): SourceText => ({
    text,
    part: kind,
    path,
    offsets,
  });
  return {
    ...{
      file: 'a.mdx',
      collection: 'pages',
      slug: 'a',
      isDraft: false,
      document: undefined,
      isBroken: false,
      source: text,
    },
    ...{ bodyOffset: 0, values: new Map(), links: [], images: [] },
    texts: [part('paragraph', [])],
  };
}

const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));

function milliseconds(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** Whether the work grows faster than a text made of the piece; looked at three times before it is believed. */
function isSuperlinear(work: (text: string) => unknown, piece: string, length = LENGTH): boolean {
  const [short, long] = [filled(piece, length / SHORTER), filled(piece, length)];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const before = milliseconds(() => work(short));
    // A text at which the shorter one already takes so long is not tried at its full length.
    if (before > 5_000) return true;
    const after = milliseconds(() => work(long));
    if (after < QUICK_MS || after < MAX_GROWTH * before) return false;
  }
  return true;
}

const fragmentsOf = (example: Example) => {
  const text = typeof example === 'string' ? example : (example.body ?? example.fields ?? '');
  return text.length > 0 && text.length < 500 ? [text.replaceAll('▶', '')] : [];
};

const look = (only: readonly Rule[]) => (text: string) => {
  const sources = [sourceOf(text)];
  checkContent({ sources, allSources: sources, site, publicFiles: [], contentName: 'content' }, only);
};
const ofFiles = rules.filter(({ checkFile }) => checkFile);

const slowRules = (piece: string, length: number) =>
  isSuperlinear(look(ofFiles), piece, length)
    ? ofFiles.filter((rule) => isSuperlinear(look([rule]), piece, length)).map(({ name }) => name)
    : [];

test.each(PIECES)('no rule takes longer than in proportion for %j again and again', (piece) => {
  expect(slowRules(piece, LENGTH)).toEqual([]);
});

test.each(ofFiles)('a thousand findings of $name take a thousand times as long as one', ({ bad }) => {
  for (const piece of bad.flatMap(fragmentsOf)) expect(slowRules(piece, FOUND_LENGTH), piece).toEqual([]);
});

test.each([
  ['preparing a body', prepareChinese],
  ['taking it back', restoreText],
])('%s takes time that grows with the text', (_, work) => {
  expect(PIECES.filter((piece) => isSuperlinear(work, piece))).toEqual([]);
});

test('reading a file takes time that grows with it, whatever it is made of', () => {
  const read = (body: string) => {
    const text = `---\ntitle: 一\n---\n\n${body}`;
    const file = { collection: 'pages', slug: 'a', path: 'a.mdx', file: 'a.mdx' } as const;
    return readDocument(file, true, { text });
  };
  // A paragraph each: those that are longer are told before anybody parses them.
  const paragraphs = PIECES.map((piece) => `${filled(piece, 1_000).replaceAll('\n', '')}\n\n`);
  expect(paragraphs.filter((piece) => isSuperlinear(read, piece))).toEqual([]);
});
