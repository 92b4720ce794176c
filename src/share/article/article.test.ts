/** The article for the official account: each rule of its editor that loses something of a text, and what readers need in it. */
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { noDocuments } from '../../documents/document.ts';
import { createSite, type PolicyDocument, type Site } from '../../documents/site.ts';
import { parseBody } from '../../markup/index.ts';
import type { PolicyData } from '../../schema/policies.ts';
import { articleOf, articlePage } from './index.ts';

const policyData = {
  title: '家里困难，可以申请低保',
  summary: '收入低的可以申请。',
  action: 'jing-lao',
  audiences: ['lao-ren'],
  keyPoints: ['去乡镇政府申请', '申请不收钱'],
  benefit: ['每月一笔钱'],
  eligibility: ['全家人均收入低'],
  steps: [{ title: '去乡镇政府', detail: '带上证件', where: '大厅', days: '20' }],
  documents: [],
  contacts: ['tel'],
  basis: [{ title: '社会救助暂行办法', issuer: '国务院', url: 'https://www.gov.cn/a?b=1&c=2' }],
  reviewedOn: '2026-11-20',
  reviewBy: '2027-05-20',
  reviewer: '县民政局',
} as unknown as PolicyData;
const contact = { id: 'tel', name: '政务服务热线', phone: '12345', for: '不知道找谁' };
const photograph = { key: 'ab', widthPx: 800, heightPx: 600, sizes: [], placeholder: 'data:,' };

function siteWith(policy: PolicyDocument): Site {
  const documents = { ...noDocuments(), contacts: [contact], policies: [policy] };
  documents.glossary = [{ id: 'ren-jun', term: '人均', plain: '平均一个人' }] as typeof documents.glossary;
  const about = { name: '示例县明白纸', url: 'https://www.county.example/mingbai/' };
  const county = { site: about, ledger: [], finder: [], photographs: { '/photos/a.jpg': photograph } };
  return createSite(documents, county, '2026-11-23');
}

/** The article of a policy with a body in Markdown. */
function articleWith(source: string, more: Partial<PolicyData> = {}) {
  const { body } = parseBody(source, 'a.mdx', 1);
  const policy: PolicyDocument = {
    collection: 'policies',
    slug: 'di-bao',
    data: { ...policyData, ...more },
    body,
  };
  return articleOf(siteWith(policy), policy, (address) => `/mingbai${address}`);
}
const htmlOf = (source: string, more?: Partial<PolicyData>) => articleWith(source, more).html;

type Element = DefaultTreeAdapterTypes.Element;
function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return found;
}
const attribute = ({ attrs }: Element, name: string) => attrs.find((each) => each.name === name)?.value;
const named = (html: string, ...names: string[]) =>
  elementsOf(html).filter(({ tagName }) => names.includes(tagName));
const ancestors = (element: Element): string[] => {
  const above = element.parentNode;
  return above && 'tagName' in above ? [above.tagName, ...ancestors(above)] : [];
};

const EVERYTHING = [
  '## 一、二\n\n**粗**、*斜*、~~删~~、`a  b`，换\\\n行',
  '- 甲\n  - 乙\n    - 丙\n- 丁\n\n3. 三\n   1. 里头\n4. 四',
  '| 人 | 钱 |\n| - | - |\n| 老人 | 100元 |',
  '> 引一段',
  '```\n第一行  空\n第二行\n```',
  '![图](/photos/a.jpg "题") [页](/policies/di-bao/) [外](https://www.gov.cn/x?a=1&b=2) [打](tel:12345)',
  '---',
  '<Note>\n\n记\n\n</Note>\n\n<Warning title="小心">\n\n- 别信\n\n</Warning>\n\n<Question ask="行吗">\n\n行。\n\n</Question>\n\n<Call contact="tel" />',
].join('\n\n');

describe('the editor of the account keeps all of it, because it has', () => {
  const html = htmlOf(EVERYTHING);

  test('only attributes that it keeps: no class, id, size or event', () => {
    const names = new Set(elementsOf(html).flatMap(({ attrs }) => attrs.map(({ name }) => name)));
    expect([...names].toSorted()).toEqual(['alt', 'src', 'start', 'style']);
  });

  test('no element that it removes or changes', () => {
    const names = new Set(elementsOf(html).map(({ tagName }) => tagName));
    const known = 'br em h2 h3 img li ol p s section span strong table tbody td th tr ul'.split(' ');
    expect([...names].filter((name) => !known.includes(name))).toEqual([]);
  });

  test('styles without variables, positions, functions, addresses and fonts', () => {
    const written = elementsOf(html).flatMap((element) => attribute(element, 'style') ?? []);
    expect(
      written.filter((style) =>
        /var\(|--|url\(|calc\(|hsl|position|(?:^|;)top:|float|flex|grid|font-family|!important|["\\]/.test(
          style,
        ),
      ),
    ).toEqual([]);
    expect(written.filter((style) => !/^[a-z-]+:[^;:]+(?:;[a-z-]+:[^;:]+)*$/.test(style))).toEqual([]);
  });

  test('an empty paragraph first and last', () => {
    const edge = '<p style="margin:0;font-size:0;line-height:0">&nbsp;</p>';
    expect(html.startsWith(edge)).toBe(true);
    expect(html.endsWith(edge)).toBe(true);
  });

  test('the content of each list item in a section', () => {
    for (const item of named(html, 'li'))
      expect(item.childNodes.map((node) => ('tagName' in node ? node.tagName : ''))).toEqual(['section']);
  });

  test('no list in a list, which would have two marks: lines instead, with all their text', () => {
    expect(named(html, 'ul', 'ol').filter((list) => ancestors(list).includes('li'))).toEqual([]);
    expect(html).toMatch(/甲<section [^>]*>– 乙<section [^>]*>– 丙<\/section><\/section><\/section><\/li>/);
    expect(html).toMatch(/<ol start="3"[^>]*><li [^>]*><section [^>]*>三<section [^>]*>1）里头/);
  });

  test('width and height of each picture in its style', () => {
    const pictures = named(html, 'img');
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) expect(attribute(picture, 'style')).toMatch(/;width:[^;]+;height:/);
  });

  test('no link at all, because it drops them: the address of another site is text', () => {
    expect(named(html, 'a')).toEqual([]);
    expect(html).toContain('外（https://www.gov.cn/x?a=1&amp;b=2） 打');
    expect(html).toContain('https://www.gov.cn/a?b=1&amp;c=2');
  });

  test('no drawing, whose definitions it drops', () => {
    expect(named(html, 'svg')).toEqual([]);
  });

  test('spaces and lines of code that it does not join', () => {
    expect(html).toContain('a&nbsp;&nbsp;b');
    expect(html).toContain('第一行&nbsp;&nbsp;空<br>第二行');
  });

  test('a text colour wherever there is a background, and at the root, so that dark mode changes both', () => {
    const root = elementsOf(html).find(({ tagName }) => tagName === 'section');
    expect(root && attribute(root, 'style')).toMatch(/^color:#/);
    const coloured = elementsOf(html).filter((element) =>
      attribute(element, 'style')?.includes('background'),
    );
    expect(coloured.length).toBeGreaterThan(3);
    for (const element of coloured) expect(attribute(element, 'style')).toMatch(/(?:^|;)color:#/);
  });

  test('no blockquote, which it refuses if long', () => {
    expect(htmlOf(`> ${'长'.repeat(400)}`)).not.toContain('<blockquote');
  });

  test('pictures of this site or in the text, never of another', () => {
    const sources = named(html, 'img').map((picture) => attribute(picture, 'src') ?? '');
    expect(sources).toEqual([
      '/mingbai/assets/photographs/ab.jpg',
      expect.stringMatching(/^data:image\/png;base64,/),
    ]);
  });
});

test('a reader finds points, conditions, steps, telephone, table, callouts, sources, words, code and address', () => {
  const html = htmlOf(EVERYTHING);
  for (const words of [
    '记住这几条',
    '去乡镇政府申请',
    '全家人均收入低',
    '去哪里：大厅',
    '要多久：20天',
    '什么都不用带',
    '打12345',
    '老人',
    '100元',
    '<strong>小心</strong>',
    '问：行吗',
    '《社会救助暂行办法》',
    '<strong>人均</strong>：平均一个人',
    '长按识别二维码',
    '阅读原文：https://www.county.example/mingbai/policies/di-bao/',
  ])
    expect(html).toContain(words);
});

test('an amount stands there with its rule and its example', () => {
  const amount = {
    every: 'month' as const,
    questions: [{ id: 'mu', ask: '几亩地？', unit: '亩' as const }],
    parts: [{ kind: 'each' as const, question: 'mu', value: 80 }],
    examples: [{ case: '种了5亩', answers: ['5亩'], amount: 400 }],
  };
  const html = htmlOf('', { amount });
  expect(html).toContain('例子：种了5亩。每亩每月80元 × 5亩 = 400元；按您填的，每月大约400元。');
});

test('a policy that has ended says so first', () => {
  const html = htmlOf('', { validUntil: '2026-01-31' });
  expect(html.indexOf('不能照着用')).toBeGreaterThan(0);
  expect(html.indexOf('不能照着用')).toBeLessThan(html.indexOf('记住这几条'));
});

test('the file has the fields of the account: title, digest, original and cover', () => {
  const page = articlePage(articleWith('', { title: '长'.repeat(40), summary: '摘'.repeat(200) }));
  const title = /<title>([^<]*)/.exec(page)?.[1] ?? '';
  expect(Array.from(title)).toHaveLength(32);
  const meta = (name: string) => new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(page)?.[1] ?? '';
  expect(Array.from(meta('description'))).toHaveLength(128);
  expect(meta('source')).toBe('https://www.county.example/mingbai/policies/di-bao/');
  expect(meta('cover')).toBe('/mingbai/share/policies/di-bao/card.png');
  expect(parse(page)).toBeDefined();
});

test('whatever is written, nothing in it becomes markup, and no text is lost', () => {
  const text = fc.string({ unit: fc.constantFrom(...'甲乙丙丁<>&"\'`*_[]()!#-|1. \n') });
  fc.assert(
    fc.property(text, (source) => {
      const html = htmlOf(source, { benefit: [source.replace(/\s+/g, ' ')] });
      const known = /^(?:br|em|h2|h3|img|li|ol|p|s|section|span|strong|table|tbody|td|th|tr|ul)$/;
      for (const { tagName, attrs } of elementsOf(html)) {
        expect(tagName).toMatch(known);
        for (const { name } of attrs) expect(['alt', 'src', 'start', 'style']).toContain(name);
      }
      const letters = (of: string) => (of.match(/[甲乙丙丁]/g) ?? []).length;
      expect(letters(html.replace(/<[^>]*>/g, ''))).toBeGreaterThanOrEqual(letters(source));
    }),
  );
});
