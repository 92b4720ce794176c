/**
 * How well fields are found: made notices (examples/notices.yml and varied-notices.yml), each in three formats, compared with what they say. The limits are
 * those that an editor can work with: what is filled in wrongly is worse than what is left open.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importFile } from '../import-file.ts';
import { importOptions } from '../import-fixture.ts';
import { madeOfdFile, madeText } from '../ofd/made-ofd-file.ts';
import { madePdfFile } from '../pdf/made-pdf-file.ts';
import { cell, p, row, run, wordFile, wordTable } from '../word/made-word-file.ts';

type Line = string | { rows: string[][] };
interface Notice {
  lines: Line[];
  fields: Record<string, unknown>;
}
const notices = ['notices.yml', 'varied-notices.yml'].flatMap((name) => {
  const text = readFileSync(join(import.meta.dirname, '../examples', name), 'utf8');
  return parse(text, { schema: 'failsafe' }) as Notice[];
});

const MAX_WRONG = 0.02;
const MIN_FOUND = 0.85;

const places = [
  { id: 'shi-li', name: '示例县', kind: 'county' as const },
  { id: 'yong-an', name: '永安镇', kind: 'town' as const },
  { id: 'tuan-bai', name: '团柏乡', kind: 'town' as const },
];

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Characters in a line of a page. */
const WIDTH = 36;
/** The line in pieces as wide as the page, the first indented by two characters; Latin ones are half as wide. */
function brokenLines(line: string): string[] {
  const parts = [''];
  let width = 2;
  for (const character of line) {
    const own = isLatin(character) ? 0.5 : 1;
    if (width + own > WIDTH) {
      parts.push('');
      width = 0;
    }
    parts[parts.length - 1] += character;
    width += own;
  }
  return parts;
}

const isLatin = (character: string) => /[\x20-\x7e]/.test(character);
/** The distances of the characters of a line in an OFD file. */
const widthsOf = (text: string, size: number) =>
  [...text]
    .slice(0, -1)
    .map((character) => (isLatin(character) ? size / 2 : size))
    .join(' ');

/** The letters of a title, as a share of those of the text. */
const HEAD_SIZE = 4 / 3;

interface PrintedText {
  text: string;
  column: number;
  row: number;
  /** Whether it is in the large letters of the title. */
  isHead: boolean;
}

/** The lines as a printer sets them, with their columns, and the row of the page that each stands in. */
function printed(lines: readonly Line[], title: string): PrintedText[] {
  const out: PrintedText[] = [];
  let at = 0;
  const plain = (text: string) => text.replace(/\s/gu, '');
  for (const [index, line] of lines.entries()) {
    const isHead = typeof line === 'string' && index < 5 && plain(title).includes(plain(line));
    if (typeof line !== 'string') {
      for (const cells of line.rows) {
        cells.forEach((text, index) => {
          out.push({ text, column: index * 14, row: at, isHead: false });
        });
        at += 1;
      }
      continue;
    }
    const parts = brokenLines(line);
    parts.forEach((text, index) => {
      out.push({
        text,
        column: isHead ? (WIDTH - [...text].length * HEAD_SIZE) / 2 : index === 0 ? 2 : 0,
        row: at,
        isHead,
      });
      at += 1;
    });
  }
  return out;
}
/** As a page of an office: the first line is its heading, unless that is the name of the paper or of the office. */
const html = (lines: readonly Line[]) =>
  lines
    .map((line, index) =>
      typeof line !== 'string'
        ? `<table>${line.rows.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`
        : index === 0 && !/(?:文件|局|政府|办公室|中心|联合会)$/u.test(line)
          ? `<h1>${line}</h1>`
          : `<p>${line}</p>`,
    )
    .join('');
const rowsAsText = (lines: readonly Line[], between: string) =>
  lines.map((line) =>
    typeof line === 'string' ? line : line.rows.map((cells) => cells.join(between)).join('\n'),
  );

const ROWS_PER_PAGE = 34;
const formats: Record<string, (lines: readonly Line[], title: string) => Uint8Array> = {
  docx: (lines) =>
    wordFile({
      body: lines
        .map((line) =>
          typeof line === 'string'
            ? p(run(line))
            : wordTable(
                line.rows.map((cells) => row(cells.map((text) => cell(p(run(text)))).join(''))).join(''),
              ),
        )
        .join(''),
    }),
  html: (lines) => utf8(`<!doctype html><body>${html(lines)}`),
  mht: (lines) =>
    utf8(
      `MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html(lines)).toString('base64')}\r\n`,
    ),
  txt: (lines) => utf8(rowsAsText(lines, '\t').join('\n')),
  pdf: (lines, title) => {
    const placed = printed(lines, title);
    const pages = Math.ceil(placed.length / ROWS_PER_PAGE);
    return madePdfFile(
      Array.from({ length: pages }, (_, page) => ({
        texts: placed
          .filter(({ row: at }) => Math.floor(at / ROWS_PER_PAGE) === page)
          .map(({ text, column, row: at, isHead }) => ({
            text,
            x: 80 + column * 12,
            y: 110 + (at % ROWS_PER_PAGE) * 19,
            size: isHead ? 16 : 12,
          })),
      })),
    );
  },
  ofd: (lines, title) =>
    madeOfdFile({
      pages: [
        printed(lines, title)
          .map(({ text, column, row: at, isHead }) =>
            madeText(text, 28 + column * 4.2, 40 + at * 6.5, {
              size: isHead ? 5.6 : 4.2,
              deltas: widthsOf(text, isHead ? 5.6 : 4.2),
            }),
          )
          .join(''),
      ],
    }),
};

/** Three formats for each notice, so that every format has as many of them. */
const cases = notices.flatMap(({ lines, fields }, index) =>
  [0, 1, 2].map((turn) => {
    const names = Object.keys(formats);
    const format = names[(index * 3 + turn) % names.length] ?? 'txt';
    return { lines, fields, format };
  }),
);

const list = (value: unknown): string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map((one) => String(one));

async function foundIn({ lines, fields, format }: (typeof cases)[number]): Promise<Record<string, string[]>> {
  const { known, notes } = await importFile(
    formats[format]?.(lines, String(fields.title ?? lines[0])) ?? utf8(''),
    `通知.${format}`,
    { ...importOptions, places },
  );
  const [basis, ...cited] = (known.basis?.value ?? []) as Record<string, string>[];
  const steps = (known.steps?.value ?? []) as { title: string; where?: string }[];
  const phones = /原文里有电话 (.+?)，contacts/u.exec(notes.join('\n'))?.[1]?.split('、');
  return {
    title: list(known.title?.value),
    number: list(basis?.number),
    issuer: list(basis?.issuer),
    date: list(basis?.date),
    cited: cited.map(({ number = '' }) => number),
    validFrom: list(known.validFrom?.value),
    validUntil: list(known.validUntil?.value),
    applyBy: list(known.applyBy?.value),
    eligibility: list(known.eligibility?.value),
    exclusions: list(known.exclusions?.value),
    benefit: list(known.benefit?.value),
    documents: list(known.documents?.value),
    steps: steps.map(({ title }) => title),
    phones: list(phones),
    where: steps.flatMap(({ where }) => list(where)),
    places: list(known.places?.value),
  };
}

test('of 282 documents in every format, fields are found and hardly ever wrong', async () => {
  expect(cases.length).toBe(282);
  const scores = new Map<string, { right: number; wrong: number; missed: number }>();
  const mistakes: string[] = [];
  for (const each of cases) {
    const found = await foundIn(each);
    const expected: Record<string, unknown> = { title: each.lines[0], ...each.fields };
    for (const [name, values] of Object.entries(found)) {
      const right = list(expected[name]);
      const score = scores.get(name) ?? { right: 0, wrong: 0, missed: 0 };
      scores.set(name, score);
      const wrong = values.filter((value) => !right.includes(value));
      const missed = right.filter((value) => !values.includes(value));
      score.right += right.length - missed.length;
      score.wrong += wrong.length;
      score.missed += missed.length;
      if (wrong.length + missed.length > 0) {
        mistakes.push(
          `${each.format} ${String(each.lines[0])} ${name}: wrong ${wrong.join(' | ')} missed ${missed.join(' | ')}`,
        );
      }
    }
  }
  const all = [...scores.values()];
  const sum = (name: 'right' | 'wrong' | 'missed') => all.reduce((total, score) => total + score[name], 0);
  const [right, wrong, missed] = [sum('right'), sum('wrong'), sum('missed')];
  expect(wrong / (right + wrong), mistakes.join('\n')).toBeLessThanOrEqual(MAX_WRONG);
  expect(right / (right + missed), mistakes.join('\n')).toBeGreaterThanOrEqual(MIN_FOUND);
});
