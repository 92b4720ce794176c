/** Pictures without an alternative text for people who cannot see them. */
import { examplePng } from '../../example-picture.ts';
import type { Rule } from '../../rule.ts';

/** Nothing, a generic word for a picture, or the file name of a camera, a phone or a chat app. */
const SAYS_NOTHING =
  /^(?:图[片像]?|照片|相片|配图|插图|截[图屏]|image|img|photo|picture|screenshot|untitled|无标题|未命名|[\w-]+\.\w{3,4}|(?:img|dsc[nf]?|pxl|vid|mvimg|wx_camera|mmexport|screenshot|image|photo|pic|微信图片|qq图片|企业微信截图|屏幕截图|截图|新建图像?)[\s_-]*[\d_\s.-]+(?:\.\w{3,4})?|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\d_\s-]*|[\da-f]{32})[\s（(]*\d*[)）]?$/iu;

export const rule: Rule = {
  name: 'image/missing-alt',
  severity: 'error',
  finds: '正文里的图片没有说明：![](/images/a.jpg)，或者只写了“图片”、相机起的文件名。',
  why: '看不见图的人不知道图上是什么；图没加载出来也一样。',
  write: '在方括号里用一句话说清图上是什么。',
  bad: [
    { body: '▶![](/a.png)', publicFiles: { 'a.png': () => examplePng(4, 3) } },
    { body: '▶![图片](/a.png)', publicFiles: { 'a.png': () => examplePng(4, 3) } },
    { body: '▶![IMG_20261123_083000](/a.png)', publicFiles: { 'a.png': () => examplePng(4, 3) } },
    { body: '▶![微信图片_20261123083000](/a.png)', publicFiles: { 'a.png': () => examplePng(4, 3) } },
  ],
  good: [{ body: '![村民在地头听红薯种植课](/a.png)', publicFiles: { 'a.png': () => examplePng(4, 3) } }],
  check: ({ sources }, report) => {
    for (const source of sources) {
      for (const { text, offset } of source.images) {
        if (!SAYS_NOTHING.test(text.trim())) continue;
        const words = text.trim() === '' ? '图片没有说明' : `「${text}」没有说图上是什么`;
        report(source, offset, `${words}，看不见图的人不知道有什么。请在方括号里用一句话说清。`);
      }
    }
  },
};
