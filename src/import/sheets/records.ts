/** Turns the rows of a sheet into records, and says of every row that is none why. */
import { isPersonalColumn, isUnusedColumn, type ListKind } from './column-fields.ts';
import { contactOf } from './contact-rows.ts';
import { labelOf, type Matching } from './find-headings.ts';
import { noticeOf } from './notice-rows.ts';
import { placesOf } from './place-rows.ts';
import type {
  ListRow,
  ListState,
  PrivateKind,
  RecordContext,
  RecordList,
  RowResult,
  SheetRecord,
} from './record-types.ts';
import { type Sheet, type SheetCell, withMergedCells } from './sheet.ts';

const makers: Readonly<Record<ListKind, (row: ListRow, list: ListState) => RowResult>> = {
  contacts: contactOf,
  places: placesOf,
  notices: noticeOf,
};

/** The records of a sheet under a matching of its columns. */
export function recordsOf(sheet: Sheet, matching: Matching, context: RecordContext): RecordList {
  const { kind, headings, fields } = matching;
  const rows = withMergedCells(sheet);
  const records: SheetRecord[] = [];
  const notes = columnNotes(matching);
  for (let at = headings.last + 1; at < rows.length; at += 1) {
    const cells = rows[at] ?? [];
    const number = sheet.rowNumbers[at] ?? at + 1;
    const skipped = whySkipped(cells, headings.columns);
    if (skipped !== undefined) {
      if (skipped !== '') notes.push(`第${number}行${skipped}`);
      continue;
    }
    const row: ListRow = {
      number,
      cells: new Map(
        fields.flatMap((name, column) => (name ? [[name, cells[column] ?? { text: '' }] as const] : [])),
      ),
      rest: restOf(matching, cells),
      sheetName: sheet.name,
      headings: headings.columns,
    };
    const refused = refusedNumbers(row, kind, context);
    const result =
      refused.length > 0
        ? { records: [], remarks: refused }
        : makers[kind](row, { ...context, made: records });
    records.push(...result.records.map((record) => ({ ...record, row: number })));
    notes.push(...result.remarks.map((remark) => `第${number}行${remark}`));
  }
  return { records, notes };
}

/** Why a row is no record, as the end of a sentence; empty for a blank row, undefined for a record. */
function whySkipped(cells: readonly SheetCell[], headings: readonly string[]): string | undefined {
  const texts = cells.map(({ text }) => text.replace(/\s+/gu, '')).filter(Boolean);
  const distinct = new Set(texts);
  if (distinct.size === 0) return '';
  if (texts.slice(0, 3).some((text) => /^(?:合计|总计|小计|共计|总数|累计)/u.test(text)))
    return '是合计，没有做成记录。';
  const shown = `「${[...distinct].join(' ').slice(0, 30)}」`;
  if (/^(?:注|备注|说明|填表|制表|审核|填报|单位负责)[^，。]{0,6}[：:]/u.test(texts[0] ?? ''))
    return `是说明，没有做成记录：${shown}。`;
  if (texts.every((text) => headings.some((heading) => heading.split(' / ').includes(text))))
    return '又是表头，跳过了。';
  if (distinct.size === 1 && cells.length > 1) return `只有一段文字，没有做成记录：${shown}。`;
  return undefined;
}

const restOf = ({ headings, fields }: Matching, cells: readonly SheetCell[]): [string, string][] =>
  headings.columns.flatMap((heading, column): [string, string][] => {
    const text = cells[column]?.text ?? '';
    if (fields[column] !== undefined || heading === '' || text === '') return [];
    if (isPersonalColumn(heading) || (isUnusedColumn(heading) && !/备注|说明|其他/u.test(heading))) return [];
    return [[heading, text]];
  });

const PRIVATE: Readonly<Record<PrivateKind, string>> = {
  'id-number': '身份证号',
  'bank-card': '银行卡号',
  'mobile-number': '手机号',
};

/** Why a row may not be taken: private numbers in what would be written. Telephones are looked at by the makers. */
function refusedNumbers({ cells, rest }: ListRow, kind: ListKind, context: RecordContext): string[] {
  const written = [...cells]
    .filter(([name]) => name !== 'phone')
    .map(([name, { text }]) => [labelOf(kind, name), text] as const);
  const texts = kind === 'notices' ? [...written, ...rest] : written;
  const phone = cells.get('phone')?.text ?? '';
  const found = texts.flatMap(([label, text]) =>
    context.privateNumbers(`${label}：${text}`).map((each) => [label, each] as const),
  );
  const inPhone = context.privateNumbers(`电话：${phone}`).filter((each) => each !== 'mobile-number');
  return [...found, ...inPhone.map((each) => ['电话', each] as const)].map(
    ([label, each]) => `的「${label}」里有${PRIVATE[each]}，整行没有导入。请先从表里删掉它。`,
  );
}

/** What happened to the columns that are not taken over. */
function columnNotes({ kind, headings, fields }: Matching): string[] {
  const left = headings.columns.filter((heading, at) => heading !== '' && fields[at] === undefined);
  const personal = left.filter(isPersonalColumn);
  const others = left.filter((heading) => !isPersonalColumn(heading) && !isUnusedColumn(heading));
  return [
    ...(personal.length > 0 ? [`「${personal.join('」「')}」这几列是个人信息，没有导入。`] : []),
    ...(others.length > 0 && kind !== 'notices'
      ? [`「${others.join('」「')}」这几列没有导入：这种记录里没有对应的字段。`]
      : []),
  ];
}
