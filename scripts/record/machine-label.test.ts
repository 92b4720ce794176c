/** A machine's recording carries the label of GB 45438-2025, whatever the site is called. */
import { expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite } from '../../src/documents/site.ts';
import { machineLabel } from './machine-label.ts';
import { MACHINE_NOTICE } from './machine-voice.ts';

const corpus = readCorpus('content', 'content');
const at = (url: string) =>
  createSite(corpus.documents, { ...corpus, site: { ...corpus.site, url } }, '2026-11-28');

test('its seven elements are there in their order; first producer and propagator are the same', () => {
  const label = JSON.parse(machineLabel(at('https://mingbai.example/'), 'di-bao', ['一句。'])) as object;
  expect(Object.entries(label)).toEqual([
    ['Label', '1'],
    ['ContentProducer', 'mingbai.example'],
    ['ProduceID', expect.stringMatching(/^di-bao-[0-9a-f]{16}$/)],
    ['ReservedCode1', ''],
    ['ContentPropagator', 'mingbai.example'],
    ['PropagateID', expect.stringMatching(/^di-bao-[0-9a-f]{16}$/)],
    ['ReservedCode2', ''],
  ]);
});

test.each([
  ['https://www.县.example:8080/明白 纸/', 'www.xn--5nr.example:8080/%E6%98%8E%E7%99%BD%20%E7%BA%B8'],
  ['https://www.county.example/a"b/', 'www.county.example/a%22b'],
])('of %s it has only the characters that the standard takes', (url, producer) => {
  const label = JSON.parse(machineLabel(at(url), 'news', ['一句。'])) as Record<string, string>;
  expect(label.ContentProducer).toBe(producer);
  for (const value of Object.values(label)) expect(value).toMatch(/^[\x21\x23-\x5b\x5d-\x7e]*$/);
});

test('the same words have the same number, others have another', () => {
  const site = at('https://mingbai.example/');
  expect(machineLabel(site, 'news', ['一句。'])).toBe(machineLabel(site, 'news', ['一句。']));
  expect(machineLabel(site, 'news', ['一句。'])).not.toBe(machineLabel(site, 'news', ['两句。']));
});

test('its first sentence has what the standard wants to be heard', () => {
  expect(MACHINE_NOTICE).toMatch(/人工智能|AI/);
  expect(MACHINE_NOTICE).toMatch(/生成|合成/);
});
