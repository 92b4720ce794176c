/** Pictures that no page shows: left over from a removed document, or referred to by a wrong name. */
import { examplePng } from '../../example-picture.ts';
import { decodedAddress, usedFiles } from '../../pictures-used.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'image/unused',
  severity: 'warning',
  finds: 'public/images 里没有哪篇文章用到的图片。',
  why: '白占地方；也许是文章里的名字写错了，该有图的地方没有图。',
  write: '用不着就删掉；该用的，检查文章里的名字。',
  bad: [
    {
      publicFiles: { 'images/a.png': () => examplePng(4, 3) },
      expected: ['public/images/a.png:1:1'],
      shown: 'public/images/a.png（没有文章用它）',
    },
  ],
  good: [{ body: '![路](/images/a.png)', publicFiles: { 'images/a.png': () => examplePng(4, 3) } }],
  check: ({ allSources, publicFiles }, report) => {
    const pictures = publicFiles.filter(
      ({ facts, address }) => facts?.picture && address.startsWith('/images/'),
    );
    if (pictures.length === 0) return;
    const used = new Set(allSources.flatMap(usedFiles).map(({ address }) => decodedAddress(address)));
    for (const file of pictures) {
      if (used.has(file.address)) continue;
      report(file, 0, '没有哪篇文章用这张图。用不着就删掉；该用的，请检查文章里写的名字。');
    }
  },
};
