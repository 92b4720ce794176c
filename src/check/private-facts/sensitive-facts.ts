/** A full name, and in the same sentence a private fact about the person. */

import { hasFrequentSurname, type ScoredName, scoredNamesIn } from '../person-names/index.ts';
import { calledPersonIn } from './called-persons.ts';
import { decidedHelpIn } from './decided-help.ts';
import { describedPersonIn } from './described-persons.ts';
import { type Fact, factsIn } from './facts.ts';
import { recordsIn } from './form-records.ts';
import { nicknamedPersonIn } from './nicknamed-persons.ts';
import { personalDataIn } from './personal-data.ts';
import { mayHavePredicate, privatePredicate } from './private-predicates.ts';
import { relativeIn } from './relatives.ts';
import { isFamous, isSample, privateNames } from './roles.ts';
import { unexplainedPersonIn } from './unexplained-persons.ts';

/** A name with the fact; `index` is that of the name. */
export interface FactMatch {
  name: string;
  index: number;
  fact: string;
  /** Whether only a public reason for the name is missing: another finding about the sentence says more. */
  isUnexplained?: boolean;
}

/** Minimum sum of the scores of name and fact for a guess. */
const MIN_SUM = 5.2;
const MAX_NAME_SCORE = 4;
/** A rare surname within a sentence is usually another word: 能治好, 未满二. */
const MIN_RARE_SCORE = 3.2;
const OF_GOODS = /收购|药[材市农]|行情|报价|品种|每[斤亩株只头公]|价格|苗木|树苗/;
const INTRODUCES =
  /(?:[哥姐弟妹爸妈叔伯婶舅姨爷奶儿女孙叫]|村民|户主|病人|老人|[者员]|其中(?:有|包括)?|^\s*|[，：:；、（(“”"\s])$/u;
const MIN_CERTAIN_PUNISHED_SCORE = 3;
const MAX_QUOTED_MISCONDUCT_LENGTH = 4;
/** Minimum score of a name if the fact is only hinted at. */
const MIN_CERTAIN_NAME_SCORE = 4;
/** Before the dictionary is used: most sentences with a hint contain no name. */
const MIN_PREFILTER_SCORE_OF_HINTS = 3.5;
const MIN_PREFILTER_SCORE = 1.8;
/** Sentences; the few longer ones are split. */
const SENTENCE = /[^。！？!?\n]{1,300}/gu;

/** One match for each sentence: its first name or description with a fact; and the names with a date of birth or a registration number. */
export function sensitiveFactsIn(text: string): FactMatch[] {
  const seen = new Set<number>();
  return allFactsIn(text).filter(({ index }) => !seen.has(index) && seen.add(index));
}

function allFactsIn(text: string): FactMatch[] {
  const found: FactMatch[] = [...personalDataIn(text), ...recordsIn(text)];
  let before: { sentence: string; index: number } | undefined;
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const punished = punishedOfficerIn(sentence);
    if (punished) {
      found.push({ ...punished, index: index + punished.index });
      continue;
    }
    const decided = decidedHelpIn(sentence);
    if (decided) {
      found.push({ ...decided, index: index + decided.index });
      continue;
    }
    const facts = factsIn(sentence);
    const last = before;
    before = { sentence, index };
    if (last && NAMES_HIM.test(sentence)) {
      // 男主人赌博输光了。这家户主叫隋宝山: the name is in the next sentence.
      const fact = factsIn(last.sentence).find(({ weight }) => weight > 2);
      const [named] = privateNames(sentence, scoredNamesIn(sentence, 1, MIN_PREFILTER_SCORE));
      if (fact && named && named.score >= MIN_CERTAIN_NAME_SCORE && !HELPS.test(sentence)) {
        found.push({ name: named.name, index: index + named.index, fact: fact.text });
        continue;
      }
    }
    const carried = last && factAbout(last.sentence, sentence);
    if (carried) {
      found.push({ ...carried, index: index + carried.index });
      continue;
    }
    if (facts.length === 0) {
      const subject = subjectOf(sentence) ?? calledPersonIn(sentence) ?? unexplained(sentence);
      if (subject) found.push({ ...subject, index: index + subject.index });
      continue;
    }
    // 他叫侍国强。坐过三年牢: the fact is in the next sentence.
    const severe = facts.find(({ weight }) => weight > 2);
    if (last && severe && OF_HIM.test(sentence) && !HELPS.test(sentence)) {
      const named = privateNames(
        last.sentence,
        scoredNamesIn(last.sentence, 1, MIN_PREFILTER_SCORE_OF_HINTS),
      ).at(-1);
      if (
        named &&
        named.score >= MIN_CERTAIN_NAME_SCORE &&
        scoredNamesIn(sentence, 1, MIN_PREFILTER_SCORE).length === 0
      ) {
        found.push({ name: named.name, index: last.index + named.index, fact: severe.text });
        continue;
      }
    }
    const isHinted = facts.every(({ weight }) => weight < 2);
    const names = privateNames(
      sentence,
      scoredNamesIn(sentence, 1, isHinted ? MIN_PREFILTER_SCORE_OF_HINTS : MIN_PREFILTER_SCORE),
    );
    const first = names
      .flatMap((name) => {
        const fact = facts.find((each) => sumOf(sentence, name, each, names) >= MIN_SUM);
        return fact ? [{ name: name.name, index: index + name.index, fact: fact.text }] : [];
      })
      .at(0);
    if (first) {
      found.push(first);
      continue;
    }
    const subject = subjectOf(sentence) ?? calledPersonIn(sentence) ?? unexplained(sentence);
    if (subject) {
      found.push({ ...subject, index: index + subject.index });
      continue;
    }
    const nicknamed = nicknamedPersonIn(sentence);
    if (nicknamed) {
      found.push({ ...nicknamed, index: index + nicknamed.index });
      continue;
    }
    const described = describedPersonIn(sentence) ?? relativeIn(sentence, last?.sentence);
    if (described)
      found.push({ name: described.description, index: index + described.index, fact: described.fact });
  }
  return found;
}

/** Before a person whom the report describes: 六十七岁的｜, 拉着我们手的是刚做完手术的｜. */
const DESCRIBED_BEFORE = /(?:岁的|的(?:老[人汉]|大[爷娘妈])|的是[^，。]{0,10}的?)$/u;

/** 低保救了我。六十七岁的訾秀英说: who is quoted about the help received. */
function factAbout(quote: string, sentence: string): FactMatch | undefined {
  if (!/[”"」]/.test(sentence.slice(0, 1))) return undefined;
  const fact = factsIn(quote).find(({ weight }) => weight >= 2);
  if (fact === undefined) return undefined;
  const [first] = privateNames(sentence, scoredNamesIn(sentence, 1, MIN_PREFILTER_SCORE));
  if (first === undefined || first.score < MIN_CERTAIN_PUNISHED_SCORE) return undefined;
  return DESCRIBED_BEFORE.test(sentence.slice(0, first.index))
    ? { name: first.name, index: first.index, fact: fact.text }
    : undefined;
}

function unexplained(sentence: string): FactMatch | undefined {
  const person = unexplainedPersonIn(sentence);
  return person && { ...person, isUnexplained: true };
}

/** An offence or its punishment, which is for the authority to publish: 村会计成守业挪用低保款. */
const MISCONDUCT =
  /^(?:同志)?[^，。、：]{0,6}?(?:挪用|侵占|贪污|受贿|行贿|私分|套取|骗取|虚报|冒领|截留|撤职|被开除|留党察看|严重警告|酒驾|醉驾|嫖|聚众|赌博|被拘|被判|被立案|被查|被免职|违纪)/u;

/** The first full name of a sentence, of whatever office, with misconduct as the predicate. */
function punishedOfficerIn(sentence: string): FactMatch | undefined {
  if (
    !/挪用|侵占|贪|贿|私分|套取|骗取|虚报|冒领|截留|撤职|开除|察看|警告|酒驾|醉驾|嫖|赌|拘|判|立案|查|免职|违纪/.test(
      sentence,
    )
  )
    return undefined;
  if (isSample(sentence)) return undefined;
  for (const { name, index, end, score } of scoredNamesIn(sentence, 1, MIN_PREFILTER_SCORE)) {
    if (score < MIN_CERTAIN_PUNISHED_SCORE || isFamous(name)) continue;
    if (
      /开除|撤销|给予|免去/.test(sentence.slice(0, index)) &&
      /^(?:同志)?的?(?:党籍|公职|职务|党内|行政|处分|警告)/.test(sentence.slice(end))
    )
      return { name, index, fact: '处分' };
    const [misconduct] = MISCONDUCT.exec(sentence.slice(end, end + 16)) ?? [];
    if (misconduct !== undefined)
      return { name, index, fact: misconduct.slice(-MAX_QUOTED_MISCONDUCT_LENGTH) };
  }
  return undefined;
}

/** The first private person of a sentence with a statement about them. */
function subjectOf(sentence: string): FactMatch | undefined {
  if (!mayHavePredicate(sentence)) return undefined;
  for (const name of privateNames(sentence, scoredNamesIn(sentence, 1, MIN_PREFILTER_SCORE_OF_HINTS))) {
    const fact = privatePredicate(sentence, name);
    if (fact) return { name: name.name, index: name.index, fact };
  }
  return undefined;
}

/** A sentence with the name of the person mentioned before. */
const NAMES_HIM =
  /^\s?(?:这[家户人]|那[家户人]|[他她]|户主|当事人|此人|本人|男的|女的)(?:家)?(?:的|户主|男人|女人|本人)?(?:名?叫|是|姓名[：:是]?|就是)/;
/** A sentence about the person named before. */
const OF_HIM =
  /^\s?(?:[他她]|本人|老人|大[爷娘妈伯叔]|家里|全家|一家|后来|去年|前年|今年|早年|以前|因为|因|现在)/;

/** Words for people who help, and for their help. */
const HELPS =
  /帮(?!扶户)|替|教|带[着领动]|照[顾料看]|伺候|护理(?!补贴)|看望|慰问|雇|吸纳|接收|服务|宣传|宣讲|讲解?|捐|走访|采访|培训|研究|预防|献血|面向|针对|资助|安置|收留|关心|关爱|陪|接送|联系|结对/;
/** Words about others: 照顾瘫痪的婆婆, 低保户的事. */
const OF_OTHERS =
  /^(?:[\p{Script=Han}]{0,3})?的?(?:人们?(?!家)|户|者|病人|患者|老人|群众|家庭|村民|对象|乡亲|儿童|孩子|学生|邻居|婆婆|公公|老婆婆|婆母|政策|标准|条件|知识|工作|手续|的事)/u;
/** The person is successful, and speaks about it. */
const SUCCESS =
  /模范|候选|孝心|孝老|好人|评选|第[一二三]名|奖|编了|写了|退休|讲|比赛|表演|作品|手艺|唱|跳|办起|开起|开了|创业|当上|当选|致富|带头|带动|脱了?贫|摘了?帽|养蜂|养殖场|合作社|挣了?|获奖|得了?奖|评为|冠军|传承|学会|盖起|买了|考上大学|大学生|上岗|进了厂|技能|他说|她说|如今|改成了|收入\p{Script=Han}{0,3}[\d一二两三四五六七八九十]+[多几]?万/u;
/** No longer poor. */
const GOT_ON = /办起|开起|创业|致富|带头|带动|脱了?贫|摘了?帽|合作社|养殖场|挣/;
/** Between a fact and the name directly after it: 得白血病的｜, 刑满回来的｜, 低保户｜. */
const RIGHT_BEFORE =
  /^(?:(?!也|都|和|或|、)[\p{Script=Han}]){0,8}?(?:的|户|人|者|员|象|[的了]?(?:娃娃?|孩子|老人|妇女|村民|市民|居民|牧民|社员|老兵|职工|学生|病人|患者|老汉|邻居|亲戚|汉子|女人|男人|姑娘|小伙)?(?:名?叫)?)?[：:“"（(\s]?$/u;

/** 严重精神障碍患者监护补助拟发放：俞友生 */
const LABEL_OF_PERSONS =
  /^(?:(?![，。；：])[\p{Script=Han}]){0,4}(?:患者|对象|人员|户|病人|家庭|儿童|老人)(?:(?![，。；：])[\p{Script=Han}\d]){0,14}(?:发放|名单|公示|如下|有|对象|人员|患者|认定|确认|纳入|通过|领取|签收)[：:]$/u;

/** A law or a rule about everybody. */
const GENERAL_RULE = /应当|不得|依法|本[法条例]|条例|责令|处以|罚款|有下列|负责人|行政|机关|主管部门/;

/** The summed score of a name and a fact in a sentence; 0 if the fact is about somebody else. */
function sumOf(sentence: string, name: ScoredName, fact: Fact, names: readonly ScoredName[]): number {
  if (name.score < MIN_CERTAIN_NAME_SCORE && GENERAL_RULE.test(sentence)) return 0;
  if (fact.weight < 2 && (name.score < MIN_CERTAIN_NAME_SCORE || names.length > 2)) return 0;
  if (fact.weight < 2 && OF_GOODS.test(sentence)) return 0;
  if (
    fact.weight < 2 &&
    name.name.length < 3 &&
    (sentence[name.end] === '、' || sentence[name.index - 1] === '、')
  )
    return 0;
  if (
    !hasFrequentSurname(name) &&
    name.score < MIN_RARE_SCORE &&
    !INTRODUCES.test(sentence.slice(0, name.index)) &&
    !(name.name.length > 2 && fact.weight > 2 && fact.index === name.end)
  )
    return 0;
  const weight =
    fact.index >= name.end ? behindName(sentence, name, fact) : beforeName(sentence, name, fact, names);
  return weight === 0 ? 0 : Math.min(name.score, MAX_NAME_SCORE) + weight;
}

function behindName(sentence: string, name: ScoredName, fact: Fact): number {
  const between = sentence.slice(name.end, fact.index);
  const behind = sentence.slice(fact.end, fact.end + 12);
  if (HELPS.test(between) && (OF_OTHERS.test(behind) || fact.weight < 3)) return 0;
  if (fact.weight < 2) return SUCCESS.test(sentence) || HELPS.test(between) ? 0 : fact.weight;
  if (fact.weight < 3) {
    if (GOT_ON.test(sentence)) return 0;
    const isOwn =
      /(?:是|成了?|评上?了?|批[了下]?|纳入|列入|属于?|算|吃|领|享受?|拿|进|当|为|办|申请|转|取消|停|有|的|[，,]|家|户|[了着])[^，。]{0,6}$/.test(
        between,
      ) || between === '';
    return isOwn ? fact.weight : 0;
  }
  if (OF_OTHERS.test(behind) && !/(?:是|属|为|算|成|叫|当)[^，。、]{0,8}$|^$/.test(between)) return 0;
  return fact.weight;
}

function beforeName(sentence: string, name: ScoredName, fact: Fact, names: readonly ScoredName[]): number {
  const between = sentence.slice(fact.end, name.index);
  if (names.some(({ index }) => index >= fact.end && index < name.index)) return 0;
  if (fact.weight < 2) return SUCCESS.test(sentence) ? 0 : fact.weight;
  if (RIGHT_BEFORE.test(between) || LABEL_OF_PERSONS.test(between)) return fact.weight;
  return SUCCESS.test(sentence) || HELPS.test(between) || OF_OTHERS.test(between) ? 0 : fact.weight - 1;
}
