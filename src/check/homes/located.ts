/**
 * Homes located by landmarks, without a number or a name: 学校后墙根第四户, 大庙西边五十步那家. The grammar of such a location is a resident and a
 * household on one side, a landmark with a relation, a count, a kind of dwelling and its marks on the other; each kind is evidence, and
 * enough of it makes a guess.
 */

import { isBusinessAddress } from './numbered.ts';

export interface LocatedHome {
  /** The words that locate it. */
  words: string;
  index: number;
}

/** Somebody lives there. */
const LIVES =
  /就是[^，。]{0,6}(?:老人|户|[他她])的(?=[，。]|$)|要?找[他她](?:家|就|得|的话|，)|家住|住在|独居(?:在|于)|(?:借|寄|单|暂)住|落脚|栖身|安顿在|躲在|蜗居|寄居|搬[到进]|住(?:着|进|到)?(?=\p{Script=Han}{1,14}(?:里|楼|房|屋|院|棚|桥|旁|边|头|面|坡|村|社|组))(?![院宿校建房])|现住|租住|[在就是：，]\p{Script=Han}{0,6}(?<![之想国大人回])家(?:在|就在|的)|(?<!之)家就?[在住]|\p{Script=Han}家(?=$|[，。：（])|住[址处]|居住|[他她]家|[这那]户|人家(?:就|住)?在|住户|户主|收件人|送餐点|走访(?:路线|对象)|送[煤药餐货菜炭饭]地[点址]|[他她]们?一家|慰问(?:路线|对象)?|(?:[他她]|老人|大[爷娘妈]|奶奶|爷爷|一个人)\p{Script=Han}{0,3}住/u;
const PERSON =
  /老[人两汉]|[两一]口子?|大[爷娘妈伯叔婶嫂姨哥姐]|[他她]们?一家|[爷奶]{2}|婆婆|[他她]|孤[老寡]|瘫|残疾|聋|哑|盲|独居|媳妇|娘俩|寡妇|光棍|老兵|老党员|五保|低保户|户主|病人|产妇|坐月子|\p{Script=Han}(?:奶|爷|婶|嫂|叔|伯|姨)(?!爷)/u;
const HOUSEHOLD =
  /[那这]一?[家户]|单独一[家户]|单门独户|头一[家户]|就[他她]一户|独一户|最[里外前后东西]头一?[家户]|第?[一二三四五六七八九十\d]{1,2}[家户](?!企业|公司|店|超市|银行|单位|医院|饭|商|工厂)|(?<![人大国各每全当专])[家户]$/u;
const LANDMARK =
  /(?!村里|村上|社里|组里)(?:\p{Script=Han}(?:[林村沟组社街巷滩畔场局段处所站馆部台路桥塔井庙坊场厂站校学店铺堂祠库房院坡山坝渠塘河树碑岭坳湾垭洞坎墙棚社]|村部|村口|岔口|路口|卫生[室院所]|供销社|大队部|信用社|超市|小卖部|市场|旅馆|菜市|水库|矿|林场)|[村庙桥井河塘])(?:大?门)?(?:的)?(?:后墙根?|外墙|墙[根外]|[东西南北]墙外?|北岸|南岸|斜?对[面门过]|隔壁|旁边?|后[面头边院]?|背后|前[面头边]?|[东西南北上下里外左右][边头面首坡岸侧]?|坡上|脚下?|底下|脚|口|门口|尽头|那[头边]|门洞)(?![村沟湾庄镇乡])/gu;
const RELATION =
  /隔壁|斜?对[面门过]|紧?挨着|靠着|贴着|背后|旁边|边上|后头|尽头|半山腰|山脚|[南北]坡(?!村)|[上下]坡|塘边|河边|井边|路边|桥头/gu;
const MOVE =
  /往[东西南北里上下前后左右]|向[东西南北左右]|[左右]拐|[左右]手边?|过了?\p{Script=Han}{0,4}[桥沟渠井河坝]|从\p{Script=Han}{1,5}(?:进去|进来|往|数|上)|[\d一二三四五六七八九十百两几]+(?:米|步|里地?|公里)(?!以)|第[一二三四五六七八九十\d]{1,2}[排栋个间]|靠[东西南北里外]|三岔口/gu;
const DWELLING =
  /(?:土坯|石头?|砖瓦?|瓦|土|平|木|草|板|彩钢|楼|二层|三层|一层|两层)(?:砖)?(?:房|屋|楼)|土坯(?:院|屋)?|[东西南北上下后前]屋|[砖土]?窑|楼上|[最顶]层|[红尖平蓝]顶|最[东西南北里外上下前后][边头面]?|[石土]头?院|房号|窝棚|棚子|帐篷|蒙古包|毡房|窑洞|吊脚楼|小院|院[子墙里门]|后[院楼]|二楼|[三四五六]楼|[三四五六七]层|家属(?:房|院|楼|区)|宿舍|两间|三间|单间|地下室|西户|东户/gu;
const MARK =
  /[红蓝绿黑白黄铁木](?:漆)?(?:大|铁|木)?门|门口(?:有|种|停|堆|拴|摆)|门[上前]贴|门朝|烟囱|太阳能|红砖|青砖|蓝瓦|红瓦|篱笆|葡萄架|压水井|大缸|[柿枣梨杏槐桃]子?树|拴着|贴着福|红漆|矮墙|拴\p{Script=Han}{1,3}的|没有院墙|门没有?锁|敲门|狗拴|停着|水泥坎/gu;

/** Something else than a home is there, or is to be found on the way. */
const FACILITY =
  /安置点|避难|帐篷区|安置房|接种点|服务站|村委会|居委会|政府|卫生[室院]|服务(?!队)|中心|[^\p{Script=Han}]?(?:派出|司法|财政|民政|供电|税务|工商|接待|投票|报名|代办|收购|快递|救助|保健|加油|汽修|维修|充电|停车|变电|水电|邮[政电]|警务|信访)[所站室点院局厅]|敬老院|养老院|福利院|幼儿园|日间照料|食堂|书屋|图书|驿站|银行|农商行|门诊|诊所|药[店房]|法庭|法院|集市|赶集|菜市场在|超市设|设在|设于|周[一二三四五六日]到|办公|办事|培训|招聘|考[点场]|会场|集合|开会|报名|领取|投票|放映|义诊|路灯|垃圾|变压器|电线杆[坏倒]|信箱|厕所|水[表管泵井塔]坏|维修|施工|检修|停[水电]|护栏|地界|纠纷|耕地|果园|大棚在|池塘|养殖|景[点区]|公园|广场|车间|厂[在房址]|项目|公司|合作社|班车|公交|停靠|工作队|驻村|路线图|值班|窗口/u;
const PUBLIC_PLACE =
  '(?:医院|药店|诊所|超市|小卖部|商店|快递点?|理发店|饭[店馆]|面馆|修理[铺店部]|书屋|学校|幼儿园|广场|车站|邮局|银行|信用社|磨坊|集市|厕所|水站|网点|门市部?|文化站|活动室|[^\\p{Script=Han}]站)';
/** 去县医院：从车站往东走, 小卖部隔壁第二家是快递点, 书屋在广场西头. */
const IS_FACILITY = new RegExp(
  `^(?:去|到|找|来|[新老]的?)?\\p{Script=Han}{0,4}${PUBLIC_PLACE}(?:[：:，,]?(?:从|往|怎么走)|就?在|位于|搬到)|[家户个门]就?[是叫]\\p{Script=Han}{0,4}${PUBLIC_PLACE}`,
  'u',
);
/** The facility is only the landmark or the workplace of a visitor: 村医去给住在…的老人换药, 卫生室后头第三排. */
const MIN_SUM = 4;
const MIN_RESIDENT = 1;
const MIN_PLACE = 2;
const SENTENCE = /[^。！？!?\n]{4,200}/gu;

/** The homes of a text that are located by landmarks; one for a sentence. */
export function locatedHomesIn(text: string): LocatedHome[] {
  const found: LocatedHome[] = [];
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const labelled = LABELLED.exec(sentence);
    if (
      labelled !== null &&
      !FACILITY.test(addressed(sentence, labelled)) &&
      !isCounting(sentence, labelled) &&
      !isBusinessAddress(sentence)
    ) {
      found.push({ words: labelled[0].slice(-MAX_QUOTE_LENGTH), index: index + labelled.index });
      continue;
    }
    if (!MAY_HAVE.test(sentence)) continue;
    const lives = LIVES.exec(sentence);
    const resident = (lives ? 2 : 0) + (PERSON.test(sentence) ? 1 : 0) + (HOUSEHOLD.test(sentence) ? 1 : 0);
    if (resident < MIN_RESIDENT) continue;
    const landmarks = count(sentence, LANDMARK);
    const dwellings = count(sentence, DWELLING);
    const place =
      Math.min(landmarks, 2) +
      (landmarks === 0 && RELATION.test(sentence) ? 1 : 0) +
      Math.min(count(sentence, MOVE), 2) +
      Math.min(dwellings, 2) +
      Math.min(count(sentence, MARK), 2);
    RELATION.lastIndex = 0;
    const counted = COUNTED.test(sentence) ? 1 : 0;
    if (lives === null && counted === 0 && place < MIN_PLACE_WITHOUT_VERB) continue;
    if (
      place < MIN_PLACE - (resident > 2 && landmarks + dwellings > 0 ? 1 : 0) ||
      resident + place + counted < MIN_SUM
    )
      continue;
    if (isFacility(sentence) || ANYBODY.test(sentence)) continue;
    const first = sentence.search(LANDMARK);
    const at = lives?.index ?? Math.max(0, first);
    found.push({ words: sentence.slice(at, at + MAX_QUOTE_LENGTH), index: index + at });
  }
  return found;
}

/** Every located home has one of these; most sentences have none. */
const MAY_HAVE = /[住家户房屋院棚居楼]|收件|址|慰问|走访|送餐/;
/** Without a verb for living, the place must be described more exactly. */
const MIN_PLACE_WITHOUT_VERB = 3;
/** 后墙根第四户: a relation directly before the count of a household. */
const COUNTED =
  /(?:(?<!(?:^|[里村镇县，。])最)[东西南北上下里外左右后前][边头面侧]?|隔壁|对[面门]|旁边?|墙根|过去|进去|靠[东西南北里外边]{1,2}|那[排头边])的?(?:数?第)?[一二三四五六七八九十\d]{1,2}[家户](?!企业|公司|店|超市)/u;

const MAX_QUOTE_LENGTH = 10;
const ANYBODY =
  /企业|公司|上市|[作画学]家|慰问一线|全国|世界|全球|的，|[住房]的、|不一样|如果|要是|的话|例如|比如|可以|都[有能可]|不要|不能|怎么|应当|[的是]人家，|防止|小心|预防|每[户家]|全[村乡镇县]|农民|群众|乡亲们|父老|大多|[各多]户|遗[迹址]|墓葬/;

/** 收件地址：三官庙村东片71号: what follows the label of an address, with a number. */
const LABELLED =
  /(?:收[件货]地址|常住地址?|经常居住地|户籍所在地|住所|家庭住址|现?住[址所]|登记住所|户籍地址?|房号|[现租]住地?址?|居住地址?)(?:一?栏)?(?:写的)?[：:是写着为]{1,2}\s?[\p{Script=Han}A-Z]{0,24}\d[\d－—-]{0,12}[号室楼]?/u;

/** The labels of homes only: an office in a later clause does not live there. */
const HOME_LABEL = /^(?:家庭|[现租]|户籍|常住|经常|居住)/;

/** What the label is about: the clause for that of a home, otherwise the rest of the sentence, in which the office may follow. */
function addressed(sentence: string, { 0: label, index }: RegExpExecArray): string {
  const rest = sentence.slice(index);
  return HOME_LABEL.test(label) ? (/^[^，,；;]*/.exec(rest)?.[0] ?? '') : rest;
}

/** 房号：101、102、103: several numbers are the stock of a building. */
const isCounting = (sentence: string, { 0: words, index }: RegExpExecArray) =>
  /^[、，,]\s?\d/.test(sentence.slice(index + words.length));

const count = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length;

/** Whether the sentence locates a facility, or an event at it, rather than a home. */
export function isFacility(sentence: string): boolean {
  // A facility with a relation behind it is the landmark.
  const bare = sentence.replace(LANDMARK, '口');
  return FACILITY.test(bare) || IS_FACILITY.test(sentence);
}
