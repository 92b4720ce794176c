/**
 * The position of a text of a case. A case is one line: `text` is a paragraph of a guide page, `⏎` ends a line, `¶` a paragraph.
 *
 *     - text ⏎ - text          list items            ## text            a heading
 *     | 姓名 | 金额 ⏎ 甲 | 1    a table, head first   @policies.cost x   a field of a document or record, quoted
 *     @policies a: 1 ⏎ b: 2     fields, unquoted      @site.owner x      a field of site.yml
 *     @comment x                in the front matter   @csv x             a file in public: csv, txt, json, svg, html, md …
 *     @public a/b.txt           a file of that name   @page x            a guide page with that in its file name
 *     @finder x, @ledger x      finder.yml, addresses.yml
 *
 * `{id}`, `{id:6,8,4:-}` and the like are placeholders for made-up numbers (numbers.ts).
 */
import { baseFiles, baseRecords, document, withFields } from './base.ts';
import { withNumbers } from './numbers.ts';

/** Files by path; null removes a file of the base. */
export type Files = Readonly<Record<string, string | Uint8Array | { linkTo: string } | null>>;

/** The files of a line, and whether they need a separate folder. */
export function written(line: string, slug: string): { files: Files; isAlone: boolean } {
  const text = withNumbers(line, slug).replace(/ ?⏎ ?/g, '\n').replace(/ ?¶ ?/g, '\n\n');
  const [, position, rest = ''] = /^@(\S+)(?: ([\s\S]*))?$/.exec(text) ?? [];
  if (position === undefined) return { files: page(slug, bodyOf(text)), isAlone: false };
  return { files: placed(position, rest, slug), isAlone: /^(?:site|finder|ledger)\b/.test(position) };
}

function page(slug: string, body: string, fields = ''): Files {
  return { [`content/pages/${slug}.mdx`]: document('pages', fields, body) };
}

/** A line that begins like a row is a table: its first row is the head. */
function bodyOf(text: string): string {
  if (!text.startsWith('| ')) return text;
  const [head = '', ...rows] = text.slice(2).split('\n');
  const bar = head.split(' | ').map(() => '---');
  return [head, bar.join(' | '), ...rows].map((row) => `| ${row} |`).join('\n');
}

function placed(position: string, rest: string, slug: string): Files {
  const [name = '', field] = position.split('.');
  const fields = field === undefined ? rest : `${field}: ${JSON.stringify(rest)}`;
  if (name in baseRecords) {
    const record = `id: ${slug}\n${baseRecords[name]}`.replace('TERM', wordFor(slug));
    return { [`content/${name}/${slug}.yml`]: `${withFields(record, fields)}\n` };
  }
  switch (name) {
    case 'policies':
    case 'stories':
    case 'pages':
    case 'notices':
      return { [`content/${name}/${slug}.mdx`]: document(name, fields, '照着做就行。') };
    case 'story':
      return { [`content/stories/${slug}.mdx`]: document('stories', '', rest) };
    case 'comment':
      return page(slug, '照着做就行。', `# ${rest}`);
    case 'site':
      return { 'content/site.yml': `${withFields((baseFiles['site.yml'] ?? '').trim(), fields)}\n` };
    case 'finder':
      return { 'content/finder.yml': `${rest}\n` };
    case 'ledger':
      return { 'content/addresses.yml': `${rest}\n` };
    case 'public':
      return { [`public/files/${slug}/${rest}`]: '照着填就行。\n' };
    case 'page':
      return { [`content/pages/${slug}${rest}.mdx`]: document('pages', '', '照着做就行。') };
    default:
      return { [`public/files/${slug}.${name}`]: `${rest}\n` };
  }
}

/** A word of Chinese characters, the same for the same slug. */
function wordFor(slug: string): string {
  const digits = '上下左右前后里外东西南北高低大小';
  return slug.replace(/^g-/, '').replace(/[0-9a-f]/g, (digit) => digits.charAt(Number.parseInt(digit, 16)));
}
