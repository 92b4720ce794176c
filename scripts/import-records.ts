/** Imports a list: each row of a spreadsheet of telephones, villages, trainings or jobs becomes a record. Nothing is overwritten. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { privateNumbersIn } from '../src/check/index.ts';
import { openNameCheck, readCorpus } from '../src/corpus/index.ts';
import { windowsNameIssue } from '../src/documents/windows-name.ts';
import {
  bestMatching,
  certainMatching,
  columnFields,
  isEnough,
  type ListKind,
  type Matching,
  openSheets,
  type RecordContext,
  recordFile,
  recordsOf,
  type Sheet,
  setColumns,
  type Workbook,
} from '../src/import/index.ts';
import { collections } from '../src/schema/collections.ts';
import { noticeKinds } from '../src/schema/notice-kinds.ts';
import type { Settings } from '../src/settings.ts';
import { refuseMissingContent } from './arguments.ts';
import { askColumns, askListKind } from './ask-columns.ts';
import { findingsIn, printReport } from './import-report.ts';
import { UsageError } from './usage-error.ts';

/** The names of list kinds on the command line. */
export const listKindNames = { contact: 'contacts', place: 'places', notice: 'notices' } as const;

/** For citty: what the headings of a list do not say. */
export const recordArguments = {
  column: {
    type: 'string',
    description: '表格里哪一列是哪个字段，表头认不出来时写',
    valueHint: '"值班号=phone,地方=name"',
  },
  kind: {
    type: 'string',
    description: `表格里的通知都是哪一类：${Object.keys(noticeKinds).join('、')}`,
    valueHint: 'KIND',
  },
  parent: { type: 'string', description: '表格里没写上一级的地方，属于哪个 places', valueHint: 'ID' },
  contact: { type: 'string', description: '表格里没写电话的通知，找哪个 contacts', valueHint: 'ID' },
} as const;

export interface ListArguments {
  as?: string | undefined;
  column?: string | undefined;
  kind?: string | undefined;
  parent?: string | undefined;
  contact?: string | undefined;
}

export interface ListInput {
  bytes: Uint8Array;
  path: string;
}

/** The records that a spreadsheet became. */
export interface MadeRecords {
  /** Their names for editors. */
  files: string[];
  notes: string[];
  matched: MatchedSheet[];
}

/** Makes the records of a spreadsheet and prints a report; undefined if the file is to become a draft as a whole. */
export async function importRecords(
  settings: Settings,
  input: ListInput,
  given: ListArguments,
): Promise<MadeRecords | undefined> {
  const canAsk = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const made = await makeRecords(settings, input, given, canAsk);
  if (made !== undefined) await report(settings, made);
  return made;
}

/** As `importRecords`, without the report; `canAsk` says whether an editor sits at the terminal. */
export async function makeRecords(
  settings: Settings,
  { bytes, path }: ListInput,
  given: ListArguments,
  canAsk: boolean,
): Promise<MadeRecords | undefined> {
  const workbook = await openSheets(bytes, basename(path));
  if (workbook === undefined) return undefined;
  refuseMissingContent(settings);
  const context = recordContext(settings, given);
  const matched = await matchSheets(workbook, given, canAsk);
  if (matched.length === 0) {
    refusePrivateTable(workbook, context);
    return undefined;
  }
  return { ...writeRecords(settings, workbook, { matched, context, fileName: basename(path) }), matched };
}

/** Writes a record for each row of the matched sheets; the notes say what was left out. */
export function writeRecords(
  settings: Settings,
  workbook: Workbook,
  {
    matched,
    context,
    fileName,
  }: { matched: readonly MatchedSheet[]; context: RecordContext; fileName: string },
): Pick<MadeRecords, 'files' | 'notes'> {
  const source = `${fileName}，${settings.today} 导入`;
  const files: string[] = [];
  const notes: string[] = [...workbook.notes, ...hiddenNotes(workbook)];
  for (const { sheet, matching } of matched) {
    const made = recordsOf(sheet, matching, context);
    notes.push(...made.notes.map((note) => (matched.length > 1 ? `「${sheet.name}」${note}` : note)));
    const written = made.records.map((record) => recordFile(record, source));
    for (const { path: name, text } of written) writeNew(join(settings.contentDir, name), text);
    files.push(...written.map((file) => `${settings.contentName}/${file.path}`));
  }
  return { files, notes };
}

export interface MatchedSheet {
  sheet: Sheet;
  matching: Matching;
}

/** The sheets that are lists, with their columns; none if the file is to be a table. */
async function matchSheets(
  { sheets }: Workbook,
  given: ListArguments,
  canAsk: boolean,
): Promise<MatchedSheet[]> {
  const wanted = Object.hasOwn(listKindNames, given.as ?? '')
    ? listKindNames[given.as as keyof typeof listKindNames]
    : undefined;
  if (given.as !== undefined && wanted === undefined) return [];
  const found: MatchedSheet[] = [];
  for (const sheet of sheets) {
    const matching = await matchSheet(sheet, wanted, given, { sheetCount: sheets.length, canAsk });
    if (matching !== undefined) found.push({ sheet, matching });
  }
  return found;
}

async function matchSheet(
  sheet: Sheet,
  wanted: ListKind | undefined,
  { as, column }: ListArguments,
  { sheetCount, canAsk }: { sheetCount: number; canAsk: boolean },
): Promise<Matching | undefined> {
  const certain = wanted === undefined ? certainMatching(sheet) : undefined;
  if (certain !== undefined && column === undefined) return certain;
  const kind = wanted ?? certain?.kind ?? (canAsk ? await askListKind(sheet.name) : undefined);
  if (kind === undefined) return undefined;
  const best = withColumns(bestMatching(sheet, kind), column);
  if (isEnough(best)) return best;
  const asked = canAsk ? await askColumns(best) : best;
  if (isEnough(asked)) return asked;
  if (sheetCount > 1 || as === 'notice') return undefined;
  throw new UsageError(
    `表头认不出来，不知道哪一列是什么。表里的列：「${best.headings.columns.filter(Boolean).join('」「')}」。` +
      `请加 --column "列名=字段"，字段可以写：${columnFields[kind].map(({ name, label }) => `${name}（${label}）`).join('、')}。`,
  );
}

function withColumns(matching: Matching, pairs: string | undefined): Matching {
  try {
    return pairs === undefined ? matching : setColumns(matching, pairs);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

/** What the rows are compared with; throws UsageError for an argument that names nothing. */
export function recordContext(
  settings: Settings,
  { kind, parent, contact }: Pick<ListArguments, 'kind' | 'parent' | 'contact'>,
): RecordContext {
  const { contentDir, contentName, today } = settings;
  const { documents } = readCorpus(contentDir, contentName, { previewOn: today });
  if (kind !== undefined && !Object.hasOwn(noticeKinds, kind))
    throw new UsageError(
      `没有「${kind}」这一类通知。--kind 可以是：${Object.keys(noticeKinds).join('、')}。`,
    );
  for (const [name, id, records] of [
    ['parent', parent, documents.places],
    ['contact', contact, documents.contacts],
  ] as const) {
    if (id !== undefined && !records.some((record) => record.id === id))
      throw new UsageError(`--${name} 写的「${id}」没有登记过。`);
  }
  const offices = new Set(documents.contacts.map(({ phone }) => phone.replace(/\D/g, '')));
  const year = Number(today.slice(0, 4));
  const whyTaken = openNameCheck(contentDir, contentName);
  return {
    contacts: documents.contacts,
    places: documents.places,
    notices: documents.notices.map(({ slug, data }) => ({ slug, title: data.title, starts: data.starts })),
    isTaken: (collection, id) =>
      collection === 'notices'
        ? whyTaken(collection, id) !== undefined || existsSync(join(contentDir, collection, `${id}.mdx`))
        : existsSync(join(contentDir, collection, `${id}.yml`)) ||
          windowsNameIssue(`${id}.yml`) !== undefined,
    privateNumbers: (text) => privateNumbersIn(text, { year, offices }).map((number) => number.kind),
    noticeKind: kind,
    parent,
    contact,
  };
}

const PRIVATE_WORDS = {
  'id-number': '身份证号',
  'mobile-number': '手机号',
  'bank-card': '银行卡号',
} as const;

/** Throws UsageError for a table with private numbers: as a page it would publish them. */
function refusePrivateTable({ sheets }: Workbook, { privateNumbers }: RecordContext): void {
  for (const { rows, rowNumbers, name } of sheets) {
    for (const [at, row] of rows.entries()) {
      const [kind] = row.flatMap(({ text }) => privateNumbers(text));
      if (kind === undefined) continue;
      throw new UsageError(
        `工作表「${name}」第${rowNumbers[at]}行有${PRIVATE_WORDS[kind]}，做成网页就公开了。没有写任何文件。请先把那一列删掉，再导入。`,
      );
    }
  }
}

function hiddenNotes({ omissions }: Workbook): string[] {
  const reasons = new Map<string, number>();
  for (const { reason } of omissions) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return Array.from(reasons, ([reason, count]) => `没有带过来：${reason}（${count} 格）。`);
}

function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
}

async function report(settings: Settings, { files, notes, matched }: MadeRecords): Promise<void> {
  const findings = await findingsIn(settings, files, ['text', 'privacy', 'mdx', 'link']);
  const kinds = [...new Set(matched.map(({ matching }) => collections[matching.kind].label))].join('、');
  const lines = [
    files.length > 0 ? `写好了 ${files.length} 个${kinds}：${files.join('、')}。` : `没有新的${kinds}。`,
    ...matched.flatMap(({ matching }) => columnLines(matching)),
    ...notes,
    ...findings,
    ...(files.length > 0 ? ['请对照原表核对，再检查：npx mingbai check'] : []),
  ];
  printReport(lines);
}

/** Which column became which field, so that a wrong match is seen. */
function columnLines({ kind, headings, fields }: Matching): string[] {
  const pairs = headings.columns.flatMap((heading, at) => {
    const label = columnFields[kind].find(({ name }) => name === fields[at])?.label;
    return label === undefined ? [] : [`${heading} → ${label}`];
  });
  return pairs.length > 0 ? [`列是这样认的：${pairs.join('，')}。不对就加 --column 重来。`] : [];
}
