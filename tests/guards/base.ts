/** The small content folder to which every case is added, and a whole document and record of each collection. */
import { exampleDocuments } from '../../src/check/example-folder.ts';

/** Fields of a document of each collection; a case replaces some of them. */
export const baseDocuments: Readonly<Record<string, string>> = exampleDocuments;

/** Records by collection, without their id; TERM is a placeholder for a word that no other record has. */
export const baseRecords: Readonly<Record<string, string>> = {
  actions: 'title: 就近上班\nsummary: 在家门口找活干。\nicon: house\norder: 9',
  audiences: 'title: 种地的人\nsummary: 种地有什么补贴。\nicon: house\norder: 9',
  places: 'name: 南坡村\nparent: he-wan\nkind: village',
  contacts: 'name: 乡里的服务台\nphone: "12345"\nfor: 不知道找谁，先打这个',
  glossary: 'term: TERM\nplain: 记账用的本子。',
};

/** Files of the base, by path below the content folder. */
export const baseFiles: Readonly<Record<string, string>> = {
  'site.yml': 'name: 示例县明白纸\nurl: https://www.county.example/\nregion: 山西省临汾市汾西县\n',
  'actions/jing-lao.yml': 'id: jing-lao\ntitle: 孝亲敬老\nsummary: 五样都管。\nicon: house\norder: 1\n',
  'audiences/lao-ren.yml': 'id: lao-ren\ntitle: 老人\nsummary: 养老钱怎么领。\nicon: house\norder: 1\n',
  'contacts/tel-12345.yml': 'id: tel-12345\nname: 政务热线\nphone: "12345"\nfor: 不知道找谁，先打这个\n',
  'places/fen-xi.yml': 'id: fen-xi\nname: 汾西县\nkind: county\n',
  'places/he-wan.yml': 'id: he-wan\nname: 河湾镇\nparent: fen-xi\nkind: town\n',
  'glossary/gong-shi.yml': 'id: gong-shi\nterm: 公示\nplain: 把名单贴出来，让大家看看对不对。\n',
  'policies/di-bao.mdx': document('policies', '', '收入低的人家，每月补一笔钱。'),
  'pages/how-to-use.mdx': document('pages', 'title: 这个网站怎么用', '上面找，下面看。'),
};

/** A document of `collection`: its fields, with those in `fields` (lines of YAML) replaced, and its body. */
export function document(collection: string, fields: string, body: string): string {
  return `---\n${withFields(baseDocuments[collection] ?? '', fields)}\n---\n\n${body}\n`;
}

/** The YAML lines of `fields`, with those in `changed` replaced. */
export function withFields(fields: string, changed: string): string {
  const names = Array.from(changed.matchAll(/^([a-zA-Z]+):/gm), ([, name]) => name);
  const rest = fields.split('\n').filter((line) => !names.some((name) => line.startsWith(`${name}:`)));
  return [...rest, changed].filter(Boolean).join('\n');
}
