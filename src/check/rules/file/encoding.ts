/** A file in another encoding. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/encoding',
  severity: 'error',
  finds: '文件不是 UTF-8 编码。',
  why: '网页上会变成乱码。',
  write: '用编辑器打开，另存为 UTF-8。',
  bad: [
    {
      files: { 'policies/a.mdx': new Uint8Array([0xc4, 0xe3]) },
      expected: ['content/policies/a.mdx:1:1'],
      shown: '（GBK 编码的文件）',
    },
  ],
  good: [{ collection: 'policies', shown: '（UTF-8 编码的文件）' }],
};
