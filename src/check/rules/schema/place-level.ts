/** Places inside a smaller one: a town in a village. A village in a village is one of its hamlets. */
import type { Rule } from '../../rule.ts';

/** From large to small. */
const LEVELS = ['county', 'town', 'village'] as const;
const LEVEL_NAMES = { county: '县', town: '乡镇', village: '村' } as const;

const place = (id: string, name: string, kind: string, parent: string) =>
  `id: ${id}\nname: ${name}\nkind: ${kind}\nparent: ${parent}\n`;

export const rule: Rule = {
  name: 'schema/place-level',
  severity: 'error',
  finds: '大地方写在小地方里面：乡镇属于村，县属于乡镇。',
  why: '按地方找政策的人会走错地方。',
  write: '把 parent 改成上一级，或者把 kind 改对。',
  bad: [
    {
      files: {
        'places/cun.yml': 'id: cun\nname: 前村\nkind: village\n',
        'places/zhen.yml': place('zhen', '河湾镇', 'town', '▶cun'),
      },
      shown: 'kind: town ⏎ parent: qian-cun',
    },
  ],
  good: [
    {
      files: {
        'places/zhen.yml': 'id: zhen\nname: 河湾镇\nkind: town\n',
        'places/cun.yml': place('cun', '前村', 'village', 'zhen'),
        'places/zi-ran-cun.yml': place('zi-ran-cun', '沟里', 'village', 'cun'),
      },
    },
  ],
  check: ({ sources, site }, report) => {
    const places = new Map(site.places.map((each) => [each.id, each]));
    for (const source of sources) {
      if (source.collection !== 'places') continue;
      const id = source.texts.find(({ path }) => path[0] === 'id')?.text;
      const child = places.get(id ?? '');
      const parent = places.get(child?.parent ?? '');
      if (child === undefined || parent === undefined) continue;
      if (LEVELS.indexOf(parent.kind) <= LEVELS.indexOf(child.kind)) continue;
      const [large, small] = [LEVEL_NAMES[child.kind], LEVEL_NAMES[parent.kind]];
      const what = `「${child.name}」写的是${large}，却属于一个${small}「${parent.name}」，按地方找政策的人会走错地方。`;
      report(source, source.values.get('parent') ?? 0, `${what}请把 parent 改成上一级，或者把 kind 改对。`);
    }
  },
};
