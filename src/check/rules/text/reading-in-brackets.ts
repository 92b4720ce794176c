/** Readings that a web page shows above characters come along in brackets when it is copied: 習(xí)近(jìn)。 */
import { HAN } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { overMatches } from '../../texts.ts';

/** Letters of pinyin, with marks or digits for the tones, in one syllable. */
const SYLLABLE = '[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*|[a-zü]{1,6}[1-5]';
const PAIR = `${HAN}[(（](?:${SYLLABLE})[)）]`;

export const rule: Rule = {
  name: 'text/reading-in-brackets',
  severity: 'error',
  stopsBuild: true,
  finds: '一个字后面用括号带着拼音：政(zhèng)策(cè)。',
  why: '多半是从别的网页粘贴带来的，一句话断成几截，读出来也不成句。',
  write: '删掉括号和拼音，只留字。',
  bad: ['先看▶政(zhèng)策(cè)，再去办。', { fields: 'title: ▶補(bǔ)贴怎么领' }, '去▶镇（zhen4）里问。'],
  good: ['先看政策，再去办。', '利率不超过LPR（每月公布一次）。', '老乡（xiang）都来了。'],
  checkFile: overMatches(new RegExp(`(?:${PAIR}${HAN}*?)*${PAIR}`, 'gu'), ([found]) => {
    const right = found.replace(/[(（][^)）]*[)）]/g, '');
    return `「${found}」每个字后面带着拼音，是粘贴时带来的，读不成句。请改成「${right}」。`;
  }),
};
