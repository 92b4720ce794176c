/** A link in the folder public would publish its target on the building machine. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'public/link',
  severity: 'error',
  stopsBuild: true,
  finds: 'public 里的链接（快捷方式）。',
  why: '它指到哪里，哪里的文件就会被公开。',
  write: '把文件本身放进来。',
  bad: [
    {
      publicFiles: { 'a.txt': { linkTo: '/etc/hostname' } },
      expected: ['public/a.txt:1:1'],
      shown: '（指向别处的链接）',
    },
  ],
  good: [{ publicFiles: { 'a.txt': '一' }, shown: '（真正的文件）' }],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      if (file.isLink)
        report(file, 0, '这是一个链接，它指到哪里，哪里的文件就会被公开。请把文件本身放进来。');
    }
  },
};
