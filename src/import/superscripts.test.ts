/** Raised and lowered characters keep their meaning in plain text: a power is no figure more, a note no power. */
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { treeText } from '../markup/index.ts';
import { writeSuperscripts } from './superscripts.ts';

const written = (html: string) => {
  let added = '';
  const root = writeSuperscripts(fromHtml(html, { fragment: true }), (text) => {
    added += text;
  });
  return [treeText(root), added];
};

test.each([
  ['300<sup>1</sup>元', '300[1]元', '[]'],
  ['补贴标准<sup>12</sup>', '补贴标准[12]', '[]'],
  ['300<sup>[1]</sup>元', '300[1]元', ''],
  ['300<sup>①</sup>元', '300①元', ''],
  ['300<sup>注</sup>元', '300[注]元', '[]'],
  ['10<sup>4</sup>元', '10⁴元', ''],
  ['收入<b>10</b><sup>4</sup>元', '收入10⁴元', ''],
  ['2.5×10<sup>-3</sup>', '2.5×10⁻³', ''],
  ['210<sup>4</sup>', '210[4]', '[]'],
  ['120m<sup>2</sup>', '120m²', ''],
  ['5km<sup>2</sup>，3米<sup>3</sup>', '5km²，3米³', ''],
  ['(1+r)<sup>n</sup>', '(1+r)ⁿ', ''],
  ['LPR<sup>1</sup>', 'LPR[1]', '[]'],
  ['（见附件）<sup>1</sup>', '（见附件）[1]', '[]'],
  ['CO<sub>2</sub>，PM<sub>2.5</sub>', 'CO₂，PM2.5', ''],
  ['1<sup>st</sup>，品牌<sup>TM</sup>', '1st，品牌TM', ''],
  ['a<sup> </sup>b', 'a b', ''],
])('%s', (html, text, added) => {
  expect(written(html)).toEqual([text, added]);
});
