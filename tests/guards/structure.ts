/** Structure: faults of fields, references, files and names by editors, and unusual but right content. */
import { baseDocuments, baseFiles, baseRecords, document } from './base.ts';
import { createSet, lines, type Written } from './case.ts';

const OTHERS = [
  'plain/',
  'freshness/',
  'privacy/',
  'link/short-address-taken',
  'image/unused',
  'image/missing-file',
];

const set = createSet('structure', { except: [...OTHERS, 'text/'] });
export const structure = set.cases;

/** A document or record of a collection without one field. */
function without(collection: string, field: string): Written {
  const fields = baseDocuments[collection] ?? `id: PLACE\n${baseRecords[collection]}`;
  const slug = `no-${field.toLowerCase()}`;
  const rest = fields
    .replace('PLACE', slug)
    .replace('TERM', `没有${field}`)
    .split('\n')
    .filter((line) => !line.startsWith(`${field}:`))
    .join('\n');
  const [path, text] =
    collection in baseDocuments
      ? [`content/${collection}/${slug}.mdx`, `---\n${rest}\n---\n\n好。\n`]
      : [`content/${collection}/${slug}.yml`, `${rest}\n`];
  return { shown: `${collection} without ${field}`, files: { [path]: text } };
}

const namesOf = (text: string): string[] =>
  Array.from(text.matchAll(/^([a-zA-Z]+):/gm), ([, name]) => name ?? '');

set.plants(
  'missing-field',
  {},
  Object.entries(baseDocuments).flatMap(([name, text]) => namesOf(text).map((field) => without(name, field))),
  Object.entries(baseRecords).flatMap(([name, text]) =>
    ['id', ...namesOf(text)].filter((field) => field !== 'parent').map((field) => without(name, field)),
  ),
  lines(`
    @policies steps: [{detail: 写一份申请。}]
    @policies basis: [{issuer: 国务院}]
    @policies basis: [{title: 办法}]
    @policies audio: {seconds: 9}
    @policies audio: {src: /audio/a.mp3}
    @stories person: {show: full}
    @stories person: {name: 徐平}
    @stories person: {name: 徐平, show: alias}
    @stories consent: {date: 2026-10-01}
    @stories consent: {kind: published-source}
    @stories consent: {kind: published-source} ⏎ source: {publisher: 县报, date: 2026-10-01}
    @stories consent: {kind: published-source} ⏎ source: {title: 报道, date: 2026-10-01}
    @stories consent: {kind: published-source} ⏎ source: {title: 报道, publisher: 县报}
    @stories image: {alt: 图}
    @stories image: {src: /images/a.png}
    @site name:
    @site url:
    @finder - ask: 谁？ ⏎   choices: [{id: a, label: 是, policies: [di-bao]}]
    @finder - id: who ⏎   choices: [{id: a, label: 是, policies: [di-bao]}]
    @finder - id: who ⏎   ask: 谁？
    @finder - id: who ⏎   ask: 谁？ ⏎   choices: []
    @finder - id: who ⏎   ask: 谁？ ⏎   choices: [{label: 是, policies: [di-bao]}]
    @finder - id: who ⏎   ask: 谁？ ⏎   choices: [{id: a, policies: [di-bao]}]
    @ledger - since: 2026-11-20
    @ledger - address: /policies/di-bao/
  `),
);

set.plants(
  'unknown-field',
  {},
  lines(`
    @policies titel: 低保
    @policies keypoints: [好]
    @policies Title: 低保
    @policies benefits: [钱]
    @policies eligible: [人]
    @policies document: [户口本]
    @policies contact: tel-12345
    @policies reviewed: 2026-11-20
    @policies 标题: 低保
    @policies valid-from: 2026-01-01
    @policies steps: [{titel: 去, title: 去}]
    @policies basis: [{title: 办法, issuer: 民政部, link: https://a.example/}]
    @policies phone: "12345"
    @policies icon: house
    @stories author: 小马
    @stories person: {name: 徐平, show: full, age: 45}
    @stories consent: {kind: written, by: 本人}
    @stories photo: /images/a.png
    @stories places: [he-wan]
    @pages action: jing-lao
    @pages description: 说明
    @pages contacts: [tel-12345]
    @notices start: 2027-01-15
    @notices end: 2027-01-15
    @notices place: he-wan
    @notices price: 不收钱
    @notices audiences: [lao-ren]
    @actions color: red
    @audiences name: 老人
    @places title: 南坡
    @contacts tel: "12345"
    @glossary means: 本子
    @site title: 明白纸
    @site email: a@county.example
    @finder - id: who ⏎   ask: 谁？ ⏎   answers: [] ⏎   choices: [{id: a, label: 是, policies: [di-bao]}]
    @ledger - address: /policies/di-bao/ ⏎   since: 2026-11-20 ⏎   until: 2026-11-21
  `),
);

const LONG_25 = '长'.repeat(25);
const LONG_61 = '长'.repeat(61);
const LONG_401 = '长'.repeat(401);

set.plants(
  'wrong-value',
  {},
  lines(`
    @policies title: ${LONG_25}
    @policies title: ""
    @policies title: [低保]
    @policies title: {a: 低保}
    @policies summary: ${LONG_61}
    @policies summary: "两行 ⏎  ⏎   字"
    @policies audiences: []
    @policies audiences: lao-ren
    @policies keyPoints: []
    @policies keyPoints: [一, 二, 三, 四]
    @policies keyPoints: [${LONG_61}]
    @policies keyPoints: 只有一句
    @policies benefit: []
    @policies benefit: ["", 钱]
    @policies eligibility: []
    @policies eligibility: [${LONG_401}]
    @policies exclusions: 有钱的
    @policies applyBy: 2026/12/31
    @policies applyBy: 2026-13-01
    @policies applyBy: 2026年12月31日
    @policies steps: []
    @policies steps: [去乡镇政府]
    @policies steps: [{title: ""}]
    @policies documents: 户口本
    @policies documents: [[户口本]]
    @policies contacts: []
    @policies basis: []
    @policies basis: [{title: 办法, issuer: 民政部, date: 2021-2-3}]
    @policies basis: [{title: 办法, issuer: 民政部, date: 2021-02-30}]
    @policies basis: [{title: 办法, issuer: 民政部, url: www.gov.cn}]
    @policies basis: [{title: 办法, issuer: 民政部, url: "https://"}]
    @policies basis: 社会救助暂行办法
    @policies validFrom: 2026年1月1日
    @policies validFrom: 2026-1-1
    @policies validUntil: 长期
    @policies validUntil: 2026-02-29
    @policies validFrom: 2026-12-31 ⏎ validUntil: 2026-01-01
    @policies reviewedOn: 昨天
    @policies reviewedOn: 26-11-20
    @policies reviewBy: 2026-11-31
    @policies reviewedOn: 2026-11-20 ⏎ reviewBy: 2026-11-01
    @policies places: []
    @policies places: 河湾镇
    @policies keywords: 低保
    @policies keywords: [${LONG_61}]
    @policies audio: {src: audio/a.mp3, seconds: 9}
    @policies audio: {src: /audio/a.mp3, seconds: 一分钟}
    @policies audio: {src: /audio/a.mp3, seconds: -9}
    @policies audio: {src: /audio/a.mp3, seconds: 9.5}
    @policies audio: /audio/a.mp3
    @policies aliases: /policies/lao/
    @policies aliases: [老地址]
    @policies aliases: [/Policies/Lao/]
    @policies aliases: [https://www.county.example/policies/lao/]
    @policies draft: 是
    @policies draft: yes
    @stories title: ${LONG_61}
    @stories person: 徐平
    @stories person: {name: 徐平, show: 全名}
    @stories person: {name: 徐平, show: full, minor: 不是}
    @stories date: 去年十月
    @stories date: 2026-10
    @stories policies: di-bao
    @stories consent: written
    @stories consent: {kind: 口头}
    @stories consent: {kind: written, date: 2026-10-32}
    @stories source: 县报
    @stories quote: [好]
    @stories image: /images/a.png
    @stories image: {src: images/a.png, alt: 图}
    @pages order: 第一
    @pages order: 1.5
    @pages order: -1
    @pages title: ${LONG_61}
    @pages reviewedOn: 2026-11-20 09:00
    @notices kind: 义诊
    @notices kind: Clinic
    @notices starts: 2027-01-15T09:00
    @notices starts: 2027-01-15 9:00
    @notices starts: 2027-01-15 25:00
    @notices starts: 2027-01-15 24:00
    @notices starts: 正月十五
    @notices starts: 2027-01-15 09：00
    @notices ends: 2027-01-15 11:60
    @notices deadline: 月底
    @notices where: ""
    @notices where: [村委会]
    @notices policies: di-bao
    @notices seats: [30]
    @actions order: 一
    @actions title: ${LONG_61}
    @audiences order: ""
    @places kind: 村
    @places kind: province
    @contacts phone: 一二三四五
    @contacts phone: "0357 5122345"
    @contacts phone: "0357—5122345"
    @contacts phone: "12"
    @contacts phone: 12345或12333
    @contacts hours: [周一]
    @glossary term: [公示]
    @site name: ${LONG_25}
    @site url: www.county.example
    @site url: https://
    @site demo: 是
    @site telephone: 没有
    @site.owner ${LONG_61}
    @finder id: who
    @finder - id: 谁 ⏎   ask: 谁？ ⏎   choices: [{id: a, label: 是, policies: [di-bao]}]
    @finder - id: who ⏎   ask: ${LONG_25} ⏎   choices: [{id: a, label: 是, policies: [di-bao]}]
    @finder - id: who ⏎   ask: 谁？ ⏎   choices: [{id: a, label: ${LONG_25}, policies: [di-bao]}]
    @ledger - address: policies/di-bao ⏎   since: 2026-11-20
    @ledger - address: /policies/di-bao ⏎   since: 2026-11-20
    @ledger - address: /policies/Di-Bao/ ⏎   since: 2026-11-20
    @ledger - address: /policies/di-bao/ ⏎   since: 今天
    @ledger - /policies/di-bao/
  `),
);

set.plants(
  'unknown-reference',
  {},
  lines(`
    @policies action: jing-laoo
    @policies action: 孝亲敬老
    @policies audiences: [lao-ren, nian-qing]
    @policies contacts: [tel-12346]
    @policies places: [he-wan, he-xi]
    @policies replacedBy: di-baoo
    @policies replacedBy: /policies/di-bao/
    @stories action: xin-feng
    @stories policies: [di-bao, te-kun]
    @stories place: he-xi
    @notices contacts: ["12345"]
    @notices policies: [te-kun]
    @notices places: [nan-po]
    @places parent: he-xi
    @glossary see: shou-li
    @finder - id: who ⏎   ask: 谁？ ⏎   choices: [{id: a, label: 是, policies: [te-kun]}]
    @finder - id: who ⏎   ask: 谁？ ⏎   choices: [{id: a, label: 是, audiences: [nian-qing]}]
    <Call contact="tel-99999" />
    <PolicyLink policy="te-kun" />
    [看](/policies/te-kun/)
    [看](/how-to-us/)
    [看](di-bao.mdx)
    [看](#mei-you)
    [看](/how-to-use/#mei-you)
    [看](/places/he-xi/)
    [看](/notices/mei-you/)
    [看](/files/mei-you.pdf)
    [看](http://localhost:4321/policies/di-bao/)
    [看]()
  `),
);

set.plants(
  'body',
  { except: OTHERS },
  lines(`
    <Note> ¶ 没有结尾。
    好。 ¶ </Note>
    <note> ¶ 好。 ¶ </note>
    <Notes> ¶ 好。 ¶ </Notes>
    <Note titel="记住"> ¶ 好。 ¶ </Note>
    <Example> ¶ 少了小标题。 ¶ </Example>
    <Question> ¶ 少了问题。 ¶ </Question>
    <Call>12345</Call>
    <Call contact="tel-12345">打</Call>
    <Call contact=tel-12345 />
    <Call contact=“tel-12345” />
    <PolicyLink />
    <PolicyLink policy="di-bao">看低保</PolicyLink>
    <Note> ¶ <Warning> ¶ 好。 ¶ </Note> ¶ </Warning>
    第一行<br>第二行
    <b>粗</b>
    <font color="red">红</font>
    <center>中</center>
    <u>线</u>
    <div>好</div>
    ##没有空格
    ＃＃ 宽的井号
    -带身份证
    1.先去镇上 ⏎ 2.再去县里
    ｜项目｜钱｜ ⏎ ｜---｜---｜ ⏎ ｜路｜3｜
    [低保]（/policies/di-bao/）
    【低保】(/policies/di-bao/)
    ！[图](/images/a.png)
    [申请表](/files/申请表 2026.pdf)
    __粗__一点
    ＊＊粗＊＊一点
    **粗**一点**
    脚注[^1] ¶ [^1]: 说明
    ![](/images/a.png)
    ![图](images/a.png)
    ![IMG_20261123_083000](/images/a.png)
    ![DSC0001.JPG](/images/a.png)
    ![图片](/images/a.png)
    [点这里](https://)
    [看](http:/www.county.example)
    [看](htps://www.county.example/)
    | 项目 | 钱 ⏎ 路 | 3 | 4
    【待写】
    {{待填}}
  `),
);

set.plants(
  'hash-in-field',
  {},
  lines(`
    @policies title: 第一名 #1 缴费
    @policies cost: 不收钱 #免费
    @policies benefit: [每月 #300元]
    @notices where: 村委会 #2楼
    @pages summary: 第一步 #先报名
    @contacts name: 大厅 #3窗口
    @glossary plain: 记账的本子 #旧的
    @places name: 南坡 #2村
    @stories quote: 日子好了 #真的
    @site name: 明白纸 #1
  `),
);

set.plants(
  'keyboard-marks',
  { except: OTHERS },
  lines(`
    @pages title：没有冒号
    @pages order： 1
    @pages title:没有空格
    @policies benefit：[钱]
    @policies contacts: 【tel-12345】
    @policies contacts: [tel-12345，tel-12333]
    @policies contacts: [tel-12345、tel-12333]
    @policies audiences: ［lao-ren］
    @policies title: "没有后引号
    @policies reviewedOn: ２０２６-11-20
    @policies reviewedOn: 2026—11—20
    @policies reviewedOn: “2026-11-20”
    @policies steps: ｛title: 去｝
    @policies steps: ⏎ —title: 去镇上
    @policies steps: ⏎ -title: 去镇上
    @policies basis: ⏎   - title：办法 ⏎     issuer: 民政部
    @stories person: {name：徐平, show: full}
    @notices starts: 2027-01-15　09:00
    @notices starts: 2027.01.15
    @contacts phone: １２３４５
    @contacts phone: “12345”
    @actions icon: ｈｏｕｓｅ
    @places parent: “he-wan”
    @pages draft: ｔｒｕｅ
    @site url：https://www.county.example/
    @finder － id: who
    @ledger - address：/policies/di-bao/
  `),
);

set.plants(
  'yaml-syntax',
  {},
  lines(`
    @pages title: [没有结尾
    @pages title: {没有结尾
    @pages title: '没有结尾
    @pages \ttitle: 有跳格
    @pages title: 第一个 ⏎ title: 第二个
    @pages title: 冒号: 又一个
    @pages title: @开头
    @pages title: %开头
    @pages title: *星号开头
    @pages title: |开头
    @policies benefit: ⏎   - 一 ⏎  - 二
    @policies steps: ⏎   - title: 去 ⏎    detail: 写
    @places kind: village ⏎ kind: town
    @contacts - id: a
    @glossary 只有一句话
    @site name: 甲 ⏎ name: 乙
  `).map((line) => line.replaceAll('\\t', '\t')),
  (
    [
      ['no front matter', '好。\n'],
      ['an empty file', ''],
      ['a blank file', '\n\n\n'],
      ['front matter without its end', '---\ntitle: 好\n\n好。\n'],
      ['front matter of two dashes', '--\ntitle: 好\n--\n\n好。\n'],
      ['a line before the front matter', `\n好\n${document('pages', '', '好。')}`],
      ['front matter of wide dashes', document('pages', '', '好。').replaceAll('---', '———')],
      ['empty front matter', '---\n---\n\n好。\n'],
    ] as const
  ).map(
    ([shown, text], index): Written => ({ shown, files: { [`content/pages/syntax-${index}.mdx`]: text } }),
  ),
);

const page = document('pages', '', '好。');
const policy = (fields = '') => document('policies', fields, '好。');

/** A case in a separate folder, with some files. */
const folder = (shown: string, files: Record<string, string | null>): Written => ({
  shown,
  files: Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/${path}`, text])),
});

const WINDOWS_NAMES = ['con', 'prn', 'aux', 'nul', 'com1', 'com9', 'lpt1', 'lpt9'];

set.plants(
  'file-name',
  { isAlone: true },
  [
    'pages/关于.mdx',
    'pages/About.mdx',
    'pages/a b.mdx',
    'pages/a_b.mdx',
    'pages/a.b.mdx',
    'pages/-a.mdx',
    'pages/a-.mdx',
    'pages/a--b.mdx',
    'pages/ａ.mdx',
    'pages/a.md',
    'pages/a.txt',
    'pages/a.MDX',
    'pages/a.mdx.txt',
    'pages/a.docx',
    'pages/a (1).mdx',
    'pages/a - 副本.mdx',
    'pages/新建文本文档.txt',
    'pages/a.mdx.bak',
    'pages/policies.mdx',
    'pages/search.mdx',
    'pages/notices.mdx',
    'pages/share.mdx',
    'pages/glossary.mdx',
    'pages/toolkit.mdx',
    'pages/s.mdx',
    'pages/~$a.mdx',
    'pages/a~.mdx',
  ].map((name) => folder(`file ${name}`, { [name]: page })),
  [
    'contacts/a.yaml',
    'contacts/a.mdx',
    'contacts/A.yml',
    'contacts/电话.yml',
    'places/a.json',
    'glossary/a.txt',
  ].map((name) => folder(`file ${name}`, { [name]: `id: a\n${baseRecords[name.split('/')[0] ?? '']}\n` })),
  WINDOWS_NAMES.map((name) => folder(`a page called ${name}`, { [`pages/${name}.mdx`]: page })),
  ['con', 'aux'].map((name) =>
    folder(`a contact called ${name}`, {
      [`contacts/${name}.yml`]: `id: ${name}\n${baseRecords.contacts}\n`,
    }),
  ),
  [
    'public/aux.pdf',
    'public/images/con.png',
    'public/files/a?.pdf',
    'public/files/a*.pdf',
    'public/files/a:b.pdf',
    'public/files/a|b.pdf',
    'public/files/a<b.pdf',
    'public/files/a".pdf',
    'public/files/a.pdf.',
    'public/files/a .',
    'public/files/nul.txt',
    'public/files/a\\b.pdf',
  ].map((name): Written => ({ shown: `file ${name}`, files: { [name]: '%PDF-1.4' } })),
  (
    [
      ['public/files/biao.pdf', 'public/files/Biao.pdf'],
      ['public/images/lu.txt', 'public/Images/lu.txt'],
      ['public/files/a.TXT', 'public/files/a.txt'],
    ] as const
  ).map(
    ([one, other]): Written => ({
      shown: `${one} and ${other}`,
      files: { [one]: '照着填。', [other]: '照着填。' },
    }),
  ),
);

set.plants(
  'misplaced-file',
  { isAlone: true },
  [
    ['policies.mdx', policy()],
    ['a.mdx', page],
    ['about.md', page],
    ['tong-zhi.txt', '好。\n'],
    ['通知.docx', 'PK'],
    ['site.yaml', baseFiles['site.yml'] ?? ''],
    ['address.yml', '- address: /a/\n'],
    ['addresses.yaml', '- address: /a/\n'],
    ['finder.yaml', '[]\n'],
    ['finders.yml', '[]\n'],
    ['Site.yml', baseFiles['site.yml'] ?? ''],
    ['config.yml', 'a: 1\n'],
    ['contact.yml', 'id: a\n'],
    ['images/a.png', 'hit'],
    ['policy/a.mdx', policy()],
    ['story/a.mdx', page],
    ['page/a.mdx', page],
    ['notice/a.mdx', page],
    ['Policies/a.mdx', policy()],
    ['政策/a.mdx', policy()],
    ['place/a.yml', 'id: a\n'],
    ['policies/he-wan.yml', 'id: he-wan\nname: 河湾\nkind: town\n'],
    ['contacts/a/b.mdx', page],
    ['places/a.mdx', page],
    ['pages/images/a.png', 'hit'],
    ['pages/site.yml', baseFiles['site.yml'] ?? ''],
  ].map(([name, text]) => folder(`content/${name}`, { [name ?? '']: text ?? '' })),
  folder('site.yaml in the place of site.yml', {
    'site.yml': null,
    'site.yaml': baseFiles['site.yml'] ?? '',
  }),
  folder('no site.yml', { 'site.yml': null }),
  { shown: 'content in public', files: { 'public/policies/a.mdx': policy() } },
  { shown: 'a record in public', files: { 'public/contacts/a.yml': 'id: a\n' } },
);

set.plants(
  'circle',
  { isAlone: true },
  folder('a policy replaced by itself', { 'policies/a.mdx': policy('replacedBy: a') }),
  folder('two policies replaced by one another', {
    'policies/a.mdx': policy('replacedBy: b'),
    'policies/b.mdx': policy('replacedBy: a'),
  }),
  folder('three policies in a circle', {
    'policies/a.mdx': policy('replacedBy: b'),
    'policies/b.mdx': policy('replacedBy: c'),
    'policies/c.mdx': policy('replacedBy: a'),
  }),
  folder('a village in itself', { 'places/a.yml': 'id: a\nname: 柳沟村\nparent: a\nkind: village\n' }),
  folder('two towns in each other', {
    'places/a.yml': 'id: a\nname: 青石镇\nparent: b\nkind: town\n',
    'places/b.yml': 'id: b\nname: 白水乡\nparent: a\nkind: town\n',
  }),
  folder('three places in a circle', {
    'places/a.yml': 'id: a\nname: 青石镇\nparent: b\nkind: town\n',
    'places/b.yml': 'id: b\nname: 白水乡\nparent: c\nkind: town\n',
    'places/c.yml': 'id: c\nname: 红旗乡\nparent: a\nkind: town\n',
  }),
  folder('a county in a village', {
    'places/fen-xi.yml': 'id: fen-xi\nname: 汾西县\nparent: a\nkind: county\n',
    'places/a.yml': 'id: a\nname: 柳沟村\nparent: he-wan\nkind: village\n',
  }),
  folder('a policy whose alias is its own address', { 'policies/a.mdx': policy('aliases: [/policies/a/]') }),
  folder('a policy whose alias is its own slug', { 'policies/a.mdx': policy('aliases: [a]') }),
  folder('two policies with one alias', {
    'policies/a.mdx': policy('aliases: [lao]'),
    'policies/b.mdx': policy('aliases: [lao]'),
  }),
  folder('an alias that is another policy', { 'policies/a.mdx': policy('aliases: [di-bao]') }),
  folder('two policies with the alias of each other', {
    'policies/a.mdx': policy('aliases: [/policies/b/]'),
    'policies/b.mdx': policy('aliases: [/policies/a/]'),
  }),
  folder('one alias twice', { 'policies/a.mdx': policy('aliases: [lao, lao]') }),
  folder('an alias that the site needs', { 'pages/a.mdx': document('pages', 'aliases: [/search/]', '好。') }),
  folder('a word that refers to itself', {
    'glossary/a.yml': 'id: a\nterm: 核对\nplain: 再看一遍。\nsee: a\n',
  }),
);

const entry = (address: string, more = '') => `- address: ${address}\n  since: 2026-11-20\n${more}`;
const ledger = (shown: string, text: string, files: Record<string, string> = {}) =>
  folder(`ledger: ${shown}`, { 'addresses.yml': text, ...files });

set.plants(
  'ledger',
  { isAlone: true },
  ledger('one address twice', entry('/policies/di-bao/') + entry('/policies/di-bao/')),
  ledger('withdrawn before since', entry('/policies/lao/', '  withdrawn: 2026-11-01\n  reason: 结束了。\n')),
  ledger(
    'replaced by itself',
    entry('/policies/lao/', '  withdrawn: 2026-11-21\n  reason: 结束了。\n  replacedBy: /policies/lao/\n'),
  ),
  ledger('withdrawn and there', entry('/policies/di-bao/', '  withdrawn: 2026-11-21\n  reason: 结束了。\n')),
  ledger('gone without a word', entry('/policies/lao/')),
  ledger(
    'replaced by what is not there',
    entry(
      '/policies/lao/',
      '  withdrawn: 2026-11-21\n  reason: 结束了。\n  replacedBy: /policies/mei-you/\n',
    ),
  ),
  ledger(
    'two replaced by one another',
    entry('/policies/lao/', '  withdrawn: 2026-11-21\n  reason: 结束了。\n  replacedBy: /policies/jiu/\n') +
      entry('/policies/jiu/', '  withdrawn: 2026-11-21\n  reason: 结束了。\n  replacedBy: /policies/lao/\n'),
  ),
  ledger('replaced but not withdrawn', entry('/policies/di-bao/', '  replacedBy: /how-to-use/\n')),
  ledger('a reason but not withdrawn', entry('/policies/di-bao/', '  reason: 结束了。\n')),
  ledger('a text', '好。\n'),
  ledger(
    'a reason too long',
    entry('/policies/lao/', `  withdrawn: 2026-11-21\n  reason: ${'长'.repeat(81)}\n`),
  ),
  ledger('withdrawn on no day', entry('/policies/lao/', '  withdrawn: 已撤\n')),
);

const question = (id: string, choices: string) => `- id: ${id}\n  ask: 您家有谁？\n  choices:\n${choices}`;
const choice = (id: string, label: string, leads = 'policies: [di-bao]') =>
  `    - {id: ${id}, label: ${label}, ${leads}}\n`;

set.plants(
  'finder',
  { isAlone: true },
  (
    [
      [
        'two questions of one id',
        question('who', choice('a', '老人')) + question('who', choice('b', '小孩')),
      ],
      ['two choices of one id', question('who', choice('a', '老人') + choice('a', '小孩'))],
      [
        'two choices of one label',
        question('who', choice('a', '老人') + choice('b', '老人', 'audiences: [lao-ren]')),
      ],
      ['a table of questions', 'who:\n  ask: 谁？\n'],
      ['an id with capitals', question('Who', choice('a', '老人'))],
      ['a choice id in Chinese', question('who', choice('老人', '老人'))],
      ['choices as a text', '- id: who\n  ask: 谁？\n  choices: 老人\n'],
    ] as const
  ).map(([shown, text]) => folder(`finder: ${shown}`, { 'finder.yml': text })),
);

set.plants(
  'record',
  { isAlone: true },
  folder('an id that is not the file name', { 'contacts/a.yml': `id: b\n${baseRecords.contacts}\n` }),
  folder('an action whose id is not the file name', { 'actions/a.yml': `id: b\n${baseRecords.actions}\n` }),
  folder('a place whose id is not the file name', { 'places/a.yml': `id: b\n${baseRecords.places}\n` }),
  folder('two records of one id', {
    'contacts/a.yml': `id: a\n${baseRecords.contacts}\n`,
    'contacts/b.yml': `id: a\n${baseRecords.contacts}\n`,
  }),
  folder('one id in two folders', {
    'contacts/a.yml': `id: a\n${baseRecords.contacts}\n`,
    'contacts/c/a.yml': `id: a\n${baseRecords.contacts}\n`,
  }),
  folder('one slug in two folders', { 'pages/a.mdx': page, 'pages/b/a.mdx': page }),
  folder('one word twice', {
    'glossary/a.yml': 'id: a\nterm: 核对\nplain: 再看一遍。\n',
    'glossary/b.yml': 'id: b\nterm: 核对\nplain: 对一对。\n',
  }),
  folder('an id with capitals', { 'contacts/a.yml': `id: A\n${baseRecords.contacts}\n` }),
  folder('an id in Chinese', { 'contacts/a.yml': `id: 电话\n${baseRecords.contacts}\n` }),
  ['hart-handshake', 'House', 'haus', '房子', 'icon-house', 'house.svg', 'fa-house', '🏠'].map((icon) =>
    folder(`an action with the icon ${icon}`, {
      'actions/a.yml': `id: a\n${baseRecords.actions?.replace('house', icon)}\n`,
    }),
  ),
  ['peple', 'lucide:house', 'person'].map((icon) =>
    folder(`an audience with the icon ${icon}`, {
      'audiences/a.yml': `id: a\n${baseRecords.audiences?.replace('house', icon)}\n`,
    }),
  ),
);

set.plants(
  'days',
  {},
  lines(`
    @notices starts: 2027-01-15 ⏎ ends: 2027-01-14
    @notices starts: 2027-01-15 09:00 ⏎ ends: 2027-01-15 08:00
    @notices starts: 2027-01-15 09:00 ⏎ ends: 2027-01-14
    @notices starts: 2027-01-15 ⏎ ends: 2027-01-14 23:00
    @notices starts: 2026-12-01 09:00 ⏎ ends: 2026-12-05 11:00 ⏎ deadline: 2026-12-06
    @notices starts: 2026-12-01 ⏎ ends: 2026-12-05 ⏎ deadline: 2026-12-06
    @notices starts: 2026-12-01 09:00 ⏎ ends: 2026-12-01 11:00 ⏎ deadline: 2026-12-01 11:30
    @policies validFrom: 2027-01-01 ⏎ validUntil: 2026-12-31
    @policies validUntil: 2026-12-31 ⏎ applyBy: 2027-01-31
    @pages reviewedOn: 2026-11-20 ⏎ reviewBy: 2026-11-19
    @pages reviewedOn: 2027-11-20 ⏎ reviewBy: 2028-05-20
    @stories date: 2027-10-01
    @stories consent: {kind: written, date: 2027-10-01}
    @stories consent: {kind: published-source} ⏎ source: {title: 报道, publisher: 县报, date: 2027-10-01}
    @policies basis: [{title: 办法, issuer: 民政部, date: 2062-06-11}]
  `),
);

set.lookAlikes(
  'field',
  {},
  lines(`
    @policies title: ${'短'.repeat(24)}
    @policies summary: ${'短'.repeat(60)}
    @policies title: "冒号: 在引号里"
    @policies title: '“低保”怎么办'
    @policies title: 第一名#1缴费
    @policies title: "第一名 #1 缴费"
    @policies title: 2026
    @policies documents: []
    @policies applyBy: 全年都能办
    @policies applyBy: 2026-12-31
    @policies applyBy: 每年3月到5月
    @policies applyBy: 2026年内
    @policies steps: [{title: 去镇上, detail: 交材料。, where: 镇政府, days: "7"}]
    @policies steps: ⏎   - title: 去镇上 ⏎     days: 7个工作日
    @policies basis: [{title: 办法, issuer: 民政部, number: 民发〔2021〕57号, date: 2021-06-11, url: "https://www.gov.cn/a"}]
    @policies basis: [{title: 办法, issuer: 民政部, date: 2024-02-29}]
    @policies validFrom: 2026-01-01 ⏎ validUntil: 2026-12-31
    @policies validFrom: 2026-12-31 ⏎ validUntil: 2026-12-31
    @policies places: [he-wan, fen-xi]
    @policies keywords: [吃低保, 低保钱]
    @policies validUntil: 2026-10-31 ⏎ replacedBy: di-bao
    @policies exclusions: [有钱的不行。]
    @policies audiences: ⏎ - lao-ren
    @policies # 这是说明 ⏎ cost: 不收钱
    @policies cost: >- ⏎   不收钱， ⏎   谁收都不对
    @stories person: {name: 徐平, show: alias, alias: 老李}
    @stories person: {name: 买买提·阿不都, show: full}
    @stories consent: {kind: published-source} ⏎ source: {title: 报道, publisher: 县报, date: 2026-10-01}
    @stories place: he-wan ⏎ policies: [di-bao]
    @stories quote: “好日子在后头。”
    @pages order: 0
    @pages aliases: [jiu-ming-zi, /guides/jiu/]
    @notices starts: 2027-01-15 ⏎ ends: 2027-01-15 11:30
    @notices starts: 2027-01-15 09:00 ⏎ ends: 2027-01-17
    @notices starts: 2027-01-15 09:00 ⏎ ends: 2027-01-15 11:30 ⏎ deadline: 2027-01-10
    @notices starts: 2027-01-15 ⏎ ends: 2027-01-15
    @notices starts: 2027-01-15 ⏎ ends: 2027-03-15 ⏎ deadline: 2027-02-15 18:00
    @notices starts: 2027-12-31 20:00 ⏎ ends: 2028-01-01 01:00
    @notices starts: 2028-02-29
    @notices seats: 30
    @notices seats: 男10人，女20人
    @notices policies: [] ⏎ places: [he-wan]
    @contacts phone: "0357-5122345"
    @contacts phone: 0357-5122345-801
    @contacts phone: "4008101234"
    @contacts phone: 12393
    @glossary see: [gong-shi, di-bao]
    @glossary see: gong-shi
    @places parent: fen-xi ⏎ kind: town
    @actions icon: heart-handshake
    @audiences icon: users
    @site telephone: "12345" ⏎ demo: true
    @site owner: ⏎ operator: ⏎ icp:
  `),
);

set.lookAlikes(
  'body',
  { except: OTHERS },
  lines(`
    <Note title="记住"> ¶ 好。 ¶ </Note>
    第一行<br />第二行
    <Question ask="要不要“户口本”？"> ¶ 要。 ¶ </Question>
    <Example title="例子"> ¶ - 一 ⏎ - 二 ¶ </Example>
    <Call contact="tel-12345" />
    <PolicyLink policy="di-bao" />
    ## 标题 ¶ ### 小标题 ¶ 好。
    **粗**的字，*斜*的字。
    1. 先去镇上 ⏎ 2. 再去县里
    1. 先去镇上 ⏎    - 带户口本
    | 项目 | 钱 ⏎ 路 | 3
    > 老话说得好。
    [看低保](/policies/di-bao/)
    [看用法](/how-to-use/)
    [镇里的事](/places/he-wan/)
    ## 补多少 ¶ 看[上面](#补多少)。
    [县里的网](https://www.county.example/a_b/)
    三个数：5*6=30，7*8=56。
    会议室在2#楼。
    C#、F#是音。
    好。 ¶ --- ¶ 再好。
    每亩100~200斤，用5~10天。
  `),
);

set.lookAlikes(
  'folder',
  { isAlone: true },
  ledger('an address that is there', entry('/policies/di-bao/')),
  ledger(
    'withdrawn and replaced',
    entry('/policies/lao/', '  withdrawn: 2026-11-21\n  reason: 结束了。\n  replacedBy: /policies/di-bao/\n'),
  ),
  ledger(
    'withdrawn on the day it came',
    entry('/policies/lao/', '  withdrawn: 2026-11-20\n  reason: 写错了。\n'),
  ),
  folder('a chain of replaced policies', {
    'policies/a.mdx': policy('replacedBy: b'),
    'policies/b.mdx': policy('replacedBy: di-bao'),
  }),
  folder('three places one in another', {
    'places/a.yml': 'id: a\nname: 青石镇\nparent: fen-xi\nkind: town\n',
    'places/b.yml': 'id: b\nname: 柳沟村\nparent: a\nkind: village\n',
  }),
  folder('an alias of a former address', { 'policies/a.mdx': policy('aliases: [/policies/lao/, /lao/]') }),
  folder('two words that refer to one another', {
    'glossary/a.yml': 'id: a\nterm: 核对\nplain: 再看一遍。\nsee: b\n',
    'glossary/b.yml': 'id: b\nterm: 复核\nplain: 看第二遍。\nsee: a\n',
  }),
  folder('names that begin like those of Windows', {
    'pages/con-tact.mdx': page,
    'pages/auxi.mdx': page,
    'pages/com10.mdx': page,
  }),
  folder('the handbook', { 'README.md': '# 手册\n' }),
  folder('one slug in two collections', { 'pages/a.mdx': page, 'policies/a.mdx': policy() }),
  folder('one choice id under two questions', {
    'finder.yml':
      question('who', choice('a', '老人')) + question('what', choice('a', '病人', 'audiences: [lao-ren]')),
  }),
  folder('files of editors’ programs', { 'pages/.a.mdx.swp': 'x', '.DS_Store': 'x' }),
);
