/** A reader finds the county by whatever comes to mind of its name, in the list of the front page as in the search. */
import { expect, test } from 'vitest';
import { matchCounties } from './match-counties.ts';

const counties = [
  { name: '汾西县', sounds: 'fen xi xian' },
  { name: '汾阳市', sounds: 'fen yang shi' },
  { name: '洪洞县', sounds: 'hong tong/dong xian' },
  { name: '西安县', sounds: 'xi an xian' },
  { name: '吕梁', sounds: 'lv liang' },
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
  ['hdx', ['洪洞县']],
  ['hongtong', ['洪洞县']],
  ['hongdong', ['洪洞县']],
  ['HongT', ['洪洞县']],
  ['洞', ['洪洞县']],
  ['dong', ['洪洞县']],
  ['tongx', ['洪洞县']],
  ["xi'an", ['西安县']],
  ['xian', ['西安县']],
  ['西', ['西安县', '汾西县']],
  ['xi', ['西安县', '汾西县']],
  ['县', ['汾西县', '洪洞县', '西安县']],
  ['lvliang', ['吕梁']],
  ['luliang', ['吕梁']],
  ['lüliang', ['吕梁']],
  ['ll', ['吕梁']],
  ['太原', []],
  ['hx', []],
  ['ong', []],
  ['htz', []],
  ['hongtongxianx', []],
  ['1', []],
  [' ', []],
])('「%s」', (typed, wanted) => expect(names(typed)).toEqual(wanted));
