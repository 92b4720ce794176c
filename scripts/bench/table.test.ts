import { expect, test } from 'vitest';
import { asTable } from './table.ts';

test('every figure has a label and a unit', () => {
  const row = {
    engine: 'A',
    recallFirst: 0.988,
    firstBytes: 101_234,
    nextBytesMedian: 7300,
    nextMsMost: 1105,
    msADocument: 5.44,
    seconds: 49.64,
    processorSeconds: 68.7,
    peakMemoryMb: 2502.3,
    timesOurs: 1.5849,
    documents: 10_000,
    wrong: ['for programs only'],
  };
  expect(asTable([row])).toBe(
    [
      '| engine | recall first, % | first, KB | next median, KB | next most, ms | a document, ms | s    | processor, s | peak memory, MB | times ours | documents |',
      '| ------ | --------------- | --------- | --------------- | ------------- | -------------- | ---- | ------------ | --------------- | ---------- | --------- |',
      '| A      | 98.8            | 101.2     | 7.3             | 1,105         | 5.4            | 49.6 | 68.7         | 2,502           | 1.58       | 10,000    |',
      '',
    ].join('\n'),
  );
});
