/** A reference by a Chinese name, or by a former name, gets a suggestion of the right id and of no other. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentCollections, recordCollections } from '../schema/collection-name.ts';
import { projectDir } from '../settings.ts';
import { readCorpus } from './read-corpus.ts';
import { type NamedEntry, suggestReference, toNamedEntry } from './reference-suggestions.ts';

const { documents } = readCorpus(join(projectDir, 'content'));
const example: NamedEntry[] = [
  ...documentCollections.flatMap((name) =>
    documents[name].map(({ slug, data }) => toNamedEntry(name, slug, data)),
  ),
  ...recordCollections.flatMap((name) => documents[name].map((data) => toNamedEntry(name, data.id, data))),
];

describe('of the example', () => {
  test.each([...documentCollections, ...recordCollections])(
    'every one of %s is found by its name',
    (collection) => {
      const own = example.filter((named) => named.collection === collection);
      expect(own.length).toBeGreaterThan(0);
      for (const { id, names } of own) {
        for (const name of names)
          expect(suggestReference(name, [collection], example), name).toContain(`请改成 ${id}。`);
      }
    },
  );

  test.each([
    ['actions', '孝亲敬老', '请改成 jing-lao。'],
    ['audiences', '困难家庭', 'kun-nan'],
    ['audiences', '“老人”', '请改成 lao-ren。'],
    ['audiences', '困难家庭，老人', '[kun-nan, lao-ren]'],
    ['audiences', 'kun-nan，lao-ren', '[kun-nan, lao-ren]'],
    ['audiences', 'kun-nan、老人', '[kun-nan, lao-ren]'],
    ['contacts', '12345', '请改成 tel-12345。'],
    ['contacts', '１２３４５', '请改成 tel-12345。'],
    ['places', '上团柏', '「shang-tuan-bai」（上团柏村）'],
    ['policies', '/policies/di-bao/', '请改成 di-bao。'],
    ['policies', 'di-bao.mdx', '请改成 di-bao。'],
    ['policies', 'Di_Bao', '请改成 di-bao。'],
    ['audiences', 'kun-nan-jia-ting', '「kun-nan」'],
    ['audiences', 'lao-rem', '最接近的是「lao-ren」'],
    ['actions', '老人', '不能写在这里'],
    ['actions', 'xyz', '「jing-lao」（孝亲敬老）'],
  ] as const)('%s: %s', (collection, word, says) => {
    expect(suggestReference(word, [collection], example)).toContain(says);
  });
});

test('a name that a document had before leads to the one it has now', () => {
  const renamed = toNamedEntry('policies', 'can-ji-liang-bu', {
    title: '两项补贴',
    aliases: ['can-ji-bu-tie', '/policies/lao-ming/'],
  });
  const all = [renamed, toNamedEntry('glossary', 'gang-wei-bu-tie', { term: '岗位补贴' })];
  for (const former of ['can-ji-bu-tie', 'lao-ming']) {
    expect(suggestReference(former, ['glossary', 'policies'], all)).toBe(
      '它改名了，现在叫「can-ji-liang-bu」，请改成 can-ji-liang-bu。',
    );
  }
});

test('of two with one name neither is chosen', () => {
  const all = ['a-cun', 'b-cun'].map((id) => toNamedEntry('places', id, { name: '新庄村' }));
  expect(suggestReference('新庄村', ['places'], all)).toBe(
    '叫这个名字的有几个，请写其中一个的 id：「a-cun」（新庄村）、「b-cun」（新庄村）。',
  );
});
