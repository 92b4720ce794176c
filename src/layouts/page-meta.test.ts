/** The card of a page in a chat group. */
import { expect, test } from 'vitest';
import { noDocuments } from '../documents/document.ts';
import { createSite } from '../documents/site.ts';
import { browserTitle } from './page-meta.ts';

const county = { site: { name: '汾西明白纸', url: 'https://www.county.example/' }, ledger: [], finder: [] };
const site = createSite(noDocuments(), county, '2026-11-23');
const titled = (title: string) => browserTitle(site, { title, description: '', address: '/notices/a/' });

test.each([
  ['家里困难，可以申请低保', '家里困难，可以申请低保｜汾西明白纸'],
  [
    '家里困难，可以申请低保，去乡镇政府办，不收钱',
    '家里困难，可以申请低保，去乡镇政府办，不收钱｜汾西明白纸',
  ],
  [
    '家里困难，可以申请低保，去乡镇政府办，一分钱也不收',
    '家里困难，可以申请低保，去乡镇政府办，一分钱也不收',
  ],
  [
    '周五下午两点，镇卫生院来村委会给六十岁以上老人免费量血压，不用预约',
    '周五下午两点，镇卫生院来村委会给六十岁以上老人免费量血压…',
  ],
  ['𬇙'.repeat(40), `${'𬇙'.repeat(29)}…`],
])('%s', (title, shown) => {
  expect(titled(title)).toBe(shown);
  expect([...titled(title)].length).toBeLessThanOrEqual(30);
});
