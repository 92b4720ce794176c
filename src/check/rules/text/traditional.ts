/** Traditional characters among simplified ones: they result from a paste, and many readers do not know them. */
import { HAN, simplified, standardCharacters } from '../../characters.ts';
import { isNameCharacter } from '../../name-characters.ts';
import { withoutOldPlaceNames } from '../../old-place-names.ts';
import { isInJapanese, isMentioned, isOldQuotation, quotationAround } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { forEachText } from '../../texts.ts';

const RUN = new RegExp(`${HAN}+`, 'gu');

export const rule: Rule = {
  name: 'text/traditional',
  severity: 'error',
  guesses: true,
  finds: '简体里混进的繁体字：申請、補貼。',
  why: '很多乡亲不认得繁体字，搜索也搜不到。',
  write: '改成简体，提示里有改好的字。',
  bad: [
    '可以申▶請補貼。',
    '村▶乾部上门，拿▶著证件。',
    '他说“我▶們去辦”。',
    { fields: 'title: ▶養老钱怎么领' },
  ],
  good: [
    '可以申请补贴。',
    '名著、干燥、皇后、乾坤、乾隆、瞭望、狼藉、宫商角徵羽，都是简体。',
    '噁霉灵、噁唑酰草胺，照说明用。',
    '匾上写着“積善之家”，碑上刻着“子曰：有朋自遠方來，不亦樂乎”。',
    '石碑的碑文：“闔村公議，輪流灌溉。如有恃強霸水者，罰錢壹拾千文。”',
    '张頔来了，穇子磨面。濛溪河边修了路。',
    '广西的鬱林今作玉林，大庾今作大余。',
    '“臺胞返鄉，可憑證辦理”，1988年的这份通告还在县档案馆。',
  ],
  checkFile: forEachText(({ text }, report) => {
    for (const run of text.matchAll(RUN)) {
      const first = firstIn(run[0]);
      if (first < 0 || isInJapanese(text, run.index + first)) continue;
      const [index, end] = [run.index, run.index + run[0].length];
      if (/^係$/.test(run[0]) && CANTONESE.test(text.slice(Math.max(0, index - 8), end + 8))) continue;
      if (isOldQuotation(text, index, end) || isMentioned(text, index, end)) continue;
      const right = [...run[0]].some(isKeptAsItIs)
        ? Array.from(run[0], (one) => (isKeptAsItIs(one) ? one : simplified(one))).join('')
        : simplified(run[0]).replace(OVERDONE, (one) => SIMPLE[one] ?? one);
      const words = `「${run[0]}」里有繁体字，很多人不认得，也搜不到。`;
      // A quotation may be meant so, and a year as it stands on a beam or a stele.
      const mayBeMeant = quotationAround(text, index, end) !== undefined || OLD_YEAR.test(run[0]);
      report(index + first, `${words}请改成「${right}」。`, mayBeMeant ? run[0] : undefined);
    }
  }),
};

/** 嘉慶廿三年, 民國卅七年: the year of a reign in words. */
const OLD_YEAR =
  /(?:洪武|永樂|宣德|成化|弘治|正德|嘉靖|隆慶|萬曆|天啟|崇禎|順治|康熙|雍正|乾隆|嘉慶|道光|咸豐|同治|光緒|宣統|民國)\p{Script=Han}{0,2}[元一二三四五六七八九十廿卅〇]{1,4}年|歲次|年[間榖]/u;

/** Characters of written Cantonese: 唔该、係、冇、嘅 explains a few. */
const CANTONESE = /[唔冇嘅咗哋嚟啲]/;

/**
 * Characters of the standard that are the traditional form of another one in some words only: 乾 is right in 乾坤 and wrong in 乾部, which a
 * conversion by single characters makes of 干部.
 */
const OVERDONE =
  /乾(?=[部事活扰旱净燥警群劲预流])|(?<=[拿看等接跟顺沿带坐站住穿背拉抱随听想试活忙笑哭说走躺睡望守盯朝向对味凭靠])著(?![名作者述书录称])|著(?=急)|瞭(?=解)|徵(?=[收求兵用集文信婚地])|(?<=[象特])徵|藉(?=[口此助故])|餘(?=[额款下])|(?<=[剩其多])餘|夥(?=[伴计])|(?<=[什甚怎这那])麽|於(?=[是此今])|(?<=[由关对属终至基低高等位])於/gu;
const SIMPLE: Readonly<Record<string, string>> = {
  ...{ 乾: '干', 著: '着', 瞭: '了', 徵: '征', 藉: '借', 餘: '余', 夥: '伙', 麽: '么', 於: '于' },
};

/** The index of the first traditional or overdone character that is in no old name of a county; -1 for none. */
function firstIn(run: string): number {
  const first = Math.max(firstTraditional(run), firstOverdone(run));
  if (first < 0) return first;
  const own = withoutOldPlaceNames(run);
  return own === run ? first : Math.max(firstTraditional(own), firstOverdone(own));
}

/** The index of the first such character in one of these words; -1 for none. */
const firstOverdone = (run: string): number => run.search(OVERDONE);

/** Whether the fonts of phones have a character: few have those of the later blocks (穇's simplified form). */
const isShown = (character: string) => character >= '\u4e00' && character <= '\u9fff';

/** A character that has no simplified form in its word. */
function isKeptAsItIs(character: string): boolean {
  return isNameCharacter(character) && !standardCharacters.has(character);
}

/** The index of the first character that is not in the standard but whose simplified form is; -1 for none. */
function firstTraditional(run: string): number {
  let index = 0;
  for (const character of run) {
    const known = traditional.get(character) ?? isTraditional(character);
    traditional.set(character, known);
    if (known) return index;
    index += character.length;
  }
  return -1;
}

/** The characters that have been looked up: some thousands in all texts. */
const traditional = new Map<string, boolean>();

function isTraditional(character: string): boolean {
  if (standardCharacters.has(character) || isNameCharacter(character)) return false;
  const simple = simplified(character);
  // 頔 is written so: few phones show its simplified form.
  return simple !== character && simple.length === 1 && isShown(simple) && standardCharacters.has(simple);
}
