/** Names that are not valid addresses everywhere: signs that servers, logs and other systems interpret differently. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'public/file-name',
  severity: 'error',
  stopsBuild: true,
  finds:
    'public 里名字带怪符号的文件：看不见的字符、反斜杠、引号、# % & ? * : < >，开头是空格、点或短横线的。',
  why: '网址打不开，或者在别的电脑上存不下来。',
  write: '改名，只用汉字、字母、数字、短横线和下划线，例如 biao-ge.pdf。',
  bad: [
    { publicFiles: { 'a#b.txt': '一' }, expected: ['public/a#b.txt:1:1'], shown: 'public/a#b.txt' },
    {
      publicFiles: {
        'a\u202Eb.txt': '一',
        'b\nc.txt': '一',
        'c\\d.txt': '一',
        '-e.txt': '一',
        '..f.txt': '一',
      },
      expected: ['-e', '..f', 'a\u202Eb', 'b\nc', 'c\\d'].map((name) => `public/${name}.txt:1:1`),
    },
  ],
  good: [
    {
      publicFiles: { '申请表（2026年）.txt': '一', 'a b_c-1.2+x.txt': '一' },
      shown: 'public/申请表（2026年）.txt',
    },
  ],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      if (file.facts?.hasPlainName !== false) continue;
      report(
        file,
        0,
        '文件名太长，或者里面有不能当网址的符号，链接会打不开。请改名，只用汉字、字母、数字、短横线和下划线，例如 biao-ge.pdf。',
      );
    }
  },
};
