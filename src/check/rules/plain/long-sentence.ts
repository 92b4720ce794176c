/** Sentences too long to follow when read aloud: the handbook recommends 25 characters, the rule reports from 45. */
import type { Rule } from '../../rule.ts';
import { type Sentence, sentencesIn } from '../../sentences.ts';
import { forEachProse } from '../../texts.ts';

const MAX_SENTENCE_LENGTH = 45;

/** The sentences of a text that are too long. */
export const longSentencesIn = (text: string): Sentence[] =>
  sentencesIn(text).filter(({ length }) => length > MAX_SENTENCE_LENGTH);

export const rule: Rule = {
  name: 'plain/long-sentence',
  severity: 'warning',
  finds: `一句话超过${MAX_SENTENCE_LENGTH}个字（数字算一个字）。`,
  why: '读到后面忘了前面，听喇叭更听不明白。',
  write: '一句话说一件事，25个字左右。从“的”“并”“且”的地方断开。',
  bad: [
    '▶凡是户口在本县并且已经参加了城乡居民养老保险同时又没有领取其他养老待遇的年满六十周岁的老人都可以向户口所在地的乡镇政府提出书面申请。',
  ],
  good: ['满60岁的老人，交够了年头，就能领。去乡镇政府申请。'],
  checkFile: forEachProse(({ text }, report) => {
    for (const { index, length } of longSentencesIn(text)) {
      report(index, `这句话有 ${length} 个字，读到后面忘了前面。请断成两三句，一句说一件事，25个字左右。`);
    }
  }),
};
