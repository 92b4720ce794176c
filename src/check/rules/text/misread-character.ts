/** What a scanner or a hasty hand takes for another: O for 0, l for 1, 曰 for 日, 已 for 己. Only words that are none else. */
import type { Rule } from '../../rule.ts';
import { overMatches } from '../../texts.ts';

const UNIT =
  '元|块|万|亿|年|月|日|号|天|岁|个|人|户|亩|斤|点|分|时|%|％|次|米|平|公里|套|张|份|周|级|折|村|路|℃';
/** Words that a slip has made, and the right ones. Each left side stands in no right sentence. */
const WORDS: Readonly<Record<string, string>> = {
  己经: '已经',
  自已: '自己',
  而己: '而已',
  早己: '早已',
  业己: '业已',
  知已知彼: '知己知彼',
  巳经: '已经',
  自巳: '自己',
  末成年: '未成年',
  末婚: '未婚',
  周未: '周末',
  期未: '期末',
  年未: '年末',
  月未: '月末',
  护土: '护士',
  战土: '战士',
  博土: '博士',
  硕土: '硕士',
  千部: '干部',
  由干: '由于',
  关干: '关于',
  属干: '属于',
  对干: '对于',
  位干: '位于',
  项日: '项目',
  日标: '目标',
  日录: '目录',
  题日: '题目',
  兔费: '免费',
  兔除: '免除',
  兔交: '免交',
  兔税: '免税',
  减兔: '减免',
  拔款: '拨款',
  拔打: '拨打',
  拔付: '拨付',
  时侯: '时候',
  等侯: '等候',
  侯诊: '候诊',
  补肋: '补助',
  帮肋: '帮助',
  救肋: '救助',
  资肋: '资助',
  互肋: '互助',
  肋学: '助学',
  肋残: '助残',
  肋老: '助老',
  申清: '申请',
  户口木: '户口本',
  存析: '存折',
  银衍: '银行',
  身份正: '身份证',
  人杜: '人社',
  杜保: '社保',
  杜会: '社会',
  杜区: '社区',
  医疔: '医疗',
  治疔: '治疗',
  诊疔: '诊疗',
  政茉: '政策',
  夭气: '天气',
  今夭: '今天',
  明夭: '明天',
  每夭: '每天',
  工资单丶: '工资单、',
  贫因: '贫困',
  困准: '困难',
  因难: '困难',
  特因: '特困',
  农付: '农村',
  衬里: '村里',
  衬委: '村委',
  复印什: '复印件',
  证什: '证件',
  条什: '条件',
  文什: '文件',
  材科: '材料',
  资科: '资料',
  缴贵: '缴费',
  费周: '费用',
  老入: '老人',
  个入: '个人',
  本入: '本人',
  家入: '家人',
  残疾入: '残疾人',
  人户调查: '入户调查',
  收人低: '收入低',
  年收人: '年收入',
  月收人: '月收入',
  总收人: '总收入',
  纯收人: '纯收入',
  低收人: '低收入',
  家庭收人: '家庭收入',
  收人证明: '收入证明',
};
const LIST = Object.keys(WORDS).join('|');
const PATTERN = new RegExp(
  [
    LIST,
    // A figure with letters in it, before a unit or within a number.
    `(?<![\\w.])(?=[\\dOolI|〇○]*\\d)(?=[\\dOolI|〇○]*[OolI|〇○])[\\dOolI|〇○]+(?:\\.[\\dOolI]+)?(?=\\s?(?:${UNIT})|[-－—][\\dOol]{3,})`,
    '(?<![\\w.])\\d*[lI|]\\d{2,}(?!\\w)|(?<![\\w.])[\\dOo]*\\d[OoI]+\\d+(?!\\w)|(?<![\\w.])[Oo]\\d{2,}-\\d+',
    `(?<![\\w.])[OoIl]{1,4}(?=\\.\\d|(?:元|块|岁|％|%)(?!\\p{Script=Han}*型))`,
    '(?<=\\d)曰|(?<=[今明昨每假生节次同工周平某隔整终首末翌前后即近往])曰|曰(?=期|常|子|前|历|后起|内|均|益|照间)|(?<=截止|有效|工作)曰',
    '囗|丶(?=\\p{Script=Han})|(?<=\\p{Script=Han})丶|(?<=\\p{Script=Han})ー(?=[\\p{Script=Han}])|(?<=^|[，。、\\d])ー(?=\\p{Script=Han})',
    // Letters of other alphabets that look like Latin ones, within a Latin word or a number.
    '(?:(?<=[A-Za-z\\d])[\\u0400-\\u04ff\\u0391-\\u03a9]|[\\u0400-\\u04ff\\u0391-\\u03a9](?=[A-Za-z\\d]))',
  ].join('|'),
  'gu',
);

export const rule: Rule = {
  name: 'text/misread-character',
  severity: 'error',
  stopsBuild: true,
  finds: '认错的字：5OO元（字母 O）、l2345（字母 l）、23曰、己经、兔费。',
  why: '钱数、电话、日子会读错，搜不到，朗读也会念错。',
  write: '改成对的字，提示里有改好的字。',
  bad: [
    '每月▶5OO元。',
    '打▶l2345问。',
    '▶2O26年开始。',
    '3月23▶曰截止。',
    '▶自已去办，▶兔费。',
    '带上▶户口木和户▶囗本。',
    '电话▶O357-5122345。',
  ],
  good: [
    '每月500元。',
    '打12345问。',
    'O型血，B型血，H2O，CO2，O2O，5G，4S店，i5，3l装，2l油，I级，X光，10kW。',
    '子曰：学而时习之。曰：行。',
    '自己去，已经办了，老人入院，收人员，二○二六年，二〇二六年。',
    'АБВ 是俄文字母，5α 和 3Ω。',
    '对干旱地区，位干线旁，关干预，年末，期末。',
  ],
  checkFile: overMatches(PATTERN, (match, { text, path }) => {
    const [found] = match;
    if (['url', 'src', 'slug'].includes(String(path.at(-1)))) return undefined;
    const after = text.slice(match.index + found.length);
    if (isRightAfterAll(found, text.slice(0, match.index), after)) return undefined;
    const right = rightFor(found);
    if (right === undefined) return undefined;
    return `「${found}」是认错了的字，读的人会读错，也搜不到。请改成「${right}」。`;
  }),
};

/** Two characters that happen to stand beside one another: 对|干旱, 收人|员. */
function isRightAfterAll(found: string, before: string, after: string): boolean {
  if (/干$/.test(found) && /^[旱预部扰线净燥活警草枯粮果货涉渠群校道河流支将戈系]/.test(after)) return true;
  if (found === '自已' && /^经/.test(after)) return true;
  if (found === '护土' && /^[墙壤地]/.test(after)) return true;
  if (/^(?:个|本|家|老|残疾)入/.test(found)) return /^[院住户学职伍股库伙党团园会]/.test(after);
  if (/^[杜]/.test(found)) return /姓$/.test(before) || /^[杜]会[计长]/.test(found + after);
  if (/^\d+l$/.test(found)) return true;
  if (/^[OoIl]{1,4}$/.test(found)) return !/[元块岁]/.test(after.slice(0, 1));
  return false;
}

/** The characters that were meant; undefined where they cannot be told. */
function rightFor(found: string): string | undefined {
  const word = WORDS[found];
  if (word !== undefined) return word;
  const single: Readonly<Record<string, string>> = { 曰: '日', 囗: '口', 丶: '、', ー: '一' };
  if (single[found] !== undefined) return single[found];
  if (/^[\u0391-\u04ff]$/.test(found)) return LOOK_ALIKE[found];
  return found.replace(/[Oo〇○]/g, '0').replace(/[lI|]/g, '1');
}

const LOOK_ALIKE: Readonly<Record<string, string>> = Object.fromEntries([
  ...Array.from('АВЕКМНОРСТУХІЅЈаеорсухіѕј', (letter, at) => [letter, 'ABEKMHOPCTYXISJaeopcyxisj'[at] ?? '']),
  ...Array.from('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', (letter, at) => [letter, 'ABEZHIKMNOPTYX'[at] ?? '']),
]);
