import { expect, test } from 'vitest';
import { contextHomophonesIn } from './context-homophones.ts';

test.each([
  ['对审核结果有意义的，可以提出', '异议'],
  ['公示无意义后打款', '异议'],
  ['可以向镇里反应问题', '反映'],
  ['底肥施族，再浇水', '足'],
  ['登一则招聘启示', '启事'],
])('an editor is told of a word that is right only elsewhere: %s', (text, meant) => {
  expect(contextHomophonesIn(text).map((found) => found.meant)).toEqual([meant]);
});

test.each([
  '评比的结果有意义，大家都说好',
  '公事公办，张榜公布',
  '打完针有反应的马上说；化学反应',
  '施族人多，白族、彝族也来',
  '这件事给人启示',
])('an editor may use it there: %s', (text) => {
  expect(contextHomophonesIn(text)).toEqual([]);
});
