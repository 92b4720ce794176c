/** Asks on a terminal what a sheet is and which column holds what, where its headings do not say it. */
import { isCancel, select } from '@clack/prompts';
import { columnFields, isEnough, type ListKind, type Matching } from '../src/import/index.ts';
import { collections } from '../src/schema/collections.ts';

const KINDS: readonly ListKind[] = ['contacts', 'places', 'notices'];
/** The fields without which no row is a record. */
const NEEDED: Readonly<Record<ListKind, readonly string[]>> = {
  contacts: ['name', 'phone'],
  places: ['name', 'parent'],
  notices: ['title', 'starts'],
};

/** The kind of records in a sheet; undefined to make a table of it. */
export async function askListKind(sheetName: string): Promise<ListKind | undefined> {
  const options = [
    ...KINDS.map((kind) => ({ value: kind as string, label: `一行一个${collections[kind].label}` })),
    { value: 'table', label: '不做记录，做成一篇草稿里的表格' },
  ];
  const answer = await select({
    message: `「${sheetName}」这张表是什么？`,
    options,
    showInstructions: false,
  });
  if (isCancel(answer)) process.exit(0);
  return answer === 'table' ? undefined : (answer as ListKind);
}

/** The matching with the columns of the editor's answers. */
export async function askColumns(matching: Matching): Promise<Matching> {
  const { kind, headings } = matching;
  const fields = [...matching.fields];
  for (const name of NEEDED[kind]) {
    if (fields.includes(name) || isEnough({ kind, fields })) continue;
    const label = columnFields[kind].find((field) => field.name === name)?.label ?? name;
    const options = headings.columns
      .map((heading, at) => ({ value: at, label: heading || `第${at + 1}列` }))
      .filter(({ value }) => fields[value] === undefined);
    const none = { value: -1, label: '没有这一列' };
    const answer = await select({
      message: `「${label}」在哪一列？`,
      options: [...options, none],
      showInstructions: false,
    });
    if (isCancel(answer)) process.exit(0);
    if (answer !== -1) fields[answer as number] = name;
  }
  return { ...matching, fields };
}
