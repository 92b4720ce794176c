import { expect, test } from 'vitest';
import { collectionForms, type FormField, singleForms } from './form.ts';

const all = (fields: FormField[], path: string): [string, FormField][] =>
  fields.flatMap((field): [string, FormField][] => {
    const at = `${path}.${field.name}`;
    const inner = 'fields' in field.control ? all(field.control.fields, at) : [];
    return [[at, field], ...inner];
  });
const forms = collectionForms();
const fields = new Map([
  ...forms.flatMap((form) => all(form.fields, form.collection)),
  ...singleForms().flatMap((form) => all(form.fields, form.collection)),
]);
const controlAt = (path: string) => fields.get(path)?.control;

test('an editor has a form for every collection, with a label and a help for every field', () => {
  expect(forms.map((form) => form.label)).toEqual([
    '政策',
    '故事',
    '指南',
    '通知',
    '行动',
    '人群',
    '地方',
    '电话',
    '词语',
    '标准',
  ]);
  const bare = [...fields].filter(([, { label, help }]) => !/\p{Script=Han}/u.test(label) || help === '');
  expect(bare.map(([path]) => path)).toEqual([]);
});

test('only what is free words is a text: dates, numbers, addresses, telephones and references have their own controls', () => {
  const texts = [...fields].filter(([, { control }]) => control.kind === 'text' || control.kind === 'texts');
  const exact = texts.filter(([, { example }]) => {
    const [first] = Array.isArray(example) ? example : [example];
    return (
      typeof first !== 'string' || /^(?:https?:|\/|\d{4}-\d\d-\d\d|true$|false$|[a-z]+-[a-z-]+$)/.test(first)
    );
  });
  // An icon is one of some thousand names; an old address may be a slug or a path; in an amount and a condition a number may be the id of a rate.
  const mixed = /\.(?:icon|aliases)$|^policies\.amount\.|\.incomePerHead\./;
  expect(exact.map(([path]) => path).filter((path) => !mixed.test(path))).toEqual([]);
});

test('the controls have the limits of the schema', () => {
  expect(controlAt('policies.title')).toEqual({ kind: 'text', maxLength: 24 });
  expect(controlAt('policies.keyPoints')).toEqual({ kind: 'texts', min: 1, max: 3, maxLength: 30 });
  expect(controlAt('policies.applyBy')).toEqual({ kind: 'date-or-words', maxLength: 60 });
  expect(controlAt('policies.reviewedOn')).toEqual({ kind: 'date' });
  expect(controlAt('notices.starts')).toEqual({ kind: 'date', time: true });
  expect(controlAt('policies.draft')).toEqual({ kind: 'yes-no' });
  expect(controlAt('policies.basis.url')).toEqual({ kind: 'address' });
  expect(controlAt('policies.audio.seconds')).toEqual({ kind: 'number', min: 1 });
  expect(controlAt('policies.audio.src')).toEqual({ kind: 'file', accept: 'audio' });
  expect(controlAt('stories.image.src')).toEqual({ kind: 'file', accept: 'image' });
  expect(controlAt('contacts.phone')).toEqual({ kind: 'phone' });
  expect(controlAt('contacts.id')).toEqual({ kind: 'slug' });
  expect(controlAt('pages.aliases')).toMatchObject({ kind: 'texts', item: 'site-address' });
  expect(controlAt('policies.action')).toEqual({
    kind: 'reference',
    collections: ['actions'],
    many: false,
    min: 0,
  });
  expect(controlAt('policies.contacts')).toEqual({
    kind: 'reference',
    collections: ['contacts'],
    many: true,
    min: 1,
  });
  expect(controlAt('glossary.see')).toMatchObject({ collections: ['glossary', 'policies'], many: true });
  expect(controlAt('site.telephone')).toEqual({ kind: 'phone' });
  expect(controlAt('finder.questions.choices.policies')).toMatchObject({ kind: 'reference', many: true });
  expect(controlAt('policies.steps')).toMatchObject({ kind: 'groups', min: 1 });
});

test('a choice shows the meanings, and its help does not repeat them', () => {
  const kind = fields.get('notices.kind');
  expect(kind?.control).toMatchObject({ kind: 'choice', choices: { job: '招工', clinic: '看病' } });
  expect(kind?.help).toBe('从几类里选一个。');
  expect(controlAt('policies.conditions.schooling')).toMatchObject({
    kind: 'choices',
    min: 1,
    choices: { vocational: '中专、职高、技校' },
  });
});
