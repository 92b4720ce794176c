/** A Word file arrives as it is seen in Word, and each character that does not is told with its reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { treeText } from '../../markup/index.ts';
import { readerContext } from '../import-fixture.ts';
import { imbalanceOf } from '../source-document.ts';
import {
  cell,
  level,
  list,
  type MadeWordFile,
  numbered,
  p,
  row,
  run,
  styled,
  wordFile,
  wordTable,
} from '../word/made-word-file.ts';
import { parseWordXml } from '../word/word-xml.ts';
import { descendants } from '../xml.ts';
import { readDocx } from './docx.ts';

const context = readerContext('通知.docx');

async function read(made: MadeWordFile | string) {
  const document = await readDocx(wordFile(typeof made === 'string' ? { body: made } : made), context);
  expect(imbalanceOf(document)).toBe(0);
  const outline = (node: unknown): string => {
    const {
      type,
      tagName,
      children = [],
      value,
      properties = {},
    } = node as {
      type: string;
      tagName?: string;
      children?: unknown[];
      value?: string;
      properties?: Record<string, unknown>;
    };
    if (type === 'text') return value ?? '';
    const inner = children.map(outline).join('');
    if (tagName === undefined) return inner;
    const attributes = Object.entries(properties)
      .map(([name, each]) => ` ${name}=${each}`)
      .join('');
    return tagName === 'p' ? `${inner}¶` : `<${tagName}${attributes}>${inner}</${tagName}>`;
  };
  return {
    ...document,
    outline: outline(document.root),
    left: document.omissions.map(({ kind, text, near }) => [kind, text, near]),
  };
}

const field = (code: string, result?: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>${result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('automatic numbers are written as Word shows them', () => {
  test.each([
    ['第%1条', 'chineseCountingThousand', 1, ['第一条 甲', '第二条 乙']],
    ['%1、', 'chineseCounting', 1, ['一、甲', '二、乙']],
    ['（%1）', 'chineseCounting', 10, ['（十）甲', '（十一）乙']],
    ['%1', 'decimalEnclosedCircleChinese', 1, ['① 甲', '② 乙']],
    ['%1)', 'decimal', 5, ['5)甲', '6)乙']],
    ['%1.', 'upperRoman', 4, ['IV. 甲', 'V. 乙']],
    ['%1.', 'lowerLetter', 26, ['z. 甲', 'aa. 乙']],
    ['%1', 'chineseLegalSimplified', 10, ['壹拾 甲', '壹拾壹 乙']],
    ['%1', 'ideographTraditional', 1, ['甲 甲', '乙 乙']],
    ['注：', 'none', 1, ['注：甲', '注：乙']],
  ])('%s %s from %i', async (label, format, start, lines) => {
    const { outline } = await read({
      body: numbered('甲') + numbered('乙'),
      numbering: list(level(0, format, label, '', start)),
    });
    expect(outline).toBe(lines.map((line) => `${line}¶`).join(''));
  });

  test('plain figures become a list that goes on after a paragraph', async () => {
    const { outline } = await read({
      body: numbered('甲') + numbered('乙') + p('说明') + numbered('丙'),
      numbering: list(level(0, 'decimal', '%1.')),
    });
    expect(outline).toBe('<ol><li>甲</li><li>乙</li></ol>说明¶<ol start=3><li>丙</li></ol>');
  });

  test('bullets become a list, a deeper one inside', async () => {
    const { outline } = await read({
      body: numbered('甲') + numbered('乙', 1) + numbered('丙'),
      numbering: list(level(0, 'bullet', '') + level(1, 'bullet', '')),
    });
    expect(outline).toBe('<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul>');
  });

  test('levels start anew below a higher one, and articles go on through the chapters if the file says so', async () => {
    const { outline } = await read({
      body: [
        numbered('总则'),
        numbered('目的', 1),
        numbered('范围', 1),
        numbered('附则'),
        numbered('施行', 1),
      ].join(''),
      numbering: list(
        level(0, 'chineseCounting', '第%1章') +
          level(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>'),
      ),
    });
    expect(outline).toBe('第一章 总则¶第一条 目的¶第二条 范围¶第二章 附则¶第三条 施行¶');
  });

  test('numbers of several levels, in plain figures where the file says so', async () => {
    const { outline } = await read({
      body: numbered('甲') + numbered('乙', 1) + numbered('丙', 1) + numbered('丁') + numbered('戊', 1),
      numbering: list(level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')),
    });
    expect(outline).toBe('一、甲¶1.1 乙¶1.2 丙¶二、丁¶2.1 戊¶');
  });

  test('a second list on one definition goes on; one with a start of its own begins there', async () => {
    const numbering = `${list(level(0, 'chineseCounting', '%1、'))}|<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const { outline } = await read({
      body: numbered('甲') + numbered('乙', 0, 2) + numbered('丙', 0, 3),
      numbering,
    });
    expect(outline).toBe('一、甲¶二、乙¶一、丙¶');
  });

  test('a numbered heading style keeps its label, and list 0 takes it away', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="公文一级"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const { outline } = await read({
      body:
        styled('title', '办法') +
        styled('h', '对象') +
        p(run('附则'), '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
        styled('h', '标准'),
      styles,
      numbering: list(level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="h"/>')),
    });
    expect(outline).toBe('<h1>办法</h1><h2>一、对象</h2><h2>附则</h2><h2>二、标准</h2>');
  });

  test('a column of numbers in a table is filled', async () => {
    const { outline } = await read({
      body: wordTable(row(cell(numbered('')) + cell('甲')) + row(cell(numbered('')) + cell('乙'))),
      numbering: list(level(0, 'decimal', '%1.')),
    });
    expect(outline).toBe(
      '<table><tbody><tr><td>1.¶</td><td>甲¶</td></tr><tr><td>2.¶</td><td>乙¶</td></tr></tbody></table>',
    );
  });
});

describe('headings', () => {
  test('by outline level, and a title in two paragraphs is one', async () => {
    const { outline } = await read(
      p('示例县民政局文件') +
        styled('title', '关于发放补贴的') +
        styled('title', '通知') +
        p('对象', '<w:outlineLvl w:val="0"/>') +
        p('条件', '<w:outlineLvl w:val="1"/>') +
        p('正文', '<w:outlineLvl w:val="9"/>'),
    );
    expect(outline).toBe('示例县民政局文件¶<h1>关于发放补贴的通知</h1><h2>对象</h2><h3>条件</h3>正文¶');
  });

  test('a part in the first heading style below other text is no title', async () => {
    const { outline } = await read(p('关于发放补贴的通知') + styled('1', '对象') + styled('2', '条件'));
    expect(outline).toBe('关于发放补贴的通知¶<h2>对象</h2><h3>条件</h3>');
  });

  test('above all other text it is the title', async () => {
    const { outline } = await read(styled('1', '关于发放补贴的通知') + p('正文'));
    expect(outline).toBe('<h1>关于发放补贴的通知</h1>正文¶');
  });
});

describe('tables', () => {
  const merge = (value: string) => `<w:vMerge${value ? ` w:val="${value}"` : ''}/>`;
  test('skipped columns and merges keep their places', async () => {
    const { outline } = await read(
      wordTable(
        row(cell('类') + cell('钱', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>') +
          row(cell('低保', merge('restart')) + cell('500元') + cell('甲')) +
          row(cell('', merge('')) + cell('300元') + cell('乙')) +
          row(cell('合计') + cell('丙'), '<w:gridBefore w:val="1"/>'),
      ),
    );
    expect(outline).toBe(
      '<table><thead><tr><th>类¶</th><th colSpan=2>钱¶</th></tr></thead><tbody><tr><td rowSpan=2>低保¶</td><td>500元¶</td><td>甲¶</td></tr><tr><td>300元¶</td><td>乙¶</td></tr><tr><td></td><td>合计¶</td><td>丙¶</td></tr></tbody></table>',
    );
  });

  test('bookmarks and content controls between rows and cells change nothing', async () => {
    const mark = '<w:bookmarkStart w:id="0" w:name="x"/><w:bookmarkEnd w:id="0"/>';
    const { outline } = await read(
      wordTable(
        row(cell('低保', merge('restart')) + mark + cell('500元')) +
          mark +
          `<w:sdt><w:sdtContent>${row(`${cell('', merge('continue'))}<w:sdt><w:sdtContent>${cell('300元')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      ),
    );
    expect(outline).toContain('<td rowSpan=2>低保¶</td><td>500元¶</td></tr><tr><td>300元¶</td>');
  });

  test('a table in a cell stays in its cell', async () => {
    const { outline } = await read(
      wordTable(row(cell(wordTable(row(cell('里') + cell('面'))) + p('外')) + cell('旁'))),
    );
    expect(outline).toBe(
      '<table><tbody><tr><td><table><tbody><tr><td>里¶</td><td>面¶</td></tr></tbody></table>外¶</td><td>旁¶</td></tr></tbody></table>',
    );
  });
});

describe('text that a reader of the paper does not see is left out and told with its place', () => {
  test.each([
    [
      'hidden text',
      run('每户') + run('200', '<w:vanish/>') + run('300元'),
      '每户300元¶',
      [['hidden', '200', '每户300元']],
    ],
    [
      'struck text',
      run('每户') + run('200', '<w:strike/>') + run('300元'),
      '每户300元¶',
      [['struck', '200', '每户300元']],
    ],
    ['struck off', run('每户') + run('200', '<w:strike w:val="0"/>') + run('元'), '每户200元¶', []],
    [
      'a deletion',
      `${run('每户')}<w:del><w:r><w:delText>200</w:delText></w:r></w:del><w:ins>${run('300')}</w:ins>${run('元')}`,
      '每户300元¶',
      [['deleted', '200', '每户300元']],
    ],
    [
      'moved text',
      `<w:moveFrom>${run('一')}</w:moveFrom>${run('二')}<w:moveTo>${run('一')}</w:moveTo>`,
      '二一¶',
      [['moved', '一', '二一']],
    ],
    [
      'a prompt',
      `${run('姓名：')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击或点击此处输入文字。')}</w:sdtContent></w:sdt>`,
      '姓名：¶',
      [['placeholder', '单击或点击此处输入文字。', '姓名：']],
    ],
    [
      'a page number',
      run('第') + field('PAGE', run('3')) + run('页'),
      '第页¶',
      [
        ['field-code', 'PAGE', '第页'],
        ['page-number', '3', '第页'],
      ],
    ],
  ])('%s', async (_, content, outline, left) => {
    const found = await read(p(content));
    expect([found.outline, found.left]).toEqual([outline, left]);
  });

  test('a deleted end of a paragraph joins the next one', async () => {
    const { outline } = await read(p(run('上半句'), '<w:rPr><w:del/></w:rPr>') + p('下半句'));
    expect(outline).toBe('上半句下半句¶');
  });

  test('a table of contents, whose entries would be headings twice', async () => {
    const { outline, left } = await read(
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${styled('toc1', '一、对象2')}</w:sdtContent></w:sdt>` +
        p(field('TOC \\o', '').replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', run('二、标准3'))) +
        p(`${run('三、附则4')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`) +
        styled('toc1', '四、其他5') +
        styled('1', '对象'),
    );
    expect(outline).toBe('<h1>对象</h1>');
    expect(left.map(([kind, text]) => [kind, text])).toEqual([
      ['table-of-contents', '一、对象2'],
      ['field-code', 'TOC \\o'],
      ['table-of-contents', '二、标准3'],
      ['table-of-contents', '三、附则4'],
      ['table-of-contents', '四、其他5'],
    ]);
  });

  test('comments, headers and footers; a header with the document number comes first', async () => {
    const made = {
      body: p('正文'),
      comments: `<w:comment w:id="1">${p('请核对')}</w:comment>`,
      footer: p(field('PAGE', run('1'))),
    };
    const plain = await read({ ...made, header: p('示例县民政局') });
    expect(plain.outline).toBe('正文¶');
    expect(plain.left.map(([kind]) => kind)).toEqual(['header-footer', 'header-footer', 'comment']);
    const numberedPaper = await read({ ...made, header: p('示民发〔2026〕8号') });
    expect(numberedPaper.outline).toBe('示民发〔2026〕8号¶正文¶');
    expect(numberedPaper.notes.join()).toContain('页眉');
  });

  test('accepted changes are told', async () => {
    const { notes } = await read(
      p(`<w:ins>${run('加')}</w:ins><w:del><w:r><w:delText>减</w:delText></w:r></w:del>`),
    );
    expect(notes.join()).toContain('加上的 1 处留下了，删掉或移走的 1 处');
  });
});

describe('what cannot be brought along is told by its name and place', () => {
  const chart = (id: string) =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图表 1"/><a:graphic><a:graphicData><c:chart r:id="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

  test('a chart, with its title if it has one', async () => {
    const title =
      '<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>各乡镇补贴</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart>';
    const { notes } = await read({ body: p(run('见下图：') + chart('chart')), chart: title });
    expect(notes).toContain('有一张图表「各乡镇补贴」没有带过来，请另存成图片放进来（在“见下图：”后面）。');
    expect((await read(p(chart('none')))).notes).toContain('有一张图表没有带过来，请另存成图片放进来。');
  });

  test.each(['Equation.3', 'Equation.DSMT4'])('an equation of old Word (%s)', async (program) => {
    const { notes } = await read(
      p(`${run('补贴=')}<w:r><w:object><o:OLEObject ProgID="${program}" r:id="x"/></w:object></w:r>`),
    );
    expect(notes).toContain('有一个旧格式的公式没有带过来，请照原文打出来（在“补贴=”后面）。');
  });
});

describe('nothing that is seen is lost', () => {
  const box = (text: string) =>
    `<wps:wsp><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></wps:wsp>`;
  const vml = (text: string, shape = 'rect') =>
    `<w:pict><v:${shape}><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></v:${shape}></w:pict>`;
  const drawing = (content: string) =>
    `<w:drawing><wp:anchor><wp:docPr id="1" name="图" descr="修好的路"/><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  test.each([
    [
      'a text box once, not with its copy',
      `${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing(box('框里'))}</mc:Choice><mc:Fallback>${vml('框里')}</mc:Fallback></mc:AlternateContent></w:r>`,
      '前¶框里¶',
    ],
    ['a text box without a copy', `<w:r>${drawing(box('框里'))}</w:r>`, '框里¶'],
    ['a text box of old Word in an oval', `<w:r>${vml('框里', 'oval')}</w:r>`, '框里¶'],
    [
      'WordArt',
      '<w:r><w:pict><v:shape><v:textpath string="示例县人民政府文件"/></v:shape></w:pict></w:r>',
      '示例县人民政府文件¶',
    ],
    [
      'a reading above a character',
      `<w:r><w:ruby><w:rt>${run('chóng')}</w:rt><w:rubyBase>${run('重')}</w:rubyBase></w:ruby></w:r>${run('庆')}`,
      '<ruby>重<rt>chóng</rt></ruby>庆¶',
    ],
    [
      'a simple field',
      `${run('第')}<w:fldSimple w:instr=" SEQ 条 ">${run('三')}</w:fldSimple>${run('条')}`,
      '第三条¶',
    ],
    ['a reference', run('见') + field('REF _a \\h', run('第三条')), '见第三条¶'],
    ['a circled figure', field('EQ \\o\\ac(○,7)') + run('条'), '⑦条¶'],
    ['a fraction', field('eq \\f(1,2)'), '1/2¶'],
    [
      'a reading made with a field',
      field('EQ \\* jc2 \\* "Font:宋体" \\* hps12 \\o\\ad(\\s\\up 11(zhèng),政)'),
      '政¶',
    ],
    ['a line break by w:cr', '<w:r><w:t>上</w:t><w:cr/><w:t>下</w:t></w:r>', '上<br></br>下¶'],
    ['a symbol of a text font', '<w:r><w:sym w:font="宋体" w:char="25A1"/></w:r>', '□¶'],
    [
      'ticked and open boxes',
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="00A3"/></w:r>',
      '☑☐¶',
    ],
    [
      'a box typed in a symbol font',
      `<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uF0FE</w:t></w:r>${run('是')}`,
      '☑是¶',
    ],
    [
      'a box of an old form',
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      '☑¶',
    ],
    ['a hyphen that does not break', '<w:r><w:t>0357</w:t><w:noBreakHyphen/><w:t>12</w:t></w:r>', '0357-12¶'],
    ['powers', run('10') + run('4', '<w:vertAlign w:val="superscript"/>') + run('元'), '10<sup>4</sup>元¶'],
    [
      'a formula',
      '<m:oMath><m:f><m:num><m:r><m:t>收入</m:t></m:r></m:num><m:den><m:r><m:t>12</m:t></m:r></m:den></m:f><m:r><m:t>×</m:t></m:r><m:sSup><m:e><m:r><m:t>r</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>',
      '(收入)/(12)×r<sup>2</sup>¶',
    ],
    ['text in unknown elements', `<w:smartTag><w:customXml>${run('字')}</w:customXml></w:smartTag>`, '字¶'],
    [
      'bold words, in one piece',
      run('截', '<w:b/>') + run('止', '<w:b/>') + run('日'),
      '<strong>截止</strong>日¶',
    ],
  ])('%s', async (_, content, outline) => {
    expect((await read(p(content))).outline).toBe(outline);
  });

  test('the words of a diagram', async () => {
    const { outline } = await read({
      body: p(`<w:r>${drawing('<dgm:relIds r:dm="diagramData"/>')}</w:r>`),
      diagram:
        '<dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>先申请</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>后审核</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>',
    });
    expect(outline).toBe('先申请¶后审核¶');
  });

  test('links by relation and by field', async () => {
    const { outline } = await read({
      body: p(
        `<w:hyperlink r:id="l1">${run('官网')}</w:hyperlink>${field('HYPERLINK "https://b.example/"', run('乙'))}`,
      ),
      links: { l1: 'https://a.example/' },
    });
    expect(outline).toBe('<a href=https://a.example/>官网</a><a href=https://b.example/>乙</a>¶');
  });

  test('notes at the end, with the mark in its place and without an arrow', async () => {
    const { outline } = await read({
      body:
        p(
          `${run('每户300')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('元')}<w:r><w:endnoteReference w:id="2"/></w:r>`,
        ) + p('完'),
      footnotes: `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${run('含税')}`)}</w:footnote><w:footnote w:id="3">${p('没用到')}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${p('完了')}</w:endnote>`,
    });
    expect(outline).toBe('每户300[1]元[尾注1]¶完¶[1] 含税¶[尾注1] 完了¶');
  });

  test('pictures with their words; old formats are converted, or told', async () => {
    const blip = (id: string) =>
      p(`<w:r>${drawing(`<pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic>`)}</w:r>`);
    const emf = new Uint8Array(44);
    emf.set([1]);
    emf.set([32, 69, 77, 70], 40);
    const bytes = wordFile({
      body: blip('a') + blip('b'),
      pictures: { 'a.png': new Uint8Array([1, 2]), 'b.emf': emf },
    });
    const without = await readDocx(bytes, context);
    expect(without.notes.join()).toContain('LibreOffice');
    const png = new Uint8Array([137, 80]);
    const { pictures, notes } = await readDocx(bytes, {
      ...context,
      runProgram: async ({ files }) => {
        expect(Object.keys(files)).toEqual(['picture1.emf']);
        return { status: 'done', output: '', files: new Map([['picture1.png', png]]) };
      },
    });
    expect([pictures.get('word/media/b.emf'), notes]).toEqual([png, []]);
    expect(treeText(without.root)).toBe('');
  });

  test('a strict file with prefixes of its own', () => {
    const root = parseWordXml(
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:t x:val="1">字</x:t></x:document>',
    );
    expect(descendants(root, 'w:t')[0]?.attributes).toEqual({ 'w:val': '1' });
  });
});

test('a damaged part is told in one sentence', async () => {
  await expect(readDocx(wordFile({ body: '<w:p>' }), context)).rejects.toThrow('坏了');
});

test('every character of any arrangement is in the tree or among the omissions', async () => {
  const box = (content: string) =>
    `<w:r><w:pict><v:rect><v:textbox><w:txbxContent>${content || p('')}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>`;
  const { inlines, blocks } = fc.letrec<Record<'inline' | 'inlines' | 'block' | 'blocks', string>>((tie) => ({
    inline: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        run('甲乙'),
        run('丙', '<w:vanish/>'),
        run('丁', '<w:strike/>'),
        run('\uF0FE', '<w:rFonts w:ascii="Wingdings"/>'),
        '<w:r><w:noBreakHyphen/><w:br/><w:tab/></w:r>',
        '<w:r><w:sym w:font="Webdings" w:char="F0FE"/></w:r>',
        '<w:del><w:r><w:delText>戊</w:delText></w:r></w:del>',
        `<w:moveFrom>${run('己')}</w:moveFrom>`,
        '<m:oMath><m:sSup><m:e><m:r><m:t>r</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>',
        `<w:r><w:ruby><w:rt>${run('gēng')}</w:rt><w:rubyBase>${run('庚')}</w:rubyBase></w:ruby></w:r>`,
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
      ),
      fc
        .tuple(
          fc.constantFrom(
            'w:ins',
            'w:moveTo',
            'w:hyperlink',
            'w:smartTag',
            'w:fldSimple w:instr="PAGE"',
            'w:fldSimple w:instr="SEQ a"',
          ),
          tie('inlines'),
        )
        .map(([name, content]) => `<${name}>${content}</${name.split(' ')[0]}>`),
      fc
        .tuple(fc.constantFrom('', '<w:showingPlcHdr/>'), tie('inlines'))
        .map(
          ([properties, content]) =>
            `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`,
        ),
      fc
        .tuple(fc.constantFrom('TOC \\o', 'PAGE', 'REF a', 'EQ \\o\\ac(○,3)'), tie('inlines'))
        .map(([code, content]) => field(code, content)),
      tie('blocks').map(box),
      tie('blocks').map(
        (content) =>
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(content).slice(5, -6)}</w:drawing></mc:Choice><mc:Fallback>${box(content).slice(5, -6)}</mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    ),
    inlines: fc.array(tie('inline'), { maxLength: 4 }).map((all) => all.join('')),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.tuple(fc.constantFrom(p, numbered), tie('inlines')).map(([write, content]) => write(content)),
      fc
        .tuple(
          fc.constantFrom('', '<w:rPr><w:del/></w:rPr>', '<w:pStyle w:val="1"/>', '<w:pStyle w:val="toc1"/>'),
          tie('inlines'),
        )
        .map(([properties, content]) => p(content, properties)),
      fc
        .tuple(
          fc.constantFrom('', '<w:vMerge/>', '<w:hMerge/>', '<w:gridSpan w:val="2"/>'),
          fc.constantFrom('', '<w:hidden/>', '<w:del/>', '<w:gridBefore w:val="1"/>'),
          tie('blocks'),
        )
        .map(([own, ofRow, content]) =>
          wordTable(
            row(cell(p(run('辛'))) + cell(content || p(''), own)) +
              row(cell(content || p(''), own) + cell(p(run('壬'))), ofRow),
          ),
        ),
      tie('blocks').map((content) => `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`),
    ),
    blocks: fc.array(tie('block'), { maxLength: 3 }).map((all) => all.join('')),
  }));
  await fc.assert(
    fc.asyncProperty(inlines, blocks, async (first, rest) => {
      await read({
        body: p(first) + rest,
        numbering: list(level(0, 'chineseCounting', '%1、')),
        footnotes: `<w:footnote w:id="2">${p(first.includes('footnote') ? run('注') : first)}</w:footnote>`,
      });
    }),
    { numRuns: 150 },
  );
});
