/** Paragraphs that fill a phone's screen: people do not start to read them. */
import { countCharacters } from '../../../schema/formats.ts';
import type { Rule } from '../../rule.ts';
import { forEachText } from '../../texts.ts';

const MAX_PARAGRAPH_LENGTH = 140;

export const rule: Rule = {
  name: 'plain/wall-of-text',
  severity: 'warning',
  finds: `一段超过${MAX_PARAGRAPH_LENGTH}个字。`,
  why: '手机上一整屏都是字，没人往下看。',
  write: '分成两三段；几样东西、几个步骤，一样一条。',
  bad: [`▶${'先去村里问一问，问明白了再去。'.repeat(10)}`],
  good: ['先去村里问一问。\n\n问明白了再去乡里。'],
  checkFile: forEachText(({ text, part }, report) => {
    const count = countCharacters(text);
    if (part !== 'paragraph' || count <= MAX_PARAGRAPH_LENGTH) return;
    report(0, `这一段有 ${count} 个字，手机上一整屏都是字，没人往下看。请分成两三段，或者一样一条列出来。`);
  }),
};
