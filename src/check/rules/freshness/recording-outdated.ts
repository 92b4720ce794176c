/** Recordings that read out words which the policy no longer has. */
import { isRecordingOutdated } from '../../../documents/recorded-words.ts';
import { pickDocuments } from '../../../documents/site.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'freshness/recording-outdated',
  severity: 'warning',
  finds: '录音以后，标题、一句话说明、要点或者电话改过了。',
  why: '录音里还是旧话。网页先不放它，改由手机自己念；微信里没有这个本事的手机就听不到了。',
  write: '用 npm run record 重新录一遍。',
  bad: [
    {
      collection: 'policies',
      fields: 'audio: {src: /audio/a.mp3, seconds: 60, words: ▶"00000000"}',
      publicFiles: { 'audio/a.mp3': 'ID3' },
    },
  ],
  good: [
    {
      collection: 'policies',
      fields: 'audio: {src: /audio/a.mp3, seconds: 60}',
      publicFiles: { 'audio/a.mp3': 'ID3' },
    },
  ],
  check: ({ sources, site }, report) => {
    for (const source of sources) {
      if (source.collection !== 'policies') continue;
      const [policy] = pickDocuments(site.policies, [source.slug]);
      if (policy === undefined || !isRecordingOutdated(site, policy)) continue;
      const offset = source.values.get('audio.words') ?? 0;
      report(
        source,
        offset,
        '录音里是旧话：录了以后，标题、一句话说明、要点或者电话改过。网页先不放它。请用 npm run record 重新录一遍。',
      );
    }
  },
};
