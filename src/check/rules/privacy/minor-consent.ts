/** A story about somebody under 18 requires the guardian's consent, and never shows the full name (个人信息保护法第三十一条). */
import type { StoryData } from '../../../schema/stories.ts';
import { isAboutChild } from '../../child-story.ts';
import { isConfirmation } from '../../confirmations.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'privacy/minor-consent',
  severity: 'error',
  guesses: true,
  stopsBuild: true,
  finds: '故事的主人公不满18岁，却没有监护人同意，或者露了全名。',
  why: '孩子自己点头不算数，法律要监护人同意。',
  write: '在 consent 里加上 guardian（监护人哪天同意的），show 写 surname 或 alias。',
  bad: [
    { collection: 'stories', fields: 'person: ▶{name: 王小明, show: surname, minor: true}' },
    {
      collection: 'stories',
      fields:
        'person: ▶{name: 王小明, show: full, minor: true}\nconsent: {kind: written, date: 2026-10-01, guardian: 2026-10-01}',
    },
    {
      collection: 'stories',
      fields: 'person: ▶{name: 王小明, show: surname}',
      body: '他是小学生，跟着奶奶过。',
    },
    ...['他是五年级学生。', '念初二，成绩好。', '他今年十二岁。', '他刚上小学。', '王小明生于2014年。'].map(
      (body) => ({
        collection: 'stories' as const,
        fields: 'person: ▶{name: 王小明, show: full}',
        body,
      }),
    ),
  ],
  good: [
    {
      collection: 'stories',
      fields:
        'person: {name: 王小明, show: surname, minor: true}\nconsent: {kind: written, date: 2026-10-01, guardian: 2026-10-01}',
    },
    { collection: 'stories', body: '他今年32岁，有个8岁的孩子。' },
    { collection: 'stories', body: '他是幼儿园的厨师，每天做六十个人的饭。' },
    { collection: 'stories', body: '他的女儿念初二。他小时候只念到五年级。' },
  ],
  beyond: ({ site }) => site.today.slice(0, 4),
  checkFile: (source, report, year) => {
    if (source.document?.collection !== 'stories') return;
    const { person, consent } = source.document.data as StoryData;
    const texts = source.texts.filter((text) => text.part !== 'code' && !isConfirmation(text));
    const young =
      person.minor === undefined &&
      isAboutChild(
        texts.map(({ text }) => text),
        person.name,
        Number(year),
      );
    if (!person.minor && !young) return;
    const at = source.values.get('person') ?? 0;
    if (consent.guardian === undefined) {
      const what = young ? '文中的人像是不满18岁。' : '主人公不满18岁，孩子自己同意不算数。';
      const advice = '请在 consent 里加上监护人同意的日子，例如 guardian: 2026-11-01';
      if (!young) return report(source, at, `${what}${advice}。`);
      report(
        source,
        at,
        `${what}「${person.name}」${advice}；已经成年的，在 person 里写 minor: false。`,
        person.name,
      );
    } else if (person.show === 'full') {
      report(source, at, '不满18岁的人不能露全名，会跟他一辈子。请把 show 写成 surname 或 alias。');
    }
  },
};
