/** Finds where one goes, as the text says it: 县政务服务中心二楼3号窗口. */
import { withoutNumber } from './line-numbers.ts';
import { headingOf, type Section } from './sections.ts';
import { withoutEnd } from './sentences.ts';

export interface Venue {
  where: string;
  /** What one does there, in a word of the text: 办理, 申请, 报名; empty if it does not say. */
  does: string;
  /** What the text says of it, for the editor to compare. */
  sentence: string;
}

/** What one does at a place. */
const DOES =
  '认证|递交|缴纳|办证|换证|年检|打疫苗|接种|报销|投保|申请|申报|申领|办理|领取|领表|报名|登记|提交|受理|缴费|交费|交清|缴纳|参保|检查|体检|报到|填表|填写|咨询|核验|参加|签订|签字|结算|选购|兑换|取|提货|领货|提出|反映情况|交|领(?![导先])';
/** A place is where people sit: an office, a window, a hall, a house of the village. */
const VENUE_END =
  '中心|窗口|柜台|柜面|大厅|服务站|工作站|代办点|服务点|便民点|网点|村委会|居委会|村民委员会|社区|村委|村部|村民小组|政府|办公室|门店|粮库|粮站|仓库|门市部|超市|服务台|前台|残联|妇联|工会|武装部|派出所|民政办|[局厅所院室楼馆股科]|(?<!网)站|会计室|教务科|医院|卫生院|卫生室|银行|支行|信用社|合作社|学校|小学|中学|广场|院内|门口|供销社|接种点|(?:事务|服务|综治|民政|农业|社保|就业|扶贫)办|两委|专委处|协办员处|农技员处|处';
const PLACE_NAME = `[^，。；：（）()“”]{0,30}?(?:[（(][\\p{Script=Han}]{1,4}[）)][^，。；：（）()“”]{0,16}?)?(?:${VENUE_END})(?:[（(][^（）()]{2,30}[）)])?`;
const SAID = new RegExp(
  `(?:到|前往|去|(?<!倾|导|面)向|在(?![线校读职])|交到|送到|直接到|就近到)(${PLACE_NAME}(?:(?:或者?|和|、)(?:到)?${PLACE_NAME})?)(?:由[^，。；]{2,12}|找[^，。；]{1,8}?)?(?:进行|现场|当面|统一|自愿|书面|直接|凭[^，。；]{2,12}|协助)?的?(${DOES}|代办)`,
  'gu',
);
/** 将材料报所在乡镇人民政府, 交到村委会. */
const HANDED = new RegExp(
  `(?:材料|资料|申请[表书]?|将[^，。；到]{4,80}?(?:[证书表]|复印件|合同)[^，。；到]{0,6}?)[^，。；到]{0,8}?(?:报|交|送)(?:送|至|到|给)*(${PLACE_NAME})(?=[，。；]|$)`,
  'gu',
);
/** ，交本村村民委员会。 ends a sentence. */
const GIVEN = new RegExp(`(?:[，,]|[日底]前)(?:交|送|报送)(?:到|至|给)?(${PLACE_NAME})(?=[，。；]|$)`, 'gu');
/** 由村委会统一登记, 受理地点不变，为县人力资源市场一楼2号窗口, 直接到服务大厅。 */
const RECEIVED = new RegExp(
  `由(${PLACE_NAME})(?:统一|代为|集中)(登记|受理|代办|办理|收取)|(?:受理|办理|报名|申请|接种)(?:地点|地址)[^，。；：]{0,4}[，,]?[为在](${PLACE_NAME})(?=[，。；]|$)|(?:直接|请)到(${PLACE_NAME})(?=[，。；]|$)`,
  'gu',
);
/** Offices hand on what they were given. */
const OF_OFFICES = /各(?:村|乡镇|镇|校)|(?:乡镇|村委会|学校)[^，。；]{0,12}(?:汇总|审核|初审|签署|核查)/u;
/** Where something lies, not where one goes: 在职工医院, 在该中心登记注册的企业. */
const NOT_READER =
  /^[\p{Script=Han}]{0,3}点$|^(?:职工|在?校|读|下表|附表|市场监管|该|经|本县|全县|上述|社会|学校$|高校|商业银行|公安局反映)|登记注册|工商|网站|公众号/u;

/** The places in a text at which one does something: 到村委会登记. */
export function venuesIn(text: string): Venue[] {
  const handed = [HANDED, GIVEN].flatMap((way) =>
    Array.from(text.matchAll(way), ({ 1: where = '' }) => ({
      where,
      does: '提交',
      sentence: text,
    })),
  );
  const received = Array.from(
    text.matchAll(RECEIVED),
    ({ 1: office, 2: does = '办理', 3: place, 4: hall = '' }) => ({
      where: office ?? place ?? hall,
      does,
      sentence: text,
    }),
  );
  const said = Array.from(text.matchAll(SAID)).flatMap(({ 1: where = '', 2: does = '', index, 0: whole }) => {
    const behind = text.slice(index + whole.length);
    const isRefused = /(?:未能?|不能|无法|没有)$/u.test(text.slice(0, index));
    // Where the form is to be had is not where one applies; an enterprise that is registered somewhere does not go there.
    const isOfForm =
      /^领[取]?$/u.test(does) && /^[^，。；]{0,12}(?:表|证书)(?![^。；]*(?:提交|交回))/u.test(behind);
    const isOfOthers = does === '登记' && /^注册|^的/u.test(behind);
    const isOpinion = /反映|咨询/u.test(does);
    if (isRefused || isOfForm || isOfOthers || isOpinion || NOT_READER.test(where)) return [];
    return [{ where, does: does === '提出' ? '申请' : does, sentence: text }];
  });
  return [
    ...said,
    ...received,
    ...handed.filter(({ where }) => !OF_OFFICES.test(text) && !/^县[^，。；（]{2,8}局$/u.test(where)),
  ];
}

const DEED =
  /报名|申报|申领|申请|办理|受理|登记|领取|缴费|投保|参保|报销|报到|检查|体检|筛查|培训|上课|服务|考试|笔试|面试|收购|发放|献血|签约|审核|提交|接种|义诊/u;
/** What is not for the reader to go to, or nothing of this document's matter. */
const OTHER_PLACE = /咨询|投诉|举报|监督|反映|邮寄|网址|来源|施工|建设/u;
/** A label in the middle of a line: 电话 6022508 地址：政府大院东楼. */
const LABEL_IN_LINE = /[\s，；。）]((?:[\p{Script=Han}]{0,4})(?:地址|地点))[：:]\s*([^。；，\s]{4,60})/gu;
const MAX_WHERE_LENGTH = 150;
/** What a place has in its name or its address. */
const NAMES_PLACE = new RegExp(
  `(?:${VENUE_END})|[路街巷村镇乡]|\\d+[号楼层室]|[东西南北]侧|现场|车|基地|公园|体育|宾馆|酒店|仓|库|市场|园|院|店|点|门前`,
  'u',
);
/** A longer table stays in the body. */
const MAX_TABLE_LENGTH = 300;

/** The places with a label or a heading of their own, in order. */
export function labelledVenues(lines: readonly string[], sections: readonly Section[]): Venue[] {
  const headed = sections
    .filter(({ subject, heading }) => subject === 'place' && !OTHER_PLACE.test(heading))
    .map((section) => ({ ...venueOfBody(section), at: section.lines.start }));
  const inLine = lines.flatMap((line, at) =>
    Array.from(line.matchAll(LABEL_IN_LINE)).flatMap(({ 1: title = '', 2: rest = '' }) =>
      OTHER_PLACE.test(title)
        ? []
        : [{ where: rest, does: DEED.exec(title)?.[0] ?? '', sentence: `${title}：${rest}`, at }],
    ),
  );
  const labelled = [...headed, ...inLine]
    .filter(
      ({ where }) =>
        where.length > 1 &&
        !/下表|附表|另行/u.test(where) &&
        where.length <= MAX_WHERE_LENGTH &&
        NAMES_PLACE.test(where),
    )
    .map(({ where, does, sentence, at }) => ({
      where,
      does: does || (DEED.exec(enclosingHeading(lines, at))?.[0] ?? ''),
      sentence,
    }));
  return labelled.length > 0 ? labelled : tour(lines);
}

/** The nearest line above that is a heading without a text of its own. */
function enclosingHeading(lines: readonly string[], at: number): string {
  const above = lines.slice(Math.max(0, at - 4), at).reverse();
  return (
    above.map((line) => headingOf(line)).find(({ title, rest }) => title !== '' && rest === '')?.title ?? ''
  );
}

/** A day or a time of day before a place on the same line. */
const TIME_BEFORE =
  /^(?:[^，。；：（）()]*\d\s*[日号时分]|[^，。；：]*\d[:：]\d\d)(?:[（(][^）)]*[）)])?\s*[，,]\s*/u;
const TELEPHONE =
  /\s*(?:[，；。（(]\s*)?(?:联系|咨询|受理|服务)?(?:电话|热线)[：:]?\s*[\d\-、，（）()]{7,}[）)]?/u;

/** 3月5日 石塘镇政府门前: the days of a service that comes to the village. */
const DAY_AND_PLACE = new RegExp(
  `^(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:[（(][^）)]*[）)])?(?:\\s*[至到—\\-–~]+\\s*(?:\\d{1,2}月)?\\d{1,2}日)?[\\s：:，]+[^，。；：\\d]{2,24}(?:${VENUE_END}|村|文化站|车站|操场|戏台|路口|桥头|院坝|礼堂)$`,
  'u',
);
const MIN_DAYS = 2;

/** A list of days and places, whatever stands above it. */
function tour(lines: readonly string[]): Venue[] {
  const stops = lines
    .map((line) => withoutEnd(withoutNumber(line)))
    .filter((line) => DAY_AND_PLACE.test(line));
  return stops.length < MIN_DAYS ? [] : [{ where: stops.join('；'), does: '', sentence: stops.join('；') }];
}

/** 时间：周一至周五 and 夏令时上午8:00 beside a place. */
const IS_TIME = /^(?:[\p{Script=Han}]{0,4}时间[：:]|[^，。；]{0,8}[上下]午\s*\d{1,2}[：:]\d\d)/u;

function venueOfBody({ heading, body }: Section): Venue {
  const does = DEED.exec(heading)?.[0] ?? '';
  const said = body.flatMap((line) => venuesIn(line));
  const lines = body
    .map((line) => withoutNumber(line))
    .filter((line) => !/^[\p{Script=Han}]{0,6}(?:电话|热线|咨询|联系)|打[^，。]*电话/u.test(line))
    .filter((line) => !IS_TIME.test(line))
    .map((line) => line.replace(/^(?:地点|地址)[：:]\s*/u, ''));
  const isRunningText = lines.some(
    (line) => /[，。]/u.test(line) && said.some(({ where }) => line.includes(where)),
  );
  const sentence = `${heading}：${body.join('')}`;
  if (isRunningText && !lines.some((line) => /；|设在/u.test(line))) {
    return { where: [...new Set(said.map(({ where }) => where))].join('；'), does, sentence };
  }
  const where = lines
    .map((line) => (/^[^。]*/u.exec(line.split(TELEPHONE)[0] ?? '')?.[0] ?? '').replace(TIME_BEFORE, ''))
    .map(withoutEnd)
    .filter((line) => !/^[\d年月日至—\-:：\s]+$/u.test(line))
    .join('；');
  return { where, does, sentence };
}

export type Table = readonly (readonly string[])[];
const NAME_HEAD = /名称|[点站店]$|学校|医院|机构|单位|场所|窗口|网点|银行/u;
/** A column of places without addresses: 接种点. */
const VENUE_HEAD = /(?:接种|办理|受理|报名|服务|发放|收购|筛查|代办|检查|缴费)(?:网?点|窗口|场所)$/u;
const ADDRESS_HEAD = /地址|地点|位置/u;

/** The places in a table of names and addresses, as one: 城郊粮库（杨家渡村）；黄沙粮站（老街口）. */
export function venuesInTables(tables: readonly Table[]): Venue[] {
  return tables.flatMap(([head = [], ...rows]) => {
    const [name, address] = [NAME_HEAD, ADDRESS_HEAD].map((words) =>
      head.findIndex((cell) => words.test(cell)),
    );
    if (name === undefined || address === undefined || name < 0 || name === address) return [];
    if (address < 0 && !VENUE_HEAD.test(head[name] ?? '')) return [];
    const where = rows.map((row) => (address < 0 ? row[name] : `${row[name]}（${row[address]}）`)).join('；');
    return where.length <= MAX_TABLE_LENGTH ? [{ where, does: '', sentence: head.join('、') }] : [];
  });
}
