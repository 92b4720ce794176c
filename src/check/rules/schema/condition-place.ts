/** A condition on the place that nobody meets: its places are outside those of the policy. */
import { placesInside } from '../../../documents/fact-values.ts';
import type { PolicyData } from '../../../schema/policies.ts';
import type { Rule } from '../../rule.ts';

const places = {
  'places/fen-xi.yml': 'id: fen-xi\nname: 汾西县\nkind: county\n',
  'places/tuan-bai.yml': 'id: tuan-bai\nname: 团柏乡\nparent: fen-xi\nkind: town\n',
  'places/yong-an.yml': 'id: yong-an\nname: 永安镇\nparent: fen-xi\nkind: town\n',
};

export const rule: Rule = {
  name: 'schema/condition-place',
  severity: 'error',
  finds: 'conditions 里一条的 places，不在这个政策的 places 里面。',
  why: '没有一个人能合这一条，网页会对所有人说办不了。',
  write: '看看是政策的 places 少写了，还是这一条写错了地方。',
  bad: [
    {
      collection: 'policies',
      fields: 'places: [tuan-bai]\nconditions: [{age: {from: 60}, places: ▶[yong-an]}]',
      files: places,
    },
  ],
  good: [
    {
      collection: 'policies',
      fields: 'places: [fen-xi]\nconditions: [{places: [tuan-bai]}]',
      files: places,
    },
    { collection: 'policies', fields: 'conditions: [{places: [tuan-bai]}]', files: places },
  ],
  check: ({ sources, site }, report) => {
    for (const source of sources) {
      if (source.document?.collection !== 'policies') continue;
      const data = source.document.data as PolicyData;
      const inside = new Set((data.places ?? []).flatMap((id) => placesInside(id, site)));
      for (const [index, alternative] of (data.conditions ?? []).entries()) {
        const own = alternative.places?.flatMap((id) => placesInside(id, site));
        if (!data.places || !own || own.some((id) => inside.has(id))) continue;
        const message =
          '这几个地方不在政策的 places 里面，没有人能合这一条。看看是 places 少写了，还是这里写错了地方。';
        report(source, source.values.get(`conditions.${index}.places`) ?? 0, message);
      }
    }
  },
};
