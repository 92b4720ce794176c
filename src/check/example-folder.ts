/** Writes a rule's example to disk as a content folder and returns the positions of its expected diagnostics. For tests. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { positionOf } from '../documents/source.ts';
import type { Example, ExampleFolder } from './rule.ts';

/** The default day for examples. */
export const EXAMPLE_DAY = '2026-11-24';

const EXPECTED_MARK = '▶';

/** A minimal complete document of each collection; an example replaces some of its lines. */
export const exampleDocuments: Readonly<Record<NonNullable<ExampleFolder['collection']>, string>> = {
  policies: `title: 家里困难，可以申请低保
summary: 收入低的人家可以申请，按月领钱。
action: jing-lao
audiences: [lao-ren]
keyPoints: [去乡镇政府申请，不收钱]
benefit: [每月一笔生活费。]
eligibility: [一家人平均挣得太少的人。]
steps: [{title: 去乡镇政府交材料}]
documents: [户口本]
contacts: [tel-12345]
basis: [{title: 社会救助暂行办法, issuer: 国务院}]
reviewedOn: 2026-11-20
reviewBy: 2027-05-20
reviewer: 县民政局`,
  stories: `title: 不再打零工
summary: 跟着县里去厂里上班，每月有工资。
person: {name: 徐平, show: full}
date: 2026-10-01
action: jing-lao
policies: []
consent: {kind: written, date: 2026-10-01}`,
  pages: `title: 想申请，一步一步怎么走
summary: 从打听清楚到领到钱，每一步做什么。
reviewedOn: 2026-11-20
reviewBy: 2027-05-20`,
  notices: `title: 腊月初八免费量血压
summary: 镇卫生院来村里给老人量血压。
kind: clinic
starts: 2027-01-15 09:00
where: 村委会院里
contacts: [tel-12345]`,
};

/** The records that the documents refer to, and site.yml. */
const records: Readonly<Record<string, string>> = {
  'site.yml': 'name: 示例县明白纸\nurl: https://www.county.example/\nregion: 山西省临汾市汾西县\n',
  'actions/jing-lao.yml': 'id: jing-lao\ntitle: 孝亲敬老\nsummary: 五样都管。\nicon: house\norder: 1\n',
  'audiences/lao-ren.yml': 'id: lao-ren\ntitle: 老人\nsummary: 养老钱怎么领。\nicon: house\norder: 1\n',
  'contacts/tel-12345.yml': 'id: tel-12345\nname: 政务热线\nphone: "12345"\nfor: 不知道找谁，先打这个\n',
  'glossary/gong-shi.yml': 'id: gong-shi\nterm: 公示\nplain: 把名单贴出来，让大家看看对不对。\n',
};

/** Writes the example to `folder` as `content` and `public`; returns the expected positions. */
export function writeExample(example: Example, folder: string): string[] {
  const folderOf: ExampleFolder = typeof example === 'string' ? { body: example } : example;
  const { collection = 'pages', slug = 'li-zi', fields, body, files, publicFiles, expected = [] } = folderOf;
  const document = `---\n${withFields(exampleDocuments[collection], fields ?? '')}\n---\n\n${body ?? '照着做就行。'}\n`;
  const all = { ...records, [`${collection}/${slug}.mdx`]: document, ...files };
  const places: string[] = [...expected];
  for (const [path, content] of Object.entries(folderOf.isMissing ? {} : all)) {
    if (content === null) continue;
    if (typeof content === 'string') {
      places.push(...marksIn(content).map((place) => `${join('content', path)}:${place}`));
    }
    write(join(folder, 'content', path), content);
  }
  for (const [path, content] of Object.entries(publicFiles ?? {})) {
    write(join(folder, 'public', path), typeof content === 'function' ? content() : content);
  }
  return places.sort();
}

/** Lines of YAML; fields of `changed` replace those of the same name. */
function withFields(fields: string, changed: string): string {
  const names = Array.from(changed.matchAll(/^([a-zA-Z]+):/gm), ([, name]) => name);
  const kept = fields.split('\n').filter((line) => !names.some((name) => line.startsWith(`${name}:`)));
  return [...kept, changed].filter(Boolean).join('\n');
}

function marksIn(text: string): string[] {
  const places: string[] = [];
  let before = '';
  for (const piece of text.split(EXPECTED_MARK).slice(0, -1)) {
    before += piece;
    const { line, column } = positionOf(`${before} `, before.length);
    places.push(`${line}:${column}`);
  }
  return places;
}

function write(path: string, content: string | Uint8Array | { linkTo: string }): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === 'string') writeFileSync(path, content.replaceAll(EXPECTED_MARK, ''));
  else if (content instanceof Uint8Array) writeFileSync(path, content);
  else symlinkSync(content.linkTo, path);
}

/** An example as an editor would write it, for the handbook. */
export function shownExample(example: Example): string {
  if (typeof example === 'string') return example.replaceAll(EXPECTED_MARK, '');
  const { shown, fields, body, files } = example;
  const [first] = Object.values(files ?? {});
  return (shown ?? fields ?? body ?? (typeof first === 'string' ? first : '')).replaceAll(EXPECTED_MARK, '');
}
