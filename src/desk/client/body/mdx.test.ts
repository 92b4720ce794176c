/** A body that was only looked at in the editor means the same afterwards, and what an editor makes can be read back. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentComponents, parseBody } from '../../../markup/index.ts';
import { readMdx } from './read-mdx.ts';
import { bodySchema } from './schema.ts';
import { writeMdx } from './write-mdx.ts';

const components = {
  hasChildren: (name: string) =>
    (contentComponents as Record<string, { hasChildren: boolean }>)[name]?.hasChildren,
};
const roundTrip = (body: string) => writeMdx(readMdx(body, components), components);
const parse = (body: string) => parseBody(body, '', 1);

const content = new URL('../../../../content/', import.meta.url);
const bodies = ['policies', 'stories', 'pages', 'notices'].flatMap((folder) =>
  readdirSync(new URL(folder, content))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => {
      const text = readFileSync(new URL(`${folder}/${name}`, content), 'utf8');
      return [`${folder}/${name}`, text.split(/^---$/m).slice(2).join('---')] as const;
    }),
);

test.each(bodies)('%s means the same after the editor', (_, body) => {
  expect(parse(roundTrip(body)).body).toEqual(parse(body).body);
});

test('most of the real bodies can be edited as they look', () => {
  let [all, opaqueCount] = [0, 0];
  for (const [, body] of bodies) {
    readMdx(body, components).forEach((node) => {
      all += 1;
      if (node.type.name === 'source') opaqueCount += 1;
    });
  }
  expect(opaqueCount / all).toBeLessThan(0.02);
});

describe('a body is written as an editor would write it', () => {
  test.each([
    '**截止日期：**六月底。\n',
    '每月5~10日发，100~200元。\n',
    '1. 先去村里\n2. 再去乡里\n',
    '- 户口本\n- 身份证\n',
    '| 几口人 | 多少钱 |\n| - | - |\n| 一 | 300 |\n',
    '看[低保](/policies/di-bao/)。\n',
    '<Question ask="没有户口本能办吗？">\n\n能，先去**派出所**。\n\n</Question>\n',
    '<Call contact="tel-12345" />\n',
    '每月<Rate id="di-bao" />元。\n',
    '![村口的牌子](/images/a.jpg)\n',
    '```\n代码\n```\n',
    '## 怎么算\n\n一人500*12个月。\n',
  ])('%j', (body) => expect(roundTrip(body)).toBe(body));
});

test('whatever text is typed in a paragraph, it is read back as typed', () => {
  const piece = fc.constantFrom(
    '低保',
    '*',
    '_',
    '~',
    '#',
    '- ',
    '1. ',
    '<',
    '{',
    '[',
    '](/a/)',
    '：',
    '|',
    '\\',
    '&amp;',
    'import ',
    '。',
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = pieces.join('').trim();
      fc.pre(text !== '');
      const doc = bodySchema.nodes.doc.create(
        null,
        bodySchema.nodes.paragraph.create(null, bodySchema.text(text)),
      );
      const { body, diagnostics } = parse(writeMdx(doc, components));
      expect(diagnostics).toEqual([]);
      const html = body.blocks.map((block) => ('html' in block ? block.html : '')).join('');
      const visible = html
        .replace(/<[^>]+>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
      expect(visible.trim()).toBe(text);
    }),
    { numRuns: 500 },
  );
});
