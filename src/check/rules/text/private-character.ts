/** Two private-use characters that the body parser needs for itself. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'text/private-character',
  severity: 'error',
  finds: '正文里有一个看不见的怪字符（U+E000 到 U+E006、U+2E3C、U+1680）。',
  why: '整篇正文都读不出来。',
  write: '删掉它，重新打这几个字。',
  bad: [{ body: '带上▶\ue000身份证。', shown: '带上（怪字符）身份证。' }],
  good: ['带上身份证。'],
};
