/** Cycles: places inside one another, policies replaced by one another, a word explained by itself. */
import type { AnnotatedFile } from '../../../documents/source.ts';
import type { CollectionName } from '../../../schema/collection-name.ts';
import { findCycles } from '../../cycles.ts';
import type { CheckedContent, Report, Rule } from '../../rule.ts';

const TOWN = (parent: string) => `id: zhen\nname: 河湾镇\nparent: ${parent}\nkind: town\n`;

export const rule: Rule = {
  name: 'schema/circle',
  severity: 'error',
  stopsBuild: true,
  finds: '转了一圈又回到自己：地方属于自己，政策换成了自己，两个互相指。',
  why: '读的人点来点去又回到原来那一页，网站也排不出来。',
  write: '照提示改掉一个：写真正的上一级、真正接着办的那个，没有就删掉这一行。',
  bad: [
    { files: { 'places/zhen.yml': TOWN('▶zhen') }, shown: 'id: zhen ⏎ parent: zhen' },
    { collection: 'policies', fields: 'replacedBy: ▶li-zi' },
    {
      files: {
        'places/zhen.yml': TOWN('▶cun'),
        'places/cun.yml': 'id: cun\nname: 前村\nparent: ▶zhen\nkind: village\n',
      },
    },
    {
      files: {
        'glossary/gong-shi.yml': 'id: gong-shi\nterm: 公示\nplain: 贴出来让大家看。\nsee: ▶gong-shi\n',
      },
    },
  ],
  good: [
    {
      files: {
        'places/xian.yml': 'id: xian\nname: 示例县\nkind: county\n',
        'places/zhen.yml': TOWN('xian'),
      },
    },
    // Two words may refer to each other: each has its own explanation.
    {
      files: {
        'glossary/gong-shi.yml': 'id: gong-shi\nterm: 公示\nplain: 贴出来让大家看。\nsee: gong-kai\n',
        'glossary/gong-kai.yml': 'id: gong-kai\nterm: 公开\nplain: 让大家都能看到。\nsee: gong-shi\n',
      },
    },
  ],
  check: (content, report) => {
    const { places, policies, glossary } = content.site;
    const parents = new Map(places.map(({ id, parent }) => [id, parent]));
    for (const circle of findCycles(parents)) {
      reportCircle(content, report, { collection: 'places', field: 'parent', circle, words: inItself });
    }
    const successors = new Map(policies.map(({ slug, data }) => [slug, data.replacedBy]));
    for (const circle of findCycles(successors)) {
      reportCircle(content, report, {
        collection: 'policies',
        field: 'replacedBy',
        circle,
        words: replacesItself,
      });
    }
    const isPolicy = new Set(policies.map(({ slug }) => slug));
    for (const { id, see } of glossary) {
      const index = see?.indexOf(id) ?? -1;
      // A policy may have the same name as the word: the reference also leads to the policy.
      if (index < 0 || isPolicy.has(id)) continue;
      const [source] = sourcesOf(content, 'glossary', [id]);
      const message = 'see 写的是这个词自己，点了还是这一页。请写别的词的 id，没有就删掉这一行。';
      if (source) report(source, source.values.get(`see.${index}`) ?? source.values.get('see') ?? 0, message);
    }
  },
};

interface Circle {
  collection: CollectionName;
  /** The field with the reference. */
  field: string;
  circle: readonly string[];
  words(way: string, isAlone: boolean): string;
}

function reportCircle(
  content: CheckedContent,
  report: Report,
  { collection, field, circle, words }: Circle,
): void {
  for (const source of sourcesOf(content, collection, circle)) {
    const start = circle.indexOf(idOf(source));
    const way = [...circle.slice(start), ...circle.slice(0, start + 1)].join(' → ');
    report(source, source.values.get(field) ?? 0, words(way, circle.length === 1));
  }
}

function inItself(way: string, isAlone: boolean): string {
  const what = isAlone ? '这个地方属于它自己' : `这几个地方转着圈互相属于：${way}`;
  return `${what}，排不出谁在谁里面。请把 parent 改成真正的上一级；县没有上一级，就删掉 parent 这一行。`;
}

function replacesItself(way: string, isAlone: boolean): string {
  const what = isAlone ? '这个政策写着换成了它自己' : `这几个政策转着圈互相接替：${way}`;
  return `${what}，读的人点来点去，找不到现在该办哪个。请把 replacedBy 改成真正接着办的那个，没有就删掉这一行。`;
}

/** The files of documents or records, by their ids. */
function sourcesOf(
  { allSources }: CheckedContent,
  collection: CollectionName,
  ids: readonly string[],
): AnnotatedFile[] {
  return allSources.filter(
    (source) => source.collection === collection && !source.isDraft && ids.includes(idOf(source)),
  );
}

/** The id in references to a file: its name for documents, its field `id` for records. */
function idOf(source: AnnotatedFile): string {
  if (source.document !== undefined) return source.slug;
  return source.texts.find(({ path }) => path.length === 1 && path[0] === 'id')?.text ?? source.slug;
}
