/** A place is found and sorted by the reading that its people give it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeSchema } from '../schema/places.ts';
import { documentFixture, openSearchFixture } from '../search/client/search-fixture.ts';
import { placeReadings } from './place-readings.ts';
import { titleLetter } from './title-letter.ts';

test.each([
  ['洪洞', 'hongtong', '洪洞', ['hong', 'tong']],
  ['洪洞县', 'hongtong', '洪洞', ['hong', 'tong']],
  ['洪洞县', 'hongtongxian', '洪洞', ['hong', 'tong']],
  ['六安市', 'luan', '六安', ['lu', 'an']],
  ['隰县', 'xixian', '隰县', ['xi', 'xian']],
  ['隰县', 'xi xian', '隰县', ['xi', 'xian']],
  ['乐亭县', 'laoting', '乐亭', ['lao', 'ting']],
  ['西安镇', 'xian', '西安', ['xi', 'an']],
  ['尔村', 'ercun', '尔村', ['er', 'cun']],
  ['郝家堡村', 'haojiabu', '郝家堡', ['hao', 'jia', 'bu']],
])('the reading of %s, %s, is a syllable for each character', (name, reading, stem, syllables) => {
  expect(placeReadings([{ name, reading }])).toEqual([{ name: stem, syllables }]);
});

test('a place without a reading is read as its characters are', () => {
  expect(placeReadings([{ name: '白衣村' }])).toEqual([]);
});

describe('the reading of a record', () => {
  const errorsOf = (name: string, reading: string) =>
    placeSchema
      .safeParse({ id: 'xian', name, kind: 'county', reading })
      .error?.issues.map(({ message }) => message) ?? [];

  test.each([
    ['洪洞县', 'hongtong'],
    ['吕梁市', 'lvliang'],
    ['六安', 'lu an'],
  ])('of %s may be %s', (name, reading) => expect(errorsOf(name, reading)).toEqual([]));

  test.each([
    ['洪洞县', 'Hongtong', '小写字母'],
    ['洪洞县', 'hóngtóng', '小写字母'],
    ['洪洞县', '洪同', '小写字母'],
    ['洪洞县', 'hong-tong', '小写字母'],
    ['洪洞县', 'hong', '对不上'],
    ['洪洞县', 'hongtongxianzhen', '对不上'],
    ['洪洞县', 'hqngtong', '对不上'],
  ])('of %s may not be %s', (name, reading, words) => {
    expect(errorsOf(name, reading)).toEqual([expect.stringContaining(words)]);
  });

  test('of any length is split in no time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[aeo]{1,200}$/), (reading) => {
        const began = performance.now();
        errorsOf('一二三四五六七八九十县', reading);
        expect(performance.now() - began).toBeLessThan(500);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a title with the name of a place', () => {
  const readings = placeReadings([
    { name: '东堡村', reading: 'dongbu' },
    { name: '堡子镇', reading: 'puzi' },
  ]);

  test('is found by that reading, and by the usual one', async () => {
    const ask = await openSearchFixture([
      documentFixture('/dong/', { title: '东堡修路的事', readings }),
      documentFixture('/other/', { title: '东村修路的事' }),
    ]);
    for (const query of ['dongbu', 'dongbao', 'dongbuxiulu', 'dbxl'])
      expect((await ask(query)).addresses[0], query).toBe('/dong/');
  });

  test('stands in the list by pinyin under that reading', () => {
    expect(titleLetter('堡子镇有集市', readings)).toBe('P');
    expect(titleLetter('堡子镇有集市')).toBe('B');
  });
});
