/** From a query to pages in their order, over an index in memory. */
import { expect, test, vi } from 'vitest';
import { fragmentId } from '../fragment-id.ts';
import { checkFraud } from '../fraud.ts';
import type { ResultType } from '../result-types.ts';
import type { ResultFacts } from '../search-documents.ts';
import { skipBigramTokens, tokenize } from '../tokenizer.ts';
import { alphanumericCode } from './alphanumeric-code.ts';
import type { Match } from './index-reader.ts';
import { type SearchOptions, type SearchResult, search } from './search.ts';

interface Page {
  title: string;
  type: ResultType;
  /** The last day of a policy. */
  until?: string;
  /** The weight of a word there. */
  weight?: number;
}

const wordsOf = (title: string) => [
  ...tokenize(title),
  ...skipBigramTokens(title).map((word) => word.slice(0, -1)),
];

/** An engine that finds each page by the words of its title, and counts the opened pages; `coming` delays each. */
function engineOf(pages: readonly Page[], coming = async () => {}) {
  let opened = 0;
  const found = ({ title, type, until, weight = 1 }: Page, index: number): Match => ({
    id: fragmentId({ type, ...(until && { until }) }, String(index).padStart(7, '0')),
    score: weight,
    data: async () => {
      opened += 1;
      await coming();
      return { url: `/${title}/`, content: title, meta: { title, type } };
    },
  });
  const options: SearchOptions = {
    pages: pages.length,
    index: {
      preload: async () => undefined,
      async search(word) {
        const results = pages
          .map((page, number) => ({ page, number }))
          .filter(({ page }) => wordsOf(page.title).includes(word ?? ''))
          .map(({ page, number }) => found(page, number));
        return { results, unfilteredCount: results.length };
      },
    },
    tables: {
      preloadPinyin: async () => undefined,
      toSimplified: async (text) => text,
      pinyinOf: async () => '',
      syllables: async () => new Set(),
      hasStandardCharacter: async () => false,
    },
    today: '2026-11-24',
    hasEnded: () => false,
    isStale: async () => false,
    checkFraud: async (query) => checkFraud(query),
    loadAlphanumeric: async () => alphanumericCode,
  };
  return { options, opened: () => opened };
}

const titles = async (query: string, options: SearchOptions): Promise<string[]> => {
  const answer = await search(query, {}, 6, options);
  return answer?.hits.map(({ facts }: { facts: ResultFacts }) => facts.title) ?? [];
};

const pages: Page[] = [
  { title: '养羊贷款的故事', type: 'story', weight: 9 },
  { title: '小额贷款', type: 'policy', weight: 0.1 },
];

test('a question on how to get something finds the policy before the story of a person who did', async () => {
  const { options } = engineOf(pages);
  expect(await titles('贷款', options)).toEqual(['养羊贷款的故事', '小额贷款']);
  expect(await titles('怎么申请贷款', options)).toEqual(['小额贷款', '养羊贷款的故事']);
});

test('ended pages rank after valid ones, among any number of pages, and no more are opened for them', async () => {
  const over: Page[] = Array.from({ length: 9 }, (_, number) => ({
    title: `贷款${number}`,
    type: 'policy',
    until: '2026-11-23',
  }));
  const { options, opened } = engineOf([
    ...over,
    { title: '今天到期的贷款', type: 'policy', until: '2026-11-24' },
  ]);
  expect((await titles('贷款', options))[0]).toBe('今天到期的贷款');
  expect(opened()).toBe(6);
});

test('the first three are sent while the others are being fetched, and keep their order', async () => {
  const many: Page[] = Array.from({ length: 8 }, (_, number) => ({ title: `贷款${number}`, type: 'policy' }));
  const { options } = engineOf(many);
  const first: SearchResult[] = [];
  const whole = await search('贷款', {}, 6, { ...options, onPartial: (answer) => first.push(answer) });
  expect(first).toHaveLength(1);
  expect(first[0]).toMatchObject({ count: 6, total: 8 });
  expect(first[0]?.hits).toEqual(whole?.hits.slice(0, 3));
  expect(whole).toMatchObject({ count: 6, total: 8 });
});

test('on a slow phone the first screen is rendered alone; on a slow line the others are fetched meanwhile', async () => {
  const many: Page[] = Array.from({ length: 8 }, (_, number) => ({ title: `贷款${number}`, type: 'policy' }));
  vi.useFakeTimers();
  try {
    let arrive: (() => void)[] = [];
    const slow = () => new Promise<void>((resolve) => arrive.push(resolve));
    for (const comeAfterMs of [50, 400]) {
      arrive = [];
      const { options, opened } = engineOf(many, slow);
      const answer = search('贷款', {}, 6, options);
      await vi.advanceTimersByTimeAsync(comeAfterMs);
      expect(opened()).toBe(comeAfterMs < 100 ? 3 : 6);
      for (const come of arrive) come();
      await vi.advanceTimersByTimeAsync(0);
      expect(opened()).toBe(6);
      for (const come of arrive) come();
      expect((await answer)?.count).toBe(6);
    }
  } finally {
    vi.useRealTimers();
  }
});

test('without a partial result all are fetched at once', async () => {
  const many: Page[] = Array.from({ length: 8 }, (_, number) => ({ title: `贷款${number}`, type: 'policy' }));
  vi.useFakeTimers();
  try {
    const { options, opened } = engineOf(many, () => new Promise(() => undefined));
    void search('贷款', { open: 'yes' }, 6, options);
    await vi.advanceTimersByTimeAsync(0);
    expect(opened()).toBe(6);
  } finally {
    vi.useRealTimers();
  }
});

test('with three hits, or with the filter for open ones, all are sent at once', async () => {
  const { options } = engineOf(
    Array.from({ length: 8 }, (_, number) => ({ title: `贷款${number}`, type: 'policy' })),
  );
  const few = engineOf(pages).options;
  const first: SearchResult[] = [];
  const onPartial = (answer: SearchResult) => first.push(answer);
  expect((await search('贷款', {}, 6, { ...few, onPartial }))?.count).toBe(2);
  expect((await search('贷款', { open: 'yes' }, 6, { ...options, onPartial }))?.count).toBe(6);
  expect((await search('贷款', {}, 12, { ...options, onPartial }))?.count).toBe(8);
  expect(first).toEqual([]);
});

test('a stale request opens no page', async () => {
  const { options, opened } = engineOf(pages);
  for (const turns of [0, 1]) {
    let asked = 0;
    const isStale = async () => {
      asked += 1;
      return asked > turns;
    };
    expect(await search('贷款', {}, 6, { ...options, isStale })).toBeUndefined();
    expect(opened()).toBe(0);
  }
});

test('a wrong character is looked up if no page has the word, and only then', async () => {
  const { options } = engineOf([
    { title: '养老金', type: 'policy' },
    { title: '小额贷款', type: 'policy' },
  ]);
  expect(await titles('养考金', options)).toEqual(['养老金']);
  const asked: (string | null)[] = [];
  const { index } = options;
  const search = (word: string | null) => {
    asked.push(word);
    return index.search(word);
  };
  await titles('小额贷款养考金', { ...options, index: { ...index, search } });
  expect(asked).toContain('养金');
  expect(asked).not.toContain('小贷');
});

test('if a page has two words of a sentence, one without pages is a boundary between words and no wrong character', async () => {
  const { options } = engineOf([{ title: '铝厂招人打工', type: 'story' }]);
  const asked: (string | null)[] = [];
  const { index } = options;
  const preload = async (word: string) => void asked.push(word);
  await titles('我想去铝厂打工', { ...options, index: { ...index, preload } });
  expect(asked).toEqual(['去铝', '铝厂', '厂打', '打工']);
});

test('a phrase is looked up by pinyin only if a token of it is on no page', async () => {
  const { options } = engineOf([{ title: '养老金', type: 'policy' }]);
  const heard: string[] = [];
  const pinyinOf = async (phrase: string) => {
    heard.push(phrase);
    return '';
  };
  await titles('盖新房怎么领养老金', { ...options, tables: { ...options.tables, pinyinOf } });
  expect(heard).toEqual(['盖新房']);
});

test('an exact match is fetched before similar tokens have been loaded', async () => {
  const { options, opened } = engineOf([{ title: '养老金', type: 'policy' }]);
  let openedBefore = 0;
  const pinyinOf = async () => {
    openedBefore = opened();
    return '';
  };
  const tables = { ...options.tables, pinyinOf };
  expect(await titles('盖新房怎么领养老金', { ...options, tables })).toEqual(['养老金']);
  expect(openedBefore).toBe(1);
});
