import { expect, test } from 'vitest';
import { homesIn } from '../homes/index.ts';
import { helpListsIn } from './help-lists.ts';
import { sensitiveFactsIn } from './sensitive-facts.ts';

const isReported = (text: string) =>
  sensitiveFactsIn(text).length + helpListsIn(text, '').length + homesIn(text).length > 0;

test.each([
  ['a medicine', '孟德鲁司特、沙丁胺醇、布地奈德治哮喘，孩子用量不一样。'],
  ['an illness', '布鲁氏菌病、包虫病、狂犬病是人畜共患病，养羊户要体检。'],
  ['a firm from abroad', '诺和诺德、礼来、赛诺菲的胰岛素都在集采里。'],
  ['an adverb', '易肇事、易传染、易燃易爆物品归派出所管。'],
  ['half a word', '刷单返利，先小后大，小陈被骗走三万二。'],
  ['an unfulfilled duty', '未履行扶养义务的，离婚后不能要求补偿。'],
  ['a mine', '薛家湾煤矿、孟家窑煤矿停产检修。'],
  ['an animal', '马驹满1岁再上笼头，骡子3岁开始使役。'],
  ['a trade', '“蘑菇大叔”余长贵每天五点进棚，他说菌棒比孩子还娇气。'],
  ['a candidate', '县里的好媳妇评选，候选人有马春燕、李小红、王彩霞、张玉芳。'],
  ['the last of many homes', '村里最后一户危房去年腊月拆了，新房三间，自己只掏了八千块。'],
])('an editor may write of %s', (_, text) => {
  expect(isReported(text)).toBe(false);
});

test.each([
  ['an illness', '孟德鲁得了哮喘，住院十天。'],
  ['a nickname that shames', '“酒鬼大叔”余长贵醉倒在路上，被派出所拘留。'],
  ['a home', '他住在村东最后一户，门口有棵大槐树。'],
  ['a list', '低保户马春燕、李小红、王彩霞、张玉芳领到了煤。'],
  ['a child of a family', '她和丈夫、儿子、李建国都查出了乙肝。'],
])('an editor is asked about %s', (_, text) => {
  expect(isReported(text)).toBe(true);
});
