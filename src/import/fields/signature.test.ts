/** The office and the day of a document, as they stand below it, above it or in a label. */
import { expect, test } from 'vitest';
import { signatureOf } from './signature.ts';

const of = (lines: string[], title?: string) => {
  const { issuer, date } = signatureOf(lines, title);
  return [issuer?.name, date?.day, issuer?.certainty];
};

test.each([
  [['示例县民政局', '2026年10月20日'], '示例县民政局', '2026-10-20'],
  [['示例县民政局　2026年10月20日'], '示例县民政局', '2026-10-20'],
  [['示 例 县 民 政 局', '二〇二六年十月二十日'], '示例县民政局', '2026-10-20'],
  [['示例县民政局（盖章）', '2026.10.20'], '示例县民政局', '2026-10-20'],
  [['示例县民政局', '示例县财政局', '2026年10月20日'], '示例县民政局、示例县财政局', '2026-10-20'],
  [['示例县民政局 示例县财政局', '2026/10/20'], '示例县民政局、示例县财政局', '2026-10-20'],
  [['示例县就业服务中心', '2026年10月20日'], '示例县就业服务中心', '2026-10-20'],
  [['来源：示例县民政局　发布日期：2026-10-20'], '示例县民政局', '2026-10-20'],
])('%j is certain', (lines, name, day) =>
  expect(of(['一、对象。', ...lines])).toEqual([name, day, 'stated']),
);

test('a document that brings another one along has its own signature, not that of its attachment', () => {
  expect(of(['示例县政府办公室', '2026年7月6日', '附件', '示例县民政局', '2025年1月1日'])).toEqual([
    '示例县政府办公室',
    '2026-07-06',
    'stated',
  ]);
});

test('without a signature the red head or the title names the office', () => {
  expect(of(['示例县人民政府办公室文件', '正文。'])).toEqual(['示例县人民政府办公室', undefined, 'stated']);
  expect(of(['正文。'], '示例县民政局关于发放补贴的通知')).toEqual(['示例县民政局', undefined, 'sentence']);
});

test.each(['各乡镇便民服务中心', '向县民政局', '永安镇卫生院在建成。', '到示例县民政局'])(
  '%s signs nothing',
  (line) => expect(of([line])).toEqual([undefined, undefined, undefined]),
);
