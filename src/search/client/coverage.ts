/**
 * Whether any page is about what a query asks. 补贴 stands on every other page, and says nothing of 取暖补贴 where none has 取暖: what
 * counts is the rest of the query, and that a page names it where it says what it is about.
 */
import { matterIn } from '../national-lines.ts';
import {
  MIN_ABOUT_SHARE,
  MIN_SAID_SHARE,
  MIN_SENTENCE_LENGTH,
  MIN_SENTENCE_SHARE,
  MIN_WORD_LENGTH,
} from '../ranking.ts';

/** What a page may give, and how: words of nearly every page, which say nothing of the one that is meant. */
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
].sort((a, b) => b.length - a.length);

const STOPWORD = new RegExp(STOPWORDS.join('|'), 'g');

/** The pages that have a word: all, and those that have it where they say what they are about. */
export interface TokenPages {
  all: ReadonlySet<string>;
  about: ReadonlySet<string>;
  /** Of these those that have it in their title or a keyword. */
  named: ReadonlySet<string>;
}

/** A word that led somewhere though a character of the query is wrong, and the characters of the phrase that it stands for. */
export interface NearMatch {
  phrase: string;
  from: number;
  length: number;
  pages: ReadonlySet<string>;
}

/**
 * Whether no page is about what the phrases ask: `found` has the pages of each pair of characters that was looked up, `near`
 * what was found beside it. Phrases of general words alone ask for nothing that might be missing.
 */
export function isUnanswered(
  phrases: readonly string[],
  found: ReadonlyMap<string, TokenPages>,
  near: readonly NearMatch[],
): boolean {
  const covered = new Map<string, Coverage>();
  let asked = 0;
  for (const phrase of phrases.filter((each) => HAN_ONLY.test(each))) {
    const { wanted, isWhole } = wantedIn(phrase);
    const places = askedPlaces(phrase, wanted, found);
    asked += places.size;
    for (const [page, cover] of coverageOf(phrase, places, found, near)) {
      // A matter is a word: a part of it is another one. 新农 of 新农保 does not answer 新农合.
      if (isWhole && cover.about < places.size) continue;
      covered.set(page, addCoverage(covered.get(page), cover));
    }
  }
  if (asked < MIN_WORD_LENGTH) return false;
  return !Array.from(covered.values()).some((cover) => isAbout(cover, asked));
}

/** How many characters of what is asked a page has, and whether one phrase stands whole where it says what it is about. */
interface Coverage {
  about: number;
  named: number;
  said: number;
  hasPhrase: boolean;
}

function addCoverage(one: Coverage | undefined, other: Coverage): Coverage {
  if (one === undefined) return other;
  return {
    about: one.about + other.about,
    named: one.named + other.named,
    said: one.said + other.said,
    hasPhrase: one.hasPhrase || other.hasPhrase,
  };
}

function isAbout({ about, named, said, hasPhrase }: Coverage, asked: number): boolean {
  if (hasPhrase || about > asked * MIN_ABOUT_SHARE) return true;
  if (about > 0 && said >= asked * MIN_SAID_SHARE) return true;
  return asked >= MIN_SENTENCE_LENGTH && (about >= asked * MIN_SENTENCE_SHARE || named >= MIN_WORD_LENGTH);
}

const HAN_ONLY = /^\p{Script=Han}+$/u;

/** At the ends of a phrase, from the words around it: 低保去 of 低保去哪里. */
const ENDS =
  /^[去在到从给和跟把被让来就也还都带办交问找拿领该会]+|[去在到从给和跟把被让来就也还都带办交问找拿领该会]+$/g;

/** The places in a phrase that say what it asks for; `isWhole` where most of them are one matter, to be found as it stands. */
function wantedIn(phrase: string): { wanted: Set<number>; isWhole: boolean } {
  const wanted = new Set([...phrase].keys());
  for (const match of phrase.matchAll(STOPWORD)) {
    const at = [...phrase.slice(0, match.index)].length;
    for (let place = at; place < at + match[0].length; place += 1) wanted.delete(place);
  }
  const atEnds = Array.from(phrase.matchAll(ENDS), ({ 0: end, index }) => ({ length: end.length, index }));
  if (atEnds.reduce((sum, { length }) => sum + length, 0) <= phrase.length - MIN_WORD_LENGTH) {
    for (const { length, index } of atEnds)
      for (let place = index; place < index + length; place += 1)
        wanted.delete([...phrase.slice(0, place)].length);
  }
  const matter = matterIn(phrase);
  if (matter === undefined || 2 * matter.length <= wanted.size) return { wanted, isWhole: false };
  const at = [...phrase.slice(0, phrase.indexOf(matter))].length;
  return { wanted: new Set(Array.from(matter, (_, index) => at + index)), isWhole: true };
}

/** Those of the wanted places that a pair which was looked up stands for. */
function askedPlaces(
  phrase: string,
  wanted: ReadonlySet<number>,
  found: ReadonlyMap<string, TokenPages>,
): Set<number> {
  const asked = new Set<number>();
  for (const { at, pair } of bigramsIn(phrase)) {
    if (!found.has(pair)) continue;
    for (const place of [at, at + 1]) if (wanted.has(place)) asked.add(place);
  }
  return asked;
}

function coverageOf(
  phrase: string,
  places: ReadonlySet<number>,
  found: ReadonlyMap<string, TokenPages>,
  near: readonly NearMatch[],
): Map<string, Coverage> {
  const kinds = {
    about: new Map<string, Set<number>>(),
    named: new Map<string, Set<number>>(),
    said: new Map<string, Set<number>>(),
  };
  const add = (to: Map<string, Set<number>>, pages: ReadonlySet<string>, covers: readonly number[]) => {
    const counted = covers.filter((place) => places.has(place));
    if (counted.length === 0) return;
    for (const page of pages) to.set(page, new Set([...(to.get(page) ?? []), ...counted]));
  };
  for (const { at, pair } of bigramsIn(phrase)) {
    const pages = found.get(pair);
    if (pages === undefined) continue;
    add(kinds.about, pages.about, [at, at + 1]);
    add(kinds.named, pages.named, [at, at + 1]);
    add(kinds.said, pages.all, [at, at + 1]);
  }
  for (const each of near.filter((word) => word.phrase === phrase)) {
    const covers = Array.from({ length: each.length }, (_, index) => each.from + index);
    // 生补 of 生活补贴 is no 生育补贴: what was left out has to stand between two characters that say something.
    const isPart = each.length < [...phrase].length;
    if (isPart && !(places.has(each.from) && places.has(each.from + each.length - 1))) continue;
    for (const kind of Object.values(kinds)) add(kind, each.pages, covers);
  }
  const countOf = (kind: keyof typeof kinds, page: string) => kinds[kind].get(page)?.size ?? 0;
  return new Map(
    Array.from(kinds.said.keys(), (page) => {
      const about = countOf('about', page);
      const hasPhrase = places.size >= MIN_WORD_LENGTH && about === places.size;
      return [page, { about, named: countOf('named', page), said: countOf('said', page), hasPhrase }];
    }),
  );
}

function bigramsIn(phrase: string): { at: number; pair: string }[] {
  const characters = [...phrase];
  return characters
    .slice(0, -1)
    .map((character, at) => ({ at, pair: character + (characters[at + 1] ?? '') }));
}
