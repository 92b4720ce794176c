/** An SVG is a document in which scripts run: opened directly, it has the permissions of the site. */
import type { Rule } from '../../rule.ts';

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
const refused = (text: string, place = '1:1') => ({
  publicFiles: { 'a.svg': text },
  expected: [`public/a.svg:${place}`],
});

export const rule: Rule = {
  name: 'public/unsafe-svg',
  severity: 'error',
  stopsBuild: true,
  finds: 'SVG 图片里图形、文字和颜色以外的东西：程序、事件、会动的部分、链接、指到外面的地址。',
  why: '单独打开这张图，里面的程序就会运行。',
  write: '照提示去掉，或者重新导出一张干净的，或者换成 PNG。画图软件自己写的说明会自动去掉，不用管。',
  bad: [
    { ...refused(svg('<script>alert(1)</script>'), '1:41'), shown: '<svg><script>…' },
    refused('<svg onload="alert(1)"/>'),
    refused(svg('<a href="java&#x0A;script:alert(1)">x</a>'), '1:41'),
    refused(svg('\n  <use href="https://a.example/b.svg#c"/>'), '2:3'),
    refused('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>'),
    refused('<?xml-stylesheet href="/a.xsl" type="text/xsl"?><svg/>'),
    refused(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:字-x="http://www.w3.org/1999/xhtml"><字-x:script/></svg>',
      '1:82',
    ),
    refused(svg('<path style="fill:\\75rl(https://a.example/)"/>'), '1:41'),
    refused(svg('<style>@import "https://a.example/";</style>'), '1:41'),
    refused(svg('<set attributeName="href" to="x"/>'), '1:41'),
    refused(svg('<foreignObject/>'), '1:41'),
    refused('<html/>'),
    refused('<svg>', '1:6'),
  ],
  good: [
    { publicFiles: { 'a.svg': svg('<path d="M0 0h9v9z" fill="#c00"/>') }, shown: '<svg><path d="…"/></svg>' },
    {
      publicFiles: {
        'a.svg':
          '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><!-- Generator --><svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.2"><metadata>王</metadata><style>#a{fill:#c00}</style><g id="a" data-name="x" style="fill:url(#b);-inkscape-stroke:none"/></svg>',
      },
    },
  ],
  check: ({ publicFiles }, report) => {
    for (const file of publicFiles) {
      const faults = file.facts?.drawingFaults ?? [];
      if (faults.length === 0) continue;
      const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes());
      for (const { offset, what } of faults) {
        report(
          { ...file, source },
          offset,
          `这张 SVG 里有${what}，图形里用不着，打开它可能会运行。请去掉它，或者重新导出一张干净的，或者换成 PNG。`,
        );
      }
    }
  },
};
