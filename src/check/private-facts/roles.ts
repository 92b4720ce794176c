/** Names that may be published: of people in office, at work or in public, and of things with names like people's. */
import type { ScoredName } from '../person-names/index.ts';
import { isWord, wordsOf } from '../person-names/segmenter.ts';
import { factsIn } from './facts.ts';
import { BRANDS, FAMOUS_PEOPLE } from './famous-names.ts';
import { isMedicine } from './medicines.ts';
import { isOfficialProse } from './official-prose.ts';
import { isOfAbroad, isOfPublicLife } from './public-life.ts';
import { isInSeriesOfThings } from './series-of-things.ts';
import { isOfHistory, isOfStory } from './stories.ts';
import { isInVerse } from './verse.ts';

const OFFICERS =
  '总裁|总监|董事|首席|分析师|学者|科学家|发言人|主席|总理|总统|大使|秘书长|政委|司令|将军|元帅|专干|艺人|匠人|木匠|石匠|手艺人|名嘴|楷模|榜样|书记|主任|委员|委员长|会计|出纳|支书|文书|干部|第一书记|[局镇乡县市州省村队组站所校院科处部厂会社班连排营司园店馆厅区行署股台][长]|医生|大夫|村医|护士|医师|药师|药剂师|老师|教师|讲师|技师|律师|厨师|摄影师|农艺师|工程师|兽医|教练|教授|专家|博士|院士|研究员|民警|辅警|警官|警察|法官|检察官|公证员|经理|老板|理事|监事|志愿者|义工|网格员|作者|记者|编辑|导演|演员|作家|诗人|画家|歌手|司机|师傅|法人|代表|主播|裁判|评委|选手|冠军|队友|乡贤|带头人|传承人|能手|标兵|模范|烈士|英雄|将军|总统|主席|总理|部长|战士|红军|先烈|皇帝|明星|状元';
const STAFF_OF =
  '(?:工作|经办|值班|管理|服务|技术|办事|窗口|审核|驻村|帮扶|联系|负责|演出|出诊|医护|参会|主讲|施工|执法|值守|检查|评审|编写|保洁|安保)人员|[^人社党学成会伤动全总要为]员|(?:宣讲|工作|服务|志愿|演出|医疗|专家|评审|施工|剧|艺术|合唱)[团队组]成员';
const PERSONS_OF =
  '(?:负责|联系|经办|签发|主持|审核|责任|代办|帮扶|包联|包户|主讲|讲课|发言|撰稿|供稿|审稿|法定代表|发起|创始|受理|值班|值守|对接|接待|讲解|证明|起草|校对|批准|编写)人';
const ROLE = `(?:${OFFICERS}|${STAFF_OF}|${PERSONS_OF})`;
const OFFICE =
  '(?:[民财人医妇残教司工团党政农林水卫社][\\p{Script=Han}]{0,4}(?:局|办|站|所|联|会|部|科|股)|卫生[院室]|政府|村委会?|居委会?|服务大厅|中心|公司|银行|信用社|派出所|法院|学校|剧团|合作社|(?:[内外妇儿骨眼][一二三]?|产|妇产|皮肤|口腔|神经|精神|肿瘤|康复|检验|急诊|体检|防疫|总务|医保|财务)科|门诊部|研究[所院]|农科院|学院|大学|总站|协会)';
/** A role directly before a name: 会计白晓燕, 签发人：祁正刚, 找小周（周敏）. */
const ROLE_BEFORE = new RegExp(
  `(?:${ROLE}|${OFFICE}|[（(][^（）()]{1,12}(?:长|书记|主任|政委|主席)[）)]|值班|坐诊|出诊|主讲|授课|讲课|带队|撰稿|摄影|供稿|主持|作词|作曲|演唱|主演|饰演|扮演|鸣谢|任命|聘任|推选|聘请|选举|免去|(?:值班|管事|办事|办理|咨询|联系|演出|主讲)的人|[/／：:（(](?:文|图|词|曲))(?:是|为|叫|有|由|的|[：:、,，（(“”"\\s/／])*$`,
  'u',
);
/** 资助专干：高中部 支晓峰 */
const ROLE_OF_PART = new RegExp(`${ROLE}(?:名单|分工|安排|表)?[：:]\\s?\\p{Script=Han}{1,4}\\s$`, 'u');
/** 小组长：一组毛建国，二组严春生: one of each group. */
const GROUP = '(?:[一二三四五六七八九十\\d]{1,3}|\\p{Script=Han}{2,3})[组队社村片][：:]?';
const ROLE_OF_GROUP = new RegExp(`${ROLE}(?:名单|分工|安排|表)?[：:]${GROUP}$`, 'u');
const JOINED_GROUP = new RegExp(`^[、，,；;\\s]+${GROUP}$`, 'u');
/** “蘑菇大叔”余长贵: what a person is known for; not “酒鬼大叔”. */
const KNOWN_FOR =
  /“(?![^”]{0,8}[酒赌疯傻瘸瞎懒穷病贼骗残药光])[^“”]{1,6}(?:大叔|大王|王|达人|姐|哥|嫂|爷爷|奶奶|医生|专家|能人|队长|管家|红娘|书记|侠|郎|匠|先生)”$/u;
/** “小画家”, what a child is called. */
const SMALL = /“小\p{Script=Han}{1,4}”$/u;
/** A job that only households in need are given, in a sentence about 公益岗. */
const HELP_JOB = /(?:保洁|清洁|护[林河路草水塘渠]|巡[山河]|管护|管水|监测)[员工][：:\s]?$/;
const AT_WORK =
  '为[困贫受][^，。]{1,8}(?:捐|献|送)|专管|专门管|负责|主管|分管|管(?:着|的是|这|发|审)|值班|带队|主讲|坐诊|出诊|接诊|巡诊|义诊|签发|审核|讲课|授课|主持|接待|经办|代办(?!人)|讲解|教大家|教乡亲|教村民|教种|给大家|为大家|给乡亲|为乡亲|给村民|挨家|逐户|挨户|帮着填|帮[大乡村]|办理|受理|答复|解答|解释|执笔|供稿|报道|摄影|编写|牵头|包联|包片|包村|走访|入户|驻村|下村|值守|带着工作队|统计|登记|会?上门(?:服务|帮|教|给|为|办|收|核|查|量)';
const WORK_BEHIND = new RegExp(
  `^[）)”"]?(?:等|两[人位]|[二三四五]人|[几俩])?[，,、]?(?:他们?|她们?|都|正|就|会|来|每[天周月]\\p{Script=Han}{0,4}|[在到]\\p{Script=Han}{1,8}?)?(?:${AT_WORK})`,
  'u',
);
const ROLE_BEHIND = new RegExp(
  `^[（(，, ]?(?:同志)?(?:（|\\()?(?:是|任|担任|兼任|当选为?|系)?(?:(?![儿女孙妻丈夫])\\p{Script=Han}){0,6}?(?:${ROLE})(?!家|的(?:儿|女|孙|母|父|妻|丈|老))`,
  'u',
);
/** 孟兰平60岁，是老支书 */
const ROLE_SAID = new RegExp(
  `^[^。]{0,12}?(?:(?<!不)是|当[过了上着]?|任|担任|做[过了着])(?:了|着)?[^，。的]{0,6}?(?:${ROLE})(?:$|[，,。；、（(])`,
  'u',
);
/** Words after the name of a shop, a village, a road, a variety of apples. */
const NO_PERSON_BEHIND =
  /^(?:\p{Script=Han}{0,4}(?:药业|制药|股份|有限)|公司|集团|农业|农机|保险|牌|品牌|合作社|药业|药房|药店|银行|超市|商店|商行|饭店|酒业|酒厂|食品|科技|诊所|门诊|养老院|纪念|故居|精神(?!病|失|分|残|障|不|有|恍|异|[一二三四]级)|奖(?!助|励|补)|杯|路|街|巷|大道|小学|中学|学校|学院|医院|卫生|桥|水库|河|山|庙|寺|祠|墓|族(?![人长谱亲里])|[杆球]?菌|病毒|综合[征症]|煤矿|矿[山区井]|[水火]?电站|工地|[林农牧渔]场|灌区|隧道|大坝|机场|遗址|古[城镇村]|公园|广场|车站|社区|小区|苑|花园|家园|新村|苹果|樱桃|葡萄|西瓜|辣椒|茶|大米|小米|面粉|酒(?!驾|后|瘾|精|鬼)|醋|[村镇乡县市区庄屯](?!人|的|民|里|上|东|西|南|北)|[号度级吨瓶盒斤]|\d{1,3}号(?![楼院门])|\d{2,}(?![\d元块斤袋公千百万亩吨桶床套岁只头株箱份人户.,，、年月]|\s?$)|乡[^亲]|镇[^上里]|[、，\p{Script=Han}]{0,8}?[几两三四五六七八九十\d]+个(?:村|组|乡|镇|社区|地方|县|品种|牌子))/u;
/** Labels of things and places. */
const NO_PERSONS_BEFORE =
  /(?:作物|品种|药材|树种|树苗|苗木|农机|牲口|牲畜|种子|良种|产品|品牌|商标|村子|地方|地点|站点|网点|景点|景区|乡镇|设在|地名|剧目|书目|图书|歌曲|电影|栏目|保险的|种的|养的|(?<!同|大|小|中|入|休|失|辍|转)学|读|唱|演|听|看)(?:有|是|为|包括|名单|分别是)?[：:（(“"《]?$/;

/** More general words for things introduce a series only with a colon: 肥料：史丹利、金正大. */
const THINGS_LABELLED =
  /(?:[肥饲]料|化肥|农资|[兽农]药|药品|(?<![送吃发领用])药|(?<![养种喂卖领发分送买])(?:[肉奶蛋种毛]?[兔羊牛鸡鸭鹅猪鸽蜂鱼蚕]|[蜂蚕]种|柑[橘桔]|[梨桃李杏枣茶]树?|李子|葡萄|苹果|樱桃|猕猴桃|草莓|西瓜|糯?[稻]|玉米|油菜|花生|大豆|红薯|辣椒|番茄|黄瓜|花卉|苗木|牧草)|家电|电器|手机|油|米|面|酒|茶|农膜|货物?|供应|商家|超市|[药商饭]店|快递|银行|商户|厂家|企业|停靠|站名|途经|经过|路线|渡口|学校|医院|小区|奖品|礼品|牌子|型号|热水器|空调|冰箱|电视|摩托|车辆|景点|剧种|戏|歌)(?:有|是|为|包括|分别是)?[：:]$/;

const MADE_UP_BEHIND = /^[）)]?(?:（|\()?(?:化名|假名|例子|这个名字)/;

/** A shift of a roster: 值班：周一任丽华，周二常志强. */
const SHIFT =
  '(?:(?:周|星期)[一二三四五六日天]{1,4}|[上下]午|晚上|[早中晚白夜大小一二三四甲乙丙]班|(?:\\d{1,2}月)?\\d{1,2}[日号]){1,2}';
/** The first name of a roster. */
const ROSTER_BEFORE = new RegExp(
  `(?:[值排轮]班|班次|轮值|值日|坐班|出诊|坐诊|值守)(?:表|安排|名单)?[：:，,\\s]?${SHIFT}[：:]?\\s?$`,
  'u',
);
/** The text between the names of one series: in 书记赵怀义、会计白晓燕 each has a role. */
const JOINED = new RegExp(
  `^(?:[（(][^（）()]{0,12}[）)])?(?:[、，,；;\\s]|和|与|及|以及)+(?:${SHIFT}[：:]?\\s?)?$`,
  'u',
);

/** A completed sample form: its names are fictitious. */
const SAMPLE =
  /张三(?!\p{Script=Han}?[丰峰])|李四(?!光)|样表|样张|举例(?!\p{Script=Han}{0,2}[：:]\p{Script=Han}{0,4}(?:脱贫户|低保户|监测户|特困户|五保户|贫困户|患者))|填写样例|示例|是编的|虚构|假设|照着?格式|填法|就[写填]成?[：:]?[“"]|[写填]成[“"]|格式(?:是|为|[：:])|[的这种]样子[写填]|(?:号|^|写法|格式)例[：:]/u;

/** Whether a sentence is about a sample or a story. */
export function isSample(sentence: string): boolean {
  return SAMPLE.test(sentence) || isOfStory(sentence) || isOfHistory(sentence);
}

/** Whether a name is that of a famous person, of a story or of a brand. */
export function isFamous(name: string): boolean {
  return FAMOUS_PEOPLE.has(name) || BRANDS.has(name);
}

/** Words for animals and plants that the dictionary takes for names of persons: 梅花鹿, 文冠果. Hardly a person has such a last character. */
const SPECIES = /[鹿果树菇菌鱼虾鸡鸭鹅猪犬蟹薯麦椒瓜菜葱蒜豆]$/;

const isSpecies = (name: string) => SPECIES.test(name) && isWord(name);

/** 沃得锐龙｜4LZ-6.0MAQ, 雷沃｜M1104-5G: a machine with its model; not 王强晋L12345, whose car it is. */
const MODEL =
  /^\p{Script=Han}{0,2}(?=[\dA-Z.-]{0,12}\d)(?:\d{1,4}[A-Z]{1,5}-?[\dA-Z.]|[A-Z]{1,4}-?\d{1,5}(?![\d照驾证级档类]))/u;
const PLATE = /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕陇吉闽贵粤青藏川宁琼][A-Z]/;
const isModel = (behind: string) => MODEL.test(behind) && !PLATE.test(behind);

/** For whom something is done: 为感染艾滋病病毒的｜, 给低保户｜, 替｜; not 为群众办事的｜. */
const SERVED = /(?:[给替帮]|(?<![作成认称因])为)(?<whom>[^，。；：]{0,20})$/u;
function isServed(before: string): boolean {
  const whom = SERVED.exec(before)?.groups?.whom;
  if (whom === undefined) return false;
  if (whom === '' || /(?:户|患者|病人|老人|孤儿|残疾人|对象)$/.test(whom)) return true;
  return whom.endsWith('的') && factsIn(whom).some(({ weight }) => weight > 2);
}

/** The names in a sentence that must not be published. */
export function privateNames(sentence: string, names: readonly ScoredName[]): ScoredName[] {
  if (isSample(sentence) || isOfficialProse(sentence) || isOfPublicLife(sentence)) return [];
  const left: ScoredName[] = [];
  const isHelpJob = /公益性?岗/.test(sentence);
  let isRole = false;
  let isOfGroup = false;
  let end = 0;
  names.forEach((each, at) => {
    if (isThingOfSeries(sentence, each.index) || isAmongBrands(sentence, each.index)) return;
    if (isInSeriesOfThings(sentence, each, names)) return;
    if (isInVerse(sentence, each.index) || isModel(sentence.slice(each.end, each.end + 16))) return;
    if (isMedicine(sentence, each) || isSpecies(each.name) || isOfAbroad(sentence, each)) return;
    const before = sentence.slice(Math.max(0, each.index - 24), each.index);
    const behind = sentence.slice(each.end, each.end + 24);
    const isJoined = at > 0 && JOINED.test(sentence.slice(end, each.index));
    isOfGroup =
      ROLE_OF_GROUP.test(before) || (isOfGroup && JOINED_GROUP.test(sentence.slice(end, each.index)));
    isRole =
      isOfGroup ||
      (isJoined && isRole) ||
      (ROLE_BEFORE.test(before) && !SMALL.test(before) && !(isHelpJob && HELP_JOB.test(before))) ||
      ROLE_OF_PART.test(before) ||
      KNOWN_FOR.test(before) ||
      ROSTER_BEFORE.test(before) ||
      (WORK_BEHIND.test(behind) && !isServed(before)) ||
      isCalled(before, behind) ||
      isFamous(each.name);
    end = each.end;
    if (isRole || ANONYMISED.test(behind) || isNoPerson(each.name, before, behind)) return;
    left.push(each);
  });
  // 郭凯、杜萌会挨家帮着填表: the activity of the last applies to all.
  const last = names.at(-1);
  if (last === undefined || !WORK_BEHIND.test(sentence.slice(last.end, last.end + 24))) return left;
  if (isServed(sentence.slice(Math.max(0, last.index - 24), last.index))) return left;
  let first = names.length - 1;
  while (first > 0 && JOINED.test(sentence.slice(names[first - 1]?.end, names[first]?.index))) first -= 1;
  const start = names[first]?.index ?? 0;
  return left.filter(({ index }) => index < start);
}

/** Whether a series that a label of things introduces contains the position: 补贴农机：常柴、雷沃、沃得. */
function isThingOfSeries(sentence: string, index: number): boolean {
  const [series = ''] =
    /[：:][^：:。；;（）()]{0,60}$/u.exec(sentence.slice(Math.max(0, index - 60), index)) ?? [];
  const label = sentence.slice(0, index - series.length + 1);
  // 随访路线：上午先看糖尿病人巫根娣
  if (/(?:病人|患者|户|老人|孤儿|残疾人|老汉|大[爷娘妈叔婶])$/.test(series)) return false;
  return (
    series !== '' && (THINGS_LABELLED.test(label) || (series.includes('、') && NO_PERSONS_BEFORE.test(label)))
  );
}

/** Whether the series that contains the position has a brand: 同仁堂、王老吉. */
function isAmongBrands(sentence: string, index: number): boolean {
  const before =
    /[^，。；：:（(]*$/u.exec(sentence.slice(Math.max(0, index - MAX_SERIES_LENGTH), index))?.[0] ?? '';
  const after = /^[^，。；）)]*/u.exec(sentence.slice(index, index + MAX_SERIES_LENGTH))?.[0] ?? '';
  const items = (before + after).split('、');
  return (
    items.length > 1 && items.some((item) => BRANDS.has(item.slice(0, 3)) || BRANDS.has(item.slice(0, 2)))
  );
}

const MAX_SERIES_LENGTH = 60;

/** 周军（包村干部）, 王芳医生; 找小周（周敏） at a counter. */
function isCalled(before: string, behind: string): boolean {
  if (ROLE_BEHIND.test(behind) || ROLE_SAID.test(behind)) return true;
  return (
    /(?:窗口|柜台|服务台|办公室|[^\p{Script=Han}]找|去找|请找|问|联系)(?:\p{Script=Han}{0,3})[（(]?$/u.test(
      before,
    ) && !/[户家]$/.test(before)
  );
}

/** Words after the names of brands and shops: 马应龙痔疮膏, 周大福珠宝加工厂. */
const COMPOUND =
  /^\p{Script=Han}{0,6}?(?:十三香|腐乳|酱菜|[熏卤酱]肉|大?饼|饼干|糖果?|球?鞋|茶庄|茶叶|烤鸭|火锅|米线|麻辣烫|卤味|凉皮|[烧扒]鸡|月饼|瓜子|金店|眼镜|钟表|肥料|化肥|种子|拖拉机|收割机|玉米机|播种机|旋耕机|微耕机|水泵|膏|丸|散|颗粒|口服液|胶囊|糖浆|凉茶|茶|酒|醋|酱油?|油|豆?腐|剪刀?|菜刀|加工厂|厂|店|铺|坊|馆|超市|公司|集团|饮[品料]|食品|珠宝|服饰|家[纺居]|电器|手机|牌|牌子)(?=[^\p{Script=Han}]|都|也|等|的|不|可|有|和|招|搬|在|开|$)/u;

/** Whether the name is followed by nouns without a verb, for a shop or goods. */
function isCompound(behind: string): boolean {
  const [goods] = COMPOUND.exec(behind) ?? [];
  return goods !== undefined && goods !== '' && wordsOf(goods).every(({ tag }) => !/^[vpdu]/.test(tag));
}

/** 张海｜某, 向思｜1某, 杨｜XX: a name without its last characters, as courts publish it. */
const ANONYMISED = /^\d?某|^[Xx×＊*]{1,3}/;

function isNoPerson(name: string, before: string, behind: string): boolean {
  // 范进｜中举
  if (FAMOUS_PEOPLE.has(name.slice(0, 2)) && isWord(name.slice(2) + behind.charAt(0))) return true;
  if (isFamous(name) || MADE_UP_BEHIND.test(behind) || NO_PERSON_BEHIND.test(behind)) return true;
  if (/《[^》]{0,12}$/.test(before) || NO_PERSONS_BEFORE.test(before)) return true;
  return /化名[：:“"]?$|[写填匾碑牌名][成作]?[“"‘「]$/.test(before) || isCompound(behind);
}
