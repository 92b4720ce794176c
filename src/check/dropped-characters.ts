/**
 * Characters that a copy has lost without a trace: 便民服中心, 身证复印件. Detected for the frequent compounds of forms and offices, where the rest is
 * no word and the text with the compound is more probable.
 */
import { isOtherWord, likeliestCut } from './person-names/segmenter.ts';

/** A compound that lacks a character. */
export interface DroppedCharacter {
  index: number;
  /** As it is written. */
  found: string;
  /** With the character. */
  meant: string;
}

/** Compounds of three characters without the second one; what else may be meant is not here (老人, 银卡, 村会). */
const SHORT =
  '身份证 户口本 户口簿 残疾人 残疾证 派出所 民政局 复印件 申请书 申请表 审批表 登记表 承诺书 卫生院 卫生室 居委会 信用社 合作社 结婚证 离婚证 低保户 低保证 监测户 监护人 负责人 公示期 缴费期 幼儿园 养老金 助学金 医保卡 社保卡 村民组 工商局 财政局 教育局 人社局 交警队 收据单 体检表 接种证 准生证 土地证 房产证 驾驶证 营业执照'.split(
    ' ',
  );
/** Longer ones, which may lack any character but the first and the last. */
const LONG =
  '便民服务中心 政务服务中心 党群服务中心 服务中心 村民委员会 居民委员会 残疾人联合会 身份证号 户口所在地 户籍所在地 医疗保险 医疗保障 社会保障 社会保险 社会救助 临时救助 困难群众 困难家庭 低保对象 特困人员 高龄津贴 护理补贴 生活补贴 危房改造 未成年人 务工人员 劳动合同 公益岗位 义务教育 最低生活保障 申请材料 证明材料 银行账户 农业农村局 人民政府 人民医院 联系电话 监督电话 合作医疗 法律援助 独生子女 复印件 营业执照 户主姓名 家庭住址 村民小组 养老保险 残疾补贴 公示名单 定点医院 乡镇政府 审核审批 民政部门 惠农补贴'.split(
    ' ',
  );
const NEVER = new Set(
  '养老险 医疗险 社会险 医保险 社保险 服中 民政府 户主名 医院 定医院 公名单 乡政府 镇政府 小组 村小组 村民组 民政门'.split(
    ' ',
  ),
);
/** Contexts in which a single character cannot stand. */
const PATTERNS: readonly (readonly [pattern: RegExp, meant: (found: string) => string])[] = [
  [/(?:便民|政务|党群|公共)服务中(?=[办领交取问咨申，。；])/gu, (found) => `${found}心`],
  [/(?<=[交带备送审验])材(?![料质积])/gu, () => '材料'],
  [/(?<=(?:委会|政府|村里|镇里|社区))申(?=[，。；]|再)/gu, () => '申请'],
];

const MAX_VARIANT_LENGTH = 6;
const CONTEXT_LENGTH = 4;
/** Minimum gain in probability, as the natural logarithm of the ratio. */
const MIN_GAIN = 4;
/** The same for a rest of three characters or more, which is no other word. */
const MIN_LONG_GAIN = -2;

let variants: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

/** Each compound without one character, with the compound, by the first two characters: nearly all places of a text have none. */
function variantsOf(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  if (variants !== undefined) return variants;
  const made = new Map<string, Map<string, string>>();
  const compounds = new Set([...SHORT, ...LONG]);
  for (const word of compounds) {
    for (let at = 1; at < word.length - 1; at += 1) {
      const variant = word.slice(0, at) + word.slice(at + 1);
      if (compounds.has(variant) || NEVER.has(variant) || isOtherWord(variant)) continue;
      const start = variant.slice(0, 2);
      made.set(start, (made.get(start) ?? new Map<string, string>()).set(variant, word));
    }
  }
  variants = made;
  return made;
}

/** The compounds of a text that lack a character, in order. */
export function droppedCharactersIn(text: string): DroppedCharacter[] {
  const found: DroppedCharacter[] = [];
  for (const { 0: run, index } of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at < run.length - 1; at += 1) {
      const some = variantsOf().get(run.slice(at, at + 2));
      if (some === undefined) continue;
      for (let length = Math.min(MAX_VARIANT_LENGTH, run.length - at); length > 1; length -= 1) {
        const variant = run.slice(at, at + length);
        const meant = some.get(variant);
        if (meant === undefined || !isLikelier(run, at, variant, meant)) continue;
        found.push({ index: index + at, found: variant, meant });
        at += length - 1;
        break;
      }
    }
  }
  for (const [pattern, meant] of PATTERNS) {
    for (const { 0: part, index } of text.matchAll(pattern))
      found.push({ index, found: part, meant: meant(part) });
  }
  return found;
}

/** 遇困｜群众, 帮困: the rest is the end of another word. */
const ENDS_OTHER = /[遇帮扶济解纾脱特助]困$/;

/** Whether the words of the text end where the variant does, and the compound is likelier there. */
function isLikelier(run: string, at: number, variant: string, meant: string): boolean {
  if (ENDS_OTHER.test(run.slice(Math.max(0, at - 1), at + 1))) return false;
  const before = run.slice(Math.max(0, at - CONTEXT_LENGTH), at);
  const after = run.slice(at + variant.length, at + variant.length + CONTEXT_LENGTH);
  const written = likeliestCut(before + variant + after);
  const end = before.length + variant.length;
  const isApart =
    written.starts.includes(before.length) &&
    (after === '' || written.starts.includes(end)) &&
    written.starts.some((start) => start > before.length && start < end);
  if (!isApart) return false;
  const min = variant.length > 2 ? MIN_LONG_GAIN : MIN_GAIN;
  return likeliestCut(before + meant + after).logProbability - written.logProbability >= min;
}
