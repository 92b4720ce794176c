/** Names that a text declares to be made up: 周晓雨（化名）, 文中的周晓雨是化名, 文中人物均为化名. */
import { scoredNamesIn } from '../person-names/index.ts';

const DECLARES = /化名|非真[名实]|假名|虚构的|编的|不是真[名的]|隐去(?:了)?真[实名]|真名隐去/;
/** Everybody: 文中人物均为化名, 以上姓名全是假名, 孩子都用化名. */
const OF_ALL =
  /(?:文中|以[上下]|本文|[案事]例|故事|文章|人物|姓名|名字|人名|当事人|[下上前]面)[^，。；]{0,16}(?:均|都|全|皆|一律)[^，。；]{0,6}(?:化名|假名|虚构|编的|不是真[名的]|非真[名实])|隐去(?:了)?真[实名]|真名隐去/;
const SENTENCE = /[^。！？!?\n]{1,300}/gu;
const MIN_ALIAS_SCORE = 2;

/** Whether a name is declared to be made up, in any of the texts of a document. */
export function aliasesIn(texts: readonly string[]): (name: string) => boolean {
  const names = new Set<string>();
  let isOfAll = false;
  for (const text of texts) {
    if (!DECLARES.test(text)) continue;
    for (const [sentence] of text.matchAll(SENTENCE)) {
      if (!DECLARES.test(sentence)) continue;
      const own = namesIn(sentence);
      for (const name of own) names.add(name);
      isOfAll ||= OF_ALL.test(sentence) && own.length === 0;
    }
  }
  return (name) => isOfAll || names.has(name);
}

const NAMED = /化名[：:叫是为“"「\s]{0,3}(\p{Script=Han}{2,4})(?=[”"」，。的])/gu;
const NEAR =
  /^[^，。；]{0,12}(?:化名|假名)|^(?:、[^，。；、]{2,4}|和[^，。；、]{2,4}){1,6}[^，。；]{0,6}(?:化名|假名)/u;

/** The names of a declaration, which stand directly before or after it. */
function namesIn(sentence: string): string[] {
  const before = scoredNamesIn(sentence, 1, MIN_ALIAS_SCORE)
    .filter(({ end }) => NEAR.test(sentence.slice(end, end + 60)))
    .map(({ name }) => name);
  return [...before, ...Array.from(sentence.matchAll(NAMED), ([, name = '']) => name)];
}
