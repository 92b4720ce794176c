/** A file in a folder where it is ignored. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/misplaced',
  severity: 'warning',
  finds: '放错地方或者名字差一点的文件：site.yaml、放在文件夹外面的文章。',
  why: '不起作用，也不会发布；写的人还以为发布了。',
  write: '照提示改名，或者挪进该在的文件夹。',
  bad: [
    { files: { 'site.yaml': '▶name: 示例县明白纸\n' }, shown: 'site.yaml' },
    { files: { 'address.yml': '▶[]\n' } },
    { files: { 'di-bao.mdx': '▶---\n---\n' } },
  ],
  good: [{ files: { 'README.md': '写法\n' }, shown: 'policies/di-bao.mdx' }],
};
