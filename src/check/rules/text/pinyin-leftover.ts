/** What an input method left: letters that were never turned into characters (所在地的zhenzhengfu), or its row of candidates (sq1.申请2.授权). */
import type { Rule } from '../../rule.ts';
import { forEachProse, matchesIn, oncePerText } from '../../texts.ts';

const CANDIDATES =
  /(?<![A-Za-z])[a-z][a-z']{0,20}\s{0,2}1[.．、:： ]?\p{Script=Han}{1,6}\s{0,2}2[.．、:： ]?\p{Script=Han}{1,6}\s{0,2}3[.．、:： ]?\p{Script=Han}{1,6}(?:\s{0,2}[4-9][.．、:： ]?\p{Script=Han}{1,6})*/gu;
const LETTERS = /(?<=[\p{Script=Han}，。、；：])[a-z']{5,40}(?=[\p{Script=Han}，。、；：])/gu;
const INITIAL = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])';
const FINAL =
  '(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)';
/** Each syllable but the first begins with a consonant: fewer English words are made of such. */
const PINYIN = new RegExp(`^${INITIAL}?${FINAL}(?:'?${INITIAL}${FINAL}){1,11}$`);
/** Names that are written in small letters, and English words that are syllables as well. */
const NAMES =
  /^(?:weixin|taobao|douyin|kuaishou|huawei|xiaomi|pinduoduo|jingdong|alibaba|baidu|meituan|gaode|tianmao|zhihu|weibo|alipay|china|beijing|shanghai|banana|online|baike|haier|lenovo|enter|shell|women|manage|change|image|machine|menu|panda|media|phone)$/;
/** Texts in which letters are to be typed. */
const TYPED = /拼音|输入|字母|网址|域名|账号|帐号|微信号|公众号|密码|用户名|邮箱|搜索|英文|缩写|命令/;

export const rule: Rule = {
  name: 'text/pinyin-leftover',
  severity: 'warning',
  finds: '输入法留下的拼音和候选字：所在地的zhenzhengfu、sq1.申请2.授权3.神情。',
  why: '很多乡亲不认拼音，搜索和朗读也不认。',
  write: '换成要说的字。',
  bad: ['到户口所在地的▶zhenzhengfu便民大厅。', '可以代您填▶sq1.申请2.授权3.神情4.省区表。'],
  good: [
    '到户口所在地的镇政府便民大厅。',
    '打开weixin扫一扫，用excel表格，在online平台上办。',
    '拼音输入zhenzhengfu就能找到。',
    '带上1.身份证2.户口本3.银行卡。',
  ],
  checkFile: forEachProse(({ text }, report) => {
    for (const { 0: found, index } of matchesIn(text, CANDIDATES))
      report(index, `「${found}」是输入法的候选字，没有选完。请只留要说的那个词。`);
    for (const { 0: letters, index } of matchesIn(text, LETTERS)) {
      if (!PINYIN.test(letters) || NAMES.test(letters) || isTyped(text)) continue;
      report(index, `「${letters}」像是没有转成汉字的拼音，很多人不认得，也搜不到。请写成汉字。`);
    }
  }),
};

const isTyped = oncePerText((text) => TYPED.test(text));
