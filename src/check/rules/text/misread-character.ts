/**
 * Errors of optical recognition or typing. A letter within a number (5OO元) is certain; a wrong word (己经) is a guess, because its
 * characters may also be adjacent by chance, as in 避免兔子.
 */
import { likeliestCut } from '../../person-names/segmenter.ts';
import { isMentioned } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { forEachMatch, matchesIn, oncePerText } from '../../texts.ts';

const UNIT =
  '元|块|万|亿|年|月|日|号|天|岁|个|人|户|亩|斤|点|分|时|%|％|次|米|平|公[里斤]|吨|克|袋|桶|头|只|棵|株|度|层|楼|组|名|家|项|条|页|本|辆|台|间|座|厘米|毫米|千|百|倍|届|期|批|档|类|秒|套|张|份|周|级|折|村|路|℃';
/**
 * Wrong words with the right ones. If the characters are often adjacent by chance, as 证 and 什么, the pattern contains the
 * required context.
 */
const WORDS: readonly [slip: string, right: string][] = [
  ['(?<=[\\d十百千万])兀', '元'],
  ['(?<=百分之[一二三四五六七八九十点]{1,3})士', '十'],
  ['己经', '已经'],
  ['符和(?=条件|标准|规定|要求|政策|资格)', '符合'],
  ['资格人证', '资格认证'],
  ['评走(?=[后的，。、为]|等级)', '评定'],
  ['鉴走(?=[后的，。、为书])', '鉴定'],
  ['登计(?=证|表|后|在|的|，|。)', '登记'],
  ['公文车', '公交车'],
  ['按排(?=[好在人了时专到])', '安排'],
  ['(?<=应当|按时|报名|就近|免试|新生|儿童|子女|孩子)人学', '入学'],
  ['(?<=[别乱]|不要|随手)仍(?=[在到掉垃了])', '扔'],
  ['(?<=人人|匹夫|守土|个个)有贵', '有责'],
  ['(?<=[有没])入(?=[，。、；！？]|$)', '人'],
  ['月未(?=[，。、；]|$|[结交前到起]|发(?![生现])|之前|以前)', '月末'],
  ['年未(?=[，。、；]|$|结|发(?![生现])|之前|以前)', '年末'],
  ['(?<=[省市县区府国])入民(?=医院|政府|法院|检察院|银行|代表|公园|广场|路|街|币)', '人民'],
  ['(?<![自知利律克异切体贴舍为修戊])己有(?=[\\d一二两三四五六七八九十百千万])', '已有'],
  ['(?<=[户众已己将可后续部利接])人住(?=新[居房家楼村]|安置房|安置点|敬老院|养老院)', '入住'],
  ['(?<![周年月季期岁世始粉药碎])末(?=敢|曾|必(?!须)|发现|出现|发生)', '未'],
  ['自已(?!经|公|发|登|领|缴)', '自己'],
  ['而己', '而已'],
  ['早己', '早已'],
  ['(?<![自知利律克异切体贴舍为修戊])己(?=[领办交缴享满参发收纳审批登脱停])', '已'],
  ['(?<![辰乙丁己辛癸上子卯])巳(?![时月日年刻、午。，])', '已'],
  ['业己(?!任)', '业已'],
  ['巳经', '已经'],
  ['自巳', '自己'],
  ['(?<![周月期岁])末成年', '未成年'],
  ['(?<![周年月期岁])末婚(?!礼|宴|假|嫁)', '未婚'],
  ['(?<![保维养管爱防看])护土(?![墙壤地家])', '护士'],
  ['战土', '战士'],
  ['博土', '博士'],
  ['硕土', '硕士'],
  ['(?<![几数上成近一二两三四五六七八九十\\d])千部(?!分|门)', '干部'],
  ['(?<=[由关属对])干(?=[以他她它我你您这那此该每各农家困残老低特年未没有无身本人申补])', '于'],
  ['(?<=各|该|本|此|助)项日(?=[，。、的]|$)|项日(?=资金|建设|经理|申报|负责|名称|部)', '项目'],
  ['免兔|减兔', '减免'],
  ['(?<![养买肉种獭野家白])兔费(?!用)', '免费'],
  ['(?<![养买肉种獭野家白])兔除', '免除'],
  ['兔税', '免税'],
  ['拔款', '拨款'],
  ['拔打(?=电话|\\d)', '拨打'],
  ['拔付', '拨付'],
  ['时侯(?=[，。、；！？的]|$|去|来|办|要|带)', '时候'],
  ['等侯(?=[，。、；！？通审办在领]|$)', '等候'],
  ['侯诊', '候诊'],
  ['补肋', '补助'],
  ['帮肋', '帮助'],
  ['救肋', '救助'],
  ['资肋', '资助'],
  ['互肋', '互助'],
  ['肋学', '助学'],
  ['肋残', '助残'],
  ['(?<!重)申清(?!理|楚|除|洁)', '申请'],
  ['户口木', '户口本'],
  ['存析', '存折'],
  ['银衍', '银行'],
  ['身份正(?!常|确|式|好|在|是)', '身份证'],
  ['人杜(?=局|所|厅|部|中心)', '人社'],
  ['杜保(?=局|卡|所|费|中心)', '社保'],
  ['杜会(?=救助|保障|保险|组织|福利|力量|工作|抚养)', '社会'],
  ['杜区', '社区'],
  ['医疔', '医疗'],
  ['治疔(?!疮)', '治疗'],
  ['诊疔(?!疮)', '诊疗'],
  ['政茉', '政策'],
  ['夭气', '天气'],
  ['今夭', '今天'],
  ['明夭', '明天'],
  ['每夭', '每天'],
  ['贫因(?!素|病|残|灾|学|子|为|地|人|家)', '贫困'],
  ['困准', '困难'],
  ['(?<!特)因难(?!产|以|于|度|民|治|忍|免)', '困难'],
  ['(?<!独)特因(?=人员|供养|户|老人|对象)', '特困'],
  ['(?:复印|证|条|文)什(?=[，。、；]|$|和|原)', '件'],
  ['材科(?=[，。、；]|$|和|交|带|齐)', '材料'],
  ['(?<![投外])资科(?=[，。、；]|$|和|交|带|齐)', '资料'],
  ['缴贵', '缴费'],
  ['(?<=老|个|本|残疾)入(?=[的、，。和名签]|申请|本人|身份|带着|$)', '人'],
  ['体捡', '体检'],
  ['捡(?=查|验|测|疫)', '检'],
  ['卬(?=件|章|证)', '印'],
  ['复卬', '复印'],
  ['打卬', '打印'],
  ['律帅', '律师'],
  ['医帅', '医师'],
  ['教帅', '教师'],
  ['厨帅', '厨师'],
  ['大阳能', '太阳能'],
  ['补帖', '补贴'],
  ['津帖', '津贴'],
  ['幼几园', '幼儿园'],
  ['(?<=^|[，。、的位名个])几童', '儿童'],
  ['气侯', '气候'],
  ['存拆', '存折'],
  ['(?<![周月年期岁始本季学旬最纪])末(?=[交缴]医保|[交缴]费|满[\\d一二三四五六七八九十]|领[取到])', '未'],
  [
    '(?<![周月年期岁始本季学旬最纪终首毫微粉春夏秋冬世])末(?=报(?!纸|刊)|参[保加]|经(?![济营])|能|按|备案|登记|通过|享受|认证|就业|到账|纳入|达到|履行|执行|偿还|支付|归还|签[字订]|批准|审[核批]|通知|公[开示]|解决|处理|整改|安装)',
    '未',
  ],
  ['(?<=[次当]月|之日|\\d日)超(?=按|享受|计算|执行|施行)', '起'],
  ['(?<=[满化期束日完岁月年])为上(?=[。，；]|$)', '为止'],
  ['(?<=逾期)末', '未'],
  ['(?<=连续\\p{Script=Han}{1,3}个?月)末(?=领|缴|交|认证|报|还)', '未'],
  ['(?<=月份?[上中下])句(?=[，。、；前以底]|$)', '旬'],
  ['(?<=养老|抚恤|奖励|补偿|救助|低保|公积|保险|违约|押)全(?=[，。、；要由按从的]|$)', '金'],
  ['(?<=防疫|预防)计(?=[，。、；]|$)', '针'],
  ['[代支]忖', '付'],
  ['截上(?=[。，；]|$|日期|时间)', '截止'],
  ['(?<=定点)医[陡陪]', '医院'],
  ['收人(?=低|证明|高于|低于|不超|超过|在|的|标准|水平)', '收入'],
];
const LIST = WORDS.map(([slip]) => slip).join('|');
const WHOLE = WORDS.map(([slip, right]) => ({
  pattern: new RegExp(slip, 'uy'),
  right,
  hasContext: slip.includes('(?'),
}));
const PATTERN = new RegExp(
  [
    LIST,
    // A figure that contains letters, before a unit or within a number.
    `(?<![\\w.])(?=[\\dOolI〇○]*\\d)(?=[\\dOolI〇○]*[OolI〇○])[\\dOolI〇○]+(?:\\.[\\dOolI]+)?(?=\\s?(?:${UNIT})|[-－—][\\dOol]{3,})`,
    '(?<![\\w.])(?:\\d*l|\\d+I|I(?=\\d{3}))\\d{2,}(?![\\w.])|(?<![\\w.])[\\dOo]*\\d[OoI]+\\d+(?!\\w)|(?<![\\w.])[Oo]\\d{2,}-\\d+',
    '(?<![\\w.])(?:[Oo](?=\\.\\d)|[OoIl]{1,4}(?=[元块岁%％])|[Ol]{1,2}(?=[月日号]))',
    '(?<![\\w.])[\\dOol]{1,2}[:：](?:[Oo]\\d|\\d[Oo]|[Oo]{2})(?!\\w)',
    '(?<=[^\\u0400-\\u04ff]|^)[\\u0400-\\u04ff](?=[类级型座区栋档证卡超])',
    '(?<=[\\dOo一二三四五六七八九十])曰(?!：|“)|(?<=[今明昨每假生节次同工周平某隔整终首末翌前后即近往])曰|曰(?=期|常|子|前|历|后起|内|均|益|照间)|(?<=截止|有效|工作)曰',
    '囗|丶(?=\\p{Script=Han})|(?<=\\p{Script=Han})丶|(?<=\\p{Script=Han})ー(?=[\\p{Script=Han}])|(?<=^|[，。、\\d])ー(?=\\p{Script=Han})',
    // A character of the same shape between a figure and its unit, or within Chinese figures: 1干元, 二O二六, =月, 31口.
    '(?<=[\\d二两三四五六七八九几])[干于](?=[元块斤亩米户株棵头只吨]|[多余]?[人名户元]|[一二三四五六七八九]百)|(?<=\\d|[一二三四五六七八九十]百?)[自白](?=元|块钱|斤|多[人户元])|(?<=\\d)忆(?=元)',
    '(?<=[一二三四五六七八九十〇])[OoＯ](?=[一二三四五六七八九〇OoＯ])|(?<=[一二三四五六七八九〇][OoＯ])[OoＯ](?=[一二三四五六七八九年])',
    '(?<=\\p{Script=Han}|[，。、；（]|^)[=＝](?=[月日]|季度|[级十百千万〇个楼层组等档批次](?!于))',
    '(?<=月\\d{1,2}|月[一二三四五六七八九十]{1,3})口(?!人|粮|之|径|袋|罩|红|味)|(?<=工作|每年\\d月)口(?=[内前后，。起]|$)',
    '(?<=\\p{Script=Han})[oｏ](?=$|[\\p{Script=Han}\\n])',
    // 8S元, S0岁; a size or a shop has no such unit.
    '(?<![\\w.])(?:\\d+[SsZB]|[SZB]\\d+)(?=元|岁|亩|斤|块钱)|(?<!\\w)20(?:Z\\d|\\dZ|ZZ)(?=年)',
    // Letters of other alphabets that look like Latin ones, within a Latin word or a number.
    '(?:(?<=[A-Za-z\\d])[\\u0400-\\u04ff\\u0391-\\u03a9]|[\\u0400-\\u04ff\\u0391-\\u03a9](?=[A-Za-z\\d]))',
  ].join('|'),
  'gu',
);

/** The words and figures of a text that look misread, before it is known whether they are meant. */
export function misreadWordsIn(text: string): { index: number; written: string }[] {
  return Array.from(matchesIn(text, PATTERN), ({ 0: written, index }) => ({ index, written }));
}

export const rule: Rule = {
  name: 'text/misread-character',
  severity: 'error',
  guesses: true,
  stopsBuild: true,
  finds: '认错的字：5OO元（字母 O）、l2345（字母 l）、23曰。己经、兔费这样的词只提醒。',
  why: '钱数、电话、日子会读错，搜不到，朗读也会念错。',
  write: '改成对的字，提示里有改好的字。',
  bad: [
    '每月▶5OO元，7月▶3l日前交。',
    '请上报▶末报的，从次月▶超按月发，到满岁▶为上，20日▶截上，▶巳领的▶己交。',
    '每亩▶8S元，免费▶体捡，▶捡查完拿▶复卬件，▶补帖打到卡上。',
    '全县▶己有三千户▶人住新居，干部▶末敢松懈。',
    '打▶l2345问。',
    '▶2O26年开始。',
    '3月23▶曰截止。',
    '▶自已去办，▶兔费。',
    '补1▶干元、五▶干元，二▶O二六年▶=月31日前，12月31▶口截止，发▶l2公斤，先盖章▶o当天领▶o',
    '带上▶户口木和户▶囗本。',
    '电话▶O357-5122345。',
    '到▶ll月底为止，共▶З0人，办▶В类的，▶8:OO开门。',
  ],
  good: [
    '每月500元。',
    '据为己有，自己有三亩地，老人住新房，周末敢不敢来。',
    '去4S店修车，捡到钱包，周末交费，请帖。',
    '打12345问。',
    'O型血，B型血，H2O，CO2，O2O，5G，4S店，i5，3l装，2l油，I级，X光，10kW。',
    '子曰：学而时习之。曰：行。',
    '辰巳午未，巳时，周末报名，粉末按规定交，律己领头。',
    '一干人等、一个若干元、三口人、1月2口粮、甲=乙，两个字符=号，5干旱区，卡拉ok，卡拉OK，开头o字母。',
    '自己去，已经办了，老人入院，收人员，二○二六年，二〇二六年。',
    'АБВ 是俄文字母，5α 和 3Ω。',
    '由干部送到，对干旱地区，有关干预，年末，期末。',
    '全年未发生事故，一个月未发现病虫。避免兔子啃树，抢救肋骨断了的人，她自己经常来，淄博土地多，集体捡垃圾，周末成年人也来，如今夭折的少。',
    '囗男 囗女，在囗里打勾。',
    '凭证什么的都带上，这条什么意思，年收人民币，保护土地，因贫因病，两周未领，投资科技。',
    'I20、I63 是病的编码，一千部手机，每日标准，问题日益多。',
  ],
  checkFile: forEachMatch(PATTERN, (match, { text, path }) => {
    const [found] = match;
    if (['url', 'src', 'slug'].includes(String(path.at(-1)))) return undefined;
    // A lower-case l after a figure is a litre.
    if (/^\d+l$/.test(found) && !DAY_BEHIND.test(text.slice(match.index + found.length))) return undefined;
    const right = rightFor(text, match.index, found);
    if (right === undefined) return undefined;
    const message = `「${found}」是认错了的字，读的人会读错，也搜不到。请改成「${right}」。`;
    if (isCertain(found)) return message;
    if (mentionsErrors(text) || isMentioned(text, match.index, match.index + found.length)) return undefined;
    return isByChance(text, match.index, found, right) ? undefined : { message, guess: found };
  }),
};

/** 3l日 is no volume. */
const DAY_BEHIND = /^[日号岁元年天户人]/;
/** A lesson about wrong characters: “户囗”应为“户口”. */
const MENTIONS_ERRORS = /错别字|别字|写混|写反|应[改]?为“|字母|拼音/;

const mentionsErrors = oncePerText((text) => MENTIONS_ERRORS.test(text));

/** Within a number, or a letter of another alphabet that looks like a Latin one. */
function isCertain(found: string): boolean {
  return found !== '曰' && !/\p{Script=Han}|[丶=＝ｏ]/u.test(found) && !/^[OoIlＯ]+$/.test(found);
}

/** Number of characters around a wrong word whose segmentation is compared. */
const CONTEXT_LENGTH = 4;

/** Whether the text is at least as probable as it is: 避免｜兔子, 自己｜经常. Boxes of forms are 囗 as well. */
function isByChance(text: string, index: number, found: string, right: string): boolean {
  if (found === '囗') return !/[户窗人出入进港门路村接开]$/u.test(text.slice(Math.max(0, index - 1), index));
  const word = wordAt(text, index);
  if (word === undefined || word.hasContext) return false;
  const end = index + found.length;
  const [before] = /\p{Script=Han}*$/u.exec(text.slice(Math.max(0, index - CONTEXT_LENGTH), index)) ?? [''];
  const [after] = /^\p{Script=Han}*/u.exec(text.slice(end, end + CONTEXT_LENGTH)) ?? [''];
  const probabilityOf = (word: string) => likeliestCut(before + word + after).logProbability;
  return probabilityOf(found) >= probabilityOf(right);
}

/** The wrong word at an index. */
function wordAt(text: string, index: number): (typeof WHOLE)[number] | undefined {
  return WHOLE.find(({ pattern }) => {
    pattern.lastIndex = index;
    return pattern.test(text);
  });
}

/** The intended characters; undefined if they cannot be determined. */
function rightFor(text: string, index: number, found: string): string | undefined {
  const word = wordAt(text, index);
  if (word !== undefined) return word.right === '件' ? found.replace('什', '件') : word.right;
  const single: Readonly<Record<string, string>> = {
    ...{ 曰: '日', 囗: '口', 丶: '、', ー: '一', 口: '日', 干: '千', 于: '千', 自: '百', 白: '百', 忆: '亿' },
    ...{ '=': '二', '＝': '二', ｏ: '。' },
  };
  if (/^[OoＯｏ]$/.test(found))
    return /[一二三四五六七八九十〇OＯo]/.test(text.charAt(index - 1)) ? '〇' : '。';
  if (single[found] !== undefined) return single[found];
  if (/^[\u0391-\u04ff]$/.test(found)) return LOOK_ALIKE[found];
  const digits = found.replace(/[Oo〇○]/g, '0').replace(/[lI]/g, '1');
  return digits.replace(/[Ss]/g, '5').replace(/Z/g, '2').replace(/B/g, '8');
}

const LOOK_ALIKE: Readonly<Record<string, string>> = Object.fromEntries([
  ...Array.from('АВЕКМНОРСТУХІЅЈаеорсухіѕј', (letter, at) => [letter, 'ABEKMHOPCTYXISJaeopcyxisj'[at] ?? '']),
  ...Array.from('ЗзЧБбГ', (letter, at) => [letter, '334BbT'[at] ?? '']),
  ...Array.from('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', (letter, at) => [letter, 'ABEZHIKMNOPTYX'[at] ?? '']),
]);
