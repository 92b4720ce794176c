/** A recording is played as long as its words are those of the policy. */
import { expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { currentRecording, isRecordingOutdated, wordsDigest } from './recorded-words.ts';
import { createSite, type PolicyDocument, type Site } from './site.ts';

const corpus = readCorpus('content', 'content');
const siteOn = (today: string) => createSite(corpus.documents, corpus, today);
const site = siteOn('2026-11-28');
const [policy] = site.policies;
if (policy === undefined) throw new Error('The example has policies.');

const withAudio = (
  words: string | undefined,
  data: Partial<PolicyDocument['data']> = {},
): PolicyDocument => ({
  ...policy,
  data: { ...policy.data, ...data, audio: { src: '/audio/a.mp3', seconds: 60, words } },
});
const digest = wordsDigest(site, policy);

test.each(['2026-11-29', '2027-06-01', '2030-01-01'])(
  'the words of a recording do not depend on the day: %s',
  (today) => {
    const later: Site = siteOn(today);
    for (const each of site.policies) expect(wordsDigest(later, each)).toBe(wordsDigest(site, each));
  },
);

test.each([
  ['the title', { title: '另一个标题' }],
  ['the summary', { summary: '另一句话。' }],
  ['a point', { keyPoints: ['另一条'] }],
] as const)('after a change of %s the recording is not played', (_, change) => {
  const changed = withAudio(digest, change as Partial<PolicyDocument['data']>);
  expect(isRecordingOutdated(site, changed)).toBe(true);
  expect(currentRecording(site, changed)).toBeUndefined();
});

test('what the script does not say changes nothing, and a recording made elsewhere is played', () => {
  expect(currentRecording(site, withAudio(digest, { reviewer: '另一个人' }))?.src).toBe('/audio/a.mp3');
  expect(currentRecording(site, withAudio(undefined, { title: '另一个标题' }))?.src).toBe('/audio/a.mp3');
});
