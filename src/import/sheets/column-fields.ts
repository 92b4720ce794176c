/**
 * The headings under which offices keep their lists, by collection and field. One table: the matching of columns, its messages and the
 * flag --column read it.
 */

export const listKinds = ['contacts', 'places', 'notices'] as const;
/** A collection whose records may come from the rows of a sheet. */
export type ListKind = (typeof listKinds)[number];

export interface ColumnField {
  name: string;
  /** For messages. */
  label: string;
  /** Whole headings, without spaces, remarks in brackets and marks. */
  headings: RegExp;
}

const TOWN =
  '(?:所属|所在|隶属)?(?:乡镇|乡\\(镇\\)|镇\\(乡\\)|乡|镇|街道|乡镇街道|乡\\/镇|镇街|乡镇\\/街道)(?:名称?|办)?';
const PHONE =
  '(?:办公|联系|咨询|服务|值班|固定|公开|报名|办公室|单位|监督|业务|对外|窗口|责任)*(?:电话|座机|固话|热线|电话号码|联系方式|号码)(?:号码)?';
const ADDRESS = '(?:办公|单位|详细|联系|服务|机构|具体)*(?:地址|地点|位置|场所)';

const field = (name: string, label: string, pattern: string): ColumnField => ({
  name,
  label,
  headings: new RegExp(`^(?:${pattern})$`, 'u'),
});

/** In order: where a heading fits two fields of a collection, the first one takes it. */
export const columnFields: Readonly<Record<ListKind, readonly ColumnField[]>> = {
  contacts: [
    field('town', '乡镇', TOWN),
    field(
      'name',
      '单位',
      '(?:责任|主管|服务|办事|受理|经办|联系)?(?:单位|机构|部门|局|中心)(?:全称|名称?)?|名称|服务(?:中心|站|点|机构|网点)(?:名称)?|(?:乡镇)?(?:卫生院|医院|学校|派出所|敬老院|司法所)(?:名称?)?|办公室|热线名称|机构全称',
    ),
    field('section', '科室', '(?:内设|业务|责任)?(?:科室|股室|窗口|站所|内设机构|股|科)(?:名称?)?'),
    field('village', '村', '(?:行政)?(?:村|社区|村\\(社区\\)|村社区|村居|村委会|村\\/社区)(?:名称?)?'),
    field('phone', '电话', PHONE),
    field('hours', '什么时候有人接', '(?:办公|工作|服务|接听|上班|值班|营业|开门|受理|办理)(?:时间|时段)'),
    field('address', '地址', ADDRESS),
    field(
      'for',
      '什么事打它',
      '(?:主要)?(?:服务|咨询|受理|业务|办理|工作|负责)?(?:事项|内容|范围|业务|职责|职能|项目)(?:范围)?|用途|什么事|办什么事|业务范围|什么事打它',
    ),
  ],
  places: [
    field('parent', '乡镇', `${TOWN}|属于哪里|上级|上一级`),
    field('county', '县', '(?:所属|所在)?(?:县|区|县区|县\\(区\\)|县\\(市\\)|县市区)(?:名称?)?'),
    field(
      'name',
      '村',
      '(?:行政|建制|自然)?(?:村|社区|村\\(社区\\)|村\\(居\\)|村社区|村居|村\\/社区|村庄|村委会)(?:名称?)?|名称?|地名|地方|村庄名称',
    ),
    field('kind', '哪一级', '(?:行政)?(?:级别|层级|哪一级|类型|类别)'),
  ],
  notices: [
    field(
      'organiser',
      '单位',
      '(?:招工|招聘|用工|用人|主办|承办|培训|举办|开班|组织)?(?:单位|企业|公司|机构|学校)(?:全称|名称?)?',
    ),
    field(
      'title',
      '名称',
      '(?:培训|活动|课程|会议|项目|通知)?(?:名称|主题|标题|课程|班次|内容|班名|项目)|培训班|培训(?:工种|专业|班名称)|事项',
    ),
    field('post', '岗位', '(?:招聘|招工|用工|需求)?(?:岗位|工种|职位|职务)(?:名称?)?'),
    field('day', '日期', '日期'),
    field(
      'starts',
      '什么时候开始',
      '(?:培训|活动|开班|开课|举办|会议|义诊|招聘|发放|发车|上课|起始|开始|集中)?(?:起始|开始)?(?:日期|时间)(?:\\(起\\))?|什么时候开始|开始|时间安排|培训起止时间|起止(?:时间|日期)',
    ),
    field('ends', '什么时候结束', '(?:培训|活动)?(?:结束|结业|截至)(?:日期|时间)|什么时候结束|结束'),
    field('time', '钟点', '具体时间|钟点|时段|时刻|几点'),
    field('deadline', '报名截止', '(?:报名|申请|申报)?(?:截止|截至)(?:日期|时间)?|报名截止(?:日期|时间)?'),
    field(
      'where',
      '在哪里',
      '(?:培训|活动|工作|上课|举办|会议|集合|授课|就业|上班|招聘|义诊)?(?:地点|地址|场所|位置|区域|工作地)|在哪里',
    ),
    field(
      'pay',
      '给多少钱',
      '(?:月|日|综合|基本)?(?:工资|薪资|薪酬|待遇|报酬|月薪|日薪)(?:待遇|标准|范围|水平)?|薪资待遇|给多少钱|福利待遇',
    ),
    field('seats', '多少名额', '(?:招聘|招工|培训|需求|用工|计划|招收|拟招|需)?(?:人数|名额|数量)|多少名额'),
    field('phone', '电话', PHONE),
    field(
      'place',
      '适用的地方',
      `${TOWN}|(?:行政)?(?:村|社区|村\\(社区\\))(?:名称?)?|适用(?:的)?(?:地方|乡镇|村)`,
    ),
    field('kind', '哪一类', '(?:活动|通知|信息)?(?:类别|类型|种类|哪一类)'),
  ],
};

/** Columns of numbers and remarks that no record needs. */
const UNUSED = /^(?:序号?|编号|No\.?|#|代码|行政区划代码|备注|说明|其他)$/iu;
/** Columns about persons, which are never taken over. */
const PERSONAL =
  /姓名|身份证|公民身份|证件号|银行(?:卡|账)|卡号|账号|手机|移动电话|微信|^(?:联系人|负责人|经办人|工作人员|责任人|站长|村长|主任|书记|户主|性别|民族|年龄|出生.*|家庭.*)$/u;

export const isUnusedColumn = (heading: string): boolean => UNUSED.test(plainHeading(heading));
export const isPersonalColumn = (heading: string): boolean => PERSONAL.test(plainHeading(heading));

/** A heading without spaces, marks and remarks: `* 联系电话（区号）：` is 联系电话; the brackets of 村（社区） are part of it. */
export function plainHeading(text: string): string {
  const narrow = text.normalize('NFKC').replace(/[\s*:：、。★☆]+/gu, '');
  const whole = narrow.replace(/^[("]+|[)"]+$/g, (marks) =>
    marks.startsWith('(') || marks.startsWith('"') ? '' : marks,
  );
  if (/^(?:村|乡|镇|县)\([^)]*\)/u.test(whole)) return whole.replace(/^(.\([^)]*\)[^(]*).*$/u, '$1');
  return whole.replace(/\([^)]*\)?/g, '') || whole;
}

/** The field of `kind` that a heading names; undefined if none. */
export function fieldOf(kind: ListKind, heading: string): string | undefined {
  const plain = plainHeading(heading);
  if (plain === '' || isPersonalColumn(plain)) return undefined;
  return columnFields[kind].find(({ headings }) => headings.test(plain))?.name;
}
