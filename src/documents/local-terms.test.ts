/** A policy with unknown local terms is open nowhere, whatever its texts say. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { broadcastOf } from './broadcast.ts';
import { policyJsonLd } from './json-ld.ts';
import { messageOf } from './message.ts';
import { createSite, type PolicyDocument } from './site.ts';
import { ASK_FIRST, policyStatusWords } from './status-words.ts';

const corpus = readCorpus(fileURLToPath(new URL('../../content', import.meta.url)), 'content');
const site = createSite(corpus.documents, corpus, '2026-11-27');
const source = { url: 'https://www.county.example/', siteName: '明白纸', publishedOn: '2026-11-23' };

/** Each policy of the county that has not ended, as if its local terms were unknown. */
const policies = site.policies
  .filter(({ data }) => data.validUntil === undefined)
  .map((policy): PolicyDocument => ({ ...policy, data: { ...policy.data, localTerms: 'unknown' } }));

describe.each(policies.map((policy) => ({ slug: policy.slug, policy })))('$slug', ({ policy }) => {
  test.each([
    ['the label and the sentence', () => policyStatusWords(policy.data, site.today).sentence],
    ['the message', () => messageOf(site, policy)],
    ['the structured data', () => JSON.stringify(policyJsonLd(policy, [], source))],
  ])('%s says to ring first', (_, textOf) => {
    expect(textOf()).toContain(ASK_FIRST);
    expect(textOf()).not.toContain('现在可以办');
  });

  test('the loudspeaker script says to ring first', () => {
    expect(broadcastOf(site, policy).replace(/[，。\n]/g, '')).toContain(ASK_FIRST.replace('，', ''));
  });
});

test('the two of the county that wait for local terms are marked', () => {
  const marked = site.policies.filter(({ data }) => data.localTerms === 'unknown').map(({ slug }) => slug);
  expect(marked.sort()).toEqual(['bang-fu-xin-dai', 'yu-lu-ji-hua']);
});
