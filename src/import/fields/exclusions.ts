/** Finds who or what a benefit is not for: in sections of their own, and in sentences such as …的，不得申请. */

import { withoutNumber } from './line-numbers.ts';
import { PERSONS } from './persons.ts';
import { itemsOfBody } from './section-items.ts';
import type { Section } from './sections.ts';
import { sentences, withoutEnd } from './sentences.ts';

const REFUSED =
  '(?:一律|原则上|暂时?|均|都|也|同时|仍|将|则|从[^，。；]{1,8}起)*(?:不予|不得|不能|不可以|不可|不再|不享受|不发放|不发给|不参加|不接收|不接受|不纳入|不列入|不属于|不在|不适用|不重复|(?:今年|本年|三年内|两年内)?(?:不得|不再|不能)|暂不|不宜|不给|不发)';
const OF_WHAT =
  '(?:重复|同时|再次?|予以|以)?(?:申请|申报|申领|享受|享有|补贴|补助|救助|资助|保障|受理|认定|报名|报考|应聘|投保|领取|发放|参加|参保|参与|培训|检查|献血|接种|接收|接待|办理|贷款|奖励|给予|计算|报销|聘用|聘任|录用|录取|供应|订购|认购|支持|扶持|赔付|理赔|承保|贴息|兑付|安排|评定|评奖|适配|发补|任何|纳入|列入|此列|本(?:政策|办法|方案|细则|规定)|范围|[^，。；、]{0,12}(?:范围|之列|此列))';
/** What needs no object: 均不纳入, 暂停发放, 除外. */
const LEFT_OUT =
  '(?:(?:一律|均|都|也|仍|则|应当?|从[^，。；]{1,8}起|自[^，。；]{1,8}起)*(?:不纳入|不列入|不享受|不发放|不赔付?|不包括在内|暂停(?:发放|享受|救助)|暂缓[^，。；]{2,6}|取消[^，。；]{0,6}资格|除外)(?:$|[，。；]))';
const EXCLUDED = new RegExp(
  `^(?:对于?)?([^。；：:]{3,70}?(?:的|${PERSONS}))[，,]?(?:(?:学校|单位|医院|银行)?${REFUSED}${OF_WHAT}|${LEFT_OUT})[^。；]{0,16}[。；]?$`,
  'u',
);
/** Things for which nothing is given: 二手农机具不予补贴. */
const THINGS_EXCLUDED =
  /(?:^|[，；])(?:对)?((?:[^，。；：:]{2,40}的[，,]){0,3}[^，。；：:]{2,40}?)[，,]?(?:一律)?(?:(?:暂不|不予)(?:补贴|补助|奖补|办理|受理|报销|收购|承保|赔付|延续)|不享受[^，。；]{0,8}(?:补贴|补助|待遇|政策)|不适用本|不(?:列入|纳入|在|属于)[^，。；]{0,16}范围(?!的)|不在此列|(?:救助|办理?|领|报销|贷|补)不了|不再(?:重复)?(?:补|发|领|给)|暂?不(?:予)?发放|不得(?:申报|享受)|不参加|不能申报|暂缓(?:免疫|接种|发放|办理))[^，。；]{0,8}(?:[，,](?:待|可以?|需|恢复后)[^。；]{2,20})?[。；]?$/u;
/** What happens to a late or incomplete application, and orders to offices. */
const NOT_WHO =
  /^(?:逾期|过期|未按|超过时限|申请人|大家|各|任何|本人|工作人员|严禁|资金|补贴资金|同一人|每人|每户|公示|以上|其他)|[下以]列|如下|上述|之一|材料不|资料不|弄虚作假|提供虚假|骗取|截留|挪用|信息有误|同一年度(?!内?已)|一人|(?:不得|不能|无法)[^，]{0,10}的$/u;

/** For what a sentence with 对 says that nothing is given: 对撂荒一年以上的耕地，不予补贴. */
const FOR_WHAT = /^对于?([^。；：:]{4,70}?)[，,]?(?:一律)?不予[^。；，]{2,10}(?<!的)[。；]?$/u;
/** 35周岁以上的妇女，三年内检查过的不再检查: who may, then who may not. */
const LAST_CLAUSE = new RegExp(
  `^(.*(?:${PERSONS}))[，,]([^，]{4,40}?的(?:${REFUSED})[^，。；]{0,12})[。；]?$`,
  'u',
);

/** What a condition says before an exclusion at its end: the two parts, or only the whole. */
export function splitExclusion(item: string): { before: string; excluded: string } | undefined {
  const [, before, excluded] = LAST_CLAUSE.exec(item) ?? [];
  return before === undefined || excluded === undefined ? undefined : { before, excluded };
}

/** Who a sentence says the benefit is not for; undefined if it says nobody. */
export function excludedIn(sentence: string): string | undefined {
  const whole = withoutNumber(sentence.trim());
  // 对符合条件的申请不予受理的 is an office's own fault.
  if (/^对[^，。；]*不予[^，。；]*的[。；]?$/u.test(whole)) return undefined;
  const bare = splitExclusion(whole)?.excluded ?? whole;
  const found = (EXCLUDED.exec(bare) ?? FOR_WHAT.exec(bare) ?? THINGS_EXCLUDED.exec(bare))?.[1];
  const who = found?.replace(/^(?:但|其中|此外|以及|或者?)[，,]?/u, '');
  return who === undefined || NOT_WHO.test(who) || who.length < 3 ? undefined : who;
}

/** 无人居住的、已享受补贴的 are two conditions. */
const splitWho = (who: string): string[] => who.split(/(?<=的)、/u).map(withoutEnd);

export interface Exclusions {
  items: string[];
  headings: string[];
  hasHeading: boolean;
}

/** All who are excluded; `taken` says which lines are in sections of their own. */
export function exclusionsOf(lines: readonly string[], sections: readonly Section[]): Exclusions {
  const own = sections.filter(({ subject }) => subject === 'exclusions');
  const listed = own.flatMap((section) =>
    itemsOfBody(section.body).flatMap((item) => splitWho(excludedIn(item) ?? item)),
  );
  const outside = lines.filter((_, at) => !own.some(({ lines: { start, end } }) => start <= at && at < end));
  const said = sentences(outside).flatMap((sentence) => {
    const who = excludedIn(sentence);
    return who === undefined ? [] : splitWho(who).map((one) => ({ sentence, who: one }));
  });
  return {
    items: [...new Set([...listed, ...said.map(({ who }) => who)])],
    headings: [...new Set([...own.map(({ heading }) => heading), ...said.map(({ sentence }) => sentence)])],
    hasHeading: own.some(({ hasHeading }) => hasHeading),
  };
}
