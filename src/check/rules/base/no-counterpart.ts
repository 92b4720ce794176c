/** A file that takes the rest from a base that has no such file. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'base/no-counterpart',
  severity: 'error',
  finds: '写了 inherits，上级却没有同名的文件。',
  why: '没写的那些没有地方去取，网页是缺的。',
  write: '照上级的文件名改，或者删掉 inherits 自己写全。',
  bad: [{ files: { 'contacts/tel-1.yml': '▶inherits: rest\nphone: "12345"\n' }, shown: 'inherits: rest' }],
  good: [
    {
      files: {
        'site.yml': 'name: 示例县明白纸\nurl: https://www.county.example/\nextends: ../province\n',
        '../province/contacts/tel-1.yml':
          'id: tel-1\nname: 省里的热线\nphone: "12345"\nfor: 不知道找谁，先打这个\n',
        'contacts/tel-1.yml': 'inherits: rest\nname: 县里的热线\n',
      },
      shown: 'inherits: rest ⏎ name: 县里的热线',
    },
  ],
};
