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
    '一次',
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
    '没人(?![养管照])',
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
    '考上',
    '打算',
    '准备',
    '考虑',
    '着急',
    '急需',
    '马上',
    '自己',
    '人家',
    '别人',
    '咨询',
    '了解',
    '知道',
    '[一二两三四五六七八九十几]+[百千万]+[块元]?',
  ],
].sort((a, b) => b.length - a.length);

const STOPWORD = new RegExp(STOPWORDS.join('|'), 'g');

/** A need for money: the subject of a query, whatever the purpose. */
const NEED = /借点?些?钱|缺钱|差点?钱|没钱|钱不够|急用钱|缺本钱|没本钱|揭不开锅/;

/** Nouns of many pages behind a more specific word: 贷款 of 装修贷款. */
const GENERIC_NOUN = /(?:贷款|保险|抵押|补偿|证明|改造)+$/;
/** A single character is a specific word only if it is one of these: 车 of 车保险, but not 交 of 交保险. */
const SPECIFIC_CHARACTER = /^[车房船]$/;

/** The bigrams that tell a specific word before a generic noun apart, and the positions of that word; undefined if there is none. */
export function specificWord(
  phrase: string,
  wanted: ReadonlySet<number>,
): { positions: Set<number>; pairs: string[] } | undefined {
  const at = GENERIC_NOUN.exec(phrase)?.index ?? 0;
  const characters = [...phrase];
  const positions = new Set([...wanted].filter((position) => position < [...phrase.slice(0, at)].length));
  const word = [...positions].map((position) => characters[position]).join('');
  if (word.length < MIN_WORD_LENGTH && !SPECIFIC_CHARACTER.test(word)) return undefined;
  const pairs = bigramsIn(phrase)
    .filter(({ at: first }) => positions.has(first) && (positions.has(first + 1) || word.length === 1))
    .map(({ pair }) => pair);
  return { positions, pairs };
}

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
  trimFunctionCharacters(phrase, wanted);
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

/** Deletes 有, 没 and the like at the ends of each part of a subject: 有 of 聋哑人有补贴. */
function trimFunctionCharacters(phrase: string, wanted: Set<number>): void {
  const characters = [...phrase];
  for (const at of [...wanted])
    if (/[有没]/.test(characters[at] ?? '') && !(wanted.has(at - 1) && wanted.has(at + 1))) wanted.delete(at);
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
