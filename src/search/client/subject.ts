/**
 * Whether any page is about what a query asks. 补贴 stands on every other page, and says nothing of 取暖补贴 where none has 取暖: what
 * counts is the rest of the query, and that a page names it where it says what it is about.
 */
import { matterIn } from '../national-lines.ts';

/** What a page may give, and how: words of nearly every page, which say nothing of the one that is meant. */
const GENERAL = [
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
    '新政策',
  ],
].sort((a, b) => b.length - a.length);

const GENERAL_WORDS = new RegExp(GENERAL.join('|'), 'g');

/** So much of what is asked has to stand where a page says what it is about. */
const MIN_ABOUT_SHARE = 0.5;
/** A page that names some of it there, and so much of it anywhere, is about it as well. */
const MIN_SAID_SHARE = 2 / 3;

/** The pages that have a word: all, and those that have it where they say what they are about. */
export interface WordPages {
  all: ReadonlySet<string>;
  about: ReadonlySet<string>;
}

/** A word that led somewhere though a character of the query is wrong, and the characters of the phrase that it stands for. */
export interface NearWord {
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
  found: ReadonlyMap<string, WordPages>,
  near: readonly NearWord[],
): boolean {
  const covered = new Map<string, { about: number; said: number }>();
  let asked = 0;
  for (const phrase of phrases.filter((each) => HAN_ONLY.test(each))) {
    const { wanted, isWhole } = wantedIn(phrase);
    const places = askedPlaces(phrase, wanted, found);
    asked += places.size;
    for (const [page, { about, said }] of coverOf(phrase, places, found, near)) {
      const before = covered.get(page) ?? { about: 0, said: 0 };
      // A matter is a word: a part of it is another one. 新农 of 新农保 does not answer 新农合.
      const isPart = isWhole && about < places.size;
      covered.set(page, {
        about: before.about + (isPart ? 0 : about),
        said: before.said + (isPart ? 0 : said),
      });
    }
  }
  if (asked < MIN_ASKED_LENGTH) return false;
  return !Array.from(covered.values()).some(
    ({ about, said }) => about > asked * MIN_ABOUT_SHARE || (about > 0 && said >= asked * MIN_SAID_SHARE),
  );
}

const HAN_ONLY = /^\p{Script=Han}+$/u;

/** One character by itself may mean anything. */
const MIN_ASKED_LENGTH = 2;

/** The places in a phrase that say what it asks for; `isWhole` where most of them are one matter, to be found as it stands. */
function wantedIn(phrase: string): { wanted: Set<number>; isWhole: boolean } {
  const wanted = new Set([...phrase].keys());
  for (const match of phrase.matchAll(GENERAL_WORDS)) {
    const at = [...phrase.slice(0, match.index)].length;
    for (let place = at; place < at + match[0].length; place += 1) wanted.delete(place);
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
  found: ReadonlyMap<string, WordPages>,
): Set<number> {
  const asked = new Set<number>();
  for (const { at, pair } of pairsIn(phrase)) {
    if (!found.has(pair)) continue;
    for (const place of [at, at + 1]) if (wanted.has(place)) asked.add(place);
  }
  return asked;
}

function coverOf(
  phrase: string,
  places: ReadonlySet<number>,
  found: ReadonlyMap<string, WordPages>,
  near: readonly NearWord[],
): Map<string, { about: number; said: number }> {
  const about = new Map<string, Set<number>>();
  const said = new Map<string, Set<number>>();
  const add = (to: Map<string, Set<number>>, pages: ReadonlySet<string>, covers: readonly number[]) => {
    const counted = covers.filter((place) => places.has(place));
    if (counted.length === 0) return;
    for (const page of pages) to.set(page, new Set([...(to.get(page) ?? []), ...counted]));
  };
  for (const { at, pair } of pairsIn(phrase)) {
    const pages = found.get(pair);
    if (pages === undefined) continue;
    add(about, pages.about, [at, at + 1]);
    add(said, pages.all, [at, at + 1]);
  }
  for (const each of near.filter((word) => word.phrase === phrase)) {
    const covers = Array.from({ length: each.length }, (_, index) => each.from + index);
    // 生补 of 生活补贴 is no 生育补贴: what was left out has to stand between two characters that say something.
    const isPart = each.length < [...phrase].length;
    if (isPart && !(places.has(each.from) && places.has(each.from + each.length - 1))) continue;
    add(about, each.pages, covers);
    add(said, each.pages, covers);
  }
  return new Map(
    Array.from(said, ([page, covers]) => [page, { about: about.get(page)?.size ?? 0, said: covers.size }]),
  );
}

function pairsIn(phrase: string): { at: number; pair: string }[] {
  const characters = [...phrase];
  return characters
    .slice(0, -1)
    .map((character, at) => ({ at, pair: character + (characters[at + 1] ?? '') }));
}
