/** Metadata that a phone writes into a photograph: location and faces. The build removes it as well. */
import { examplePng } from '../../example-picture.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'privacy/photo-data',
  severity: 'warning',
  finds: '照片里藏着拍摄地点，或者照片上是谁。',
  why: '别人能查出是在谁家门口拍的。发布时会去掉，可是文件放在仓库里，别人也看得到。',
  write: '用看图软件另存一遍，去掉位置信息；npx mingbai import 会自动去掉。',
  bad: [
    {
      body: '![路](/a.png)',
      publicFiles: { 'a.png': () => examplePng(4, 3, { place: true }) },
      expected: ['public/a.png:1:1'],
      shown: 'public/a.jpg（带着拍摄地点）',
    },
  ],
  good: [
    {
      body: '![路](/a.png)',
      publicFiles: { 'a.png': () => examplePng(4, 3) },
      shown: 'public/a.jpg（没有带）',
    },
  ],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      const { hasLocation = false, hasFaces = false } = file.facts?.picture ?? {};
      if (!hasLocation && !hasFaces) continue;
      const what = [hasLocation ? '在哪里拍的' : '', hasFaces ? '照片上是谁' : ''].filter(Boolean).join('、');
      report(file, 0, `照片里写着${what}，别人看得到。请用看图软件去掉照片的信息，另存一遍再放进来。`);
    }
  },
};
