/**
 * The national telephone lines, with the matters that people call them about. A site names such a line only if its own list of
 * telephones has it. Runs in the build and on the phone.
 */
import { withoutKinship } from './kinship.ts';

/** The line for all other matters. */
export const GENERAL_PHONE = '12345';

/** The matters of each line, in villagers' words; the longest match in a query counts. */
const matters: Readonly<Record<string, readonly string[]>> = {
  '12393': [
    ...[
      '医保',
      '医疗保险',
      '合作医疗',
      '新农合',
      '农合',
      '医疗费',
      '报销',
      '住院费',
      '看病贵',
      '药费',
      '门诊',
      '慢性病',
      '慢病',
    ],
    ...['大病保险', '异地就医', '转诊', '医保卡', '生育津贴', '特药', '透析'],
  ],
  '12333': [
    ...[
      '社保',
      '社保卡',
      '养老保险',
      '养老金',
      '退休',
      '失业',
      '失业金',
      '工伤',
      '就业',
      '找工作',
      '职业培训',
      '技能培训',
      '农民工工资',
    ],
    ...['拖欠工资', '公积金'],
  ],
  '12348': [
    '法律',
    '打官司',
    '律师',
    '官司',
    '法律援助',
    '欠钱不还',
    '欠条',
    '离婚',
    '抚养费',
    '继承',
    '遗产',
    '公证',
    '纠纷',
    '调解',
  ],
  '12316': [
    ...[
      '种粮',
      '种地',
      '粮补',
      '农机',
      '化肥',
      '农药',
      '种子',
      '庄稼',
      '病虫害',
      '养猪',
      '养牛',
      '养羊',
      '养鸡',
      '大棚',
      '牲口',
      '兽医',
    ],
    ...[
      '猪死',
      '牛死',
      '羊死',
      '鸡死',
      '猪瘟',
      '鸡瘟',
      '牛得病',
      '羊得病',
      '粮价',
      '收粮',
      '拖拉机',
      '收割机',
    ],
    ...['玉米', '小麦', '地力', '农业保险', '冰雹', '旱灾'],
  ],
  '12317': ['返贫', '脱贫', '帮扶'],
  '12338': ['妇女', '家暴', '打我', '被打', '挨打', '媳妇', '婆家', '打老婆', '两癌', '生育'],
  '12355': ['青少年', '未成年', '孩子厌学', '网瘾'],
  '12315': ['假货', '退货', '消费', '买到假', '缺斤少两'],
  '12350': ['安全生产', '煤矿'],
  '12328': ['公交', '客车', '出租车', '农村公路', '修路'],
  '12369': ['污染', '环保', '烧煤', '臭味', '污水'],
  '12320': ['疫苗', '打防疫针', '体检', '卫生'],
  '95598': ['停电', '电费', '电价', '电表', '煤改电', '用电'],
  '12366': ['税', '发票', '个税'],
  '12313': ['烟'],
  '12306': ['火车票'],
  [GENERAL_PHONE]: [
    ...['户口', '上户口', '身份证', '结婚证', '准生证', '驾照', '老年卡', '公交卡', '路灯', '自来水', '停水'],
    ...['宅基地', '盖房', '建房', '危房', '彩礼', '幼儿园', '当兵', '征兵', '快递', '丧葬', '火化', '取暖'],
    ...['高龄津贴', '高龄补贴', '拆迁', '征地', '邻居', '狗咬'],
  ],
};

/** The lines of a site: its own telephone or the general line first, then the national lines. */
export function nationalLines({
  about,
  contacts,
}: {
  about: { telephone?: string | undefined };
  contacts: readonly { name: string; phone: string }[];
}): { name: string; phone: string }[] {
  const general = about.telephone ?? GENERAL_PHONE;
  const named = contacts.find(({ phone }) => phone === general);
  const others = contacts.filter(({ phone }) => phone !== general && phone in matters);
  return [{ name: named?.name ?? '', phone: general }, ...others].map(({ name, phone }) => ({ name, phone }));
}

/** The matters of a line; none unless it is a national one. */
export function mattersOf(phone: string): readonly string[] {
  return matters[phone] ?? [];
}

/** The longest matter of any line in a text; undefined if there is none. */
export function matterIn(text: string): string | undefined {
  return longest(Object.values(matters).flat(), text);
}

/** Of `phones`, the line for the matter of a query; undefined if there is none. */
export function lineFor(query: string, phones: readonly string[]): string | undefined {
  return lineOf(withoutKinship(query), phones) ?? lineOf(query, phones);
}

function lineOf(query: string, phones: readonly string[]): string | undefined {
  const fitting = phones
    .map((phone) => ({ phone, matter: longest(mattersOf(phone), query) }))
    .filter((each): each is { phone: string; matter: string } => each.matter !== undefined);
  return fitting.sort((a, b) => b.matter.length - a.matter.length)[0]?.phone;
}

function longest(words: readonly string[], text: string): string | undefined {
  return words.filter((word) => text.includes(word)).sort((a, b) => b.length - a.length)[0];
}
