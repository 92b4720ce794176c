/** Files with nesting too deep, or paragraphs or texts too long, to be parsed or shown. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/too-deep',
  severity: 'error',
  finds: '列表、引用、组件或者方括号一层套一层，超过 20 层；一段或者整个文件长得没有人看得完。',
  why: '手机上看不了，也发布不出来。',
  write: '拆开写：最多套两三层，长的分成几段、几篇。',
  bad: [
    { files: { 'pages/a.mdx': `---\ntitle: 一\n---\n\n▶${'>'.repeat(20_000)} 深\n` }, shown: '> > > > > …' },
    {
      files: {
        'pages/a.mdx': `---\ntitle: 一\n---\n\n${'<Note>\n\n'.repeat(20)}▶${'<Note>\n\n'.repeat(1180)}深${'\n\n</Note>'.repeat(1200)}\n`,
      },
    },
    { files: { 'pages/a.mdx': `---\ntitle: 一\n---\n\n▶${'- '.repeat(2_000)}深\n` } },
    { files: { 'pages/a.mdx': `---\ntitle: 一\n---\n\n▶${'**深 '.repeat(3_000)}\n` } },
    { files: { 'pages/a.mdx': `---\ntitle: 一\n---\n\n▶${'深'.repeat(30_000)}\n` } },
    { files: { 'contacts/a.yml': `id: ${'['.repeat(20)}▶${'['.repeat(500)}\n` } },
    { files: { 'contacts/a.yml': `id:\n▶${' -'.repeat(5_000)} a\n` } },
    { files: { 'contacts/a.yml': `▶? ? ? a\n` } },
    { files: { 'pages/a.mdx': `---\n▶? ? a\n---\n` } },
  ],
  good: [{ body: '> - 一\n>   - 二\n\n<Note>\n\n三\n\n</Note>', shown: '> - 一' }],
};
