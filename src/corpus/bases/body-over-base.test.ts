import { expect, test } from 'vitest';
import { bodyOverBase } from './body-over-base.ts';
import { linesOf, textOf } from './lines.ts';
import { joinBodies } from './parts.ts';

const base = `
哪里都一样的话。

<Part name="在哪里办">

去乡镇政府。

</Part>

## 怎么领

每月打到卡里。

## 问谁

问村干部。
`;
const joined = (own: string) =>
  textOf(joinBodies(linesOf(own, ''), linesOf(base, '')).lines).replace(/<\/?Part[^\n]*(?:\n|$)/g, '');
const words = (body: string) =>
  body
    .replace(/<\/?Part[^\n]*(?:\n|$)/g, '')
    .split(/\n+/)
    .filter(Boolean);

test('a body put back to what the base says is written nowhere', () => {
  expect(bodyOverBase(base, base)).toBe('');
  expect(bodyOverBase(base.replace('\n\n## 问谁', '\n\n\n## 问谁'), base)).toBe('');
});

test('a named part that was changed is written alone, and the rest goes on to follow the base', () => {
  const own = bodyOverBase(base.replace('去乡镇政府。', '去永安镇政府。'), base);
  expect(own).toBe('\n<Part name="在哪里办">\n\n去永安镇政府。\n\n</Part>\n');
  expect(words(joined(own))).toEqual(words(base.replace('去乡镇政府。', '去永安镇政府。')));
});

test('the text below a heading is written by the name of the heading', () => {
  const next = base.replace('问村干部。', '问社区干部。');
  const own = bodyOverBase(next, base);
  expect(own).toContain('<Part name="问谁">');
  expect(own).not.toContain('每月打到卡里');
  expect(words(joined(own))).toEqual(words(next));
  // As the desk shows it the next time, with the tags of the own part.
  const shown = textOf(joinBodies(linesOf(own, ''), linesOf(base, '')).lines);
  expect(bodyOverBase(shown, base)).toBe(own);
  expect(bodyOverBase(shown.replace('问社区干部。', '问村干部。'), base)).toBe('');
});

test.each([
  ['a sentence before all headings', base.replace('哪里都一样的话。', '我们县不一样。')],
  ['a heading', base.replace('## 问谁', '## 找谁')],
  ['a new section', `${base}\n## 还有\n\n别忘了。\n`],
  ['a section that was removed', base.replace(/## 怎么领[\s\S]*?(?=## 问谁)/, '')],
])('%s that was changed is written with the whole body, without tags', (_, next) => {
  const own = bodyOverBase(next, base);
  expect(own).not.toContain('<Part');
  expect(words(own)).toEqual(words(next));
  expect(words(joined(own))).toEqual(words(next));
});

test('two headings of one name are never taken for each other', () => {
  const twice = '## 问谁\n\n问甲。\n\n## 问谁\n\n问乙。\n';
  expect(bodyOverBase(twice.replace('问乙', '问丙'), twice)).toBe(twice.replace('问乙', '问丙'));
});
