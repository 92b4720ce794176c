/**
 * The tables of the editors' handbook, generated from the schema and the table of components, so that the handbook agrees with the checks.
 * They are between markers; the rest is written by hand.
 */
import type { z } from 'zod';
import type { Documents } from '../documents/document.ts';
import { collectionNames } from '../schema/collection-name.ts';
import { collections } from '../schema/collections.ts';
import { isOptional, wordsOf } from '../schema/field.ts';
import { noticeKinds } from '../schema/notice-kinds.ts';
import { siteSchema } from '../schema/site.ts';
import { fieldNames, schemaAt, unwrapAll } from '../schema/traverse.ts';
import { toInlineYaml } from '../schema/validation-messages.ts';
import { contentComponents, RATE_COMPONENT, rateComponent } from './components.ts';

/** The handbook with its tables regenerated, for a county with these records; text outside the markers is unchanged. */
export function fillHandbook(handbook: string, documents: Documents): string {
  return fill(
    fill(fill(handbook, 'fields', fieldTables()), 'components', componentTable()),
    'ids',
    idTables(documents),
  );
}

/** The handbook with `table` between the markers `name`; throws without the markers. */
export function fill(text: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The handbook has lost its markers ${begin} … ${end}.`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
}

function fieldTables(): string {
  const tables = collectionNames.map((name) => {
    const { label, help, schema } = collections[name];
    return `### ${label}（${name}）\n\n${help}\n\n${fieldTable(schema)}`;
  });
  return [
    ...tables,
    `### 网站（site.yml）\n\n全站只有一个，写县里自己的名字和号码。\n\n${fieldTable(siteSchema)}`,
  ].join('\n\n');
}

/** Tables of the ids of records by their names, and of the kinds of notice. */
function idTables(documents: Documents): string {
  const idTable = (label: string, name: string, rows: string[][]) =>
    rows.length === 0
      ? []
      : [
          `### ${label}（${name}）\n\n${table(
            ['写这个', '就是'],
            rows.map(([id = '', words = '']) => [`\`${id}\``, words]),
          )}`,
        ];
  return [
    ...idTable(
      '行动',
      'action',
      documents.actions.map(({ id, title }) => [id, title]),
    ),
    ...idTable(
      '人群',
      'audiences',
      documents.audiences.map(({ id, title }) => [id, title]),
    ),
    ...idTable(
      '电话',
      'contacts',
      documents.contacts.map(({ id, name, phone }) => [id, `${name} ${phone}`]),
    ),
    ...idTable(
      '地方',
      'places、place',
      documents.places.map(({ id, name }) => [id, name]),
    ),
    ...idTable('通知的种类', 'kind', Object.entries(noticeKinds)),
    ...idTable(
      '图标',
      'icon',
      [...documents.actions, ...documents.audiences].map(({ icon, title }) => [icon, `${title} 用的`]),
    ),
  ].join('\n\n');
}

function fieldTable(schema: z.ZodObject): string {
  return table(['字段', '叫什么', '必须写吗', '怎么写', '例子'], rowsOf(schema, ''));
}

/** One row per field; nested fields follow it, `steps.title`. */
function rowsOf(schema: z.core.$ZodType, prefix: string): string[][] {
  return fieldNames(schema, []).flatMap((name) => {
    const part = schemaAt(schema, [name]);
    const words = part && wordsOf(part);
    if (!part || !words) return [];
    const row = [
      `\`${prefix}${name}\``,
      words.label,
      isOptional(part) ? '可以不写' : '必须',
      words.help,
      words.example === undefined ? '' : `\`${toInlineYaml(name, words.example)}\``,
    ];
    const inner = schemaAt(part, [0]) ?? part;
    return [row, ...rowsOf(unwrapAll(inner), `${prefix}${name}.`)];
  });
}

function componentTable(): string {
  const rows = Object.entries({ ...contentComponents, [RATE_COMPONENT]: rateComponent }).map(
    ([name, { help, example }]) => [`\`<${name}>\``, help, `\`${example.replace(/\n+/g, ' ⏎ ')}\``],
  );
  return `${table(['组件', '什么时候用', '怎么写'], rows)}\n\n⏎ 的意思是空一行。`;
}

/** A table in Markdown. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
