/** The rows of a list become contacts, places and notices; what cannot be one is said with its row. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContactData } from '../../schema/contacts.ts';
import { contactSchema } from '../../schema/contacts.ts';
import type { PlaceData } from '../../schema/places.ts';
import { certainMatching } from './choose-kind.ts';
import { readCsv } from './csv.ts';
import { bestMatching, setColumns } from './find-headings.ts';
import { recordFile } from './record-file.ts';
import type { PrivateKind, RecordContext } from './record-types.ts';
import { recordsOf } from './records.ts';
import type { Merge, Sheet } from './sheet.ts';
import { phonesIn, spanIn, timesIn } from './values.ts';

const contacts: ContactData[] = [{ id: 'tel-12333', name: '社保就业热线', phone: '12333', for: '养老保险' }];
const places: PlaceData[] = [
  { id: 'fen-xi', name: '汾西县', kind: 'county' },
  { id: 'tuan-bai', name: '团柏乡', parent: 'fen-xi', kind: 'town' },
  { id: 'shang-tuan-bai', name: '上团柏村', parent: 'tuan-bai', kind: 'village' },
];
/** Stands for the rules of check, which scripts pass in. */
const privateNumbers = (text: string): PrivateKind[] => [
  ...(/(?<!\d)\d{17}[\dX](?!\d)/.test(text) ? (['id-number'] as const) : []),
  ...(/(?<!\d)1[3-9]\d{9}(?!\d)/.test(text) ? (['mobile-number'] as const) : []),
];
const context: RecordContext = {
  contacts,
  places,
  notices: [{ slug: 'dian-gong', title: '电工培训', starts: '2026-12-01' }],
  isTaken: (kind, id) => kind === 'places' && places.some((place) => place.id === id),
  privateNumbers,
};

function sheetOf(text: string, merges: Merge[] = []): Sheet {
  const sheet = readCsv(text, '表');
  if (sheet === undefined) throw new Error('no sheet');
  return { ...sheet, merges };
}

function listOf(text: string, merges: Merge[] = [], more: Partial<RecordContext> = {}) {
  const sheet = sheetOf(text, merges);
  const matching = certainMatching(sheet);
  if (matching === undefined) return undefined;
  const { records, notes } = recordsOf(sheet, matching, { ...context, ...more });
  return {
    kind: matching.kind,
    records: records.map(({ fields }) => fields),
    notes,
    rest: records.map(({ rest }) => rest),
  };
}

describe('a list of telephones', () => {
  test('below a title, with headings over two rows and merged cells, becomes contacts', () => {
    const list = listOf(
      '便民服务中心电话表,,,,\n乡镇,单位名称,联系方式,,备注\n,,办公电话,地址,\n团柏乡,便民服务中心,0357-5123456,团柏街1号,\n团柏乡,卫生院,（0357）5123457,,\n合计,,2,,\n填表人：李某,,,,',
      [
        { top: 0, left: 0, bottom: 0, right: 4 },
        { top: 1, left: 0, bottom: 2, right: 0 },
        { top: 1, left: 1, bottom: 2, right: 1 },
        { top: 1, left: 2, bottom: 1, right: 3 },
      ],
    );
    expect(list?.records.map(({ name, phone, address }) => [name, phone, address])).toEqual([
      ['团柏乡便民服务中心', '0357-5123456', '团柏街1号'],
      ['团柏乡卫生院', '0357-5123457', undefined],
    ]);
    expect(list?.records.every((record) => contactSchema.safeParse(record).success)).toBe(true);
    expect(list?.notes).toEqual([
      '第6行是合计，没有做成记录。',
      '第7行是说明，没有做成记录：「填表人：李某」。',
    ]);
  });

  test('publishes no mobile number, identity number or name of a person', () => {
    const list = listOf(
      '单位,电话,联系人,身份证号\n民政局,13812345678,张某某,140105199001011238\n水利局,0357-5123456/13912345678,王某某,140105199001011238\n林业局（140105199001011238）,5123458,,',
    );
    expect(list?.records).toMatchObject([{ name: '水利局', phone: '0357-5123456' }]);
    expect(JSON.stringify(list?.records)).not.toMatch(/某|1401|139/);
    expect(list?.notes.join('\n')).toMatch(
      /个人信息[\s\S]*第2行[\s\S]*手机号[\s\S]*第3行[\s\S]*手机号[\s\S]*第4行.*身份证号/,
    );
  });

  test('says what is twice in it or registered already, and changes nothing', () => {
    const list = listOf('单位,电话\n民政局,5123456\n民政局,5123456\n社保就业热线,12399\n人社局,12333');
    expect(list?.records).toHaveLength(1);
    expect(list?.notes).toEqual([
      '第3行和第2行一样，没有再做一个。',
      '第4行的「社保就业热线」已经有了（contacts/tel-12333.yml），那里的电话是 12333，表里是 12399。没有改它，要改请打开它改。',
      '第5行的电话 12333 已经登记过：「社保就业热线」（contacts/tel-12333.yml），没有动它。',
    ]);
  });

  test('with headings of its own takes the columns that the editor names', () => {
    const sheet = sheetOf('地方,值班号\n民政局,5123456');
    const matching = setColumns(bestMatching(sheet, 'contacts'), '地方=name，值班号=电话');
    expect(recordsOf(sheet, matching, context).records[0]?.fields).toMatchObject({
      name: '民政局',
      phone: '5123456',
    });
    expect(() => setColumns(matching, '没有=phone')).toThrow('有的列：「地方」「值班号」');
  });
});

describe('a list of villages', () => {
  test('becomes places below their towns; those that exist are left alone', () => {
    const list = listOf(
      '乡镇,行政村,户数\n团柏乡,上团柏村,200\n,新村,10\n勍香镇,新村,20\n团柏乡,新村,10\n,无主村,1',
      [{ top: 1, left: 0, bottom: 2, right: 0 }],
    );
    expect(list?.records).toEqual([
      { id: 'xin-cun', name: '新村', parent: 'tuan-bai', kind: 'village' },
      { id: 'qing-xiang', name: '勍香镇', parent: 'fen-xi', kind: 'town' },
      { id: 'qing-xiang-xin-cun', name: '新村', parent: 'qing-xiang', kind: 'village' },
    ]);
    expect(list?.notes.slice(1)).toEqual([
      '第2行的「上团柏村」已经有了（places/shang-tuan-bai.yml），没有再做一个。',
      '第5行的「新村」和第3行一样，没有再做一个。',
      '第6行「无主村」没有写在哪个乡镇，没有导入。把乡镇填上，再导入一次。',
    ]);
  });
});

describe('a list of trainings or jobs', () => {
  test('becomes notices with days, times and the registered contact; the rest is in the body', () => {
    const list = listOf(
      '培训名称,日期,时间,地点,名额,报名电话,报名截止,要求\n月嫂培训,2026年12月5日—7日,上午9点—11:30,县职校,30,12333,2026-12-1,会做饭\n厨师培训,12月8日,,镇政府,,13812345678,,',
    );
    expect(list?.records).toEqual([
      {
        title: '月嫂培训',
        kind: 'training',
        starts: '2026-12-05 09:00',
        ends: '2026-12-07 11:30',
        deadline: '2026-12-01',
        where: '县职校',
        contacts: ['tel-12333'],
        seats: '30',
      },
      { title: '厨师培训', kind: 'training', where: '镇政府' },
    ]);
    expect(list?.rest[0]).toEqual([['要求', '会做饭']]);
    expect(list?.notes.join('\n')).toMatch(/第3行的日期「12月8日」不完整[\s\S]*第3行的电话里有手机号/);
  });

  test('of jobs becomes one notice a post', () => {
    const list = listOf(
      '招工单位,岗位,人数,工资,工作地点,电话\n示例服装厂,缝纫工,20,每月3000元,县城,5123456',
    );
    expect(list?.records[0]).toEqual({
      title: '示例服装厂招缝纫工',
      kind: 'job',
      where: '县城',
      pay: '每月3000元',
      seats: '20',
    });
    expect(list?.notes.join()).toContain('还没有登记');
  });

  test('comes as a draft whose further columns cannot run as code', () => {
    const sheet = sheetOf('培训名称,培训时间,备注\n电工班,2026-12-09,{process.exit()}<script>');
    const matching = certainMatching(sheet);
    const [record] = matching ? recordsOf(sheet, matching, context).records : [];
    const { path, text } = record ? recordFile(record, '表.csv，2026-11-28 导入') : { path: '', text: '' };
    expect(path).toBe('notices/dian-gong-ban.mdx');
    expect(text).toContain('draft: true');
    expect(text.trimEnd().split('\n').at(-1)).toBe('- 备注：\\{process.exit()\\}\\<script>');
  });
});

test.each([
  '品种,单位,单价\n玉米,斤,1.2',
  '乡镇,村,补贴金额\n团柏乡,上团柏村,300',
  '姓名,身份证号,金额\n张某,140105199001011238,300',
  '项目,标准\n低保,600',
])('a sheet that is no list of records stays a table: %s', (text) => {
  expect(certainMatching(sheetOf(text))).toBeUndefined();
});

test.each([
  ['0357—5123456转801', ['0357-5123456-801']],
  ['+86 0357 5123456', ['0357-5123456']],
  ['（0357）5123456', ['0357-5123456']],
  ['电话：0357-512 3456', ['0357-5123456']],
  ['5123456、5123457', ['5123456', '5123457']],
  ['400-123-4567', ['400-123-4567']],
  ['１２３４５', ['12345']],
  ['详见通知', []],
  ['0357-51234', []],
])('a telephone written as %s can be dialled', (text, numbers) => {
  expect(phonesIn({ text }).numbers).toEqual(numbers);
});

test('a number that lost its leading zero in a cell gets it back, and is said; a text does not', () => {
  expect(phonesIn({ text: '3575123456', isNumber: true })).toEqual({
    numbers: ['0357-5123456'],
    isRestored: true,
  });
  expect(phonesIn({ text: '3575123456' }).numbers).toEqual([]);
});

test.each([
  ['2026.12.5', { starts: '2026-12-05' }],
  ['2026年12月5日（星期六）上午9:00', { starts: '2026-12-05 09:00' }],
  ['2026年12月30日至2027年1月2日', { starts: '2026-12-30', ends: '2027-01-02' }],
  ['2026-12-05 14:30', { starts: '2026-12-05 14:30' }],
  ['12月5日', undefined],
  ['2026年2月30日', undefined],
  ['2026年12月上旬', undefined],
])('the day %s is read, or left to the editor', (text, span) => {
  expect(spanIn({ text })).toEqual(span);
});

test.each([
  ['下午2点半', ['14:30']],
  ['上午9:00-11:30', ['09:00', '11:30']],
  ['8时至下午5时', ['08:00', '17:00']],
  ['全天', undefined],
])('the time %s is read, or left to the editor', (text, times) => {
  expect(timesIn(text)).toEqual(times);
});

test('no text of a telephone column gives a number that the schema refuses', () => {
  const phone = contactSchema.shape.phone;
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9()（）\-—转 、/+]{0,24}$/), fc.boolean(), (text, isNumber) => {
      for (const number of phonesIn({ text, isNumber }).numbers)
        expect(phone.safeParse(number).success).toBe(true);
    }),
  );
});
