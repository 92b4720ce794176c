/**
 * Photographs with far more pixels than any screen. Readers get scaled copies; large originals take space in the repository and
 * time in each build that processes them first. The default of phones, 12 million pixels, is allowed.
 */
import { examplePng } from '../../example-picture.ts';
import type { Rule } from '../../rule.ts';

const MAX_PIXELS = 24_000_000;

export const rule: Rule = {
  name: 'image/too-large',
  severity: 'warning',
  finds: '图片超过2400万像素。',
  why: '发布时会自动缩小，读的人看不出差别；文件夹却越来越大，发布也慢。',
  write: '用看图软件把长的那边缩到1600点左右再放进来；npx mingbai import 会自动缩。',
  bad: [
    {
      body: '![路](/a.png)',
      publicFiles: { 'a.png': () => examplePng(8000, 6000) },
      expected: ['public/a.png:1:1'],
      shown: 'public/a.png（8000×6000）',
    },
  ],
  good: [
    {
      body: '![路](/a.png)',
      publicFiles: { 'a.png': () => examplePng(4032, 3024) },
      shown: 'public/a.png（4032×3024）',
    },
  ],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      if ((file.facts?.picture?.pixels ?? 0) <= MAX_PIXELS) continue;
      const millions = Math.round((file.facts?.picture?.pixels ?? 0) / 1_000_000);
      report(
        file,
        0,
        `这张图有 ${millions}00 万像素。发布时会自动缩小，读的人看不出差别；文件夹却越来越大，发布也慢。请把长的那边缩到1600点左右。`,
      );
    }
  },
};
