/** Finds a last day to apply that a text says in words and not as a date: 6月底前, 出院后一年内, 常年受理. */

const NUMBER = '[\\d一二两三四五六七八九十]{1,3}';
const PERIOD = `${NUMBER}\\s*(?:个)?(?:工作日|自然日|日|天|个?月|年)\\s*(?:内|以内|之内)`;

/** That there is no last day. */
const OPEN_ENDED =
  /(?:常年|长年|长期|全年|随时|全天候)(?:均可|都可以?|可以?)?(?:受理|办理|申请|申报|申领|报名|登记|接收|办)|(?:受理|办理|申请|申报|申领|报名)(?:时间|期限)?不[限受][\p{Script=Han}]{0,6}/u;
/** 自退役之日起30日内, 出生后90日内: counted from what happens to the reader, not from the day on which an office received something. */
const COUNTED = new RegExp(
  `(?:自[^，。；：自]{2,20}之日起\\s*(?:的)?${PERIOD}|(?<=^|[在于，：；由当])[^，。；：在于由应请]{2,10}后(?:的)?\\s*${PERIOD})(?![^，。；]{0,4}(?:验收|归还|还款|报告|注销|备案|复查))`,
  'u',
);
const OF_OFFICE_DAY = /受理|收到|接到|申请(?:之日|后)|审核(?:之日|后|通过)|报送|批准文件|备案/u;
const WHOLE_YEAR = '(?:今年|本年|当年|年|本月|当月|月)';
const MONTH = `(?:(?:\\d{4}|每|今|本|当)年)?\\s*${NUMBER}\\s*月(?:份)?(?:底|末|上旬|中旬|下旬)`;
const UNTIL_FULL = '(?:[，,](?:额满|招满|报满|人满|用完|名额有限)[^，。；]{0,6})?';
/** 6月底前, 年底前, 即日起至年底; the year is left out as the text does. */
const MONTH_END = new RegExp(
  `(?:(?:从|自)?即日起\\s*(?:至|到)\\s*)?(?:${MONTH}|${WHOLE_YEAR}(?:底|末))(?:之?前|以前|截止|为止)?${UNTIL_FULL}`,
  'u',
);
/** 每年12月20日前, 每年1月至3月底. */
const DAY_OR_END = `${NUMBER}月(?:份)?(?:${NUMBER}日|底|末)?`;
const YEARLY = new RegExp(
  `每年(?:的)?\\s*${DAY_OR_END}(?:(?:至|到|[-—–~～]+)\\s*${DAY_OR_END}|之?前|以前)`,
  'u',
);
const ASKS =
  /申请|申报|报名|提交|交到|登记|缴|交清|交齐|参保|投保|申领|领取|报到|办理|提出|认证|受理|报销|截止|期限|时限/u;

/** No last day, in the words of the sentence: 常年受理. */
export const openEndedIn = (sentence: string): string | undefined => OPEN_ENDED.exec(sentence)?.[0];

/** The last day in the words of a sentence that tells the reader to do something. */
export function deadlineWordsIn(sentence: string): string | undefined {
  if (!ASKS.test(sentence)) return undefined;
  const yearly = YEARLY.exec(sentence)?.[0];
  if (yearly !== undefined) return yearly;
  const counted = COUNTED.exec(sentence)?.[0];
  if (counted !== undefined && !OF_OFFICE_DAY.test(counted)) return counted;
  const end = MONTH_END.exec(sentence)?.[0];
  return end !== undefined && /前|截止|为止|即日起/u.test(end)
    ? end.replace(/(?<=[底末旬])(?:截止|为止)$/u, '')
    : undefined;
}
