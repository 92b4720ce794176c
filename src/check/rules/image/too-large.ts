/** Photographs as a camera takes them: more pixels than any screen, and slow for the editor and the build. */
import { examplePng } from '../../example-picture.ts';
import type { Rule } from '../../rule.ts';

const MOST_PIXELS = 12_000_000;

export const rule: Rule = {
  name: 'image/too-large',
  severity: 'warning',
  finds: '图片超过1200万像素。',
  why: '手机上看不出好来，打开却要等很久，费流量。',
  write: '用看图软件把长的那边缩到1600点左右再放进来；npm run import 会自动缩。',
  bad: [
    {
      body: '![路](/a.png)',
      publicFiles: { 'a.png': examplePng(5000, 3000) },
      expected: ['public/a.png:1:1'],
      shown: 'public/a.png（5000×3000）',
    },
  ],
  good: [
    {
      body: '![路](/a.png)',
      publicFiles: { 'a.png': examplePng(1600, 1200) },
      shown: 'public/a.png（1600×1200）',
    },
  ],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      if ((file.picture?.pixels ?? 0) <= MOST_PIXELS) continue;
      const millions = Math.round((file.picture?.pixels ?? 0) / 1_000_000);
      report(file, 0, `这张图有 ${millions}00 万像素，打开要等很久，费流量。请把长的那边缩到1600点左右。`);
    }
  },
};
