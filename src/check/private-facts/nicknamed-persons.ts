/**
 * A person called by a nickname (外号“大疤瘌”, 卖豆腐的“瘸三儿”, 小名二丫的那个闺女), with a harmful fact. In a village a nickname names a person as
 * a full name does.
 */
import { type Fact, factsIn } from './facts.ts';

/** A nickname with the fact; `index` is that of the nickname. */
export interface NicknamedPerson {
  name: string;
  index: number;
  fact: string;
}

/** Words that introduce a nickname, which is quoted or ends before 的, a mark or a family. */
const INTRODUCED =
  /(?:外号|绰号|诨[号名]|小名|乳名|浑名|人称|人送|[都大家里人]叫[他她]|喊[他她]|叫做?)(?:外号|绰号)?(?:就?[叫是喊]|：)?(?:[“"「‘](?<quoted>\p{Script=Han}{2,5})[”"」’]|(?<bare>(?!的|不|什么|做|他|她)\p{Script=Han}{2,3})(?=的|家|[，。；）)]|$))/gu;
/** A quoted nickname beside a word for a person or a family: 卖豆腐的“瘸三儿”, “老算盘”家. */
const QUOTED =
  /(?<=(?:的|那[个家]|[头边街巷口组队社]|这个|村里|^|[，；]))[“"「‘](?<before>\p{Script=Han}{2,4})[”"」’](?=家|[，的]|前年|去年|今年|又|在|也|靠|[吃领拿][着了低救补]|是(?:低保|五保|特困|贫困|残疾|光棍|寡妇|孤)|\p{Script=Han}{0,2}(?:得|患|被|因|欠|偷))/gu;
/** A quoted text is a nickname if it describes a person. */
const LIKE_NICKNAME =
  /^(?:[老小大二三四五六七八九阿][\p{Script=Han}]{1,3}|\p{Script=Han}{0,2}[瘸拐聋哑瞎傻疯麻跛疤癞赖豁歪秃罗结胖瘦黑白憨愣](?:\p{Script=Han}{1,2})?|\p{Script=Han}{1,3}[子儿头精葫芦鬼王爷婆娘龙虎猴猫鼠仙嘴眼手胖炮筒]|[狗猫牛猪铁石][蛋剩娃栓旦])$/u;
const NO_NICKNAME =
  /^(?:老[人年师少百兵区办]|小[时学康微额]|大[学病家棚数]|[一二三四五六七八九](?![愣憨傻麻瘸拐狗毛蛋妞丫])\p{Script=Han}|阿姨|孩子|儿子|妻子|房子|[主被]\p{Script=Han}|电子|\p{Script=Han}{0,2}(?:工程|政策|保障|补贴|行动))/u;
/** Words of a rule, an example, praise or a custom. */
const ANYBODY =
  /可以|(?<!不)能(?!干)|申请(?!人)|政策|如果|要是|的话|比如|例如|怎么|吗|凡是?|应当|必须|预防|防止|故事|从前|图个|好养活|模范|带[着头领动]|致富|种植|养殖|创业|手艺|电影|戏/;
const SEVERE_WEIGHT = 3;
/** Somebody of a certain village is known there: poverty is harm enough. */
const WEIGHT_IN_VILLAGE = 2;
const OF_VILLAGE = /[村组队社寨庄屯街巷]的[“"「‘]?$/;
const MAX_DISTANCE_CHARACTERS = 36;

/** The first nicknamed person of a sentence, with a fact about the person or the family. */
export function nicknamedPersonIn(sentence: string): NicknamedPerson | undefined {
  const name = nicknameIn(sentence);
  if (name === undefined || ANYBODY.test(sentence)) return undefined;
  const minWeight = OF_VILLAGE.test(sentence.slice(0, name.index)) ? WEIGHT_IN_VILLAGE : SEVERE_WEIGHT;
  const fact = factsIn(sentence).find((each) => isAbout(each, name, minWeight));
  return fact && { name: name.text, index: name.index, fact: fact.text };
}

interface Nickname {
  text: string;
  index: number;
  end: number;
}

/** The first nickname of a sentence. */
export function nicknameIn(sentence: string): Nickname | undefined {
  if (!/[“"「‘]|号|名|称|[叫喊][他她]/.test(sentence)) return undefined;
  for (const pattern of [INTRODUCED, QUOTED]) {
    for (const { 0: words, index, groups } of sentence.matchAll(pattern)) {
      const text = groups?.quoted ?? groups?.bare ?? groups?.before ?? '';
      const isIntroduced = groups?.before === undefined && !/^叫/.test(words);
      if (!isIntroduced && !LIKE_NICKNAME.test(text)) continue;
      if (!isIntroduced && NO_NICKNAME.test(text)) continue;
      const at = index + words.indexOf(text);
      return { text, index: at, end: at + text.length };
    }
  }
  return undefined;
}

function isAbout({ weight, index, end }: Fact, name: Nickname, minWeight: number): boolean {
  if (weight < minWeight) return false;
  if (index >= name.end) return index - name.end <= MAX_DISTANCE_CHARACTERS;
  return end <= name.index && name.index - end <= MAX_DISTANCE_CHARACTERS / 2;
}
