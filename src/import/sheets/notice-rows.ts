/** A row of a list of trainings, jobs or events as the draft of a notice. */
import { type NoticeKind, noticeKinds } from '../../schema/notice-kinds.ts';
import { slugFromTitle } from '../slug-from-title.ts';
import { officePhone } from './contact-rows.ts';
import { freeId } from './free-id.ts';
import type { ListRow, ListState, RowResult } from './record-types.ts';
import type { SheetCell } from './sheet.ts';
import { type Span, spanIn, timesIn, withTimes } from './values.ts';

/** The notice of a row; what cannot be read for certain is left to the editor with a remark. */
export function noticeOf(row: ListRow, list: ListState): RowResult {
  const { cells } = row;
  const text = (name: string) => cells.get(name)?.text.replace(/\s+/gu, ' ').trim() ?? '';
  const title = titleOf(text('title'), text('post'), text('organiser'));
  if (title === '') return { records: [], remarks: ['没有名称，没有导入。'] };
  const remarks: string[] = [];
  const { starts, ends } = spanOf(cells, remarks);
  const twin = list.made.find(({ fields }) => fields.title === title && fields.starts === starts);
  if (twin) return { records: [], remarks: [`和第${twin.row}行一样，没有再做一个。`] };
  const old = list.notices.find(
    (each) => each.title === title && (starts === undefined || each.starts === starts),
  );
  if (old) return { records: [], remarks: [`的「${title}」已经有了（notices/${old.slug}.mdx），没有动它。`] };

  const kind = kindOf(row, list);
  if (kind === undefined) remarks.push('看不出是哪一类通知，草稿里空着。要一起定，加 --kind。');
  const deadline = day(cells.get('deadline'), '报名截止', remarks);
  const contacts = contactsOf(cells.get('phone'), list, remarks);
  const places = placeOf(text('place'), list, remarks);
  const fields = {
    title,
    kind,
    starts,
    ends,
    deadline,
    where: text('where') || undefined,
    places,
    contacts,
    pay: text('pay') || undefined,
    seats: text('seats') || undefined,
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const id = freeId(slugFromTitle(title), 'notices', list);
  const organiser = text('organiser');
  const rest =
    organiser !== '' && !title.includes(organiser) ? [['单位', organiser] as [string, string]] : [];
  return { records: [{ kind: 'notices', id, fields: known, rest: [...rest, ...row.rest] }], remarks };
}

function titleOf(title: string, post: string, organiser: string): string {
  if (title !== '') return title;
  if (post === '') return '';
  return `${organiser}${/^招/u.test(post) ? '' : '招'}${post}`;
}

function spanOf(cells: ListRow['cells'], remarks: string[]): Partial<Span> {
  const cell = cells.get('starts');
  if (cell === undefined || cell.text === '') return {};
  const span = spanIn(cell);
  if (span === undefined) {
    remarks.push(`的日期「${cell.text.slice(0, 30)}」不完整或者看不准，草稿里空着，请填。`);
    return {};
  }
  if (cell.showsYear === false)
    remarks.push(`的「${cell.text}」没有写年份，按格子里存的写成 ${span.starts}，请核对。`);
  const time = cells.get('time')?.text ?? '';
  const times = time === '' ? [] : (timesIn(time) ?? []);
  if (time !== '' && times.length === 0) remarks.push(`的时间「${time.slice(0, 30)}」看不准，没有写进去。`);
  const whole = withTimes(span, times);
  const ends = day(cells.get('ends'), '结束', remarks);
  return ends === undefined || ends < whole.starts ? whole : { ...whole, ends };
}

function day(cell: SheetCell | undefined, label: string, remarks: string[]): string | undefined {
  if (cell === undefined || cell.text === '') return undefined;
  const span = spanIn(cell);
  if (span === undefined)
    remarks.push(`的「${label}」写的是「${cell.text.slice(0, 30)}」，不完整或者看不准，没有填。`);
  return span?.starts;
}

const KIND_WORDS: readonly [NoticeKind, RegExp][] = [
  ['job', /招聘|招工|用工|求职|就业岗位|岗位/u],
  ['training', /培训|开班|课程|技能|学习班/u],
  ['clinic', /义诊|体检|巡诊|门诊|接种|筛查/u],
  ['bus', /班车|车次|发车|公交/u],
  ['payment', /发放|缴费|发钱/u],
  ['meeting', /会议|集会|庙会|大集|演出|宣讲/u],
];

/** The kind by the flag, its column, the title, or the headings and the name of the sheet. */
function kindOf({ cells, sheetName, headings }: ListRow, { noticeKind }: ListState): string | undefined {
  if (noticeKind !== undefined) return noticeKind;
  const stated = cells.get('kind')?.text ?? '';
  const labelled = Object.entries(noticeKinds).find(([, label]) => stated !== '' && label.includes(stated));
  if (labelled) return labelled[0];
  if (cells.has('post')) return 'job';
  const sources = [stated, cells.get('title')?.text ?? '', `${headings.join(' ')} ${sheetName}`];
  for (const source of sources) {
    const fitting = KIND_WORDS.filter(([, words]) => words.test(source));
    if (fitting.length === 1) return fitting[0]?.[0];
  }
  return undefined;
}

const digitsOf = (phone: string) => phone.replace(/\D/g, '');

/** The registered contact with the telephone of the row. */
function contactsOf(cell: SheetCell | undefined, list: ListState, remarks: string[]): string[] | undefined {
  const fallback = list.contact === undefined ? undefined : [list.contact];
  if (cell === undefined || cell.text === '') return fallback;
  const { phone, remarks: about } = officePhone(cell, list);
  remarks.push(...about.map((remark) => remark.replace('，没有导入。', '，没有写进草稿。')));
  if (phone === undefined) return fallback;
  const contact = list.contacts.find((each) => digitsOf(each.phone) === digitsOf(phone));
  if (contact) return [contact.id];
  remarks.push(`的电话 ${phone} 还没有登记。先把它登记到 contacts 文件夹，再写进草稿的「找谁问」。`);
  return fallback;
}

function placeOf(text: string, { places }: ListState, remarks: string[]): string[] | undefined {
  if (text === '' || /^全县|各乡镇/u.test(text)) return undefined;
  const short = (name: string) => name.replace(/(?<=..)(?:村|社区|镇|乡|街道)$/u, '');
  const fitting = places.filter(({ name }) => name === text || short(name) === short(text));
  if (fitting.length === 1) return [fitting[0]?.id ?? ''];
  remarks.push(
    `的「${text}」在 places 文件夹里${fitting.length === 0 ? '没有' : '不止一个'}，「适用的地方」空着。`,
  );
  return undefined;
}
