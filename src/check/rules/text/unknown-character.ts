/** Characters that are in no official text and have no simplified form: the result of a wrong encoding. */
import { HAN, simplified, standardCharacters } from '../../characters.ts';
import { chineseForms } from '../../japanese-forms.ts';
import { isNameCharacter, isRareName } from '../../name-characters.ts';
import { isInOfficialName } from '../../official-name-characters.ts';
import { isInOldPlaceName } from '../../old-place-names.ts';
import { isExplainedCharacter, isInJapanese, isOldQuotation, quotationAround } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { checkScanned } from '../../scanned.ts';
import { isInSeries } from '../../series.ts';

/** An unknown character with its offset in the file. */
type UnknownCharacter = [character: string, offset: number];

/** Characters of dialects, in what somebody says. */
/** Words for relatives and things in dialects, wherever they stand. */
const DIALECT_WORDS = '娭毑 娭姐 嫲嫲 阿嫲 孃孃 阿孃 嬢嬢 阿嬢 大嫚 小嫚 姩仔'.split(' ');
/** Signs of luck on paper cuts, windows and old buildings. */
const SIGNS = '卍卐';

const DIALECT = '嫑覅朆冇咗嘅嚟唔喺哋佢嗰啲嘢睇瞓攞畀乜咁噉囡囥咥甮勥莪咑忒';

export const rule: Rule = {
  name: 'text/unknown-character',
  severity: 'warning',
  finds: '《通用规范汉字表》里没有的字：鶎、乴。',
  why: '多半是乱码；就算不是，很多手机也显示成方块。',
  write: '对照原文换成对的字。地名、人名里真有这个字，写进地方、人名的记录里就不再提醒。',
  bad: ['确▶鶎发到手里。'],
  good: [
    '确保发到手里。',
    '硝磺草酮、噁霉灵。广东话“食咗饭未”“冇问题，慢慢嚟”。',
    '王㛃、李𬇙和张𠅤都来。',
    '民国契纸上写着“竝無異言”。满娭毑会剪“卍”字纹。',
    '鳊鱼、鲴鱼、鮰鱼，都不许捕。陕西的𰻝𰻝面。',
    '盩厔今作周至，石砫、越巂也改了。',
    '【鱻】旧同“鲜”。老人爱起“三叠字”名字，像羴和鱻。减字谱里的“勹”是指法。',
  ],
  ...checkScanned<UnknownCharacter>({
    scan: (source) =>
      source.texts.flatMap(({ text, offsets, part }) => {
        const found: UnknownCharacter[] = [];
        if (part === 'code') return found;
        for (const { 0: character, index } of text.matchAll(new RegExp(HAN, 'gu')))
          if (isUnknown(text, index, character)) found.push([character, offsets[index] ?? 0]);
        return found;
      }),
    check: ([character, offset], source, content, report) => {
      if (isInOfficialName(content, character)) return;
      const words = `「${character}」不在《通用规范汉字表》里，多半是乱码，很多手机显示不出来。`;
      report(source, offset, `${words}请对照原文换成对的字。`);
    },
  }),
};

/** 檓（huǐ）: the first time it gets its reading. */
const READING = /^[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]/u;

/** Whether a character is not in the standard and nothing around it explains it. */
function isUnknown(text: string, index: number, character: string): boolean {
  if (standardCharacters.has(character) || '〇卌亖丗'.includes(character) || SIGNS.includes(character))
    return false;
  // Reported by text/traditional and text/japanese-form, which suggest the right one.
  if (standardCharacters.has(simplified(character)) || chineseForms.has(character)) return false;
  const after = text.slice(index + character.length);
  // 𰻝𰻝面: no wrong encoding makes the same character twice, nor one beyond the basic plane.
  if (character.length > 1 && (after.startsWith(character) || text.slice(0, index).endsWith(character)))
    return false;
  if (isNameCharacter(character) || isRareName(character, text.slice(0, index), after)) return false;
  if (isInJapanese(text, index) || isExplainedCharacter(text, index)) return false;
  if (isInOldPlaceName(text, index) || text.includes(`${character}就是`)) return false;
  if (READING.test(text.slice(text.indexOf(character) + character.length))) return false;
  if (isInDialectWord(text, index)) return false;
  if (isOldQuotation(text, index, index + character.length) && hasOtherOldForm(text, index)) return false;
  if (DIALECT.includes(character) && quotationAround(text, index, index + 1) !== undefined) return false;
  // 鳊鱼、鲴鱼、鮰鱼: a wrong encoding never produces one character in a series of names.
  if (
    isInSeries(text, index) &&
    !/[^\p{Script=Han}、\p{P}\s\d]/u.test(text.slice(Math.max(0, index - 4), index + 4))
  )
    return false;
  return !/[\u2e80-\u2fd5\uf900-\ufad9々〆]/u.test(character);
}

function isInDialectWord(text: string, index: number): boolean {
  return DIALECT_WORDS.some((word) => {
    const at = text.slice(Math.max(0, index - word.length + 1), index + word.length).indexOf(word);
    return at >= 0;
  });
}

/** Whether the quotation has traditional characters too: “竝無異言”. */
function hasOtherOldForm(text: string, index: number): boolean {
  const quotation = quotationAround(text, index, index + 1) ?? '';
  return Array.from(quotation).some((each) => simplified(each) !== each);
}
