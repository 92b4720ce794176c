/** Pictures and recordings that a document refers to and that do not exist. */
import { examplePng } from '../../example-picture.ts';
import { decodedAddress, usedFiles } from '../../pictures-used.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'image/missing-file',
  severity: 'error',
  finds: '文章里写了图片或录音，public 里却没有这个文件。',
  why: '读的人看到一个破了的图，听不到录音。',
  write: '把文件放进 public，或者把名字改对；大小写也要一样。',
  bad: ['▶![修好的路](/images/lu.jpg)'],
  good: [
    {
      body: '![修好的路](/images/lu.png)',
      publicFiles: { 'images/lu.png': () => examplePng(4, 3) },
      shown: '![修好的路](/images/lu.png)',
    },
  ],
  check: ({ sources, publicFiles }, report) => {
    const there = new Set(publicFiles.map(({ address }) => address));
    for (const { source, address, offset } of sources.flatMap(usedFiles)) {
      if (!address.startsWith('/') || there.has(decodedAddress(address))) continue;
      const near = [...there].find((each) => each.toLowerCase() === address.toLowerCase());
      const advice = near ? `有一个 ${near}，是不是它？` : '请把文件放进 public，或者把名字改对。';
      report(source, offset, `public 里没有 ${address}，读的人看到的是一个破了的图。${advice}`);
    }
  },
};
