/**
 * Words that are right by themselves and wrong in their phrase, because the input method offers another word of the same reading: 对结果有意义的
 * for 有异议的, 向镇里反应问题 for 反映. Each pattern contains the phrase.
 */

/** A wrong word with the right one. */
const WORDS: readonly (readonly [written: RegExp, meant: string])[] = [
  [
    /(?<=(?:公示|审核|评议|评定|结果|名单|决定|认定|核定|答复|数额|金额|面积|补偿|处理|处罚)[^，。；\n]{0,12}有)意义(?=的[，可应请向])|(?<=公示[^，。；\n]{0,6}无)意义(?=[的，。；后]|$)/gu,
    '异议',
  ],
  [/(?<=向[^，。；\n]{1,12})反应(?=问题|情况|意见|诉求|困难|[，。；]|$)/gu, '反映'],
  [
    /(?<=(?:合法|公民|村民|妇女|儿童|残疾人|劳动者|消费者|农民)的?)权力(?=和义务|受|不受|[，。；、]|$)/gu,
    '权利',
  ],
  [/(?<=[底基追]肥施)族(?=[，。；]|$)|(?<=施)族(?=[底基追]肥)/gu, '足'],
  [/(?<=失物|寻物|寻人|招领|招聘|招租|征婚)启示(?=[，。；：\n]|$)/gu, '启事'],
  [/(?<=提起|提出|依法)申述(?=[，。；]|$)/gu, '申诉'],
  [/震灾(?=款|物资|粮)|(?<=抗洪|抗旱)震灾/gu, '赈灾'],
  [
    /(?<=到账|查收|领取|缴费|办理)后请即时(?=核对|告知|联系|报告)|请即使(?=办理|缴纳|联系|报告|告知)/gu,
    '及时',
  ],
  [/(?<=逾期|过期)(?:不侯|不后|布候)/gu, '不候'],
  [/(?<=予以|给予|不予)(?:受里|手理|收理)/gu, '受理'],
  [/(?<=停止|继续|重新)(?:发方|发房)(?=[，。；补津低]|$)/gu, '发放'],
];

/** A word that is wrong in its phrase. */
export interface ContextHomophone {
  index: number;
  written: string;
  meant: string;
}

/** The words of a text that are wrong in their phrases. */
export function contextHomophonesIn(text: string): ContextHomophone[] {
  return WORDS.flatMap(([pattern, meant]) =>
    Array.from(text.matchAll(pattern), ({ 0: written, index }) => ({ index, written, meant })),
  );
}
