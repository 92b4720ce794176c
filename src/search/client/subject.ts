/** The subject of a phrase of a query: the rest without the words of nearly every page. Runs on the phone. */
import { matterIn } from '../national-lines.ts';
import { MIN_WORD_LENGTH } from '../ranking.ts';

/** Words of nearly every page, and actions for any matter: they do not identify a page. */
const STOPWORDS = [
  ...[
    '补贴',
    '补助',
    '津贴',
    '补偿',
    '赔偿',
    '救助',
    '资助',
    '奖励',
    '扶持',
    '优惠',
    '减免',
    '费用',
    '标准',
    '条件',
    '流程',
    '手续',
  ],
  ...[
    '材料',
    '证明',
    '政策',
    '办法',
    '通知',
    '名单',
    '项目',
    '资金',
    '指标',
    '农村',
    '村里',
    '家里',
    '老百姓',
    '农民',
    '农户',
    '乡下',
  ],
  ...[
    '免费',
    '没有',
    '今年',
    '去年',
    '明年',
    '现在',
    '国家',
    '政府',
    '县里',
    '乡里',
    '镇上',
    '哪个',
    '电话',
    '申请',
    '办理',
    '报名',
  ],
  ...[
    '领取',
    '发放',
    '规定',
    '时间',
    '地点',
    '期限',
    '金额',
    '最新',
    '一年',
    '一个月',
    '每年',
    '每月',
    '每个月',
    '补办',
    '打电话',
    '该打',
    '问人',
    '问谁',
    '新政策',
  ],
  ...[
    '报销',
    '给补',
    '补钱',
    '给钱',
    '领钱',
    '拿钱',
    '发钱',
    '出钱',
    '掏钱',
    '花钱',
    '要钱',
    '有钱',
    '多钱',
    '在家',
    '家里人',
    '村里人',
    '老人',
    '孩子',
    '小孩',
    '大人',
    '以前',
    '以后',
    '还能',
    '还有',
    '还没',
    '没人',
    '一下',
    '突然',
    '好办',
    '难办',
    '去办',
    '要办',
    '能办',
    '过期',
    '要求',
    '要什么',
  ],
].sort((a, b) => b.length - a.length);

const STOPWORD = new RegExp(STOPWORDS.join('|'), 'g');

/** A need for money: the subject of a query, whatever the purpose. */
const NEED = /借点?些?钱|缺钱|差点?钱|没钱|钱不够|急用钱|缺本钱|没本钱|揭不开锅/;

/** Phrases that have a subject. */
export const HAN_ONLY = /^\p{Script=Han}+$/u;

/** Characters at the ends of a phrase that belong to the words around it: 低保去 of 低保去哪里. */
const ENDS =
  /^[去在到从给和跟把被让来就也还都带办交问找拿领该会]+|[去在到从给和跟把被让来就也还都带办交问找拿领该会停丢断查批]+$/g;

/** The positions of the subject in a phrase; `isWhole` if most of it is one matter, which has to be found whole. */
export function wantedIn(phrase: string): { wanted: Set<number>; isWhole: boolean } {
  const wanted = new Set([...phrase].keys());
  for (const match of phrase.matchAll(STOPWORD)) {
    const at = [...phrase.slice(0, match.index)].length;
    for (let position = at; position < at + match[0].length; position += 1) wanted.delete(position);
  }
  const atEnds = Array.from(phrase.matchAll(ENDS), ({ 0: end, index }) => ({ length: end.length, index }));
  if (atEnds.reduce((sum, { length }) => sum + length, 0) <= phrase.length - MIN_WORD_LENGTH) {
    for (const { length, index } of atEnds)
      for (let position = index; position < index + length; position += 1)
        wanted.delete([...phrase.slice(0, position)].length);
  }
  for (const at of [...wanted]) if (isSingle(at, wanted)) wanted.delete(at);
  const need = NEED.exec(phrase)?.[0];
  const matter = matterIn(phrase);
  if (need !== undefined && (matter === undefined || !matter.includes(need)))
    return { wanted: positionsOf(need, phrase), isWhole: false };
  // 报销 of 看病报销 is no subject next to another word.
  const isGeneral = matter !== undefined && wanted.size > 0 && matter.replace(STOPWORD, '') === '';
  if (matter === undefined || isGeneral || 2 * matter.length <= wanted.size)
    return { wanted, isWhole: false };
  return { wanted: positionsOf(matter, phrase), isWhole: true };
}

function positionsOf(word: string, phrase: string): Set<number> {
  const at = [...phrase.slice(0, phrase.indexOf(word))].length;
  return new Set(Array.from(word, (_, index) => at + index));
}

const FUNCTION_CHARACTER = /[的了在上下得就都还也这那到给有没是和跟把被来去不两个起着过让叫想要能会可]/;

/** The bigrams inside the subjects of the phrases, without function characters: those to look up first. */
export function subjectBigrams(phrases: readonly string[]): string[] {
  return phrases
    .filter((each) => HAN_ONLY.test(each))
    .flatMap((phrase) => {
      const { wanted } = wantedIn(phrase);
      for (const at of positionsOf(matterIn(phrase) ?? '', phrase)) wanted.add(at);
      return bigramsIn(phrase).flatMap(({ at, pair }) =>
        wanted.has(at) && wanted.has(at + 1) && !FUNCTION_CHARACTER.test(pair) ? [pair] : [],
      );
    });
}

function isSingle(at: number, wanted: ReadonlySet<number>): boolean {
  return wanted.has(at) && !wanted.has(at - 1) && !wanted.has(at + 1);
}

/** The bigrams of a phrase with the index of their first character. */
export function bigramsIn(phrase: string): { at: number; pair: string }[] {
  const characters = [...phrase];
  return characters
    .slice(0, -1)
    .map((character, at) => ({ at, pair: character + (characters[at + 1] ?? '') }));
}
