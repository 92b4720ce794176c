/** Characters beyond the 3,500 that nine years of school teach. */
import { commonCharacters, HAN, simplified, standardCharacters } from '../../characters.ts';
import { isNameCharacter, isRareName } from '../../name-characters.ts';
import { isInName } from '../../named-characters.ts';
import { isInOfficialName } from '../../official-name-characters.ts';
import { isExplainedCharacter } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { checkScanned } from '../../scanned.ts';
import { isProse, offsetIn } from '../../texts.ts';

/** A rare character with its offset in the file. */
type RareCharacter = [character: string, offset: number];

export const rule: Rule = {
  name: 'plain/rare-character',
  severity: 'warning',
  finds: '不常用的字：通用规范汉字表一级字表（3500字）里没有的。',
  why: '不少人不认得，也不会念。',
  write:
    '换一个常用的字。县名、民族名、常见的动植物和病名、引号里的话、方言、顿号隔开的一串名称不提醒；别的地名、人名、单位名写进各自的记录里，就不再提醒。',
  bad: ['别被▶诓了。'],
  good: [
    '别被骗了。',
    '侗族、傈僳族和岢岚、芮城的人都行。',
    '苜蓿、荞麦和癫痫、荨麻疹。',
    '用噻虫嗪打蚜虫。',
    '桤木、栾树、栓皮栎免费领。',
    '邸老师讲课，学者逄先知的书，珊瑚绒的被子。',
    '姓亓的乡亲，歙县的客商，“仓廪实则知礼节”。',
    '恁家有几口人？',
    '【犇】旧同“奔”。',
  ],
  ...checkScanned<RareCharacter>({
    scan: (source) =>
      source.texts.filter(isProse).flatMap((text) => {
        const found: RareCharacter[] = [];
        for (const { 0: character, index } of text.text.matchAll(new RegExp(HAN, 'gu'))) {
          const isKnown = commonCharacters.has(character) || isNameCharacter(character) || character === '〇';
          // A character that is not in the standard is reported by text/unknown-character and text/traditional.
          if (isKnown || !standardCharacters.has(character) || simplified(character) !== character) continue;
          const after = text.text.slice(index + character.length);
          if (isRareName(character, text.text.slice(0, index), after) || isInName(text.text, index)) continue;
          if (!isExplainedCharacter(text.text, index)) found.push([character, offsetIn(text, index)]);
        }
        return found;
      }),
    check: ([character, offset], source, content, report) => {
      if (isInOfficialName(content, character)) return;
      report(source, offset, `「${character}」不常用，不少人不认得。请换一个常用的字或说法。`);
    },
  }),
};
