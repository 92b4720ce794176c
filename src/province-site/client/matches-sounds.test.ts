/** Somebody who types finds the county, however they type it. */
import { expect, test } from 'vitest';
import { matchesName } from './matches-sounds.ts';

const finds = (typed: string, name = '洪洞县', sounds = 'hong tong/dong xian') =>
  matchesName(typed, name, sounds);

test.each(['洪洞', '洞', 'hongtong', 'hongdong', 'ht', 'hdx', 'HongT', 'hong tong', 'htong', 'tongx', ''])(
  '「%s」 finds 洪洞县',
  (typed) => expect(finds(typed)).toBe(true),
);

test.each(['汾', 'hx', 'ong', 'htz', 'hongtongxianx', '1'])('「%s」 does not', (typed) =>
  expect(finds(typed)).toBe(false),
);

test('ü is typed as v, as u, or as itself', () => {
  for (const typed of ['lvliang', 'luliang', 'lüliang', 'll'])
    expect(matchesName(typed, '吕梁', 'lv liang')).toBe(true);
});
