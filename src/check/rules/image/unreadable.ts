/**
 * Pictures that no phone can show or that cannot be cleaned: damaged, truncated, another format under the file extension of a
 * picture, or a format that browsers do not support. They are not published, because their content cannot be checked.
 */
import { examplePng } from '../../example-picture.ts';
import type { Rule } from '../../rule.ts';

const cutShort = () => examplePng(400, 300, { place: true }).slice(0, -20);

export const rule: Rule = {
  name: 'image/unreadable',
  severity: 'error',
  stopsBuild: true,
  finds:
    'public 里打不开的图片：坏了的，只有半张的，改了后缀的别的文件；还有 .heic、.tif 这些浏览器打不开的。',
  why: '读的人看到一个破了的图；藏在里面的拍摄地点也去不掉。',
  write: '用看图软件打开看看，重新存成 .jpg 再放进来。',
  bad: [
    {
      body: '![路](/a.jpg)',
      publicFiles: { 'a.jpg': 'no picture' },
      expected: ['public/a.jpg:1:1'],
      shown: 'public/a.jpg（打不开）',
    },
    {
      body: '![路](/a.png)',
      publicFiles: { 'a.png': cutShort },
      expected: ['public/a.png:1:1'],
      shown: 'public/a.png（只有半张）',
    },
    {
      body: '![路](/a.png)',
      publicFiles: { 'a.jpg': () => examplePng(4, 3), 'a.png': () => examplePng(4, 3) },
      expected: ['public/a.jpg:1:1'],
      shown: 'public/a.jpg（其实是 PNG）',
    },
    {
      publicFiles: { 'a.heic': '\0\0\0\x18ftypheic', 'b.TIFF': 'II*\0' },
      expected: ['public/a.heic:1:1', 'public/b.TIFF:1:1'],
      shown: 'public/a.heic（苹果手机的照片）',
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
      const fault = file.facts?.picture?.fault;
      if (fault === undefined) continue;
      const words = `这张图片${fault}，读的人看不到，里面藏着什么也不知道，所以不发布。`;
      report(
        file,
        0,
        `${words}请用看图软件打开，另存为 .jpg 再放进来；苹果手机也可以在「设置→相机→格式」里选「兼容性最佳」。`,
      );
    }
  },
};
