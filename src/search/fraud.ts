/**
 * Whether a query is about fraud, by a list of words and patterns for the claims and demands of swindlers; not of one county. Runs in the
 * build and on the phone. For such a query the page against fraud ranks above any loan that has the same words.
 */
import { ASKED_PAYMENT, fraudCombinations, HONEST_FRAMES } from './fraud-combinations.ts';
import { fraudPatterns } from './fraud-patterns.ts';
import { normalizeText } from './tokenizer.ts';

/** The national line against fraud (公安部, 2021). */
export const FRAUD_PHONE = '96110';

/** The token of the pages that answer such a query. Nobody can type it: a query has no underscore. */
export const FRAUD_TOKEN = '_fraud_';

/** Words that make a query one about fraud; the page against fraud is also found by their pinyin. */
export const fraudWords: readonly string[] = [
  ...[
    '身份证照片',
    '定金',
    '订金',
    '邮费',
    '跑分',
    '百万保障',
    '退款',
    '扣费',
    '解绑',
    '陌生号码',
    '陌生短信',
    '扫码领',
  ],
  ...[
    '假的',
    '假证',
    '投资',
    '拉进群',
    '拉我进群',
    '可不可信',
    '信得过',
    '官方的吗',
    '以房养老',
    '收藏品',
    '免费领',
    '免费送',
    '众筹',
    '博彩',
    '赌博',
    '跟单',
    '带单',
  ],
  ...[
    '手续费',
    '保证金',
    '验证码',
    '安全账户',
    '安全帐户',
    '解冻费',
    '认证金',
    '激活费',
    '工本费',
    '押金',
    '担保费',
    '会员费',
  ],
  ...[
    '好处费',
    '打点费',
    '代办费',
    '包办费',
    '中介费',
    '介绍费',
    '诚意金',
    '验资',
    '刷流水',
    '走流水',
    '刷单',
    '刷信誉',
  ],
  ...[
    '屏幕共享',
    '共享屏幕',
    '远程控制',
    '中奖',
    '大奖',
    '抽奖',
    '领奖',
    '返利',
    '返现',
    '高回报',
    '高收益',
    '稳赚',
    '保本',
  ],
  ...[
    '理财',
    '投资群',
    '荐股',
    '炒币',
    '虚拟币',
    '数字货币',
    '资产解冻',
    '原始股',
    '网贷',
    '套路贷',
    '校园贷',
    '高利贷',
    '砍头息',
  ],
  ...[
    '征信修复',
    '洗白征信',
    '注销账户',
    '公检法',
    '洗钱',
    '涉嫌',
    '涉案',
    '逮捕令',
    '通缉令',
    '冒充',
    '假冒',
    '假干部',
    '假警察',
  ],
  ...[
    '假客服',
    '假领导',
    '传销',
    '保健品',
    '杀猪盘',
    '裸聊',
    '诈骗',
    '骗子',
    '骗钱',
    '上当',
    '受骗',
    '反诈',
    '电诈',
    '忽悠',
  ],
  ...[
    '点链接',
    '发链接',
    '陌生链接',
    '不明链接',
    '陌生电话',
    '陌生人',
    '诈',
    '骗',
    '坑人',
    '被坑',
    '包过',
    '包批',
    '走后门',
  ],
  ...[
    '真假',
    '真的假的',
    '是真是假',
    '真的吗',
    '真的么',
    '是真的',
    '真不真',
    '是不是真',
    '靠谱吗',
    '靠不靠谱',
    '靠得住',
    '可信吗',
  ],
  ...[
    '可靠吗',
    '能信吗',
    '能不能信',
    '敢信吗',
    '可以相信',
    '能相信',
    '合法吗',
    '正规吗',
    '正不正规',
    '收费合理吗',
    '乱收费',
  ],
  ...[
    '真的不',
    '真的没',
    '是骗人',
    '可信不',
    '靠谱不',
    '能信不',
    '解冻',
    '双倍赔',
    '送鸡蛋',
    '送米送油',
    '领鸡蛋',
    '提现',
    '取不出来',
    '换脸',
    '声音像',
    '安全帐号',
    '网恋',
    '垫付',
    '假证明',
    '买证',
    '扶贫款',
    '民族资产',
    '内部消息',
    '炒股',
    '刷礼物',
    '钓鱼',
    '木马',
    '涉毒',
    '绑架',
    '被绑',
    '绑了',
    '赎金',
    '免密支付',
    '神药',
    '盗刷',
    '积分兑换',
    '不看征信',
    '黑户贷',
    '药酒',
    '磁疗',
  ],
];

/** Words of honest questions that the guide against fraud has as well. */
const BAIT_WORD =
  /密码|银行卡|卡号|验证|认证|刷脸|扫码|链接|短信|转账|缴费|交费|交钱|app|微信|退费|体检|网上|征信/;

/** Whether a query that is not about fraud has words of the guide against it. */
export function sharesFraudWords(query: string): boolean {
  const plain = normalizeText(query);
  return BAIT_WORD.test(plain) || fraudWords.some((word) => plain.includes(word));
}

/** Whether a query, in simplified characters, is one about fraud. */
export function asksAboutFraud(query: string): boolean {
  // People type spaces between words.
  const plain = normalizeText(query)
    .replace(/[\s　]+/g, '')
    .replace(HONEST_FRAMES, '，');
  const demands = plain.replace(ASKED_PAYMENT, '，');
  return (
    fraudWords.some((word) => plain.includes(word)) ||
    fraudPatterns.some((pattern) => pattern.test(plain)) ||
    fraudCombinations.some((texts) => texts.every((text) => text.test(demands)))
  );
}
