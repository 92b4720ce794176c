/** A link instead of a file: it could point anywhere on the building machine. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/link',
  severity: 'error',
  finds: '放的是链接（快捷方式），不是文件。',
  why: '链接可以指到机器上的任何文件，内容不能这样取。',
  write: '把文件本身放进来。',
  bad: [
    {
      files: { 'contacts/a.yml': { linkTo: '/etc/hostname' } },
      expected: ['content/contacts/a.yml:1:1'],
      shown: '（指向别处的链接）',
    },
  ],
  good: [{ shown: '（真正的文件）' }],
};
