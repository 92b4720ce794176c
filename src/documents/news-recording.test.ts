/** A cadre sees how long the recording is and how much it takes. */
import { expect, test } from 'vitest';
import { describeRecording } from './news-recording.ts';

test.each([
  [50, 402_509, '50秒，394 KB'],
  [60, 480_000, '1分钟，469 KB'],
  [135, 1_080_000, '2分15秒，1055 KB'],
])('%s seconds of %s bytes', (seconds, bytes, words) => {
  expect(describeRecording({ seconds, bytes })).toBe(words);
});
