/** Two records of one thing: readers see it twice, and only one of two explanations of a word is shown. */
import type { AnnotatedFile } from '../../../documents/source.ts';
import type { CollectionName } from '../../../schema/collection-name.ts';
import type { Rule } from '../../rule.ts';

/** The fields that identify a record for a reader. */
const IDENTITY: Partial<Record<CollectionName, readonly string[]>> = {
  glossary: ['term'],
  contacts: ['name', 'phone'],
  places: ['name', 'parent'],
  actions: ['title'],
  audiences: ['title'],
};

export const rule: Rule = {
  name: 'schema/twin-record',
  severity: 'warning',
  finds: '两条记录说的是同一个东西：同一个词解释了两次，同一个电话登了两次。',
  why: '读的人看到两个一样的，不知道该信哪个。',
  write: '留一条，删掉另一条；真是两个，就把名字写得分得清。',
  bad: [
    {
      files: {
        'glossary/z-gong-shi.yml': 'id: z-gong-shi\nterm: ▶公示\nplain: 贴在墙上让大家看。\n',
      },
      shown: 'term: 公示（两个文件都写）',
    },
    { files: { 'contacts/z.yml': 'id: z\nname: ▶政务热线\nphone: "12345"\nfor: 问政策\n' } },
  ],
  good: [
    // Two offices may share one number.
    { files: { 'contacts/z.yml': 'id: z\nname: 农业热线\nphone: "12345"\nfor: 种地的事\n' } },
  ],
  check: ({ sources, allSources }, report) => {
    const first = new Map<string, AnnotatedFile>();
    for (const source of allSources) {
      const key = identityOf(source);
      if (key === undefined) continue;
      const twin = first.get(key);
      if (twin === undefined) first.set(key, source);
      else if (sources.includes(source)) {
        const [name = ''] = IDENTITY[source.collection as CollectionName] ?? [];
        const message = `${twin.file} 里已经有一样的，读的人看到两个，不知道该信哪个。请留一条；真是两个，就把名字写得分得清。`;
        report(source, source.values.get(name) ?? 0, message);
      }
    }
  },
};

function identityOf(source: AnnotatedFile): string | undefined {
  const fields = source.collection && IDENTITY[source.collection];
  if (fields === undefined || source.isBroken) return undefined;
  const values = fields.map((name) => source.texts.find(({ path }) => path[0] === name)?.text.trim() ?? '');
  return [source.collection, ...values].join('\n');
}
