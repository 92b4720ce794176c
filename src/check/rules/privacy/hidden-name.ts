/** The real name of a person who does not want it shown, in the text. */
import type { StoryData } from '../../../schema/stories.ts';
import { isConfirmation } from '../../confirmations.ts';
import { occurrencesOf } from '../../person-names/occurrences.ts';
import type { Rule } from '../../rule.ts';

const story = (fields: string, body?: string) => ({
  collection: 'stories' as const,
  fields,
  ...(body !== undefined && { body }),
});

export const rule: Rule = {
  name: 'privacy/hidden-name',
  severity: 'error',
  guesses: true,
  stopsBuild: true,
  finds: '故事里选了只写姓或者用化名，正文、标题里却写着真名。名字也是平常的词（高峰）的，只提醒。',
  why: '本人不愿意露名，写出来就收不回来了。',
  write: '把真名都换成称呼或者化名。',
  bad: [
    story('person: {name: 徐大平, show: surname}', '▶徐大平去年进了厂。'),
    story('person: {name: 徐大平, show: surname}', '▶徐 大 平去年进了厂。'),
    story('person: {name: 徐大平, show: alias, alias: 老李}\nsummary: 跟着▶徐大平学手艺。'),
    story('person: {name: 徐大平, show: alias, alias: ▶徐大平}'),
    story('person: {name: 高峰, show: surname}', '村里人都说▶高峰能干。'),
  ],
  good: [
    story('person: {name: 徐大平, show: surname}', '老徐去年进了厂。'),
    story('person: {name: 徐大平, show: full}', '徐大平去年进了厂。'),
    story('person: {name: 高峰, show: surname}', '春运高峰期他也不回家。'),
    story('person: {name: 于会, show: surname}', '关于会议的事，他记得清。'),
  ],
  checkFile: (source, report) => {
    if (source.document?.collection !== 'stories') return;
    const { person } = source.document.data as StoryData;
    const name = person.name.trim();
    // A surname alone, or one character, identifies nobody.
    if (person.show === 'full' || name.length < 2) return;
    for (const text of source.texts) {
      if ((text.path[0] === 'person' && text.path[1] === 'name') || isConfirmation(text)) continue;
      const all = occurrencesOf(name, text.text);
      const first = all.find(({ isCertain }) => isCertain) ?? all[0];
      if (first === undefined) continue;
      const message = first.isCertain
        ? `person 里选的是不露全名，这里却写着真名「${name[0]}…」，本人不愿意的事，写出来就收不回来。请换成称呼或者化名。`
        : `person 里选的是不露全名，这里的「${name}」像是真名，也可能只是一个词。是真名的，请换成称呼或者化名。`;
      report(source, text.offsets[first.index] ?? 0, message, first.isCertain ? undefined : name);
    }
  },
};
