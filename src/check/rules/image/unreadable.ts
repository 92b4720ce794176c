/** Pictures that no phone can show: broken, cut short, or something else under a picture's name. */
import { examplePng } from '../../example-picture.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'image/unreadable',
  severity: 'error',
  finds: 'public 里打不开的图片：坏了的，或者改了后缀的别的文件。',
  why: '读的人看到一个破了的图。',
  write: '用看图软件打开看看，重新存成 .jpg 再放进来。',
  bad: [
    {
      body: '![路](/a.jpg)',
      publicFiles: { 'a.jpg': 'no picture' },
      expected: ['public/a.jpg:1:1'],
      shown: 'public/a.jpg（打不开）',
    },
  ],
  good: [
    {
      body: '![路](/a.png)',
      publicFiles: { 'a.png': () => examplePng(4, 3) },
      shown: 'public/a.png（打得开）',
    },
  ],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      if (file.picture?.isReadable !== false) continue;
      report(
        file,
        0,
        '这个图片打不开，读的人看到的是一个破了的图。请用看图软件打开，重新存成 .jpg 再放进来。',
      );
    }
  },
};
