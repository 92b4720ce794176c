/**
 * No document that an editor can paste stops a push: the time of each rule, and of each function that reads a body, is linear in
 * the length of the text, not quadratic. The growth is tested, not the seconds.
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

/** Characters of the longer text; the shorter one has a quarter of them. */
const LENGTH = 200_000;
const SHORTER = 4;
/** The same for texts in which each piece is a finding: a finding takes far longer than a scan. */
const FOUND_LENGTH = 20_000;
/** For four times the text, linear work takes four times as long, quadratic work sixteen times; the margin is for noise of the machine. */
const MAX_GROWTH = 9;
/** Shorter times cannot be distinguished from noise, and stop nobody. */
const QUICK_MS = 300;

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

const site = createSite(
  noDocuments(),
  { site: { name: '县', url: 'https://a.example/' }, ledger: [], finder: [] },
  '2026-11-24',
);

/** A document whose only paragraph is the text. */
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

/** Whether the time grows faster than the length of a text made of the piece; measured three times before it counts. */
function isSuperlinear(work: (text: string) => unknown, piece: string, length = LENGTH): boolean {
  const [short, long] = [filled(piece, length / SHORTER), filled(piece, length)];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const after = milliseconds(() => work(long));
    // Most texts are that quick: nothing is compared.
    if (after < QUICK_MS) return false;
    const before = milliseconds(() => work(short));
    if (after < MAX_GROWTH * before) return false;
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

test.each(PIECES)('no rule takes more than linear time for %j repeated', (piece) => {
  expect(slowRules(piece, LENGTH)).toEqual([]);
});

test.each(ofFiles)('the time of $name is linear in the number of findings', ({ bad }) => {
  for (const piece of bad.flatMap(fragmentsOf)) expect(slowRules(piece, FOUND_LENGTH), piece).toEqual([]);
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
