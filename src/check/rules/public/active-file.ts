/** Files that are not on the allow-list. The folder public is served unchanged, without a content security policy. */
import { NAMED_ENDINGS } from '../../../public-folder/index.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'public/active-file',
  severity: 'error',
  stopsBuild: true,
  finds: 'public 里网页、程序和别的不认识的文件：.html、.js、.exe、.xml，没有后缀的，带宏的 .docm。',
  why: '别人点了可能就会运行，还会以为是政府发的。',
  write: '删掉。要写网页，就写成 content 里的文章；要给表格，用 PDF、Word 或者 Excel。',
  bad: [
    { publicFiles: { 'a.html': '<p>一</p>' }, expected: ['public/a.html:1:1'], shown: 'public/a.html' },
    { publicFiles: { 'x/b.JS': 'alert(1)' }, expected: ['public/x/b.JS:1:1'] },
    { publicFiles: { 'c.apk': 'PK' }, expected: ['public/c.apk:1:1'] },
    {
      publicFiles: {
        a: '<!doctype html><p>一',
        'd.xml': '<a/>',
        'e.hta': 'x',
        'f.docm': 'PK',
        '.htaccess': 'x',
      },
      expected: ['.htaccess', 'a', 'd.xml', 'e.hta', 'f.docm'].map((name) => `public/${name}:1:1`),
    },
    { publicFiles: { 'x/yan.html': 'a1b2c3' }, expected: ['public/x/yan.html:1:1'] },
    { publicFiles: { '.well-known/a': '<p>一</p>' }, expected: ['public/.well-known/a:1:1'] },
  ],
  good: [
    { publicFiles: { 'biao.pdf': '%PDF-1.7\n' }, shown: 'public/biao.pdf' },
    { publicFiles: { 'verify_abc.html': 'a1b2c3' }, shown: 'public/verify_abc.html（只有一串验证码）' },
    {
      publicFiles: {
        'google12ab.html': 'google-site-verification: google12ab.html',
        'MP_verify_a1.txt': 'a1b2',
        'BingSiteAuth.xml': '<?xml version="1.0"?>\n<users>\n\t<user>0A1B</user>\n</users>\n',
        'robots.txt': 'User-agent: *\nAllow: /\n',
        '.well-known/acme-challenge/a_b-1': 'a_b-1.c2',
        '.well-known/apple-app-site-association': '{"applinks":{}}',
        '.well-known/security.txt': 'Contact: tel:+86-12345\n',
        CNAME: 'www.county.example\n',
        '.nojekyll': '',
        '.DS_Store': '\0\0\0\x01Bud1',
      },
      shown: 'public/MP_verify_a1.txt（公众号的验证文件）',
    },
  ],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      const kind = file.facts?.kind;
      if (kind === undefined || kind.isAllowed || kind.why !== 'unlisted') continue;
      const what = file.ending === '' ? '没有后缀的文件' : ` ${file.ending} 文件`;
      const words = `public 里不能放${what}：它可能是网页或程序，别人点了就会运行。`;
      report(file, 0, `${words}请删掉；要发文章，写到 content 里。可以放的有：${NAMED_ENDINGS}。`);
    }
  },
};
