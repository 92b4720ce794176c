/** Made-up counties for tests: names of real counties of Shanxi, everything else invented and marked so. */
import type { CountySummary, SummarizedDocument, SummarizedNews } from '../../schema/county-summary.ts';
import type { CountyInput, FrontInput } from './front-input.ts';

/** A document that says the words of `hash`. */
export function madeDocument(slug: string, more: Partial<SummarizedDocument> = {}): SummarizedDocument {
  return {
    collection: 'policies',
    slug,
    title: `编的政策${slug}`,
    summary: '这是编的。',
    address: `/policies/${slug}/`,
    published: '2026-11-01',
    updated: '2026-11-01',
    status: 'active',
    origin: 'base',
    hash: 'same',
    ...more,
  };
}

export function madeNews(more: Partial<SummarizedNews> = {}): SummarizedNews {
  return {
    kind: 'added',
    date: '2026-11-26',
    title: '编的消息',
    summary: '这是编的。',
    address: '/policies/a/',
    ...more,
  };
}

/** A rate with one value since the beginning of the year. */
export function madeRate(value: number, until?: string): CountySummary['rates'][number] {
  const source = { title: '编的文件', issuer: '编的机关' };
  return {
    id: 'biao-zhun',
    name: '编的标准',
    unit: '元',
    origin: 'own',
    values: [{ from: '2026-01-01', ...(until !== undefined && { until }), value, source }],
  };
}

export function madeCounty(
  id: string,
  name: string,
  more: Partial<CountySummary> = {},
  given: Omit<CountyInput, 'id' | 'summary'> = {},
): CountyInput {
  const url = `https://www.province.example/${id}/`;
  const lists = { documents: [], rates: [], news: [] };
  const about = { format: 1, day: '2026-11-28', name: `${name}明白纸`, url, county: { name } } as const;
  return { id, ...given, summary: { ...about, ...lists, ...more } };
}

export function madeProvince(counties: CountyInput[]): FrontInput {
  return { about: { name: '示例省', url: 'https://www.province.example/' }, day: '2026-11-28', counties };
}
