/** A name that cannot be an address. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/name',
  severity: 'error',
  finds: '文件名不能当网址：有汉字、大写、空格，或者和别的网址冲突。',
  why: '网址打不开，印出去的二维码也扫不开。',
  write: '只用小写拼音字母、数字和短横线，例如 di-bao.mdx。',
  bad: [
    { files: { 'policies/低保.mdx': '▶---\n---\n' }, shown: '低保.mdx' },
    { files: { 'pages/search.mdx': '▶---\n---\n' } },
  ],
  good: [{ collection: 'policies', shown: 'di-bao.mdx' }],
};
