/** Lists of people who receive something: in a sentence, in items or fields one below another, in tables. */
import { hasFormOfName, likenessOf, nameAtEnd, nameAtStart } from './person-names/index.ts';
import { hasOnlySounds } from './person-names/rare-names.ts';
import { scoredNamesIn } from './person-names/scored-names.ts';
import { wordsOf } from './person-names/segmenter.ts';
import { type Cell, columnOf, type Table } from './tables.ts';

/** Words of help, in texts around a list. */
export const HELP =
  /低保|救助|补助|补贴|帮扶|特困|五保|享受|受助|领取|领到|领款|领了|发给|发放|脱贫|监测[户对]|困难|慰问|资助|残疾|贫困|救济|补偿|养老金|危房|新增|孤寡|高龄|纳入|抚恤|孤儿|临时生活|受益|临时救|减免|捐|领钱|免[交缴]|[欠没未]?[交缴]医保|认证|没通过|未通过|没评上|停发|取消资格|各领|每人领|领[米面油煤棉被衣粮]|患者|病人|合疗|公益岗|拟聘|受灾|每户发|花名册/;
/** What may be said around a list of people who receive something; enough where all that stands there is names. */
export const MAY_HELP =
  /户|领|补|困|病|残|灾|欠|交|拿到|收到|发|[给送]|袋|元|斤|公示|名[单册]|聘|认证|换证|分红|款|钱|保险|养老|申请|符合|条件/;
/** Whoever works or writes may be named. */
export const STAFF =
  /值班|值守|值日|作者|记者|编辑|撰稿|摄影|文\/|图\/|审核|校对|医生|大夫|医师|护士|评定|评审|专家|教师|讲师|主讲|授课|讲课|书记|主任|[村队组镇乡局所站院校]长|委员|评委|律师|法官|民警|志愿者|网格员|包[户村片]|联系人|联络|负责|工作队|工作人员|经办|窗口|司机|演员|主持|出诊|坐诊|带队|编写|责任人|代表|会计|出纳|监督员|调解员|护林员|帮扶干部|干部[：:是有]|支书/;
const STAFF_BEHIND =
  /^(?:等)?\p{Script=Han}{0,6}?(?:找他们|找他|管|负责|值班|带队|坐诊|出诊|讲课|主讲|医生|老师|大夫|同志|书记|主任|干部|编写|执笔|报道|摄|任(?:组|队))/u;
/** Who receives, right before names. */
const RECEIVER =
  /(?:[户人者]|人员|对象|家庭|老人|群众|村民|名单|妻子?|丈夫|母亲|父亲|儿子|女儿|儿媳|老伴|孙[子女]|请|通知|[帮替叫为](?!忙)|新增|同村的?|邻村的?|(?:低保|救助|补[助贴]|残疾|特困|五保|医保|养老金)的|给了?|领到的?|领取的?|享受的?|[有是为叫了：:])$/;
const PLACE_BEFORE =
  /^(?:\p{Script=Han}{1,5}[村组镇乡社队][\s：:]{0,2}(?:[\d一二三四五六七八九十]{1,3}组\s{0,2})?)/u;
/** What somebody is called in the rolls, before the name. */
const KIND_BEFORE =
  /^(?:低保[户老]?人?|特困[户人]?员?|五保[户老]?人?|残疾人|脱贫户|监测户|贫困户|困难户|孤儿|农户|社员|申请人)[：:\s]?/;
/** What may stand behind a name in a list: an amount, whose house, how many. */
const BEHIND =
  /^(?:家|户|代领|两[户人家]|[二三四五六七八九十\d]{1,3}[户人名家]|周[一二三四五六日]|[明后今]天|等|各|每|分别|都|均|一家|领|得|享|拿|收到|获|来|打|到|送|纳入|免[交缴]|尽快|欠|没|三位|几位|这|的(?:低保|补|救|申请|名字|房|钱)|批|\d|[（(])/u;
const NEUTRAL =
  /^(?:[\d.０-９]+\p{Script=Han}{0,3}|每[月年人]?\p{Script=Han}{0,4}|[一二三四五六七八九十百千万两半]+\p{Script=Han}{1,2}|\p{Script=Han}{0,4}(?:低保|五保|特困|残疾|补[助贴]|救助|米|面|油|被子|煤)\p{Script=Han}{0,3}|[ABC]类|[一二三四]级)$/u;

interface Piece {
  text: string;
  index: number;
}

/** A list in a text, and where it begins. */
export interface FoundList {
  /** The first of its names. */
  first: string;
  index: number;
  /** Three names or more, or two with a cue, and no word among them that may be something else. */
  isClear: boolean;
}

const PIECE = /[^、，,；;：:。！？\s（）()|/／—－*①-⑳]+/gu;
/** Names of two characters are spread to the width of three: 王 强. */
const SPREAD =
  /(?<![\p{Script=Han}])(欧阳|司马|上官|诸葛|\p{Script=Han})[ \u3000]{1,2}(\p{Script=Han})(?![\p{Script=Han}])/gu;
/** Before names of people. */
const PEOPLE = /(?:户|人|人员|对象|名单|老人|群众|村民|给了?|的有|是|到的?)[：:]?\s?$/;
const MIN_NAMES = 3;
const MIN_NAMES_WITH_CUE = 2;

/**
 * The lists of names in a text. `isCertain`: the text speaks of help, or stands where help is spoken of; else it is only
 * looked at where three pieces have the form of a name, so that the dictionary is loaded for few texts.
 */
export function listsIn(text: string, isCertain = true): FoundList[] {
  const joined = text.replace(SPREAD, '$1\u0000$2');
  if (!hasFormOfList(joined, isCertain ? MIN_NAMES_WITH_CUE : MIN_NAMES)) return [];
  const found: FoundList[] = [];
  let run: { name: string; index: number; end: number; hasCue: boolean }[] = [];
  let gap = 0;
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    const label = first ? text.slice(Math.max(0, first.index - 16), first.index) : '';
    const isLabelled = /[：:—]\s?$|(?:老人|户|人员|对象|名单)\s?$/.test(label) && HELP.test(label);
    const hasCue = run.some((each) => each.hasCue);
    const enough = isLabelled || hasCue ? MIN_NAMES_WITH_CUE : MIN_NAMES;
    if (first && last && run.length >= enough && isOfReceivers(text, first.index, last.end)) {
      const sure = run.filter(({ name }) => likenessOf(name) === 'sure');
      // Brands have two characters as a rule, most names three.
      const isAllShort = run.every(({ name }) => name.length === 2);
      const isOfPeople = isLabelled || hasCue || PEOPLE.test(label);
      if (sure.length * 2 >= run.length && (isOfPeople || !isAllShort)) {
        const isClear = sure.length === run.length && (hasCue || (run.length >= MIN_NAMES && !isAllShort));
        found.push({ first: first.name, index: first.index, isClear });
      }
    }
    run = [];
  };
  for (const piece of piecesOf(joined)) {
    const names = namesIn(piece);
    if (names.length > 0) {
      if (names[0]?.isAfterOther && run.length > 0) close();
      run.push(...names);
      gap = names.at(-1)?.isBeforeOther ? 2 : 0;
      if (gap === 2) close();
    } else if (run.length > 0 && isInBrackets(joined, piece)) continue;
    else if (run.length > 0 && NEUTRAL.test(piece.text) && gap < 2) {
      gap += 1;
      const before = run.at(-1);
      if (before && /\d元/.test(piece.text)) before.hasCue = true;
    } else if (piece.text !== '-') close();
  }
  close();
  return found;
}

/** What is said of the person before: （有车）. */
function isInBrackets(text: string, { text: piece, index }: Piece): boolean {
  return /[（(]/.test(text[index - 1] ?? '') && /[）)]/.test(text[index + piece.length] ?? '');
}

/** A cheap look, without the dictionary: whether two pieces have the form of a name where one would stand. */
function hasFormOfList(text: string, min: number): boolean {
  let count = 0;
  for (const { 0: piece } of text.matchAll(PIECE)) {
    if (mayHoldName(piece.replaceAll('\u0000', '').replace(/^\d{1,2}[.．)]/, ''))) count += 1;
    if (count >= min || (min === MIN_NAMES_WITH_CUE && joinsNames(piece))) return true;
  }
  return false;
}

/** Whether two forms of names stand around a word for "and". */
function joinsNames(piece: string): boolean {
  return Array.from(piece.matchAll(/[和及与跟]/g)).some(({ index }) => {
    const left = piece.slice(Math.max(0, index - 16), index);
    const right = piece.slice(index + 1, index + 17).replace(SAME_VILLAGE, '');
    const ends = LENGTHS.some((length) => hasFormOfName(left.slice(-length)));
    return (
      /[·•・‧]/.test(left + right) ||
      (ends && LENGTHS.some((length) => hasFormOfName(right.slice(0, length))))
    );
  });
}

function mayHoldName(piece: string): boolean {
  if (/[·•・‧]/.test(piece) || hasFormOfName(piece)) return true;
  const place = PLACE_BEFORE.exec(piece)?.[0].length ?? 0;
  const begins = [0, place].some((at) => beginsLikeName(piece.slice(at), BEHIND_OR_AND));
  return (
    begins ||
    LENGTHS.some((length) => hasFormOfName(piece.slice(-length)) && RECEIVER.test(piece.slice(0, -length)))
  );
}

const LENGTHS = [2, 3, 4, 5, 6, 7];
const BEHIND_OR_AND = new RegExp(`${BEHIND.source}|^[和及与跟]`, 'u');

function beginsLikeName(text: string, behind: RegExp): boolean {
  return LENGTHS.some((length) => hasFormOfName(text.slice(0, length)) && behind.test(text.slice(length)));
}

/** A cheap look, without the dictionary: whether an item of a list may begin with a name. */
export function mayLead(text: string): boolean {
  const bare = text.replace(SPREAD, '$1$2').replace(NUMBERED, '');
  const place = (PLACE_BEFORE.exec(bare) ?? KIND_BEFORE.exec(bare))?.[0].length ?? 0;
  return (
    /[·•・‧]/.test(bare.slice(0, 20)) || [0, place].some((at) => beginsLikeName(bare.slice(at), LEAD_END))
  );
}

const NUMBERED = /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[、.．）)]\s*)?/;
const LEAD_END = /^(?:$|[，,：:；;（(、。\s\d—-]|家|户|每[月年人季户])/;

function piecesOf(text: string): Piece[] {
  return Array.from(text.matchAll(PIECE), ({ 0: piece, index }) => ({ text: piece, index }));
}

/** Words that stand before each name of a list: 肝癌患者仲伟、尿毒症患者匡丽华. */
const SAID_OF_ONE =
  /^(?:(?:他|她)?的?(?:妻子?|丈夫|母亲|父亲|儿子|女儿|儿媳|老伴|孙[子女])|\p{Script=Han}{0,6}(?:患者|病人|职工|残疾人|学生))$/u;

interface NameInList {
  name: string;
  index: number;
  end: number;
  hasCue: boolean;
  isAfterOther: boolean;
  isBeforeOther: boolean;
}

/** The names of a piece between two marks: 徐红霞两户领到了低保, 特困人员许志强, 吴红霞和何爱民. */
function namesIn({ text: spread, index }: Piece): NameInList[] {
  const text = spread.replaceAll('\u0000', '');
  const name = (word: string, at: number, hasCue: boolean, more: Partial<NameInList> = {}): NameInList => ({
    name: word,
    index: index + at,
    end: index + at + spread.length - text.length + word.length,
    hasCue,
    isAfterOther: false,
    isBeforeOther: false,
    ...more,
  });
  const number = /^\d{1,2}[.．)]/.exec(text)?.[0].length ?? 0;
  if (number > 0) {
    return namesIn({ text: spread.slice(number), index: index + number });
  }
  if (likenessOf(text) !== 'no') return [name(text, 0, false)];
  const two = twoNames(text);
  if (two) {
    return two.map(({ word, at, hasCue }) => name(word, at, hasCue));
  }
  const place = PLACE_BEFORE.exec(text)?.[0].length ?? 0;
  for (const at of new Set([0, place])) {
    const first = nameBeforeMore(text.slice(at));
    const rest = first === undefined ? '' : text.slice(at + first.length);
    if (first !== undefined) {
      const isBeforeOther = rest.length > 12 || (/[领得享拿获收]/.test(rest) && !/\d/.test(rest));
      return [
        name(first, at, rest !== '' && !/^等(?![\d两三四五六七八九十]+[户家])/.test(rest), { isBeforeOther }),
      ];
    }
  }
  const last = nameAtEnd(text);
  if (last === undefined) return [];
  const before = text.slice(0, -last.length);
  if (!RECEIVER.test(before)) return [];
  return [
    name(last, before.length, HELP.test(before) || /^(?:请|帮|替|通知)$/.test(before), {
      isAfterOther: !SAID_OF_ONE.test(before),
    }),
  ];
}

/** The name at the beginning of a piece, where the rest is what stands behind names in a list. */
function nameBeforeMore(text: string): string | undefined {
  const name = nameAtStart(text);
  if (name !== undefined && (name === text || BEHIND.test(text.slice(name.length)))) return name;
  // 卢建国家 is read 卢建 and 国家.
  return [4, 3, 2]
    .map((length) => text.slice(0, length))
    .find(
      (word) =>
        word.length < text.length && BEHIND.test(text.slice(word.length)) && likenessOf(word) === 'sure',
    );
}

/** Whose neighbour the second is. */
const SAME_VILLAGE = /^(?:(?:同|本|邻|外)村的?|\p{Script=Han}{1,6}的)/u;

function twoNames(text: string): { word: string; at: number; hasCue: boolean }[] | undefined {
  for (const { index } of text.matchAll(/[和及与跟]/g)) {
    const left = nameAtEnd(text.slice(0, index));
    // 宁桂枝和同村的焦二白
    const rest = text.slice(index + 1);
    const same = nameAtStart(rest) ? 0 : (SAME_VILLAGE.exec(rest)?.[0].length ?? 0);
    const at = index + 1 + same;
    const right = nameAtStart(text.slice(at));
    if (left === undefined || right === undefined) continue;
    const before = text.slice(0, index - left.length);
    const behind = text.slice(at + right.length);
    if (before !== '' && !RECEIVER.test(before)) continue;
    if (behind !== '' && !BEHIND.test(behind)) continue;
    const hasCue = (before !== '' && HELP.test(before)) || /^(?:两|2|[\d]+元|各|领|分别|都)/.test(behind);
    return [
      { word: left, at: index - left.length, hasCue },
      { word: right, at, hasCue },
    ];
  }
  return undefined;
}

/** Whether the names are not of those who work or write. */
function isOfReceivers(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - 40), start);
  const label = near.slice(Math.max(...Array.from('。！？；\n', (mark) => near.lastIndexOf(mark))) + 1);
  if (STAFF.test(label.replace(/[由让].*?(?=[把发送])/, '')) && !/发给|送给|送到|领|享受/.test(label))
    return false;
  return !STAFF_BEHIND.test(text.slice(end, end + 20).replace(/^[，,；;、\s]+/, ''));
}

/** The name at the beginning; 建国家 is read 建 and 国家, where a mark behind it says that it is a house. */
function leadOf(text: string): string | undefined {
  const [, house] = /^(\p{Script=Han}{2,4})家(?!\p{Script=Han})/u.exec(text) ?? [];
  return house !== undefined && likenessOf(house) === 'sure' ? house : nameAtStart(text);
}

/** Whether a text that is one item of a list begins with somebody's name; `hasCue`: an amount or help stands with it. */
export function leadingName(text: string): { name: string; index: number; hasCue: boolean } | undefined {
  const spread = text.replace(SPREAD, '$1$2');
  const number = /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[、.．）)]\s*)?/.exec(spread)?.[0].length ?? 0;
  const place =
    (PLACE_BEFORE.exec(spread.slice(number)) ?? KIND_BEFORE.exec(spread.slice(number)))?.[0].length ?? 0;
  const isKind = KIND_BEFORE.test(spread.slice(number));
  for (const at of new Set([number, number + place])) {
    const rest = spread.slice(at);
    const name = leadOf(rest);
    if (name === undefined || likenessOf(name) === 'no') continue;
    const behind = rest.slice(name.length);
    if (!LEAD_END.test(behind)) continue;
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
  /职[务责位称]|管什么|管啥|管哪|负责|分工|岗位|科室|值班|排班|班次|课程|主讲|授课|讲师|作者|书名|部门|窗口|专业|出诊|坐诊|医生|大夫|教师|老师|办什么|干什么|干啥|包[村片组户]|擅长|编号规则|工作单位|所在单位|联系人|联络|支书|书记|主任|[村组站所队院]长|会计|干部|专家|讲什么|讲啥|网格员/;
const MONEY_HEAD =
  /金额|元|钱|应[补发得]|实[补发]|牛|羊|猪|粮|数额|补[助贴]|标准|低保|救助|款|类别|档|等级|面积|亩|斤|发放|领取|享受|困难|致贫|残疾|病|补偿|养老|多少|级别|人口|原因|资金|物资/;

/** A table of people has no more columns; one line of prose with many commas is no table. */
const MAX_COLUMNS = 40;

/** The names of a table of people who receive something, and the head above them; undefined where it is none. `speaks`: help is spoken of around it. */
export function namesInTable(table: Table, speaks: boolean): { head: Cell; names: Cell[] } | undefined {
  const [head = []] = table;
  const heads = head.slice(0, MAX_COLUMNS).map(({ text }) => text);
  if (heads.some((text) => STAFF_HEAD.test(text))) return undefined;
  for (const [column, text] of heads.entries()) {
    const cells = columnOf(table, column);
    const isHead = NAME_HEAD.test(text);
    // Where the head is itself a name there is no head.
    const all =
      isHead || likenessOf(text) !== 'sure' || head[column] === undefined ? cells : [head[column], ...cells];
    const names = all.filter((cell) => isNameCell(cell.text, isHead));
    const others = heads.filter((_, index) => index !== column);
    const isHelp = speaks || others.some((other) => MONEY_HEAD.test(other)) || HELP.test(text);
    if (names.length >= 2 && names.length * 10 >= all.length * 6 && isHelp && head[column])
      return { head: head[column], names };
  }
  return undefined;
}

/** A name in a cell, or several; under the head 姓名 also one that is a word as well, or has a rare surname. */
function isNameCell(text: string, isHead: boolean): boolean {
  // 强维民 惠改玲 are two, 王 强 is one.
  const parts = text
    .split(/[、，,]|(?<=\p{Script=Han}{2})\s+(?=\p{Script=Han}{2})/u)
    .map((part) => part.replace(/\s+/g, '').replace(/[（(].{0,8}[）)]$/, ''));
  return parts.every((word) => {
    if (word.length > 16) return false;
    const likeness = likenessOf(word);
    if (likeness === 'sure') return true;
    return (
      isHead &&
      (likeness === 'maybe' ||
        (/^\p{Script=Han}{3}$/u.test(word) && hasFormOfName(`王${word.slice(1)}`) && isUnknown(word)) ||
        scoredNamesIn(word)[0]?.name === word ||
        isUnknownWord(word) ||
        hasOnlySounds(word))
    );
  });
}

/** Names of other peoples, under a head for names: two to five characters, no word of the dictionary among them. */
function isUnknownWord(text: string): boolean {
  if (!/^\p{Script=Han}{2,5}$/u.test(text) || /[户类档人村组级者元]$/.test(text)) return false;
  return wordsOf(text).every(({ word, tag }) => word.length === 1 || /^n[rsz]/.test(tag));
}

/** Whether the dictionary knows none of the words that a text could be made of. */
function isUnknown(text: string): boolean {
  return wordsOf(text).every(({ word }) => word.length === 1) || wordsOf(text.slice(1)).length === 1;
}
