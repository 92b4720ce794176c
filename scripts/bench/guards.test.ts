/** The test sets of the guards have the stated size, and their numbers are valid. */
import { expect, test } from 'vitest';
import { isDate } from '../../src/schema/formats.ts';
import { allCases } from '../../tests/guards/all.ts';
import { type Family, families } from '../../tests/guards/case.ts';
import { checkDigit, grouped, luhnDigit, makers, withNumbers } from '../../tests/guards/numbers.ts';

/** The minimum of each set, in plants and look-alikes. */
const MIN_CASES: Record<Family, readonly [plants: number, lookAlikes: number]> = {
  privacy: [300, 300],
  garbled: [150, 100],
  hostile: [200, 40],
  structure: [300, 60],
};

test.each(families)('the set %s has the stated number of cases', (family) => {
  const own = allCases.filter((each) => each.family === family);
  const [plants, lookAlikes] = MIN_CASES[family];
  expect(own.filter(({ isPlant }) => isPlant).length).toBeGreaterThanOrEqual(plants);
  expect(own.filter(({ isPlant }) => !isPlant).length).toBeGreaterThanOrEqual(lookAlikes);
});

test('no case is in the sets twice, and none has a slot without its number', () => {
  expect(new Set(allCases.map(({ id }) => id)).size).toBe(allCases.length);
  const texts = allCases.flatMap(({ files }) => Object.values(files));
  expect(
    texts.filter(
      (text) => typeof text === 'string' && /\{(?:id|mobile|card|child)\d*(?:!|:\d|\})/.test(text),
    ),
  ).toEqual([]);
});

test('a generated number is valid for a reader, and the same on every run', () => {
  for (let seed = 0; seed < 200; seed++) {
    const made = (kind: string) => makers[kind]?.(`seed ${seed}`) ?? '';
    for (const id of [made('id'), made('child')]) {
      expect(id).toMatch(/^\d{4}98\d{11}[\dX]$/);
      expect(isDate(id.replace(/^.{6}(.{4})(..)(..).*$/, '$1-$2-$3'))).toBe(true);
      expect(id.slice(17)).toBe(checkDigit(id.slice(0, 17)));
    }
    expect(made('id15')).toMatch(/^\d{4}98\d{9}$/);
    expect(made('mobile')).toMatch(/^1[3-9]\d{9}$/);
    expect(made('card')).toMatch(/^62\d{17}$/);
    expect(made('card16')).toMatch(/^62\d{14}$/);
    for (const card of [made('card'), made('card16')])
      expect(card.slice(-1)).toBe(luhnDigit(card.slice(0, -1)));
    expect(made('id')).toBe(makers.id?.(`seed ${seed}`));
  }
});

test('check digits are those of the standards, seen on published examples', () => {
  // GB 11643-1999, and ISO/IEC 7812-1.
  expect(checkDigit('11010519491231002')).toBe('X');
  expect(checkDigit('44052418800101001')).toBe('4');
  expect(luhnDigit('7992739871')).toBe('3');
});

test('a slot is filled in groups and in other digits', () => {
  expect(grouped('123456789', [3, 2], '-')).toBe('123-45-6789');
  expect(withNumbers('打{mobile:3,4: }', 'a')).toMatch(/^打1\d\d \d{4} \d{4}$/);
  expect(withNumbers('{mobile!wide}', 'a')).toMatch(/^[０-９]{11}$/);
});
