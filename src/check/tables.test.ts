import { expect, test } from 'vitest';
import { namesInTable } from './name-lists.ts';
import { parseDelimited } from './tables.ts';

const namesIn = (text: string) => namesInTable(parseDelimited(text), false)?.names.map((cell) => cell.text);

test('an editor is asked about a table that tells an illness of each person', () => {
  expect(namesIn('姓名,情况\n王建国,肺结核\n李秀英,尿毒症')).toEqual(['王建国', '李秀英']);
  expect(namesIn('村民,备注\n周大勇,坐过牢\n马三妹,乳腺癌')).toEqual(['周大勇', '马三妹']);
});

test('an editor is asked about a table with surnames and given names apart', () => {
  expect(namesIn('姓,名,备注\n吉克,阿呷,乙肝\n曲比,伍果,肺结核')).toEqual(['吉克阿呷', '曲比伍果']);
});

test.each([
  ['a roster', '日期,白班,夜班\n周一,蒋文斌,唐莉\n周二,万霞,蒋文斌'],
  ['doctors', '姓名,擅长\n王建国,糖尿病\n李秀英,高血压'],
  ['lectures', '姓名,讲座\n王建国,糖尿病怎么吃\n李秀英,癌症早筛'],
  ['staff with surnames apart', '姓,名,职务\n王,建国,主任\n李,秀英,会计'],
  ['surnames', '姓,来历\n王,出自姬姓\n李,出自嬴姓'],
])('an editor may publish a table of %s', (_, text) => {
  expect(namesIn(text)).toBeUndefined();
});
