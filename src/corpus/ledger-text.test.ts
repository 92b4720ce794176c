/** The editor's text in the ledger is unchanged when addresses are added. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withEntries } from './ledger-text.ts';

const entry = (address: string) => ({ address, since: '2026-11-23' });

test('new addresses come at the end; comments, order and quotes stay', () => {
  const text =
    '# 说明\n- address: "/b/" # 老地址\n  since: 2026-01-01\n\n- {address: /a/, since: 2025-01-01}\n# 完';
  const more = withEntries(text, [entry('/c/'), entry('/d/')]);
  expect(more.startsWith(`${text}\n`)).toBe(true);
  expect(parse(more, { schema: 'failsafe' })).toEqual([
    { address: '/b/', since: '2026-01-01' },
    { address: '/a/', since: '2025-01-01' },
    { address: '/c/', since: '2026-11-23' },
    { address: '/d/', since: '2026-11-23' },
  ]);
});

test('a list that is indented, one with line ends of Windows, and an empty one are added to', () => {
  for (const [text, entries] of [
    ['  - address: /a/\n    since: 2025-01-01\n', 2],
    ['- address: /a/\r\n  since: 2025-01-01\r\n', 2],
    ['# 空\n[]\n', 1],
    [undefined, 1],
  ] as const) {
    expect(parse(withEntries(text, [entry('/c/')]), { schema: 'failsafe' })).toHaveLength(entries);
  }
});

test('nothing new leaves the file as it was', () => {
  expect(withEntries('# x\n', [])).toBe('# x\n');
});
