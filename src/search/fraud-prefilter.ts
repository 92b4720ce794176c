/**
 * Which queries may be about fraud. The words and patterns of fraud.ts are a quarter of the search, and most queries are not about fraud: the
 * phone loads them for a query that passes this.
 */
import { normalizeText } from './tokenizer.ts';

/** The token of the pages that answer a query about fraud. Nobody can type it: a query has no underscore. */
export const FRAUD_TOKEN = '_fraud_';

/**
 * Each word, pattern and combination of fraud.ts needs one of these, so that a query without any is not about fraud. Chosen so that few
 * other queries pass: 11 of 100 titles, keywords and queries of tests/search.
 */
const CHARACTERS =
  '买要收见借话得押帮十说返先府对码万份号验投拉快假让叫教短国才音银走续百千块元定关喊催垫充评包密屏柜脸飞填你逼弹链连骑黑跑联直频微q推卖址邮熟烟酒股购集加伙预众规' +
  '替面帐提劝哄执注扣根跟方订称健净粉石存刻广软赞刮盘群友除洗复错介台通激绑陌博单诚誉远抽稳财套砍涉逮传裸诈骗忽坑真谱敢相双蛋油恋物钓木赎盗磁处讲折分他她槛紧族币汇';
const PAIRS = [
  '没了|上门|下来|打到|利息|保证|能办|能批|就能|就给|办成|放款|托人|找人|取款|at|点开|点进|点一|给办|办上|客服|来电|打来|转接|到人|内部',
  '送礼|打点|床位|合法|机卡|民政|贫办|被人|来人|来了|按揭|口本|取消|神药|一疗|告诉|来个|理疗|按摩|转了|装成|到账|转到|马上|立马|放给|ap',
  '会议|tc|退款|以房|全账|证金|刷流|中奖|大奖|领奖|高回|保本|网贷|校园|高利|公检|上当|可信|可靠|能信|解冻|取不|贫款|服装|训费|名费|检费',
  '费领|费送|工本|保费|办卡|代养|代办|信用|征信|不用|低息|发货|员费|开户|开卡',
];
const NEEDED = new RegExp(`[${CHARACTERS}]|${PAIRS.join('|')}`);

/** Words of honest questions that the guide against fraud has as well. */
const BAIT_WORD =
  /密码|银行卡|卡号|验证|认证|刷脸|扫码|链接|短信|转账|缴费|交费|交钱|app|微信|退费|体检|网上|征信/;

/** Whether a query is about fraud, and whether it has words of fraud.ts, as some honest ones do. */
export interface FraudCheck {
  asksFraud: boolean;
  sharesWords: boolean;
}

/** The check of a query that has none of them. */
export const NO_FRAUD: FraudCheck = { asksFraud: false, sharesWords: false };

/** A query as its words and patterns are written: people type spaces between words. */
export function normalizeFraudQuery(query: string): string {
  return normalizeText(query).replace(/[\s　]+/g, '');
}

/** Whether a query, in simplified characters, has to be checked by checkFraud: true for every query with a word of fraud.ts. */
export function mayAskAboutFraud(query: string): boolean {
  return NEEDED.test(normalizeFraudQuery(query));
}

/** Whether a query has other words of the guide against fraud: that guide ranks last for an honest one. */
export function hasBaitWord(query: string): boolean {
  return BAIT_WORD.test(normalizeText(query));
}
