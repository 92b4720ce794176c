/** A name is found by the sound that its people say, and by the one that everybody else guesses. */
import { expect, test } from 'vitest';
import { nameSounds } from './name-sounds.ts';
import { placeReadings } from './place-readings.ts';

test('has the reading of the place first, then the usual one', () => {
  expect(nameSounds('洪洞县', placeReadings([{ name: '洪洞县', reading: 'hongtong' }]))).toBe(
    'hong tong/dong xian',
  );
});

test('has one sound where there is one', () => {
  expect(nameSounds('汾西县', [])).toBe('fen xi xian');
});
