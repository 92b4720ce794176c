/** Two files that claim one address or one id. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/twin',
  severity: 'error',
  finds: '两个文件重名，或者两条记录用了同一个 id。',
  why: '两个抢一个网址，有一个打不开。',
  write: '把其中一个改名。',
  bad: [
    {
      files: {
        'contacts/a.yml': 'id: a\nname: 镇政府\nphone: "12345"\nfor: 咨询\n',
        'contacts/b.yml': '▶id: a\nname: 镇政府\nphone: "12345"\nfor: 咨询\n',
      },
      shown: 'id: a（两个文件都写）',
    },
  ],
  good: [{ files: { 'contacts/a.yml': 'id: a\nname: 镇政府\nphone: "12345"\nfor: 咨询\n' }, shown: 'id: a' }],
};
