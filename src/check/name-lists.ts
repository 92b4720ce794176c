/** Lists of people who receive something: in a sentence, in successive items or fields, in tables. */
import { mayBeginWithName, nameBefore, scoredNamesIn, scoreOfName } from './person-names/index.ts';
import { hasOnlySounds } from './person-names/rare-names.ts';
import { wordsOf } from './person-names/segmenter.ts';
import { factsIn } from './private-facts/facts.ts';
import { type Cell, columnOf, type Table } from './tables.ts';

/** Words of help, in texts around a list. */
export const HELP =
  /低保|救助|补助|补贴|帮扶|特困|五保|享受|受助|领取|领到|领款|领了|发给|发放|脱贫|监测[户对]|困难|慰问|资助|残疾|贫困|救济|补偿|养老金|危房|新增|孤寡|高龄|纳入|抚恤|孤儿|临时生活|受益|临时救|减免|捐|领钱|免[交缴]|[欠没未]?[交缴]医保|认证|没通过|未通过|没评上|停发|取消资格|各领|每人领|领[米面油煤棉被衣粮]|患者|病人|合疗|公益岗|拟聘|受灾|每户发|花名册|打款|到账|补报|重报|户名|账户|卡号|存折|挂失/;
/** Words that may introduce a list of people who receive something; enough if the list consists of names only. */
export const MAY_HELP =
  /户|领|补|困|病|残|灾|欠|交|拿到|收到|发|[给送]|袋|元|斤|公示|名[单册]|聘|认证|换证|分红|款|钱|保险|养老|申请|符合|条件/;
/** People who work or write may be named. */
export const STAFF =
  /值班|值守|值日|作者|记者|编辑|撰稿|摄影|文\/|图\/|审核|校对|医生|大夫|医师|护士|评定|评审|专家|教师|讲师|主讲|授课|讲课|书记|主任|[村队组镇乡局所站院校]长|委员|评委|律师|法官|民警|志愿者|网格员|包[户村片]|联系人|联络|负责|工作队|工作人员|经办|窗口|司机|演员|主持|出诊|坐诊|带队|编写|责任人|代表|会计|出纳|监督员|调解员|护林员|帮扶干部|干部[：:是有]|支书/;
const PLACE_BEFORE =
  /^(?:\p{Script=Han}{1,5}[村组镇乡社队][\s：:]{0,2}(?:[\d一二三四五六七八九十]{1,3}组\s{0,2})?)/u;
/** The category of a person in a register, before the name. */
const KIND_BEFORE =
  /^(?:低保[户老]?人?|特困[户人]?员?|五保[户老]?人?|残疾人|脱贫户|监测户|贫困户|困难户|孤儿|农户|社员|申请人)[：:\s]?/;
/** Names of two characters are spaced to the width of three: 王 强. */
const SPREAD =
  /(?<![\p{Script=Han}])(欧阳|司马|上官|诸葛|\p{Script=Han})[ \u3000]{1,2}(\p{Script=Han})(?![\p{Script=Han}])/gu;
/** Minimum scores of a text that is hardly anything but a name, and of one that may be a word as well. */
const MIN_SURE_SCORE = 3;
const MIN_MAYBE_SCORE = 2;

/** 瓦窑沟 曲春梅 半吨: any word before a name that ends at a space. */
const WORD_BEFORE = /^\p{Script=Han}{2,5}[ \u3000]{1,2}(?=\p{Script=Han}{2,4}[ \u3000，,：:])/u;

/** Where the name of an item may begin behind what is before it. */
function placeBefore(text: string): number {
  const [place] = PLACE_BEFORE.exec(text) ?? KIND_BEFORE.exec(text) ?? WORD_BEFORE.exec(text) ?? [];
  return place?.length ?? 0;
}

/** A cheap test without the dictionary: whether an item of a list may begin with a name. */
export function mayLead(text: string): boolean {
  const bare = text.replace(SPREAD, '$1$2').replace(NUMBERED, '');
  const place = placeBefore(bare);
  return (
    /[·•・‧]/.test(bare.slice(0, 20)) ||
    [0, place].some((at) => mayBeginWithName(bare.slice(at, at + MAX_LEAD_LENGTH), LEAD_END))
  );
}

/** Number of characters in which the name of an item is searched. */
const MAX_LEAD_LENGTH = 40;
const NUMBERED = /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[、.．）)]\s*)?/;
const LEAD_END = /^(?:$|[，,：:；;（(、。\s\d—-]|家|户|每[月年人季户])/;

/** Whether a text that is one item of a list begins with a person's name; `hasCue`: it has an amount or a word of help. */
export function leadingName(text: string): { name: string; index: number; hasCue: boolean } | undefined {
  const spread = text.replace(SPREAD, '$1$2');
  const number = NUMBERED.exec(spread)?.[0].length ?? 0;
  const place = placeBefore(spread.slice(number));
  const isKind = KIND_BEFORE.test(spread.slice(number));
  for (const at of new Set([number, number + place])) {
    const rest = spread.slice(at);
    const name = nameBefore(rest.slice(0, MAX_LEAD_LENGTH), LEAD_END);
    if (name === undefined) continue;
    const behind = rest.slice(name.length);
    const hasCue =
      isKind ||
      /[\d一二两三四五六七八九十百千半][元块斤袋桶亩吨套床只头口]|元|[一二三四五\dABC甲乙丙][档等类级](?!\p{Script=Han})/u.test(
        behind,
      ) ||
      HELP.test(behind);
    return { name, index: at, hasCue: hasCue && !STAFF.test(behind) };
  }
  return undefined;
}

const NAME_HEAD =
  /姓\s*名|名\s*字|户主|[领受].{0,2}人|[的人]人$|谁家?$|哪[家户些]|受益|申请人|农户|对象|老人|补贴人员|人员名单|监测户|低保户|脱贫户|贫困户|五保|持卡人|收款人|学生|儿童|孩子|家长|残疾人|村民|群众|种粮|承包人|户名|当事人|产妇/;
const STAFF_HEAD =
  /职[务责位称]|管什么|管啥|管哪|负责|分工|岗位|科室|值班|值日|值守|排班|班次|[白夜早中晚日小大]班|[一二]线班?$|带班|听班|备班|主班|副班|[AB]班|课程|主讲|授课|讲师|作者|书名|部门|窗口|专业|出诊|坐诊|医生|大夫|教师|老师|办什么|干什么|干啥|包[村片组户]|擅长|编号规则|工作单位|所在单位|联系人|联络|支书|书记|主任|[村组站所队院]长|会计|干部|专家|讲什么|讲啥|讲座|宣讲|特长|爱好|致富|朝代|年代|事迹|贡献|名次|奖项|作品|节目|角色|曲目|题目|科目|网格员/;
const MONEY_HEAD =
  /金额|元|钱|应[补发得]|实[补发]|牛|羊|猪|粮|数额|补[助贴]|标准|低保|救助|款|类别|档|等级|面积|亩|斤|发放|领取|享受|困难|致贫|残疾|病|补偿|养老|多少|级别|人口|户主关系|卡号|账号|尾号|原因|资金|物资/;

/** Column heads of recipients; a column of staff may be in the same table. */
const RECIPIENT_HEAD =
  /老人姓名|患者姓名|结对[户人]|户主|保障对象|供养人|病种|疾病|受助|(?:帮扶|救助|补助|慰问|帮教|服务)对象|[低五]保[户人]|困难|致贫|贫困|脱贫|监测|领.{0,2}人|残疾人|病人|患者/;
/** Things, places and works have names like people. */
const THING_HEAD =
  /品[种牌名]|产品|作物|^[村组镇]名?$|地[点址名]|站[点名]|路线|景[点区]|药|菜|水果|树种|剧目|节目|书名|歌|曲目|商品|商标|[商饭药网]店|企业|单位|项目|货|牌子|产地|公司|厂家|河|水库|学校|基地|合作社/;

/** A table of people has no more columns; one line of prose with many commas is no table. */
const MAX_COLUMNS = 40;

/**
 * The names of a table of people who receive something, and the head above them; undefined if it is no such table. `speaks`: the
 * text around it mentions help.
 */
export function namesInTable(table: Table, speaks: boolean): { head: Cell; names: Cell[] } | undefined {
  const [head = []] = table;
  const heads = head.slice(0, MAX_COLUMNS).map(({ text }) => text);
  const hasRecipients = heads.some((text) => RECIPIENT_HEAD.test(text));
  if (!hasRecipients && heads.some((text) => STAFF_HEAD.test(text))) return undefined;
  for (const [column, text] of heads.entries()) {
    if (STAFF_HEAD.test(text) || THING_HEAD.test(text)) continue;
    const cells = columnOf(table, column);
    const isHead = NAME_HEAD.test(text);
    // If the first cell is itself a name, the table has no head.
    const all =
      isHead || scoreOfName(text) < MIN_SURE_SCORE || head[column] === undefined
        ? cells
        : [head[column], ...cells];
    const names = all.filter((cell) => isNameCell(cell.text, isHead));
    const others = heads.filter((_, index) => index !== column);
    const isHelp =
      speaks ||
      others.some((other) => MONEY_HEAD.test(other)) ||
      HELP.test(text) ||
      tellsOfPersons(table, column);
    if (names.length >= 2 && names.length * 10 >= all.length * 6 && isHelp && head[column])
      return { head: head[column], names };
  }
  return undefined;
}

/** Whether rows of a column of names tell a harmful fact about each: 肺结核, 尿毒症. */
function tellsOfPersons(table: Table, column: number): boolean {
  const rows = table.slice(1, MAX_READ_ROWS).filter((row) => row[column] !== undefined);
  const telling = rows.filter((row) =>
    row.some(
      ({ text }, index) =>
        index !== column && !OF_LESSON.test(text) && factsIn(text).some(({ weight }) => weight > 2),
    ),
  );
  return telling.length >= MIN_TELLING_ROWS;
}

const MIN_TELLING_ROWS = 2;
const MAX_READ_ROWS = 20;
/** What somebody treats or speaks about. */
const OF_LESSON = /怎么|如何|预防|防治|治疗|用药|护理知识|科|门诊|讲|擅长|主治|防控|筛查|康复训练|知识/;

/** The first name of a register of persons without a head: a name and a sex in at least two rows. */
export function registeredIn(table: Table): Cell | undefined {
  const rows = table.filter(
    ([first, ...others]) =>
      first !== undefined &&
      others.some(({ text }) => /^[男女]$/.test(text)) &&
      scoreOfName(first.text) >= MIN_SURE_SCORE,
  );
  return rows.length > 1 ? rows[0]?.[0] : undefined;
}

/** One or several names in a cell; under the head 姓名 also one that is a word as well, or has a rare surname. */
function isNameCell(text: string, isHead: boolean): boolean {
  // 强维民 惠改玲 are two, 王 强 is one.
  const parts = text
    .split(/[、，,]|(?<=\p{Script=Han}{2})\s+(?=\p{Script=Han}{2})/u)
    .map((part) => part.replace(/\s+/g, '').replace(/[（(].{0,8}[）)]$/, ''));
  return parts.every((word) => {
    if (word.length > 16) return false;
    const score = scoreOfName(word);
    if (score >= MIN_SURE_SCORE) return true;
    return (
      isHead &&
      (score >= MIN_MAYBE_SCORE ||
        (/^\p{Script=Han}{3}$/u.test(word) && scoreOfName(`王${word.slice(1)}`) > 0 && isUnknown(word)) ||
        scoredNamesIn(word)[0]?.name === word ||
        isUnknownWord(word) ||
        hasOnlySounds(word))
    );
  });
}

/** Names of other ethnic groups, under a head for names: two to five characters that contain no word of the dictionary. */
function isUnknownWord(text: string): boolean {
  if (!/^\p{Script=Han}{2,5}$/u.test(text) || /[户类档人村组级者元]$/.test(text)) return false;
  return wordsOf(text).every(({ word, tag }) => word.length === 1 || /^n[rsz]/.test(tag));
}

/** Whether the dictionary knows none of the words that a text could contain. */
function isUnknown(text: string): boolean {
  return wordsOf(text).every(({ word }) => word.length === 1) || wordsOf(text.slice(1)).length === 1;
}
