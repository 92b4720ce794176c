/** Code that would run in the browser or on the building machine. Reported when the files are read; stops every build. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'mdx/unsafe',
  severity: 'error',
  finds: '正文里有程序：import、export、花括号、<script>、<iframe>、onclick、javascript: 和 data: 的链接。',
  why: '内容是文字，不是程序。程序能改网页、偷东西，也能动生成网站的机器。',
  write: '删掉。要放按钮和提示，用手册里的组件。',
  bad: [
    '▶{process.exit(1)}',
    '▶import fs from "fs"',
    '▶export const a = 1',
    '▶<script>alert(1)</script>',
    '▶<iframe src="https://a.example" />',
    '▶<p onclick="alert(1)">一</p>',
    '▶<svg onload="alert(1)"></svg>',
    '▶<Note title={process.env.HOME}>\n\n一\n\n</Note>',
    '▶<Note {...globalThis}>\n\n一\n\n</Note>',
    '▶[点](javascript:alert(1))',
    '▶[点](JaVa&#83;cript:alert(1))',
    '▶[点](&#x6A;avascript&colon;alert(1))',
    '▶[点](<java\tscript:alert(1)>)',
    '▶[点](vbscript:msgbox)',
    '▶[点](data:text/html,hi)',
    '▶[点](file:///etc/passwd)',
    '▶[点](//a.example/)',
    '▶![图](https://a.example/a.png)',
    '▶![图](data:image/svg+xml,hi)',
    '▶![图](/../../etc/passwd)',
    '▶[点][a]\n\n[a]: javascript:alert(1)',
  ],
  good: [
    '花括号写成 \\{这样\\}。',
    '看[怎么办](https://www.gov.cn/)，打[电话](tel:12345)。',
    '`<script>` 是程序。',
  ],
};
