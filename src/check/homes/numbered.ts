/** Postal addresses of homes that include the house number. Addresses of offices are public. */

/** An address with its index in the text. */
export interface AddressMatch {
  address: string;
  index: number;
}

const N = '[\\d０-９一二三四五六七八九十百零〇]{1,4}';
const BUILDING = `(?:[A-Za-zＡ-Ｚ]?${N}|[A-Za-zＡ-Ｚ])(?:号楼|号院|栋|幢|座|排|＃|#楼?)`;
const ROOM = `(?:${N}|[东西南北中]{1,2})(?:室|户|号房?|房)|${N}`;
/** 3栋3单元752, 15号楼3单元3层东户, D座985室, 4排3号, 3单元401, 4-1-318 after the name of a residential compound. */
const FLAT = [
  `${BUILDING}(?:${N}|[东西甲乙丙丁])(?:单元|门)(?:${N}[层楼])?(?:${ROOM})?`,
  `${BUILDING}(?:${N}[层楼])?(?:(?:${N}|[东西南北中]{1,2})(?:室|户|号房?(?!楼)|房)|(?:\\d{3,4}|[一二三四五六七八九][〇零一二三四五六七八九]{2,3})(?![\\d平米亩元人户个年]))`,
  `${BUILDING}[-－—–]?(?:\\d{1,2}[-－—–])?\\d{1,2}[-－—–]\\d{3,4}(?![\\d-])`,
  `(?:${N}|[东西甲乙丙丁])(?:单元|门)(?:${N}[层楼])?(?:(?:${N}|[东西南北中]{1,2})(?:室|户|号房?|房)|(?:\\d{3,4}|[一二三四五六七八九][〇零一二三四五六七八九]{2,3})(?![\\d平米亩元人户个年]))`,
  '(?<=花园|小区|苑|新村|家园|[城府里园院湾]|公寓|社区|[A-Za-z一二三四五六东西南北]区)[A-Za-z]?\\d{1,2}[-－—–]\\d{1,2}[-－—–](?:\\d{1,2}[-－—–]\\d{1,4}|\\d{2,4})(?![\\d-])',
  '(?<=花园|小区|苑|新村|家园|公寓|社区)[A-Za-z]?\\d{1,2}[-－—–]\\d{3,4}(?![\\d-])',
  `${N}号\\d{2,4}室`,
  `弄${N}号\\d{3,4}(?![\\d元块人户])`,
  // 丽水华庭18号2703
  '(?<=花园|小区|苑|[庭阁轩邸城府湾居]|新村|家园|公寓|社区)\\d{1,3}号\\d{3,4}(?![\\d元块人户米公个家斤亩年点时:：.])',
].join('|');
const GROUP = `(?:第?${N}(?:[村居]民小?组|生产队|小[组队]|[组队社区]))`;
/** 8号院子 is a home, 8号院 a compound with its own name. */
const NO_COMPOUND = '(?!楼|院(?!子|里|坝|内|门|[东西南北][屋房]))';
const DOOR = [
  `(?:${GROUP}(?:门牌)?[甲乙丙丁]?|门牌号?(?:是|为|：)?)${N}(?:[-－—]\\d{1,2})?号${NO_COMPOUND}`,
  `门牌号?(?:写着|是|为|：)?\\s?\\p{Script=Han}{0,8}${N}(?=[，。；\\s]|$)`,
  `(?<=\\p{Script=Han})\\d{1,4}(?=[，,（(](?:房主|户主|屋主|住户|住的))`,
  `(?:村|庄|屯|寨|社区|小区|巷|胡同|弄|里|坊)(?:门牌)?${N}号${NO_COMPOUND}`,
].join('|');
/** Groups with a name: 沟北组14号; only if somebody lives there. */
const NAMED = `(?:(?:(?![村第一二三四五六七八九十])\\p{Script=Han}){1,3}[组队社]|${GROUP}\\p{Script=Han}{1,7})${N}(?:[-－—]\\d{1,2})?号(?![楼院])`;
/** 二单元四楼左手 */
const STAIRS = `(?:${N}|[东西南北中甲乙丙丁])单元${N}[层楼](?:[左右]手?边?|[东西南北中][户边门]?|对门)?`;
const STREET = `(?:[路街道巷弄坊]|大道|胡同|[弄里]堂|里弄|支弄|坝子|院子)[甲乙丙丁]?${N}号(?!楼|院(?![东西南北][屋房]))(?:${N}号)?(?:${N}[层楼])?`;
/** 北街19号院 */
const YARD = `(?:[路街道巷弄]|大道|胡同)[甲乙丙丁]?${N}号院(?=[，。；、\\s）)]|$)`;
/** 住在鸭儿塘北岸27号 */
const LIVED_IN = `(?<=住在?(?:(?![院宿校])\\p{Script=Han}){2,12})\\d{1,4}号(?![楼院线桥])`;
const PATTERN = new RegExp(
  `(?<flat>${FLAT})|(?<door>${DOOR})|(?<street>${STAIRS}|${STREET}|${YARD}|(?<=[街路巷弄]|胡同)\\d{1,4}(?=[，。；、\\s）)]|$)|${NAMED}|${LIVED_IN})`,
  'gu',
);

/** Every alternative of the pattern has one of these; most texts have none. */
const MAY_HAVE =
  /门牌|\d[，,（(][房户屋住]|[街路巷弄]\d|[\d０-９一二三四五六七八九十百零〇A-Za-zＡ-Ｚ东西南北中甲乙丙丁](?:[号栋幢座排＃#]|单元|门)|[\d０-９][-－—–][\d０-９]/;

/** Words that mean that somebody lives there. */
const HOME =
  /(?:看望?|探望|随访|走访|慰问|上门看)\p{Script=Han}{0,4}(?:病人|患者|产妇|老人|孤儿|低保户|五保户|困难户)|住(?!院|建|房[保和]|宿费|宅)|家住|居住|住址|住着|住到|(?<!之)家在|家庭(?:住|地)址|户籍|老家|(?<!\p{Script=Han}[局院所站店厅校心社园馆室处府会点部厂场铺坊库台行队]|[茶酒饭布]庄)搬[到进]|门牌|家门|[他她]门口|家里|他家|她家|家[：:，]|住[：:]|送到|送去|上门|门口等|[\u4e00-\u9fff](?<!之)家[在，]|独居|一个人住|租住|租的房|房子在|的房子|找到她?他?家|收件|寄给|寄到[他她]|敲门|按门铃|找\p{Script=Han}{0,2}(?:老太|奶奶|爷爷|大[爷妈娘叔婶伯]|婆婆|老汉)|租的是|\p{Script=Han}的(?:屋|家)/u;
/** How to write an address, 门牌号例：3号楼2单元401室, and flats in which nobody lives yet. */
const IS_SAMPLE =
  /房源|看房|招租|配租|选房|样表|示例|样例|(?:号|^|写法|格式)例[：:]|就写成?[“"]|写成[“"]|格式[是为：:]|样子[写填]/;
/** The registered address of a shop or a company, which its licence shows to everybody. */
const BUSINESS = /统一社会信用代码|营业执照|工商登记|注册地址|本店|本公司/;

/** Whether a sentence gives the registered address of a business and not where somebody lives. */
export function isBusinessAddress(sentence: string): boolean {
  return BUSINESS.test(sentence) && !/家住|住在|租住|老家|家里|[他她]家/.test(sentence);
}

/** Numbered things in a village other than houses. */
const THING =
  /^(?:的?(?:树|苗|桩|杆|牌|灯|棚|地|井)|选手|队员|机组|线|文|令|公[告路示]|通[知告]|桥|棚|大棚|地|田|井|泵|机|库|渠|坝|台|窗口|柜|会议室|厅|车|站|牌|文件|楼[^\d一二三四五六七八九十]|路|病|沟|圈|鱼?塘|池|变压器|杆|点|摊|门(?!牌|口)|坑|仓|厂|码头|标段|地块|棚圈|点位|井房|机井|信箱|座|席|床|商?铺|门面|档口|[早晚前后](?!院)|上午|下午|中午|当天|之前|以前|之后|以后|起|至|到(?!门)|[-~～—]|、|和|或|（?(?:星期|周|农历|腊月|正月)|[）)]?(?:开|停|供|检修|施工|放水|浇|打药|领|交|收|发|报名|截止|结束|集合|出发|体检|打疫苗|赶集|培训|义诊|考试|评议|公示))/;
/** A group number with a house number or with a day looks the same: 3组15号开会. */
const DAY_WORDS =
  /开会|会议|停[水电气]|供[暖水]|开始|截止|报名|[几\d]月|日期|时间|当天|明天|后天|上午|下午|早上|晚上|打药|集合|培训|体检|义诊|检修|施工|放水|通知|放电影|放映|演出|唱戏|赶集|疫苗|接种|防疫|打针|消毒|配种|宣讲/;
const MAX_DAY_OF_MONTH = 31;
/** Rows of seats, trees and sheds are numbered like rows of houses. */
const ROW_OF_THINGS = /第$|(?:棚|园|林|地|库|圈|座位|车位|货架)第?$/;
const MORE_DOORS = new RegExp(`^(?:[、，,和及]${N}号)+`, 'u');
const ENDS = /^(?:[。；;！!\n]|$)/;
/** The time of a visit to a house, with no event after it: 1组4号，上午. */
const VISITED = /[，,：:；;|｜\s]{1,3}(?:[上下中]午|[早晚]上)?(?:\d{1,2}(?:[点时]半?|[:：]\d\d))?\s*$/u;

const OFFICE =
  /(?:食堂|政府|\p{Script=Han}(?:局|所|站|(?<![那这个后前号])院|社(?!区)|厂|厅|馆|部|办|队|场|店|联|(?<!开)会|室|校|处)(?![街路巷村])|中心|办公室|窗口|大厅|银行|信用社|学校|小学|中学|一中|[二三四五六]中|幼儿园|公司|合作社|村委|居委|法院|律所|超市|考[点场]|会议室|办事处|驿站|车间|基地|宾馆|教室|药店|门诊|(?:接种|代收|安置|发放|领取|集合|收费|办理|体检|投票|采血|供水|取件|收购|报名|代办)点|[茶酒饭布]庄|之家|服务点|便民点|办公地点|办公地址|单位地址|报名地点|地点|咨询点|集合点)/gu;
const OFFICE_ONLY =
  /(?:食堂|政府|局|所|站|学校|小学|中学|厂|厅|馆|办公室|中心|窗口|大厅|银行|信用社|公司|合作社|村委会?|居委会?|超市|商店|小卖部|卫生室|服务点|便民点|代办点|门诊|药店|驿站|车间|基地)$/u;
/** Words between an office and its address. */
const AT =
  /^(?:[，,：:（(\s]|在|就在|设在|位于|新?地址|办公|搬家了?|搬迁|搬到|搬至|迁到|迁至|新址|是|为|的)*/;
const PLACE_NAME = /^[\p{Script=Han}\d]{0,16}$/u;
/** Not part of a place name: an action or a resident. */
const DOES = /[把给送到去派找来回让请被接帮扶敲推访住走进看抬背]|家属|宿舍|职工/;
const LIVES =
  /住(?!院|建|房[保和]|宿费|宅)|家住|住址|(?<!之)家在|居住|户籍|老家|家属|宿舍|他家|她家|家里|独居|现住|租住|(?<![院局所站店厅校心社园馆室处府会点部厂场铺坊库台行队])搬[进到](?!了?新?办公)/;
const MAX_CONTEXT_LENGTH = 40;

/** The addresses of houses in a text. */
export function houseAddressesIn(text: string): AddressMatch[] {
  const found: AddressMatch[] = [];
  if (!MAY_HAVE.test(text)) return found;
  for (const match of text.matchAll(PATTERN)) {
    const [address] = match;
    const { index } = match;
    const behind = text.slice(index + address.length, index + address.length + MAX_CONTEXT_LENGTH);
    const before = clauseBefore(text, index);
    const sentence = before + address + (/^[^。！？；\n]*/.exec(behind)?.[0] ?? '');
    const isHome = HOME.test(sentence);
    if (/排/.test(address) && ROW_OF_THINGS.test(before) && !isHome) continue;
    if (IS_SAMPLE.test(sentence) || isAtOffice(before, behind) || /[编序]号$/.test(before)) continue;
    // 11号、15号、27号 with nothing after them are houses; days are followed by an event.
    const more = MORE_DOORS.exec(behind)?.[0] ?? '';
    const rest = ENDS.test(behind.slice(more.length)) ? behind.slice(more.length) : behind;
    if (/号$/.test(address) && THING.test(rest)) continue;
    if (match.groups?.flat === undefined) {
      if (THING.test(rest)) continue;
      if (match.groups?.street !== undefined && (!isHome || isBusinessAddress(sentence))) continue;
      const isDay = lastNumber(address) <= MAX_DAY_OF_MONTH && DAY_WORDS.test(sentence.replace(VISITED, ''));
      if (!isHome && isDay) continue;
      if (/^[\d０-９]+(?![\d０-９]*[楼层])/.test(behind)) continue;
    } else if (/^(?:以[上下]|[至到~～-]\d)/.test(behind)) continue;
    found.push({ address, index });
  }
  return found;
}

/** The text before the index, from the beginning of the sentence. */
function clauseBefore(text: string, index: number): string {
  const near = text.slice(Math.max(0, index - MAX_CONTEXT_LENGTH), index);
  return near.slice(Math.max(...Array.from('。！？；\n', (mark) => near.lastIndexOf(mark))) + 1);
}

/** Whether the address is that of an office named before or after it. */
function isAtOffice(before: string, behind: string): boolean {
  if (LIVES.test(before)) return false;
  for (const { 0: office, index } of before.matchAll(OFFICE)) {
    const rest = before.slice(index + office.length).replace(/^会(?!议)/, '');
    const links = AT.exec(rest)?.[0] ?? '';
    const between = rest.slice(links.length);
    const isVillage = /村委|居委/.test(office) && between.length > 1 && !/(?:在|位于|[：，,])$/.test(links);
    if (PLACE_NAME.test(between) && !DOES.test(between) && !isVillage) return true;
  }
  // 三组18号，便民超市，
  const [, apposition = ''] = /^[，,](\p{Script=Han}{2,8})(?=[，,。；;（(]|$)/u.exec(behind) ?? [];
  // 三室一厅 is a home.
  if (OFFICE_ONLY.test(apposition) && !/[一二两三四五\d][室房]/.test(apposition)) return true;
  const [next] = /^(?:[（(]|就?是|的|为)?(?:[省市州县区镇乡]\p{Script=Han}{0,20}|\p{Script=Han}{0,8})/u.exec(
    behind,
  ) ?? [''];
  const at = next.replace(/[前后小老杂]院|院[子里落坝]/g, '').search(OFFICE);
  return at >= 0 && !DOES.test(next.slice(0, at));
}

function lastNumber(address: string): number {
  const numbers = address.normalize('NFKC').match(/\d+/g);
  return numbers ? Number(numbers.at(-1)) : 0;
}
