/** Evidence for a name in the words directly before and after it. */

const NON_HAN = /[^\p{Script=Han}]/u;

/** Whether a position is at the beginning or after a mark. */
export const isApart = (text: string, index: number) => index === 0 || NON_HAN.test(text[index - 1] ?? '');

/** Whether a position is at the end or before a mark. */
export const endsApart = (text: string, end: number) => end >= text.length || NON_HAN.test(text[end] ?? '');

/** Words directly before a name. */
export const LEFT =
  /(?:户主|村民|社员|群众|老汉|叫|姓名|大名|本名|学名|真名|户|人|者|员|家|给|帮|替|把|将|由|为|是|有|和|与|及|跟|同|找|请|像|如|的|让|对|向|到|了|娃|孩|子|女|儿|妻|夫|母|父|妈|爸|孙|弟|妹|哥|姐|婶|叔|伯|嫂|娘|爷|奶|头|组|村|庄|队|社|寨|院|里|上|坡|沟|湾|岔|东|西|南|北|年|月|增|生|胞|象|工|民|伴|婆|公|媳|甥|侄|友|写|下|病|残|疾|盲|聋|哑|瘫|癌|症)$/u;
/** Words directly after a name. */
export const RIGHT =
  /^(?:家|户|等|两|[一二三四五六七八九十]|同志|大娘|老[人汉]|和|与|及|跟|的|是|在|今[年天]|明[年天]|后年|现年|从|每|已|正|刚|才|患|查出|得|因|离|欠|把|领|享|吃|评|被|由|也|都|各|这|那|说|去|来|住|有|没|还|带|靠|名下|本人|怀|生[^产活态长意]|做|为|于|自|就|又|到|弟兄|姐妹|兄弟|夫妇|夫妻|父子|母女|他|她|名|坐|判|服刑|打工|借|贷|拖|瘫|聋|哑|瞎|双目|肢|精神|智|一级|二级|三级|四级|属|收|发|送|上|读|念|考|满|未|不|很|曾|前|去年|上月|昨|当|犯|吸|戒|嗜|赌|失|丧|守|再婚|改嫁|流产|小产|宫|孤|独|无|儿|女|老两口|长期|常年|多年|一直|需要|要|能|可|终于|先|再|同学|小朋友|们|多次|几次|经常|总是?|老是|一度|突然|忽然|白天|夜里|近[来年]|最近|目前|当时|平时|小时候|如今|现在|此前|刚刚|仍|始终|后来|常|只|全靠|独自|孤身|原[来先本]|户口|打[人了]|搬|还|跟)/u;

/** The label of a form, before a name: 户主，展建设. */
const LABEL =
  /(?:户主|姓名|申请人|收款人|户名|车主|住户|患者|当事人|死者|房主)[，：:\s]$|(?:特困|五保|独居|孤寡|残疾|失独)老人$|(?:低保|脱贫|贫困|困难|监测|五保|搬迁)户$|残疾人$|困难(?:职工|党员|群众)$|市民$|牧民$|社员$|老兵$|下岗职工$|(?:病|症)患者$|(?:社区矫正|帮教|服刑|戒毒|吸毒)(?:对象|人员)$/u;

/** @param isParticle whether the possible surname is a particle as well: 低保户和五保户 */
export function leftScore(text: string, index: number, isParticle = false): number {
  const isLabelled = LABEL.test(text.slice(Math.max(0, index - 5), index));
  if (isLabelled && !(isParticle && !isApart(text, index))) return 2;
  if (isApart(text, index)) return 1;
  return LEFT.test(text.slice(Math.max(0, index - 2), index)) ? 0.6 : 0;
}

/** Only persons are counted or described so. */
export const STRONG_RIGHT =
  /^(?:[，,：:—]{1,2}(?:因[购亡病残学灾外死收车婚故]|名下|死亡|去世|亡故|有车|有房|失联)|家(?=[、，。；：（(]|$|和|的(?:房|地|低保|补|钱|事|情况|[牛羊猪]|孩子|老人))|等[一二两三四五六七八九十\d]{1,3}[户人名位家]|同志(?!们)|是[一二三四1-4]级(?:视力|听力|肢体|智力|精神|言语|多重)|[，,（(][男女][，,）)]|[，,（(](?:肢体|视力|听力|精神|智力|言语)残疾|[，,（(]\d{2}岁)/u;

export function rightScore(text: string, end: number): number {
  if (STRONG_RIGHT.test(text.slice(end, end + 8))) return 2;
  if (endsApart(text, end)) return 1;
  return RIGHT.test(text.slice(end, end + 3)) ? 0.6 : -0.3;
}
