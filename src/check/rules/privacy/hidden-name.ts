/** The real name of a person who does not want it shown, in the text. */
import type { StoryData } from '../../../schema/stories.ts';
import type { Rule } from '../../rule.ts';

const story = (fields: string, body?: string) => ({
  collection: 'stories' as const,
  fields,
  ...(body !== undefined && { body }),
});

export const rule: Rule = {
  name: 'privacy/hidden-name',
  severity: 'error',
  stopsBuild: true,
  finds: '故事里选了只写姓或者用化名，正文、标题里却写着真名。',
  why: '本人不愿意露名，写出来就收不回来了。',
  write: '把真名都换成称呼或者化名。',
  bad: [
    story('person: {name: 徐大平, show: surname}', '▶徐大平去年进了厂。'),
    story('person: {name: 徐大平, show: alias, alias: 老李}\nsummary: 跟着▶徐大平学手艺。'),
    story('person: {name: 徐大平, show: alias, alias: ▶徐大平}'),
  ],
  good: [
    story('person: {name: 徐大平, show: surname}', '老徐去年进了厂。'),
    story('person: {name: 徐大平, show: full}', '徐大平去年进了厂。'),
  ],
  checkFile: (source, report) => {
    if (source.document?.collection !== 'stories') return;
    const { person } = source.document.data as StoryData;
    const name = person.name.trim();
    // A surname alone, or one character, identifies nobody.
    if (person.show === 'full' || name.length < 2) return;
    for (const { text, path, offsets } of source.texts) {
      if (path[0] === 'person' && path[1] === 'name') continue;
      const index = text.indexOf(name);
      if (index < 0) continue;
      const message = `person 里选的是不露全名，这里却写着真名「${name[0]}…」，本人不愿意的事，写出来就收不回来。请换成称呼或者化名。`;
      report(source, offsets[index] ?? 0, message);
    }
  },
};
