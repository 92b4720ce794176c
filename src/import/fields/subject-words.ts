/** Tells what a heading, or a sentence that announces a list, is about, by its words. */

/** What a part of an official text is about. */
export type Subject = 'eligibility' | 'exclusions' | 'documents' | 'steps' | 'place' | 'time' | 'other';

/** Longer headings are sentences. */
export const MAX_HEADING_LENGTH = 24;

const REFUSED =
  '不(?:予|得|能|可以?|宜|享受|再|纳入|列入|属于|在|符合|适用|支持|受理|包括|包含|含|补(?!充)|赔|贷|保(?!证|密)|发|给|报销|参加|参保|了)|除外(?:情形|对象|人员|范围|责任)?$|禁止|排除|负面清单';
const EXCLUSIONS = new RegExp(`(?:${REFUSED}|停发|停止(?:发放|享受|救助|补贴)|暂缓)`, 'u');
/** 谁家不行, 这些情况领不到. */
const WHO_NOT =
  /^(?:谁|哪些|哪种|哪类|什么(?:人|情况)|这些|下面|以下|有些|几种)[^，。]{0,12}(?:不(?!同|限|懂|清|明|知|住|便)|没有资格)/u;
const NOT_EXCLUSIONS = /逾期|公开|保密|不(?:能|可)?(?:代|少|忘)|怎么办|注意|材料不|能不能|可不可以/u;

const DOCUMENTS =
  /(?:材料|资料|证件|要件|手续|物品|东西|单证|证明文件)(?:清单|目录|要求|有哪些|是什么|及要求|明细|包括)?$|(?:带|备|准备|提供|提交|携带|交)(?:好|上|齐|些)*(?:什么|啥|哪些|哪几样|这些|三样|几样)|(?:需要?|要|应当?|须|请|时|要求|所|当天|当日|现场)(?:携带|提交|提供|准备|带)$|^(?:携带|提交|提供)$|(?:报名|申请|申报|办理|申领|登记)需要?$|(?:需要?|要|得)(?:什么|啥|哪些)(?:证|手续|材料|资料|东西)/u;
const NOT_DOCUMENTS =
  /^(?:投保|办理|申请|报名|参保|办事)手续$|审核|审查|评审|报送|宣传|复核|补正|学习|不全|(?:受理|提交|接收|递交)材料(?:的)?(?:时间|地点)/u;

const STEPS =
  /(?:流程|程序|步骤)(?:图|如下|是什么)?$|(?:怎么|怎样|如何|咋样?)(?:去|来)?(?:办|申|领|报|做|走|参|缴|兑|认|登|预|评|享|交|贷|补办|换|买|卖|用卡|接种|打疫苗|订|投|检查|体检|筛查|租|入住|搬|改造|操作|拿|取|理赔|索赔)|(?:怎么个?|啥|什么)(?:办法|流程|程序)$|先做(?:什么|啥)|(?:怎么|怎样|如何|咋样?)(?:报名|申请)|^(?:办理|申办|办事)$|^(?:投保|办理|申请|报名|参保|办事)手续$/u;
/** 丢了怎么办 is about a mishap, not about the way to apply. */
const NOT_STEPS =
  /(?:[不没忘丢错漏]|遗失|失败|疑问|异议|问题|困难)[^，。]{0,8}(?:怎么|怎样|如何|咋样?)办|投诉|监督|举报|查询|咨询/u;
/** A way of applying has steps more often than not; that of paying out has none for the reader. */
const WAYS =
  /^[\p{Script=Han}]{0,4}(?<!奖补|补贴|补助|发放|支付|资金|联系|咨询|救助|计算|计发|拨付|管理|考核|保障|奖励|结算|评价|反馈|意见|监督|宣传|工作|组织|经营|培训|考试|竞价|扶持|资助|贴息|分配|减免)(?:的)?(?:方式|办法|方法)$/u;

const ELIGIBILITY =
  /(?:对象|人群|范围)(?:及|和|与|、)(?:基本)?(?:条件|范围|标准|资格)$|(?:对象|人群)(?:基本)?(?:条件|范围|标准|资格)?$|(?<!工作|生活|施工|气候|居住)条件$|资格(?:条件|要求)?$|谁家?(?:可以|能|有资格|享|来|该|符合)|(?:给|适合|补|发|帮|奖|免|支持|扶持|资助|救助|服务|面向|招|保)谁$|主体$|(?:哪些|什么|哪类|哪种)(?:人|家庭|孩子|户|学生|农户|群众|村民|企业|单位|老人|老年人|妇女|女性|女孩|儿童|婴幼儿|残疾人|毕业生|青年|军人|职工|居民|市民|合作社|车主|[种养]殖户)[\p{Script=Han}]{0,10}$|(?:人员|对象)的?范围$|(?<!免除|减免|免费|补偿|保险|责任|登记|经营|业务|使用|服务|影响|区域|实施|支付|报销|收购|工作|地域|执行|辖区|销售|开放|试点)范围$|(?:报名|招聘|招工|岗位|任职|应聘|用工|征集|招录|人员|年龄)要求$|^要求$|^(?:受益人|办卡人|适用人)[\p{Script=Han}]?$/u;
const NOT_ELIGIBILITY = /公示|反映|监督|检查内容|服务内容/u;

const PLACE =
  /(?:地点|地址|场所|会场|考场|网点|库点|窗口|(?:服务|办理|报名|接种|收购|代办|筛查|发放|受理|检查|投保|售票|兑换|献血|认证|缴费|加油|参赛|取水|安置|取货|提货|回收)点|门店|(?<![用花投找打问])(?:在哪|哪里|哪儿|去哪|到哪)|何处|什么地方)/u;
const TIME = /时间|期限|时限|日期|时段|截止|什么时候|何时|多久|几月|有效期/u;
const OTHER =
  /标准|额度|金额|待遇|内容|多少|电话|热线|咨询|联系|费用|收费|要求|保障|监督|说明|提示|须知|其他|附则|职责|组织|目标|依据|注意|名额|数量|计划|专业|品种|种类|政策|岗位/u;

/** 对不符合条件的申请人发放许可证或 is the first line of a sentence. */
const IS_SENTENCE = /[，。；]|[或和及与]$|^对.{13,}|^.{16,}的$/u;

/** What a heading is about; undefined for one that says nothing of these subjects. */
export function subjectOf(heading: string): Subject | undefined {
  const title = heading.trim().replace(/[（(][^（()）]*[）)]$/u, '');
  if (title.length < 2 || title.length > MAX_HEADING_LENGTH || IS_SENTENCE.test(title)) return undefined;
  if ((EXCLUSIONS.test(title) || WHO_NOT.test(title)) && !NOT_EXCLUSIONS.test(title)) return 'exclusions';
  if (DOCUMENTS.test(title) && !NOT_DOCUMENTS.test(title)) return 'documents';
  if (PLACE.test(title)) return 'place';
  if ((STEPS.test(title) && !NOT_STEPS.test(title)) || WAYS.test(title)) return 'steps';
  if (ELIGIBILITY.test(title) && !NOT_ELIGIBILITY.test(title)) return 'eligibility';
  if (TIME.test(title)) return 'time';
  return OTHER.test(title) ? 'other' : undefined;
}

/** Whether a heading names a procedure and not only a way of applying. */
export const namesProcedure = (heading: string): boolean => STEPS.test(heading);

const ANNOUNCES: readonly (readonly [Subject, RegExp])[] = [
  [
    'exclusions',
    new RegExp(
      `(?:下列|以下|如下|之一)[^。；：:]{0,16}?[，,]?[^。；：:]{0,4}?(?:${REFUSED}|停发|停止(?:发放|享受)|取消[^。；：:]{0,6}资格)[^。；]{0,24}[：:]$|(?:下列|以下|如下)[^。；：:]{0,16}除外[：:]$|(?:${REFUSED})[^。；，：:]{0,8}(?:下列|以下|如下)[^。；]{0,12}[：:]$`,
      'u',
    ),
  ],
  [
    'documents',
    /(?:提交|提供|携带|出具|准备好?|带上|带好|带齐|备齐|递交|上传|时须附|并附)(?:以下|下列|如下)?[^。；：:，]{0,8}(?:材料|资料|证件|证明|物品|手续)?[^。；：:，]{0,6}[：:]$|(?:所需|需要|应带|须带|需带|要带)(?:的)?(?:材料|资料|证件|手续)?(?:如下|有|包括|为)?[：:]$|持(?:下列|以下|如下)(?:材料|资料|证件)[^。；：:]{0,30}[：:]$/u,
  ],
  ['steps', /(?:程序|流程|步骤)[^。；：:，]{0,10}[：:]$/u],
  [
    'eligibility',
    /(?:符合|具备|满足|属于)(?:下列|以下|如下|上述)[^：:。]{0,40}[：:]$|(?:下列|以下)(?:人员|群体|对象|家庭|居民|老年人|残疾人|学生|儿童|农户|亡故人员|情形|行为)[^：:。不退停终罚]{0,24}[：:]$|对象[^。；：:，]{0,4}(?:为|是|包括|有)[^。；：:，]{0,6}[：:]$/u,
  ],
];

/** What list a sentence announces that ends with a colon: 有下列情形之一的，不予补助：. */
export function announcedSubject(sentence: string): Subject | undefined {
  return ANNOUNCES.find(([, words]) => words.test(sentence))?.[0];
}
