/** A county whose policy, contact and topics come from its province, for tests of the desk. */
import { onePolicy, site } from '../build/content-folder.ts';

const policy = onePolicy['policies/di-bao.mdx'] ?? '';

/** What the province writes, below `province/`. */
export const provinceFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(onePolicy).map(([file, text]) => [`province/${file}`, text])),
  'province/site.yml': 'name: 示例省明白纸\nurl: https://www.province.example/\n',
  'province/policies/di-bao.mdx': `${policy}
省里说：哪里都一样。

<Part name="在哪里办">

去乡镇政府。

</Part>
`,
  'province/pages/zen-me-ban.mdx':
    '---\ntitle: 不会写字怎么办\nsummary: 请人代写也行。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n请村干部代写。\n',
};

/** The county's own files, below `content/`. */
export const countyFiles: Readonly<Record<string, string>> = {
  'site.yml': `${site['site.yml']}extends: ../province\n`,
  'pages/wo-men-xian.mdx':
    '---\ntitle: 我们县的窗口\nsummary: 在县城东街。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n在县城东街。\n',
};
