/** Files that do something by themselves. The folder public is served as it lies, with no policy around it. */
import type { Rule } from '../../rule.ts';

const ENDINGS =
  /^\.(?:x?html?|shtml|m?js|cjs|ts|wasm|swf|xsl|xslt|mht|mhtml|svgz|php\d?|jsp|asp|aspx|cgi|sh|bat|cmd|exe|msi|apk|jar|vbs|ps1)$/;

export const rule: Rule = {
  name: 'public/active-file',
  severity: 'error',
  stopsBuild: true,
  finds: 'public 里的网页和程序：.html、.js、.exe、.apk。',
  why: '别人点了就会运行，还会以为是政府发的。',
  write: '删掉。要写网页，就写成 content 里的文章。',
  bad: [
    { publicFiles: { 'a.html': '<p>一</p>' }, expected: ['public/a.html:1:1'], shown: 'public/a.html' },
    { publicFiles: { 'x/b.JS': 'alert(1)' }, expected: ['public/x/b.JS:1:1'] },
    { publicFiles: { 'c.apk': 'PK' }, expected: ['public/c.apk:1:1'] },
  ],
  good: [
    { publicFiles: { 'biao.pdf': '%PDF' }, shown: 'public/biao.pdf' },
    { publicFiles: { 'verify_abc.html': 'a1b2c3' }, shown: 'public/verify_abc.html（只有一串验证码）' },
  ],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      if (!ENDINGS.test(file.ending) || file.isLink) continue;
      // Search engines ask for a page of their own that holds a bare word, to know whose site it is.
      if (/^\.html?$/.test(file.ending) && /^[\w.:-]{1,200}\s*$/.test(new TextDecoder().decode(file.bytes())))
        continue;
      const words = `${file.ending} 是网页或程序，别人点了就会运行。`;
      report(file, 0, `${words}请删掉；要发文章，写到 content 里；要给表格，用 PDF。`);
    }
  },
};
