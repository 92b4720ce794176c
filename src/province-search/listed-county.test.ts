/** A reader chooses the county once, by whatever comes to mind of its name. */
import { expect, test } from 'vitest';
import { matchCounties } from './listed-county.ts';

const counties = [
  { name: '汾西县', pinyin: 'fen xi xian' },
  { name: '汾阳市', pinyin: 'fen yang shi' },
  { name: '洪洞县', pinyin: 'hong tong xian' },
  { name: '西安县', pinyin: 'xi an xian' },
];
const names = (typed: string) => matchCounties(typed, counties).map(({ name }) => name);

test.each([
  ['汾西', ['汾西县']],
  ['汾', ['汾西县', '汾阳市']],
  ['fenxi', ['汾西县']],
  ['FEN XI', ['汾西县']],
  ['fx', ['汾西县']],
  ['ｆｘ', ['汾西县']],
  ['htx', ['洪洞县']],
  ["xi'an", ['西安县']],
  ['西', ['西安县', '汾西县']],
  ['太原', []],
  [' ', []],
])('%s', (typed, wanted) => expect(names(typed)).toEqual(wanted));
