/**
 * A person named by surname and a form of address, or by family and kinship (库大妈, 鲍家媳妇, 傅家的傻儿子), with a harmful fact. In a village a
 * rare surname identifies a person; a frequent one does not, and is what our own advice and examples use (王大爷, 老张).
 */

import { RARE_SURNAMES } from '../person-names/rare-names.ts';
import { continuesWordAt } from '../person-names/segmenter.ts';
import { SURNAMES, WORD_SURNAMES } from '../person-names/surnames.ts';
import { type Fact, factsIn } from './facts.ts';

export interface CalledPerson {
  name: string;
  index: number;
  fact: string;
}

/**
 * The 30 most frequent surnames, each of more than 0.6 % of the population (公安部《二〇二〇年全国姓名报告》), together more than half: a
 * village has several such families.
 */
export const FREQUENT_SURNAMES = new Set('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧');
const ADDRESS =
  '老?大[爷娘妈叔婶伯嫂哥姐]|老[二三四五六七八幺]|[二三四五六][爷娘妈叔婶伯嫂哥姐]|奶奶|爷爷|婆婆|公公|阿[婆公姨婶伯]|老[汉太头]太?|师傅|老师|医生|大夫|老板|会计|同志|女士|先生|[叔婶伯嫂姨爷]|[瘸拐聋哑瞎傻疯麻跛][子巴]|寡妇|光棍';
const KIN =
  '(?:家|家的|奶奶的?|爷爷的?|大[爷娘妈叔婶伯]的?)(?:那个?)?(?:傻|哑|疯|瘸|聋|瞎|大|小|二|三|独)?(?:儿子|女儿|闺女|媳妇|儿媳妇?|孙子|孙女|女婿|老[大二三四五幺小]|男人|婆娘|姑娘|小子|侄子|老太太|老爷子|老头子?|老汉|老人|奶奶|爷爷)';
const PATTERN = new RegExp(
  `(?<surname>\\p{Script=Han})(?:(?<kin>${KIN})|(?:${ADDRESS}))|老(?<old>\\p{Script=Han})(?:头子?|汉|太太?|婆子?)(?=[，的家前去今得患]|$)`,
  'gu',
);
/** Words of a rule, an example or a question. */
const ANYBODY =
  /如果|要是|的话|比如|比方|例如|假如|好比|举例|怎么|吗|凡是?|应当|必须|讲故事|故事|唱|手艺|传承|会修|会做|带头|带着[大全乡村几\d一二三]|帮助|照顾(?=[一-鿿]{0,6}(?:老人|病人|患者|别人|孤))|志愿|模范/;
/** A person at work, in a sentence about what others have. */
const OFFICER = /(?:师傅|老师|医生|大夫|老板|会计|同志|女士|先生)$/;
const SPEAKS = /[讲说](?:$|[：:，])/;
const SEVERE_WEIGHT = 3;
/** What the needy receive. */
const RECEIVES =
  /配[给发]了?|助听器|假牙|假肢|轮椅|拐杖|辅具|危房|没领|领[到了]|补[贴助款]|低保|五保|特困|困难户|贫困户|脱贫户|救助|救济|残疾补贴|护理费|慰问|(?:送|发|领|补|得)[了到给去]?\p{Script=Han}{0,6}[一二两三四五\d]{1,4}(?:桶|袋|床|斤|元|块|吨)|[一二两三四五]\s?[桶袋床](?:油|米|面|被|棉)/u;
const MAX_DISTANCE_CHARACTERS = 30;
const MAX_DISTANCE_BEFORE_CHARACTERS = 8;

/** Whether a character is a surname that few families of a village have. */
export function isRareInVillage(surname: string): boolean {
  return (
    !FREQUENT_SURNAMES.has(surname) &&
    (SURNAMES.has(surname) || WORD_SURNAMES.has(surname) || RARE_SURNAMES.has(surname))
  );
}

/** The first person of a sentence who is so called, with a fact. */
export function calledPersonIn(sentence: string): CalledPerson | undefined {
  if (!/[家爷娘妈叔婶伯嫂哥姐婆公姨汉太头奶子巴妇棍师生夫板计志士]/.test(sentence) || ANYBODY.test(sentence))
    return undefined;
  for (const { 0: name, index, groups } of sentence.matchAll(PATTERN)) {
    const surname = groups?.surname ?? groups?.old ?? '';
    if (!isRareInVillage(surname)) continue;
    // 老解大叔 is fine; 全家老大, 国家的 are no surnames.
    if (
      groups?.kin !== undefined &&
      /[\p{Script=Han}]$/u.test(sentence.slice(0, index)) &&
      WORD_SURNAMES.has(surname)
    )
      continue;
    if (continuesWordAt(sentence, sentence.indexOf(surname, index))) continue;
    const end = index + name.length;
    const isOfficer = OFFICER.test(name);
    const fact =
      factsIn(sentence).find(
        (each) => each.weight >= SEVERE_WEIGHT && isNear(sentence, each, index, end, isOfficer),
      )?.text ?? (SPEAKS.test(sentence) || isOfficer ? undefined : RECEIVES.exec(sentence)?.[0]);
    if (fact !== undefined) return { name, index, fact };
  }
  return undefined;
}

/** Between a fact and the person it describes: 得过肺结核的｜, 被骗走八万元的，是开小卖部的｜. */
const DESCRIBES = /^[^，。]{0,8}的(?:[，,]?就?是\p{Script=Han}{0,8}的?)?$/u;
const BEFORE_FACT =
  /^(?:的(?:爱人|老伴|丈夫|妻子|老公|老婆|儿子|女儿|母亲|父亲|妈妈?|爸爸?))?[，,]?(?:因|得|患|查出|有|是|的|去年|前年|早年|年轻时|突然|忽然|已经|[得患]了|[得患]过)*$/;

/** Whether a fact is that of the person at `index` to `end`. */
function isNear(sentence: string, fact: Fact, index: number, end: number, isOfficer: boolean): boolean {
  if (fact.index >= end) {
    const between = sentence.slice(end, fact.index);
    return isOfficer ? BEFORE_FACT.test(between) : between.length <= MAX_DISTANCE_CHARACTERS;
  }
  const between = sentence.slice(fact.end, index);
  return DESCRIBES.test(between) || (!isOfficer && between.length <= MAX_DISTANCE_BEFORE_CHARACTERS);
}
