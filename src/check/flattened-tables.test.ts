import { expect, test } from 'vitest';
import { flattenedTablesIn } from './flattened-tables.ts';

test.each([
  '档次缴费金额政府补贴第一档200元30元第二档300元40元第三档500元60元第四档1000元90元第五档2000元150元',
  '村名户数人口南坡村120户460人北庄村88户302人前岭村67户251人',
  '一档200元二档300元三档500元四档1000元五档2000元',
  '水稻120亩3000元玉米80亩1600元油菜45.5亩910元',
])('an editor is told that a table has become one line: %s', (text) => {
  expect(flattenedTablesIn(text)).toHaveLength(1);
});

test.each([
  '第一档200元、补30元，第二档300元、补40元，第三档500元、补60元。',
  '全村共120户460人，其中脱贫户36户102人，监测户3户9人。',
  '满100元减10元满200元减25元',
  '服务期3年6个月试用期2年3个月见习期1年6个月',
  '一等奖1名二等奖3名',
  '每户3人5亩每亩补100元共500元',
  '2024年3月1日起施行',
  '南坡村120户，北庄村88户，前岭村67户，后沟村51户。',
])('an editor may write figures in a sentence: %s', (text) => {
  expect(flattenedTablesIn(text)).toEqual([]);
});
