/**
 * Official words that villagers do not use, each with a plain one. One table, for the rule that warns of them and for the score.
 * The county's own terms are not included: the glossary has those, and pages explain them.
 */

export interface OfficialWord {
  /** Pattern of the word; its context decides whether it is officialese. */
  pattern: string;
  /** The plain word; in brackets if only the editor can know it. */
  plain: string;
  source: WordSource;
}

/**
 * Where a proposal comes from, as an editor reads it. No standard or dictionary gives everyday words for those of officialese, so most
 * have no source that could be cited, and say so.
 */
export const wordSources = {
  inspection: '检查指标（国办秘函〔2019〕19号）：办事指南要写明条件、材料、流程、联系方式',
  law: '《民法典》第二十六条：大人养小的、儿女养老的',
  review: '逐篇通读本站政策时改过的说法',
  usage: '常用说法，没有可引的出处',
} as const;

export type WordSource = keyof typeof wordSources;

/** Patterns with the plain word, which is common usage, or with the plain word and another source. */
type Entries = Readonly<Record<string, string | readonly [plain: string, source: WordSource]>>;

/** Certain enough for a warning in any sentence of an editor's own. */
const reported: Entries = {
  予以: '给',
  给予: '给',
  申领: '申请领',
  领取人: '领钱的人',
  缴纳: '交',
  携带: '带上',
  前往: '去',
  届时: '到时候',
  逾期: '过了日子',
  特此通知: '（删掉）',
  望周知: '（删掉）',
  切实: '（删掉）',
  进一步: '（删掉）',
  扎实推进: '（写做了什么）',
  贯彻落实: '（写做了什么）',
  统筹推进: '（写做了什么）',
  加大力度: '（写多了多少）',
  '(?:相|有)关(?:部门|单位)': ['（写明是哪个单位）', 'inspection'],
  '相关(?:材料|证件|手续)': ['（写明是哪几样）', 'inspection'],
  主体责任: '（写明谁管什么）',
  长效机制: '（写以后怎么办）',
  应享尽享: '够条件的都能领',
  应保尽保: '够条件的都管',
  '符合(?!事实|实际)': ['（写明是什么条件，例如：满60岁、家里领着低保）', 'inspection'],
  '认定(?<!工伤认定)(?![书为]?《)(?!书)': ['“看了说算”，或者写明谁来看、看什么', 'review'],
  '核对(?<=[会要等经需来去人门]核对|同意核对|配合核对|接受核对|人员核对)(?!一[遍下])|核对(?=家|全家|收入|财产|存款|情况|身份(?!证)|资格|领钱|户|一次|材料|信息|后|完|结果|通过|无误)|核(?:实|查|定|减|验)':
    ['“查”“来家里看”，写明查什么', 'review'],
  '按照?[^，。；：]{0,6}规定|(?:有关|相关|当地|政策)(?:的)?规定|(?:超过|超出|达到|低于|高于|不足|不够)规定(?:的|等级|标准|年龄|数)?|规定(?:的)?(?:等级|条件|标准|范围|情形|时间|时限|期限|程序|数量|金额|比例|材料)':
    ['（写明是什么规定，数是多少）', 'review'],
  '当地(?:的)?(?:低保|养老|医保|补贴|救助|最低)?(?:标准|政策|政府|部门|民政|实际|有没有|怎么)|当地(?=为准)|当地(?<=看当地)(?=[，。；]|$)':
    ['“县里定的数”“县里”，写明是谁定的', 'review'],
};

/** Officialese, but too common for a warning each time: only the score counts it. */
const counted: Entries = {
  '参保(?!人)': ['报名交保险', 'review'],
  '缴费(?!基数)': '交钱',
  '户[口籍]所在地': '户口在哪里，就去哪里的',
  领取: '领',
  发放: '发',
  提交: '交',
  提供: '带上',
  出具: '开',
  告知: '告诉',
  书面: ['一张纸，写明', 'review'],
  及时: '早点',
  享受: '领',
  待遇: '钱',
  财产: ['存款、房子、车', 'review'],
  人均: '平均一个人',
  '(?:返贫)?致贫': ['变穷', 'review'],
  '帮扶需求|就业需求|生活需求': ['（写明是什么人）', 'review'],
  '凭据|凭证': ['收据', 'review'],
  '(?:平时)?贴补': ['补一点', 'review'],
  依法: ['（写明照哪条，或者删掉）', 'review'],
  情形: '事',
  周岁: '岁',
  累计: '一共',
  '(?<![急动吃用碰怪使怨舍])不得(?![了不])(?=\\p{Script=Han})': '不能',
  均可: '都行',
  方可: '才能',
  即可: '就行',
  '为准(?=[。，；])': '（写明谁说了算）',
  上述: '上面说的',
  推算: '算',
  办理: '办',
  咨询: '打电话问',
  反馈: '回话',
  申报: '报',
  审批: '批',
  '(?<!移动)支付(?!宝)': '付',
  扣除: '扣掉',
  '具备|具有': '有',
  '满足(?=[^了，。]{0,10}(?:条件|要求|标准))': '够得上',
  '应(?=当|在\\d|于|及时|按|向|由|提供|提交|如实|符)': '要',
  '须(?!知)': '要',
  '凡(?!是人)': '（删掉）',
  '及其|暨': '和',
  如实: '照实',
  申请人: '您',
  '宣传教育|宣传引导|宣传发动|宣传动员': '（写告诉谁什么）',
  '常态化|精准化|规范化|制度化|精细化|全覆盖|闭环|兜底|托底|网格化|台账': '（写做了什么）',
  '有序|结合实际|因村施策|压实': '（删掉，写做了什么）',
  '如(?:有|遇|需)(?!果)': '要是有',
  '生活不能自理|生活自理能力': '自己吃不了饭、穿不了衣',
  '(?:无|没有|丧失|有)劳动能力': '干不了活',
  '生活来源|经济来源': '收入',
  '赡养|抚养|扶养': ['养', 'law'],
  '供养(?!金)': '养',
  '供养机构|养老机构': '敬老院',
  照护: '照顾',
  '困难群众|困难群体|困难对象|困难人员': '家里难的人',
  '补贴对象|救助对象|保障对象|服务对象': '能领的人',
  '有效期(?:限)?': '过期没有',
  工作人员: '乡镇政府的人',
  年限: '几年',
  '贷款利率|利率': '利息',
  '(?:发展|搞)生产': ['种地、养牲口', 'review'],
  '增加收入|增收': ['多挣钱', 'review'],
  '(?:经过?|通过)审(?:核|批)|审(?:核|批)通过': ['批下来', 'review'],
  '开展|推进|推动|实施|落实|强化|深化|健全|完善|提升|构建|加强|确保|保障(?!金)|统筹|聚焦|助力|赋能':
    '（写做了什么）',
  '取得(?:了)?(?:明显|显著)?成效|高度重视|大力|全面|积极|稳步|有效|有力|扎实': '（删掉，写做了什么）',
  '(?:受理|办理|审批|公示)(?:时限|期限|流程|程序|窗口|机构)': ['（写明几天、去哪里）', 'inspection'],
};

const table = (words: Entries): OfficialWord[] =>
  Object.entries(words).map(([pattern, entry]) => {
    const [plain, source] = typeof entry === 'string' ? ([entry, 'usage'] as const) : entry;
    return { pattern, plain, source };
  });

/** Words that are reported as warnings. */
export const reportedWords: readonly OfficialWord[] = table(reported);
/** Further words that only the score counts. */
export const scoredWords: readonly OfficialWord[] = table(counted);

export interface WordMatch {
  word: string;
  index: number;
  plain: string;
  source: WordSource;
}

/** Returns a function that finds the words of a table in a text, in order; those in quotation marks and titles are skipped. */
export function finderOf(words: readonly OfficialWord[]): (text: string) => WordMatch[] {
  const all = new RegExp(words.map(({ pattern }) => `(${pattern})`).join('|'), 'gu');
  return (text) => {
    const found: WordMatch[] = [];
    let quoted: readonly [number, number][] | undefined;
    for (const match of text.matchAll(all)) {
      quoted ??= Array.from(text.matchAll(QUOTED), ({ 0: whole, index }) => [index, index + whole.length]);
      const { 0: word, index } = match;
      if (quoted.some(([start, end]) => index >= start && index < end)) continue;
      const which = match.slice(1).findIndex((group) => group !== undefined);
      const { plain, source } = words[which] ?? { plain: '', source: 'usage' as const };
      found.push({ word, index, plain, source });
    }
    return found;
  };
}

/** Quotations and titles of documents are not changed. */
const QUOTED = /“[^”\n]{0,80}”|「[^」\n]{0,80}」|《[^》\n]{0,80}》/gu;

export const findReported: (text: string) => WordMatch[] = finderOf(reportedWords);
export const findScored: (text: string) => WordMatch[] = finderOf(scoredWords);

/** The suggested replacement, as the end of a sentence that begins with 请. */
export function adviceFor({ plain }: WordMatch): string {
  if (plain.startsWith('（')) return plain.slice(1, -1);
  return plain.startsWith('“') ? `换成${plain}` : `换成「${plain}」`;
}
