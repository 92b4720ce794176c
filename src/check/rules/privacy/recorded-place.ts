/** Documents and recordings with location metadata. The build cleans pictures; it cannot clean these. */
import { strToU8, zipSync } from 'fflate';
import { examplePng } from '../../example-picture.ts';
import type { Rule } from '../../rule.ts';

const wordWith = (picture: Uint8Array) => () =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8('<w:document/>'),
    'word/media/image1.png': picture,
  });

/** The beginning of a video, with its location. */
const film = () => Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0\xa9xyz\0\x12\x15\xc7+36.65+117.11/', 'latin1');

export const rule: Rule = {
  name: 'privacy/recorded-place',
  severity: 'error',
  stopsBuild: true,
  finds: 'public 里的 Word、PDF、录音、录像或者压缩包，里面藏着拍摄地点。',
  why: '别人能查出是在谁家门口拍的。',
  write: '先去掉照片里的位置信息，再插进文档；录像和录音用软件转存一遍。',
  bad: [
    {
      publicFiles: { 'a.docx': wordWith(examplePng(4, 3, { place: true })) },
      expected: ['public/a.docx:1:1'],
      shown: 'public/a.docx（里面的照片带着拍摄地点）',
    },
    {
      publicFiles: { 'a.mp4': film },
      expected: ['public/a.mp4:1:1'],
    },
  ],
  good: [{ publicFiles: { 'a.docx': wordWith(examplePng(4, 3)) }, shown: 'public/a.docx（照片里没有带）' }],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      if (file.facts?.containsLocation !== true) continue;
      report(
        file,
        0,
        '这个文件里藏着是在哪里拍的（或者录的），别人能查出是谁家。请先去掉照片里的位置信息再插进文档，录像和录音用软件转存一遍，再放进来。',
      );
    }
  },
};
