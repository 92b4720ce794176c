/** A content folder with one document of each collection in which every field has its maximum length, with the worst-case body. */
import { stringify } from 'yaml';
import { worstCaseBody } from './body.ts';

/** Maximum characters of a field without its own limit; see src/schema/field-types.ts. */
const MAX_FIELD_LENGTH = 400;
const MAX_SHORT_FIELD_LENGTH = 60;
const long = (text: string, length: number) => text.repeat(length).slice(0, length);
const sentence = long('符合条件的人家可以按月领钱，去村里登记就行。', MAX_FIELD_LENGTH);

const contacts = Array.from({ length: 12 }, (_, index) => `tel-${index + 1}`);
const records: Record<string, object> = {
  'actions/one': {
    id: 'one',
    title: long('行动', 20),
    summary: sentence.slice(0, MAX_SHORT_FIELD_LENGTH),
    icon: 'house',
    order: 1,
  },
  'audiences/one': {
    id: 'one',
    title: long('老人', 20),
    summary: sentence.slice(0, MAX_SHORT_FIELD_LENGTH),
    icon: 'house',
    order: 1,
  },
  'places/county': { id: 'county', name: '示例县', kind: 'county' },
  'places/village': { id: 'village', name: long('南沟底', 20), parent: 'county', kind: 'village' },
  'glossary/one': { id: 'one', term: '登记', plain: sentence },
  ...Object.fromEntries(
    contacts.map((id, index) => [
      `contacts/${id}`,
      {
        id,
        name: long(`第${index + 1}号便民服务中心窗口`, index === 0 ? MAX_SHORT_FIELD_LENGTH : 11),
        phone: `0357-51223${String(index).padStart(2, '0')}-1234`,
        hours: long('周一到周五上午8点到12点，', index === 0 ? MAX_FIELD_LENGTH : 30),
        address: long('镇政府一楼大厅东边第二间，', index === 0 ? MAX_FIELD_LENGTH : 30),
        for: long('不知道该找谁先打这个，', index === 0 ? MAX_FIELD_LENGTH : 30),
      },
    ]),
  ),
};

const review = { reviewedOn: '2026-11-20', reviewBy: '2027-05-20' };
const heading = { title: long('又长又满的标题，', 24), summary: sentence.slice(0, MAX_SHORT_FIELD_LENGTH) };

const policy = {
  ...heading,
  action: 'one',
  audiences: ['one'],
  keyPoints: [long('要记住的话，', 30), long('W', 30), long('1', 30)],
  benefit: [sentence, long('W', 80), '每月100元。'],
  eligibility: [sentence, '家里收入低的。'],
  exclusions: [sentence, '已经领了的。'],
  applyBy: long('全年都能办，', MAX_SHORT_FIELD_LENGTH),
  steps: [
    { title: sentence, detail: sentence, where: sentence, days: sentence },
    ...Array.from({ length: 44 }, (_, index) => ({
      title: `第${index + 2}步要做的事情`,
      detail: '先去窗口拿表，照着样子填好，再按上手印。',
      where: `便民服务中心${index + 2}号窗口`,
      days: '7',
    })),
  ],
  documents: [
    sentence,
    ...Array.from({ length: 14 }, (_, index) => `材料${index + 1}：身份证、户口本的复印件各两份`),
  ],
  cost: sentence,
  contacts,
  basis: [
    {
      title: sentence,
      issuer: sentence,
      number: long('汾政办发〔2021〕6号', 60),
      date: '2021-03-05',
      url: `https://www.example.gov.cn/${'a'.repeat(200)}`,
    },
  ],
  ...review,
  reviewer: sentence.slice(0, MAX_SHORT_FIELD_LENGTH),
  places: ['village'],
};
const others: Record<string, object> = {
  'policies/worst': policy,
  'stories/worst': {
    ...heading,
    person: { name: '徐平', show: 'alias', alias: long('化名', 40) },
    place: 'village',
    date: '2026-05-01',
    action: 'one',
    policies: ['worst'],
    consent: { kind: 'published-source' },
    source: { title: sentence, publisher: sentence, date: '2026-05-01', url: 'https://www.example.gov.cn/a' },
    quote: sentence,
    image: { src: '/icon.svg', alt: sentence },
  },
  'notices/worst': {
    ...heading,
    kind: 'job',
    starts: '2027-05-13 09:00',
    ends: '2027-05-15 17:00',
    deadline: '2027-05-12 18:00',
    where: sentence,
    contacts,
    pay: long('W', 100),
    seats: sentence,
    places: ['village'],
    policies: ['worst'],
  },
  'pages/worst': { ...heading, ...review },
};

/** Its files: paths from the content folder, and their texts. The name of the site is long as well. */
export const worstCaseContent: Record<string, string> = {
  'site.yml': stringify({ name: '又长又满的示例县明白纸', url: 'https://www.county.example/' }),
  ...Object.fromEntries(Object.entries(records).map(([path, record]) => [`${path}.yml`, stringify(record)])),
  ...Object.fromEntries(
    Object.entries(others).map(([path, fields]) => [
      `${path}.mdx`,
      `---\n${stringify(fields)}---\n\n${worstCaseBody}\n`,
    ]),
  ),
  'policies/other.mdx': `---\n${stringify({ ...policy, title: '另一个政策', steps: [{ title: '去登记' }], documents: [], contacts: ['tel-2'], benefit: ['每月100元。'], eligibility: ['收入低的。'], exclusions: [], cost: '不收钱' })}---\n`,
};
