/** An OpenDocument text comes with its numbers, tables, boxes and notes; what is not seen is left out and said. */

import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { treeText } from '../../markup/index.ts';
import { readerContext } from '../import-fixture.ts';
import { imbalanceOf } from '../source-document.ts';
import { readOdt } from './odt.ts';

const NAMES = ['office', 'text', 'table', 'draw', 'style', 'fo', 'xlink', 'svg', 'dc', 'math'];
const NAMESPACES = NAMES.map((name) => `xmlns:${name}="urn:x:${name}"`).join(' ');

const STYLES = `<office:automatic-styles>
<style:style style:name="HID" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="DEL" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="SUP" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-prefix="第" style:num-suffix="条" text:start-value="5"/></text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>
</office:automatic-styles>`;

function odt(body: string, more: Record<string, string> = {}): Uint8Array {
  const content = `<office:document-content ${NAMESPACES}>${STYLES}<office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const parts = { 'content.xml': content, 'META-INF/manifest.xml': '<manifest/>', ...more };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const context = readerContext('通知.odt');

async function read(body: string, more?: Record<string, string>) {
  const source = await readOdt(odt(body, more), context);
  expect(imbalanceOf(source)).toBe(0);
  return { ...source, lines: linesOf(source.root) };
}

/** Each block as its tag and text. */
const linesOf = (root: Root) =>
  root.children.map((node) => `${(node as Element).tagName} ${treeText(node as Element)}`);

const p = (text: string) => `<text:p>${text}</text:p>`;
const item = (text: string, more = '') => `<text:list-item${more}>${text}</text:list-item>`;
const list = (style: string, items: string, more = '') =>
  `<text:list text:style-name="${style}"${more}>${items}</text:list>`;

describe('numbers', () => {
  test('are written as they are seen, and go on after a paragraph', async () => {
    const { lines } = await read(
      list(
        'L1',
        item(p('对象')) + item(`${p('材料')}<text:list>${item(p('甲'))}${item(p('乙'))}</text:list>`),
        ' xml:id="a"',
      ) +
        p('说明。') +
        list('L1', item(p('办法')), ' text:continue-list="a"') +
        list('L1', item(p('另起'))),
    );
    expect(lines).toEqual([
      'p 一、对象',
      'p 二、材料',
      'p 二.1 甲',
      'p 二.2 乙',
      'p 说明。',
      'p 三、办法',
      'p 一、另起',
    ]);
  });

  test('begin where the file says, in headings too', async () => {
    const { lines } = await read(
      list(
        'L2',
        item('<text:h text:outline-level="1">总则</text:h>') + item(p('附则'), ' text:start-value="20"'),
      ),
    );
    expect(lines).toEqual(['h1 第五条 总则', 'p 第二十条 附则']);
  });

  test('are not given to bullets, which stay a list', async () => {
    const { lines } = await read(list('B', item(p('身份证')) + item(p('户口本'))));
    expect(lines).toEqual(['ul 身份证户口本']);
  });
});

test('what is struck out, deleted, hidden or a comment is left out and said', async () => {
  const { lines, omissions } = await read(
    `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>某</dc:creator></office:change-info>${p('旧')}</text:deletion></text:changed-region></text:tracked-changes>` +
      p(
        '每户<text:span text:style-name="DEL">200</text:span>300元<text:span text:style-name="HID">内部</text:span><office:annotation><dc:creator>某</dc:creator>' +
          p('核对') +
          '</office:annotation>',
      ) +
      `<text:section text:display="none">${p('底稿')}</text:section>`,
  );
  expect(lines).toEqual(['p 每户300元']);
  expect(omissions.map(({ kind, text }) => [kind, text])).toEqual([
    ['deleted', '旧'],
    ['struck', '200'],
    ['hidden', '内部'],
    ['comment', '核对'],
    ['hidden', '底稿'],
  ]);
});

test('a title, a raised figure, a reading above characters and a footnote keep their meaning', async () => {
  const { root } = await read(
    '<text:p text:style-name="P1">关于补贴的通知</text:p>' +
      p(
        '10<text:span text:style-name="SUP">4</text:span>元<text:ruby><text:ruby-base>勍</text:ruby-base><text:ruby-text>qíng</text:ruby-text></text:ruby>香<text:note><text:note-citation>1</text:note-citation><text:note-body>' +
          p('按年') +
          '</text:note-body></text:note>',
      ),
  );
  const [title, line, note] = root.children as Element[];
  expect([title?.tagName, treeText(note as Element)]).toEqual(['h1', '[1] 按年']);
  expect(line?.children.map((node) => (node.type === 'element' ? node.tagName : ''))).toEqual([
    '',
    'sup',
    '',
    'ruby',
    '',
    '',
  ]);
  expect(treeText(line as Element)).toBe('104元勍qíng香[1]');
});

test('a table keeps its merged cells and a table within', async () => {
  const { root } = await read(
    `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">${p('标准')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>` +
      `<table:table-row><table:table-cell table:number-rows-spanned="2">${p('甲')}</table:table-cell><table:table-cell><table:table><table:table-row><table:table-cell>${p('内')}</table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>`,
  );
  const rows = ((root.children[0] as Element).children[0] as Element).children as Element[];
  expect(rows.map((row) => row.children.map((cell) => (cell as Element).properties))).toEqual([
    [{ colSpan: 2 }],
    [{ rowSpan: 2 }, {}],
  ]);
  expect(treeText(rows[1] as Element)).toBe('甲内');
});

test('a text box stands once, where it is; a formula is text; a shape without text is said', async () => {
  const { lines, omissions } = await read(
    p(`前<draw:frame><draw:text-box>${p('盒中')}</draw:text-box></draw:frame>后`) +
      p('式<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame><draw:custom-shape/>'),
    {
      'Object 1/content.xml':
        '<math><semantics><mi>a</mi><mo>+</mo><mi>b</mi><annotation>a + b</annotation></semantics></math>',
    },
  );
  expect(lines).toEqual(['p 前后', 'p 盒中', 'p 式a+b']);
  expect(omissions.map(({ kind }) => kind)).toEqual(['drawing']);
});

test('a formula alone in its paragraph is text', async () => {
  const { lines } = await read(p('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'), {
    'Object 1/content.xml': '<math><mi>a</mi><mo>+</mo><mi>b</mi></math>',
  });
  expect(lines).toEqual(['p a+b']);
});

test('a page header is left out and said; the number of the document in it is not', async () => {
  const styles = `<office:document-styles ${NAMESPACES}><office:master-styles><style:master-page><style:header>${p('示例县民政局文件')}${p('示民发〔2026〕8号')}</style:header></style:master-page></office:master-styles></office:document-styles>`;
  const { lines, omissions } = await read(p('正文'), { 'styles.xml': styles });
  expect(lines).toEqual(['p 示民发〔2026〕8号', 'p 正文']);
  expect(omissions[0]).toMatchObject({ kind: 'header-footer', text: '示例县民政局文件' });
});

const words = fc.stringMatching(/^[\u4e00-\u9fa50-9a-z，。 ]{1,6}$/);
const inline = fc.oneof(
  words,
  words.map((text) => `<text:span text:style-name="HID">${text}</text:span>`),
  words.map((text) => `<text:span text:style-name="DEL">${text}</text:span>`),
  words.map(
    (text) =>
      `<text:note><text:note-citation>2</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`,
  ),
  words.map(
    (text) =>
      `<text:ruby><text:ruby-base>${text}</text:ruby-base><text:ruby-text>a</text:ruby-text></text:ruby>`,
  ),
  words.map((text) => `<draw:frame><draw:text-box>${p(text)}</draw:text-box></draw:frame>`),
  fc.constant('<text:s text:c="3"/><text:line-break/><text:tab/>'),
);
const line = fc.array(inline, { maxLength: 4 }).map((parts) => p(parts.join('')));
const block = fc.oneof(
  line,
  line.map((text) => list('L1', item(text) + item(text))),
  line.map((text) => list('B', item(text))),
  line.map(
    (text) =>
      `<table:table><table:table-row table:visibility="collapse"><table:table-cell>${text}</table:table-cell></table:table-row><table:table-row><table:table-cell>${text}${text}</table:table-cell></table:table-row></table:table>`,
  ),
  line.map((text) => `<text:table-of-content>${text}</text:table-of-content>`),
);

test('no character of any text is lost or doubled without being said', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 6 }), async (blocks) => {
      expect(imbalanceOf(await readOdt(odt(blocks.join('')), context))).toBe(0);
    }),
    { numRuns: 200 },
  );
});
