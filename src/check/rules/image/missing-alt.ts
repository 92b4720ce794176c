/** Pictures that say nothing to those who do not see them. */
import { examplePng } from '../../example-picture.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'image/missing-alt',
  severity: 'error',
  finds: '正文里的图片没有说明：![](/images/a.jpg)，或者只写了“图片”“照片”。',
  why: '看不见图的人不知道图上是什么；图没加载出来也一样。',
  write: '在方括号里用一句话说清图上是什么。',
  bad: [
    { body: '▶![](/a.png)', publicFiles: { 'a.png': () => examplePng(4, 3) } },
    { body: '▶![图片](/a.png)', publicFiles: { 'a.png': () => examplePng(4, 3) } },
  ],
  good: [{ body: '![村民在地头听红薯种植课](/a.png)', publicFiles: { 'a.png': () => examplePng(4, 3) } }],
  check: ({ sources }, report) => {
    for (const source of sources) {
      for (const { text, offset } of source.images) {
        if (!/^(?:图片?|照片|image|img|[\w-]+\.\w{3,4})?\d*$/iu.test(text.trim())) continue;
        const words = text.trim() === '' ? '图片没有说明' : `「${text}」没有说图上是什么`;
        report(source, offset, `${words}，看不见图的人不知道有什么。请在方括号里用一句话说清。`);
      }
    }
  },
};
