/**
 * Fixed phrases of notices and forms, and what typing makes of them: characters of the same reading (最低生活包装 for 最低生活保障), and two
 * neighbours in the wrong order (养保老险). The phrases are names of benefits, papers, offices and steps in the glossary and the policies.
 */

import { FIELD_WORDS } from './field-words.ts';
import { isOtherWord } from './person-names/segmenter.ts';
import { soundsAlike } from './pinyin-readings.ts';

const PHRASES = (
  '最低生活保障 生活保障 基本养老保险 养老保险 城乡居民基本养老保险 职工养老保险 基本医疗保险 医疗保险 医疗保障 医疗救助 大病保险 失业保险 工伤保险 生育保险 社会保险 社会保障 社会救助 临时救助 特困供养 特困人员 救助供养 ' +
  '护理补贴 生活补贴 高龄津贴 岗位补贴 耕地地力保护补贴 农机购置补贴 交通补贴 取暖补贴 培训补贴 创业补贴 补贴标准 补助标准 低保标准 低保对象 两项补贴 抚恤补助 计划生育奖励扶助 丧葬补助 助学贷款 生源地助学贷款 小额信贷 小额贷款 创业担保贷款 贷款利率 贷款贴息 ' +
  '公益性岗位 公益岗位 就业帮扶车间 就业困难人员 就业援助 技能培训 劳动合同 拖欠工资 务工人员 防止返贫 返贫致贫 监测对象 监测帮扶 脱贫人口 建档立卡 易地搬迁 危房改造 住房安全 饮水安全 义务教育 雨露计划 职业学校 营养改善计划 控辍保学 ' +
  '家庭经济状况核对 经济状况 人均收入 家庭收入 共同生活的家庭成员 家庭成员 赡养义务 抚养义务 丧失劳动能力 劳动能力 生活来源 重度残疾人 残疾等级 残疾人证 残疾评定 长期照护 生活不能自理 ' +
  '提出申请 申请材料 申请审批表 申请条件 授权委托书 证明材料 入户调查 民主评议 张榜公示 公示名单 公示期满 公示无异议 审核确认 审核审批 审核通过 受理申请 动态管理 动态调整 按月发放 社会化发放 银行账户 个人账户 户口所在地 户籍所在地 常住人口 ' +
  '身份证复印件 户口簿复印件 联系电话 监督电话 举报电话 服务热线 便民服务中心 政务服务中心 党群服务中心 村民委员会 居民委员会 村务公开 村民小组 驻村工作队 人民政府 人民医院 乡镇政府 民政部门 农业农村局 残疾人联合会 定点医院 家庭医生 异地就医 慢性病 预防接种 健康体检 ' +
  '惠农补贴 退耕还林 森林防火 秸秆焚烧 土地流转 土地承包 承包经营权 宅基地审批 农业保险 动物防疫 法律援助 人民调解 反诈中心 电信诈骗'
)
  .split(' ')
  // A shorter phrase has other words of the same reading.
  .filter(({ length }) => length > 3);

/** Variants in use: 帐户 for 账户, 其它 for 其他. */
const VARIANTS = new Set(['帐账', '账帐', '它他', '他它', '簿薄']);
/** At most this share of the characters may differ. */
const MAX_SHARE = 0.5;

/** A phrase that is typed wrongly. */
export interface MistypedPhrase {
  index: number;
  written: string;
  meant: string;
}

/** What to look for at two characters of a text. */
interface Candidates {
  /** Phrases that begin with them, and that end with them. */
  starting: string[];
  ending: string[];
  /** Phrases with two neighbours exchanged that begin with them. */
  turned: [written: string, meant: string][];
}

interface Phrases {
  all: ReadonlySet<string>;
  byPair: ReadonlyMap<string, Candidates>;
  /** The first units of these pairs: most positions of a text end here. */
  firstUnits: Uint8Array;
}

let phrases: Phrases | undefined;

function phrasesOf(): Phrases {
  if (phrases !== undefined) return phrases;
  const all = new Set(PHRASES);
  const byPair = new Map<string, Candidates>();
  const firstUnits = new Uint8Array(0x1_0000);
  const candidatesAt = (pair: string): Candidates => {
    const found = byPair.get(pair) ?? { starting: [], ending: [], turned: [] };
    byPair.set(pair, found);
    firstUnits[pair.charCodeAt(0)] = 1;
    return found;
  };
  for (const phrase of all) {
    candidatesAt(phrase.slice(0, 2)).starting.push(phrase);
    candidatesAt(phrase.slice(-2)).ending.push(phrase);
    for (let at = 0; at < phrase.length - 1; at += 1) {
      const pair = phrase.charAt(at + 1) + phrase.charAt(at);
      const written = phrase.slice(0, at) + pair + phrase.slice(at + 2);
      if (pair.charAt(0) === pair.charAt(1) || isOtherWord(written)) continue;
      candidatesAt(written.slice(0, 2)).turned.push([written, phrase]);
    }
  }
  phrases = { all, byPair, firstUnits };
  return phrases;
}

/** The mistyped phrases of a text, in order. */
export function mistypedPhrasesIn(text: string): MistypedPhrase[] {
  const found: MistypedPhrase[] = [];
  const { byPair, firstUnits } = phrasesOf();
  const add = (index: number, written: string, meant: string) => {
    const last = found.at(-1);
    if (last === undefined || index >= last.index + last.written.length)
      found.push({ index, written, meant });
  };
  for (let at = 0; at < text.length - 1; at += 1) {
    if (firstUnits[text.charCodeAt(at)] === 0) continue;
    const candidates = byPair.get(text.slice(at, at + 2));
    if (candidates === undefined) continue;
    for (const [written, meant] of candidates.turned) {
      if (text.startsWith(written, at)) add(at, written, meant);
    }
    for (const phrase of candidates.starting) {
      if (isHomophone(text, at, phrase)) add(at, text.slice(at, at + phrase.length), phrase);
    }
    for (const phrase of candidates.ending) {
      const from = at + 2 - phrase.length;
      if (from >= 0 && isHomophone(text, from, phrase)) add(from, text.slice(from, at + 2), phrase);
    }
  }
  // A text that speaks of a formula says so more than once.
  if (!text.includes('公') || text.indexOf('公式') !== text.lastIndexOf('公式')) return found;
  for (const { 0: written, index } of text.matchAll(PUBLIC_NOTICE))
    found.push({ index, written, meant: '公示' });
  return found;
}

/** 公式七天: 公示 with the number of days. */
const PUBLIC_NOTICE = /公[式事是试](?=[三五七十\d]{1,2}\s?(?:天|日|个工作日))/gu;

/** Other phrases of the same reading: 人民医院, 抚养义务. */
const ALSO_RIGHT: ReadonlySet<string> = new Set(['人民意愿', '扶养义务', '扶养关系', '扶养费']);

/** Whether the text at `from` differs from the phrase, and only in characters of the same reading. */
function isHomophone(text: string, from: number, phrase: string): boolean {
  let differences = 0;
  for (let at = 0; at < phrase.length; at += 1) {
    if (text.charCodeAt(from + at) !== phrase.charCodeAt(at)) differences += 1;
  }
  if (differences === 0 || differences > phrase.length * MAX_SHARE) return false;
  for (let at = 0; at < phrase.length; at += 1) {
    const [written, meant] = [text.charAt(from + at), phrase.charAt(at)];
    if (written === meant) continue;
    if (VARIANTS.has(written + meant)) return false;
    if (!/\p{Script=Han}/u.test(written) || !soundsAlike(written, meant)) return false;
  }
  const found = text.slice(from, from + phrase.length);
  if (phrasesOf().all.has(found) || ALSO_RIGHT.has(found)) return false;
  // 残疾登记 is no 残疾等级.
  const [start, end] = [
    text.slice(from, from + 2),
    text.slice(from + phrase.length - 2, from + phrase.length),
  ];
  const isOther = (written: string, meant: string) => written !== meant && FIELD_WORDS.has(written);
  return !isOther(start, phrase.slice(0, 2)) && !isOther(end, phrase.slice(-2));
}
