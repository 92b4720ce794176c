/** An SVG is a page of its own, in which scripts run: opened by itself, it may do whatever the site may. */
import type { Rule } from '../../rule.ts';

const RUNS = [
  { pattern: /<\s*(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler)\b/i, what: '程序或别的网页' },
  { pattern: /[\s"'/]on[a-z]+\s*=/i, what: '事件（on…=）' },
  { pattern: /<!(?:ENTITY|DOCTYPE[^>]*\[)/i, what: '实体定义' },
  { pattern: /(?:javascript|vbscript):|data:(?!image\/(?:png|jpeg|webp|gif))/i, what: '会运行的地址' },
  { pattern: /(?:href|src)\s*=\s*["']?\s*(?:https?:)?\/\//i, what: '别的网站的东西' },
  { pattern: /@import|url\(\s*["']?\s*(?:https?:)?\/\//i, what: '别的网站的样式' },
];

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;

export const rule: Rule = {
  name: 'public/unsafe-svg',
  severity: 'error',
  stopsBuild: true,
  finds: 'SVG 图片里有程序、事件、会运行的地址，或者别的网站的东西。',
  why: '单独打开这张图，里面的程序就会运行。',
  write: '重新导出一张干净的，或者换成 PNG。',
  bad: [
    {
      publicFiles: { 'a.svg': svg('<script>alert(1)</script>') },
      expected: ['public/a.svg:1:1'],
      shown: '<svg><script>…',
    },
    { publicFiles: { 'a.svg': '<svg onload="alert(1)"/>' }, expected: ['public/a.svg:1:1'] },
    {
      publicFiles: { 'a.svg': svg('<a href="java&#x0A;script:alert(1)">x</a>') },
      expected: ['public/a.svg:1:1'],
    },
    {
      publicFiles: { 'a.svg': svg('<use href="https://a.example/b.svg#c"/>') },
      expected: ['public/a.svg:1:1'],
    },
    {
      publicFiles: { 'a.svg': '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>' },
      expected: ['public/a.svg:1:1'],
    },
  ],
  good: [
    { publicFiles: { 'a.svg': svg('<path d="M0 0h9v9z" fill="#c00"/>') }, shown: '<svg><path d="…"/></svg>' },
  ],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      if (file.ending !== '.svg' || file.isLink) continue;
      const text = withoutTricks(new TextDecoder().decode(file.bytes()));
      const found = RUNS.find(({ pattern }) => pattern.test(text));
      if (found === undefined) continue;
      report(file, 0, `这张 SVG 里有${found.what}，打开它就会运行。请重新导出一张干净的，或者换成 PNG。`);
    }
  },
};

/** The text with entities resolved, and without the characters that a browser passes over in an address. */
function withoutTricks(text: string): string {
  const resolved = text
    .replace(/&#x([\da-f]+);?/gi, (_, code: string) => characterOf(Number.parseInt(code, 16)))
    .replace(/&#(\d+);?/g, (_, code: string) => characterOf(Number(code)))
    .replace(/&(?:colon|tab|newline);/gi, (entity) => (entity.toLowerCase() === '&colon;' ? ':' : ''));
  // Line ends stand before attributes; within a word they hide it.
  return resolved.replace(/\0/g, '').replace(/(?<=[a-z])[\t\r\n\f]+(?=[a-z:]*:)/gi, '');
}

function characterOf(code: number): string {
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '';
}
