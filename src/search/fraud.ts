/**
 * Whether a query is about being cheated. Words of the whole country, taken from what swindlers say and ask for; no county's. Runs
 * in the build and on the phone. Who asks this must meet the page against fraud before any loan that the same words stand in.
 */
import { plainForm } from './words.ts';

/** The national line against fraud (公安部, 2021). */
export const FRAUD_PHONE = '96110';

/** The word under which the index has the pages that answer such a query. Nobody can type it: a query has no underscore. */
export const FRAUD_MARK = '_fraud_';

/** Words that make a query one about fraud wherever they stand in it; the page against fraud is found by them, also in pinyin. */
export const fraudWords: readonly string[] = [
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
    '密码',
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
];

/** What is fraud by how the words go together: money before the matter, or somebody who tells one to pay or to say a secret. */
const patterns: readonly RegExp[] = [
  /(?:先|提前|预先|事先|预)(?:要|得|让|叫|跟|向)?(?:我们?|俺|咱|您|你|他|她)?(?:交|付|打|转|汇|掏|拿|垫|缴|充)(?:了|上|点|一?笔|些|\d+)*(?:钱|款|费|元|块|账|值|定金|订金|税)/,
  /(?:先|提前|预先|事先)(?:要|收|给)(?:了|点|一?笔|些|\d+)*(?:钱|款|费|元|块)/,
  /(?:让|叫|要|喊|催|逼|教)(?:我|俺|咱|你|您|他|她|老人|家里|爸|妈|爷爷?|奶奶?|娘|爹)?[^，。？！]{0,8}(?:转账|转帐|转钱|汇款|汇钱|打钱|打款|交钱|付钱|付款|给钱|掏钱|垫钱|充值|充钱|报码|念码|报卡号|扫码|扫二维码|下软件|装软件|刷脸|借卡|办卡)/,
  /(?:钱|款)(?:都|全)?(?:转到|打到|汇到|存到)(?:别的|别人|他|她|一个|指定|另)/,
  /(?:下载|安装|装|下)(?:一?个)?(?:软件|app|会议)/,
  /(?:花|交|给|出|掏|送|塞)(?:点|些|了|\d+)*(?:钱|礼|元|块)[^，。？！]{0,6}(?:能办|能不能办|能批|就给|办成|办下来|买|放款|包办|托人|找人|找关系|才给贷)/,
  /(?:钱|卡里|存款|养老钱)[^，。？！]{0,6}(?:被转走|被划走|转走了|被人转|没了|不见了)/,
  /(?:借|租|卖|收|买|出租|出借)(?:我的|别人的|一张|张|个)?(?:银行卡|电话卡|手机卡|对公账户)/,
  /(?:银行卡|卡|账户|帐户|社保|医保|养老金|贷款)[^，。？！]{0,4}(?:被冻结|要冻结|解冻|要激活|要认证费|异常)/,
  /(?:收|要)(?:了|我)?(?:\d+[元块]|多少钱|钱|费)[^，。？！]{0,6}(?:对不对|对吗|合规|合法|应该吗|该不该|正常吗)/,
];

/** Whether a query, in simplified characters, is one about fraud. */
export function asksAboutFraud(query: string): boolean {
  // People put blanks between words, and pauses.
  const plain = plainForm(query).replace(/[\s　]+/g, '');
  return fraudWords.some((word) => plain.includes(word)) || patterns.some((pattern) => pattern.test(plain));
}
