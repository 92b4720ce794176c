/** Files whose content does not fit the name, or that are active: macros, scripts in a PDF, a program in a zip. */
import { strToU8, zipSync } from 'fflate';
import type { Rule } from '../../rule.ts';

/** A zip of these texts, like Word's files. */
const zip = (files: Readonly<Record<string, string>>) => () =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const word = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' };
const inPdf = (dictionary: string) => `%PDF-1.7\n1 0 obj\n<< ${dictionary} >>\nendobj\n`;

export const rule: Rule = {
  name: 'public/other-content',
  severity: 'error',
  stopsBuild: true,
  finds: 'public 里后缀和内容对不上的文件；带宏的 Word 和 Excel；会自己运行程序的 PDF；装着程序的压缩包。',
  why: '别人打不开，或者一打开就会运行。',
  write: '用原来的软件重新存一份：Word 和 Excel 存成不带宏的，PDF 用「打印成 PDF」。',
  bad: [
    {
      publicFiles: { 'a.pdf': '<!doctype html><script>alert(1)</script>' },
      expected: ['public/a.pdf:1:1'],
      shown: 'public/a.pdf（其实是网页）',
    },
    { publicFiles: { 'a.txt': '<html><script>alert(1)</script>' }, expected: ['public/a.txt:1:1'] },
    {
      publicFiles: { 'a.mp3': 'MZ', 'b.json': '{', 'c.csv': '\0' },
      expected: ['a.mp3', 'b.json', 'c.csv'].map((name) => `public/${name}:1:1`),
    },
    {
      publicFiles: { 'a.docx': zip({ ...word, 'word/vbaProject.bin': 'x' }) },
      expected: ['public/a.docx:1:1'],
    },
    { publicFiles: { 'a.docx': zip({ 'a.exe': 'MZ' }) }, expected: ['public/a.docx:1:1'] },
    { publicFiles: { 'a.zip': zip({ 'a.exe': 'MZ' }) }, expected: ['public/a.zip:1:1'] },
    { publicFiles: { 'a.zip': zip({ 'a.pdf': 'MZ' }) }, expected: ['public/a.zip:1:1'] },
    {
      publicFiles: { 'a.pdf': inPdf('/OpenAction << /S /JavaScript /JS (app.alert) >>') },
      expected: ['public/a.pdf:1:1'],
    },
    { publicFiles: { 'a.pdf': inPdf('/S /L#61unch /F (cmd)') }, expected: ['public/a.pdf:1:1'] },
  ],
  good: [
    {
      publicFiles: {
        'a.pdf': inPdf('/Type /Catalog /Outlines 2 0 R'),
        'a.docx': zip(word),
        'a.zip': zip({ 'biao/a.txt': '表' }),
        'a.csv': new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x0d, 0x0a]),
        'a.mp3': 'ID3',
        'a.ics': 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
      },
      shown: 'public/a.pdf（真正的 PDF）',
    },
  ],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      const kind = file.facts?.kind;
      if (kind === undefined || kind.isAllowed || kind.why !== 'other-bytes') continue;
      const words = `这个 ${file.ending} ${kind.fault}，别人打不开，或者一打开就会运行。`;
      report(
        file,
        0,
        `${words}请用原来的软件重新存一份再放进来：Word 和 Excel 存成不带宏的，PDF 用「打印成 PDF」。`,
      );
    }
  },
};
