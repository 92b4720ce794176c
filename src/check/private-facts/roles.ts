/** Names that may be published: of people in office, at work or in public, and of things with names like people's. */
import type { ScoredName } from '../person-names/index.ts';
import { wordsOf } from '../person-names/segmenter.ts';

const OFFICERS =
  '专干|艺人|匠人|木匠|石匠|手艺人|名嘴|楷模|榜样|书记|主任|委员|委员长|会计|出纳|支书|文书|干部|第一书记|[局镇乡县市州省村队组站所校院科处部厂会社班连排营司园店馆厅区行署股台][长]|医生|大夫|村医|护士|医师|药师|药剂师|老师|教师|讲师|技师|律师|厨师|摄影师|农艺师|工程师|兽医|教练|教授|专家|博士|院士|研究员|民警|辅警|警官|警察|法官|检察官|公证员|经理|老板|理事|监事|志愿者|义工|网格员|作者|记者|编辑|导演|演员|作家|诗人|画家|歌手|司机|师傅|法人|代表|主播|裁判|评委|选手|冠军|队友|乡贤|带头人|传承人|能手|标兵|模范|烈士|英雄|将军|总统|主席|总理|部长|战士|红军|先烈|皇帝|明星|状元';
const STAFF_OF =
  '(?:工作|经办|值班|管理|服务|技术|办事|窗口|审核|驻村|帮扶|联系|负责|演出|出诊|医护|参会|主讲|施工|执法|值守|检查|评审|编写|保洁|安保)人员|[^人社党学成会伤动全总要为]员|(?:宣讲|工作|服务|志愿|演出|医疗|专家|评审|施工|剧|艺术|合唱)[团队组]成员';
const PERSONS_OF =
  '(?:负责|联系|经办|签发|主持|审核|责任|代办|帮扶|包联|包户|主讲|讲课|发言|撰稿|供稿|审稿|法定代表|发起|创始|受理|值班|值守|对接|接待|讲解|证明|起草|校对|批准|编写)人';
const ROLE = `(?:${OFFICERS}|${STAFF_OF}|${PERSONS_OF})`;
const OFFICE =
  '(?:[民财人医妇残教司工团党政农林水卫社][\\p{Script=Han}]{0,4}(?:局|办|站|所|联|会|部|科|股)|卫生[院室]|政府|村委会?|居委会?|服务大厅|中心|公司|银行|信用社|派出所|法院|学校|剧团|合作社)';
/** A role directly before a name: 会计白晓燕, 签发人：祁正刚, 找小周（周敏）. */
const ROLE_BEFORE = new RegExp(
  `(?:${ROLE}|${OFFICE}|值班|坐诊|出诊|主讲|授课|讲课|带队|撰稿|摄影|供稿|主持|作词|作曲|演唱|主演|饰演|扮演|(?:值班|管事|办事|办理|咨询|联系|演出|主讲)的人|[/／：:（(](?:文|图|词|曲))(?:是|为|叫|有|由|的|[：:、,，（(“"\\s/／])*$`,
  'u',
);
/** 资助专干：高中部 支晓峰 */
const ROLE_OF_PART = new RegExp(`${ROLE}(?:名单|分工|安排|表)?[：:]\\s?\\p{Script=Han}{1,4}\\s$`, 'u');
/** A job that only households in need are given, in a sentence about 公益岗. */
const HELP_JOB = /(?:保洁|清洁|护[林河路草水塘渠]|巡[山河]|管护|管水|监测)[员工][：:\s]?$/;
const AT_WORK =
  '专管|专门管|负责|主管|分管|管(?:着|的是|这|发|审)|值班|带队|主讲|坐诊|出诊|接诊|巡诊|义诊|签发|审核|讲课|授课|主持|接待|经办|代办(?!人)|讲解|教大家|教乡亲|教村民|教种|给大家|为大家|给乡亲|为乡亲|给村民|挨家|逐户|挨户|帮着填|帮[大乡村]|办理|受理|答复|解答|解释|执笔|供稿|报道|摄影|编写|牵头|包联|包片|包村|走访|入户|驻村|下村|值守|带着工作队|统计|登记|会?上门(?:服务|帮|教|给|为|办|收|核|查|量)';
const WORK_BEHIND = new RegExp(
  `^[）)”"]?(?:等|两[人位]|[二三四五]人|[几俩])?[，,、]?(?:他们?|她们?|都|正|就|会|来|每[天周月]\\p{Script=Han}{0,4}|[在到]\\p{Script=Han}{1,8}?)?(?:${AT_WORK})`,
  'u',
);
const ROLE_BEHIND = new RegExp(
  `^[（(，,]?(?:同志)?(?:（|\\()?(?:是|任|担任|兼任|当选为?|系)?(?:(?![儿女孙妻丈夫])\\p{Script=Han}){0,6}?(?:${ROLE})(?!家|的(?:儿|女|孙|母|父|妻|丈|老))`,
  'u',
);
/** 孟兰平60岁，是老支书 */
const ROLE_SAID = new RegExp(
  `^[^。]{0,12}?(?:(?<!不)是|当[过了上着]?|任|担任|做[过了着])(?:了|着)?[^，。的]{0,6}?(?:${ROLE})(?:$|[，,。；、（(])`,
  'u',
);
/** Words after the name of a shop, a village, a road, a variety of apples. */
const NO_PERSON_BEHIND =
  /^(?:公司|集团|农业|农机|保险|牌|品牌|合作社|药业|药房|药店|银行|超市|商店|商行|饭店|酒业|酒厂|食品|科技|诊所|门诊|养老院|纪念|故居|精神(?!病|失|分|残|障|不|有|恍|异|[一二三四]级)|奖(?!助|励|补)|杯|路|街|巷|大道|小学|中学|学校|学院|医院|卫生|桥|水库|河|山|庙|寺|祠|墓|公园|广场|车站|社区|小区|苑|花园|家园|新村|苹果|樱桃|葡萄|西瓜|辣椒|茶|大米|小米|面粉|酒(?!驾|后|瘾|精|鬼)|醋|[村镇乡县市区庄屯](?!人|的|民|里|上|东|西|南|北)|[号度级吨瓶盒斤]|\d{1,3}号(?![楼院门])|\d{2,}(?![\d元块斤袋公千百万亩吨桶床套岁只头株箱份人户.,，、年月]|\s?$)|乡[^亲]|镇[^上里]|[、，\p{Script=Han}]{0,8}?[几两三四五六七八九十\d]+个(?:村|组|乡|镇|社区|地方|县|品种|牌子))/u;
/** Labels of things and places. */
const NO_PERSONS_BEFORE =
  /(?:作物|品种|药材|树种|树苗|苗木|农机|牲口|牲畜|种子|良种|产品|品牌|商标|村子|地方|地点|站点|网点|景点|景区|乡镇|设在|地名|剧目|书目|图书|歌曲|电影|栏目|保险的|种的|养的|(?<!同|大|小|中|入|休|失|辍|转)学|读|唱|演|听|看)(?:有|是|为|包括|名单|分别是)?[：:（(“"《]?$/;

/** More general words for things introduce a series only with a colon: 肥料：史丹利、金正大. */
const THINGS_LABELLED =
  /(?:[肥饲]料|化肥|农资|[兽农]药|药品|(?<![送吃发领用])药|家电|电器|手机|油|米|面|酒|茶|农膜|货物?|供应|商家|超市|[药商饭]店|快递|银行|商户|厂家|企业|停靠|途经|经过|路线|渡口|学校|医院|小区|奖品|礼品|牌子|型号|热水器|空调|冰箱|电视|摩托|车辆|景点|剧种|戏|歌)(?:有|是|为|包括|分别是)?[：:]$/;

const FAMOUS = new Set(
  '张思德 郭永怀 陈永贵 严俊昌 孟泰 吴运铎 欧阳海 罗盛教 马本斋 赵尚志 彭湃 恽代英 蔡和森 向警予 邓中夏 赵世炎 陈延年 陈乔年 杨开慧 江竹筠 吉鸿昌 佟麟阁 赵登禹 戴安澜 彭雪枫 郭明义 申纪兰 史来贺 吴仁宝 邢燕子 许振超 李素丽 王启民 蒋筑英 罗健夫 彭加木 赖宁 杜富国 黄旭华 叶培建 顾方舟 程开甲 于成龙 魏征 班超 张骞 苏武 霍去病 卫青 蔺相如 廉颇 商鞅 管仲 孙武 孙膑 吕洞宾 钟馗 关公 马良 阿凡提 格萨尔 玛纳斯 刘三姐 阿诗玛 雷锋 焦裕禄 孔繁森 黄文秀 张桂梅 袁隆平 钟南山 钱学森 邓稼先 黄继光 邱少云 董存瑞 刘胡兰 江姐 杨靖宇 赵一曼 王进喜 王继才 时传祥 张海迪 保尔 李保国 廖俊波 杨善洲 谷文昌 郑培民 任长霞 罗阳 南仁东 黄大年 屠呦呦 李四光 华罗庚 陈景润 竺可桢 茅以升 詹天佑 林巧稚 于敏 王选 吴孟超 李时珍 华佗 扁鹊 张仲景 孙思邈 神农 蔡伦 毕昇 张衡 祖冲之 沈括 徐光启 贾思勰 李冰 鲁班 黄道婆 郭守敬 宋应星 杜甫 李白 白居易 苏轼 苏东坡 陆游 辛弃疾 李清照 王维 孟浩然 王之涣 王昌龄 杜牧 李商隐 陶渊明 屈原 司马迁 司马光 班固 诸葛亮 关羽 张飞 刘备 曹操 孙权 赵云 周瑜 岳飞 文天祥 包拯 包公 海瑞 狄仁杰 郑成功 戚继光 林则徐 左宗棠 康熙 乾隆 秦始皇 汉武帝 唐太宗 武则天 刘邦 项羽 韩信 朱元璋 成吉思汗 孔子 孟子 老子 庄子 孔明 孙悟空 猪八戒 沙僧 唐僧 林黛玉 贾宝玉 薛宝钗 武松 宋江 鲁智深 李逵 林冲 穆桂英 杨宗保 杨家将 花木兰 秦香莲 陈世美 梁山伯 祝英台 白素贞 许仙 孟姜女 牛郎 织女 董永 七仙女 王宝钏 薛平贵 窦娥 李逍遥 王昭君 貂蝉 西施 杨贵妃 鲁迅 老舍 茅盾 巴金 冰心 曹禺 郭沫若 朱自清 沈从文 赵树理 柳青 路遥 莫言 贾平凹 陈忠实 余华 刘慈欣 曹文轩 金庸 李振声 梅兰芳 常香玉 马三立 侯宝林 赵本山 宋小宝 郭德纲 毛泽东 周恩来 朱德 刘少奇 邓小平 陈云 彭德怀 贺龙 陈毅 叶剑英 刘志丹 谢子长 习仲勋 孙中山 李大钊 方志敏 瞿秋白 夏明翰 左权 张自忠 杨虎城 张学良 闻一多 陶行知 梁启超 康有为 谭嗣同 詹姆斯 白求恩 马克思 恩格斯 列宁 爱迪生 牛顿 姚明 刘翔 郎平 女排 谷爱凌 苏炳添 全红婵 王亚平 杨利伟 刘洋 聂海胜 景海鹏 李宁 蔡国庆 宋祖英 冼星海 聂耳 王洛宾 阿炳 齐白石 徐悲鸿 张大千 吴承恩 施耐庵 罗贯中 曹雪芹 蒲松龄 关汉卿 汤显祖'.split(
    ' ',
  ),
);
const MADE_UP_BEHIND = /^[）)]?(?:（|\()?(?:化名|假名|例子|这个名字)/;

/** The text between the names of one series: in 书记赵怀义、会计白晓燕 each has a role. */
const JOINED = /^(?:[（(][^（）()]{0,12}[）)])?(?:[、，,\s]|和|与|及|以及)+$/u;

/** A completed sample form: its names are fictitious. */
const SAMPLE = /样表|样张|举例|填写样例|示例|是编的|虚构|假设|照着?格式|填法/;

/** Whether a sentence is about a sample. */
export function isSample(sentence: string): boolean {
  return SAMPLE.test(sentence);
}

/** Whether a name is that of a famous person, of history or of a story. */
export function isFamous(name: string): boolean {
  return FAMOUS.has(name);
}

/** The names in a sentence that must not be published. */
export function privateNames(sentence: string, names: readonly ScoredName[]): ScoredName[] {
  if (isSample(sentence)) return [];
  const left: ScoredName[] = [];
  const isHelpJob = /公益性?岗/.test(sentence);
  let isRole = false;
  let end = 0;
  names.forEach((each, at) => {
    if (isThingOfSeries(sentence, each.index)) return;
    const before = sentence.slice(Math.max(0, each.index - 24), each.index);
    const behind = sentence.slice(each.end, each.end + 24);
    const isJoined = at > 0 && JOINED.test(sentence.slice(end, each.index));
    isRole =
      (isJoined && isRole) ||
      (ROLE_BEFORE.test(before) && !(isHelpJob && HELP_JOB.test(before))) ||
      ROLE_OF_PART.test(before) ||
      WORK_BEHIND.test(behind) ||
      isCalled(before, behind);
    end = each.end;
    if (isRole || isNoPerson(each.name, before, behind)) return;
    left.push(each);
  });
  // 郭凯、杜萌会挨家帮着填表: the activity of the last applies to all.
  const last = names.at(-1);
  if (last === undefined || !WORK_BEHIND.test(sentence.slice(last.end, last.end + 24))) return left;
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
  return (
    series !== '' && (THINGS_LABELLED.test(label) || (series.includes('、') && NO_PERSONS_BEFORE.test(label)))
  );
}

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
  /^\p{Script=Han}{0,6}?(?:膏|丸|散|颗粒|口服液|胶囊|糖浆|凉茶|茶|酒|醋|酱油?|油|豆?腐|剪刀?|菜刀|加工厂|厂|店|铺|坊|馆|超市|公司|集团|饮[品料]|食品|珠宝|服饰|家[纺居]|电器|手机|牌|牌子)(?=[^\p{Script=Han}]|都|也|等|的|不|可|有|和|$)/u;

/** Whether the name is followed by nouns without a verb, for a shop or goods. */
function isCompound(behind: string): boolean {
  const [goods] = COMPOUND.exec(behind) ?? [];
  return goods !== undefined && goods !== '' && wordsOf(goods).every(({ tag }) => !/^[vpdu]/.test(tag));
}

function isNoPerson(name: string, before: string, behind: string): boolean {
  if (FAMOUS.has(name) || MADE_UP_BEHIND.test(behind) || NO_PERSON_BEHIND.test(behind)) return true;
  if (/《[^》]{0,12}$/.test(before) || NO_PERSONS_BEFORE.test(before)) return true;
  return /化名[：:“"]?$|[写填][成作]?[“"‘「]$/.test(before) || isCompound(behind);
}
