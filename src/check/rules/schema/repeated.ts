/** Duplicates in a list of a document. */
import type { AnnotatedFile, SourceText } from '../../../documents/source.ts';
import { keyOf } from '../../../documents/source.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'schema/repeated',
  severity: 'warning',
  finds: '同一个列表里一样的东西写了两遍。',
  why: '读的人以为是两样，多跑一趟，多带一份。',
  write: '删掉多出来的那一条；要两份的，写明“两份”。',
  bad: [
    { collection: 'policies', fields: 'documents: [户口本, ▶户口本]' },
    { collection: 'policies', fields: 'steps: [{title: 去交材料}, {title: ▶去交材料}]' },
  ],
  good: [{ collection: 'policies', fields: 'documents: [户口本, 户口本复印件]' }],
  checkFile: (source, report) => {
    const seen = new Set<string>();
    for (const text of source.texts) {
      const list = listOf(text);
      if (list === undefined || source.collection === undefined) continue;
      const key = `${list}\n${text.text.trim()}`;
      if (seen.has(key)) report(source, text.offsets[0] ?? 0, wordsFor(text, source));
      seen.add(key);
    }
  },
};

/** The list that a text is an item of, or whose item has it as its title; undefined for any other text. */
function listOf({ part, path }: SourceText): string | undefined {
  if (part !== 'field') return undefined;
  if (typeof path.at(-1) === 'number') return keyOf(path.slice(0, -1));
  // Steps differ by their titles; a policy may cite several paragraphs of one rule.
  return path.at(-1) === 'title' && path[0] === 'steps' ? 'steps' : undefined;
}

function wordsFor({ text, path }: SourceText, { collection }: AnnotatedFile): string {
  const why = collection === 'policies' ? '读的人以为是两样，' : '';
  return `「${text.trim()}」在 ${String(path[0])} 里写了两遍，${why}不知道是不是写错了。请删掉一条，或者把两条写得不一样。`;
}
