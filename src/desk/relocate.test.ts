import { expect, test } from 'vitest';
import { redirectFinder, redirectReferences, referrersOf, withAlias, withdrawnLedger } from './relocate.ts';

const place = { collection: 'policies', slug: 'di-bao' } as const;
const document = { ...place, text: '---\ntitle: 低保 # 要紧\naliases: [lao-di-bao]\n---\n\n正文。\n' };
const day = { day: '2026-11-24', reason: '合到一篇里了', replacedBy: '/policies/jiu-zhu/' };

test('a moved document is reached by its old address, and its comments stay', () => {
  expect(withAlias(document.text, place)).toBe(
    document.text.replace('[lao-di-bao]', '[lao-di-bao, /policies/di-bao/]'),
  );
});

test('every reference to a document in fields follows it; the same name elsewhere does not', () => {
  const story = {
    collection: 'stories',
    slug: 'xu',
    file: 'content/stories/xu.mdx',
    text: '---\ntitle: di-bao\npolicies:\n  - di-bao # 领的\n  - jiu-zhu\nplace: di-bao\n---\n',
  } as const;
  expect(referrersOf([story], place).map(({ file }) => file)).toEqual([story.file]);
  expect([...redirectReferences([story], place, 'di-bao-jin')]).toEqual([
    [story.file, story.text.replace('- di-bao #', '- di-bao-jin #')],
  ]);
});

test('the questions of the finder follow a moved policy, with their comments', () => {
  const finder =
    '# 问\n- id: who\n  choices:\n    - policies: [di-bao, jiu-zhu] # 两个\n      audiences: [di-bao]\n';
  expect(redirectFinder(finder, place, 'xin')).toBe(finder.replace('[di-bao, j', '[xin, j'));
  expect(redirectFinder('# 还没有\n', place, 'xin')).toBe('# 还没有\n');
});

test('the document that replaces another one does not refer to itself', () => {
  const text = '---\ntitle: 救助\nreplacedBy: di-bao\n---\n';
  const jiuZhu = { collection: 'policies', slug: 'jiu-zhu', file: 'j.mdx', text } as const;
  expect([...redirectReferences([jiuZhu], place, 'jiu-zhu')]).toEqual([['j.mdx', '---\ntitle: 救助\n---\n']]);
});

test('the ledger says of every address of a withdrawn document when, why and where to go', () => {
  const ledger =
    '# 不要删\n- address: /policies/di-bao/ # 印在海报上\n  since: "2026-01-01"\n- address: /x/\n  since: 2026-01-02\n';
  expect(withdrawnLedger(ledger, document, day)).toBe(`# 不要删
- address: /policies/di-bao/ # 印在海报上
  since: "2026-01-01"
  withdrawn: 2026-11-24
  reason: 合到一篇里了
  replacedBy: /policies/jiu-zhu/
- address: /x/
  since: 2026-01-02
- address: /policies/lao-di-bao/
  since: 2026-11-24
  withdrawn: 2026-11-24
  reason: 合到一篇里了
  replacedBy: /policies/jiu-zhu/
`);
});

test('a ledger that is empty, has only comments, or is not there yet gets its first entries', () => {
  for (const ledger of ['', '# 网址\n', undefined]) {
    expect(withdrawnLedger(ledger, document, day)).toContain(
      '- address: /policies/di-bao/\n  since: 2026-11-24\n',
    );
  }
  expect(() => withdrawnLedger('a: "半', document, day)).toThrow('读不出来');
});
