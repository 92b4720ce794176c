/**
 * Sentences about what offices, districts and industries do: the prose of reports, plans and notices. What looks like a name in them is
 * nearly always a river, a line of railway, a firm or a new term (高水平, 惠民生), and what looks like a private fact belongs to none.
 */

/** Words that hardly occur in a sentence about one person. */
const OFFICIAL =
  /推进|推动|加快|深化|构建|打造|统筹|健全|完善|强化|夯实|聚焦|促进|增强|激发|培育|布局|赋能|攻坚|优化|提升|巩固|拓展|融合|协同|联动|高质量|高水平|高标准|现代化|一体化|数智化|数字化|智能化|产业|产能|产值|工程|体系|机制|战略|示范[区县点]|试点|专项行动|隐患|高铁|高速公路|铁路|机场|园区|经开区|高新区|新能源|生态|治理|改革|开放|创新|平台|集群|中心城市|枢纽|通道|全[省市区县国](?!人)|亿元|亿美元|百分点|万吨|万亩|亿千瓦|万千瓦|公里|累计|同比|增长|下降|覆盖率|居全国|位居|建成|投产|竣工|开工|续建|扩能|法治|廉政|安全生产|保障体系|公共服务|基层|市场化|营商环境|重点领域|行动计划|实施方案|项目/gu;
/** Such words in a sentence about institutions; fewer are in a notice about a person, too. */
const MIN_OFFICIAL_WORDS = 3;
/** One of a person at least: then the sentence may be about somebody. */
const PERSONAL =
  /\d岁|[他她]|村民|户主|[低五]保户|贫困户|脱贫户|监测户|名叫|同志|一家|家里|家中|丈夫|妻子|儿子|女儿|媳妇|大[爷娘妈叔婶]|[男女][，,）)]|[二三四]级/u;

/** Whether a sentence is about institutions and names no person by age, family or household. */
export function isOfficialProse(sentence: string): boolean {
  const words = new Set(sentence.match(OFFICIAL));
  return words.size >= MIN_OFFICIAL_WORDS && !PERSONAL.test(sentence);
}
