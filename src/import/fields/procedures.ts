/** Takes a procedure in running text apart: 村委会初审，乡镇审核，县级审批. */
import { withoutNumber } from './line-numbers.ts';
import { papersIn } from './papers.ts';
import { withoutEnd } from './sentences.ts';

/** 自主购机、提出申请、公示 are three steps if all are short; 按照……的程序办理 around them is none of it. */
export function splitChain(item: string): string[] {
  const bare = item
    .replace(/^(?:按照?|依照|经|坚持)(?=[^，。]{2,60}、)/u, '')
    .replace(/的?(?:程序|流程|步骤)(?:办理|进行|执行)?$/u, '')
    .replace(/等(?:环节|程序)$/u, '');
  const parts = bare.split('、');
  return parts.length >= 3 && parts.every((part) => part.length >= 2 && part.length <= 12) ? parts : [item];
}

const PROCESS =
  /申请|申报|提出|受理|初审|审核|复审|复核|评议|公示|审批|审定|确认|认定|发放|拨付|兑付|打卡|摇号|核验|核发|查看|签订|勘查|验收|核查|评估|登记|报名|填写|填表|领表|领取|汇总|上报|报送|结算|检验|计量|支付|转账|推荐|核定|查验|复验|抽验|初验|验收|调查|查勘|转入|打入|打到|评审|答复|放款/u;
const MIN_CLAUSES = 3;

/** A procedure in one sentence, clause by clause; the sentence itself if it is none. */
export function clausesOf(text: string): string[] {
  // 公示无异议的 belongs to what follows.
  const clauses = text
    .split(/(?<![的后时][，,]?)(?:[；。]|，(?!到|并|前往))/u)
    .map(withoutEnd)
    .filter(Boolean);
  const named = clauses.filter((clause) => PROCESS.test(clause));
  const isProcedure = named.length >= MIN_CLAUSES && named.length === clauses.length;
  return isProcedure ? clauses : [text];
}

const WAY =
  /(?:经|按照?|依照|履行|通过)([^，。；：]{2,14}(?:、[^，。；：、]{2,14}){2,8}?)(?:的|等)?(?:程序|流程|步骤|后|办理|[，,])/u;
/** What offices do with an application. */
export const DECIDES = /初审|审核|复审|公示|审批|审定|评议|摇号|发放|拨付|核发|打卡|查看/u;

/** More of what offices do, which may as well be said of a place: 受理, 确认. */
const BY_OFFICE = /受理|核验|查验|复验|抽验|验收|兑付|确认|复核|调查|评审/u;

/** The steps of a procedure that a sentence tells; none if it tells none. */
export function procedureIn(sentence: string): string[] {
  const way = WAY.exec(sentence)?.[1];
  if (
    way !== undefined &&
    (/申请|申报|报名/u.test(way) || way.split('、').every((part) => PROCESS.test(part)))
  )
    return way.replace(/的?(?:程序|流程|步骤)$/u, '').split('、');
  const clauses = clausesOf(withoutEnd(sentence));
  // 先打后补 names a kind of grant.
  const inOrder = /^(?:首先|先(?!\p{Script=Han}后\p{Script=Han}))/u.test(sentence)
    ? withoutEnd(sentence).split(/[，；]/u)
    : [];
  if (inOrder.length >= MIN_CLAUSES) return inOrder;
  return clauses.length >= MIN_CLAUSES &&
    clauses.filter((clause) => DECIDES.test(clause) || BY_OFFICE.test(clause)).length >= 2
    ? clauses
    : [];
}

/** The sentences behind one such as 兑现工作分四步走。, each a step; none without it. */
export function stagesIn(line: string): string[] {
  const [first = '', ...others] = line.split(/(?<=[。：])/u);
  if (others.length < 2 || !/分[两二三四五六]步(?:走|进行|实施|办理)?[。：]$/u.test(first)) return [];
  return others.map((each) => withoutEnd(withoutNumber(each))).filter(Boolean);
}

/** 申请人向乡镇提出申请。 before a procedure is its first step; 自次月起发放。 behind it is its last. */
const BEGINS =
  /^(?!.*(?:[：:]|不得|不予))[^。；]{0,90}(?:提出(?:申请|$|[，。])|申报由|自愿申[请报]|[提递]交|报名|登记)/u;
const ENDS = /^自[^，。；]{2,10}起[^，。；]{0,6}(?:发放|计发|执行|拨付)|^[^，。；]{0,4}后[^。；]{0,24}签订/u;
const MAX_NEIGHBOUR_LENGTH = 120;

/** A sentence with a procedure, and those beside it that begin and end it; one about papers may stand between. */
export function withNeighbours(whole: readonly string[], at: number): string[] {
  const [sentence = '', behind = ''] = [whole[at], whole[at + 1]];
  const isBegun = /^(?!.{0,12}(?:收到|受理))[^，。；]{0,24}(?:申请|申报|报名|登记)/u.test(sentence);
  const near = papersIn(whole[at - 1] ?? '').length > 0 ? [at - 1, at - 2] : [at - 1];
  const before = near
    .map((index) => whole[index] ?? '')
    .find((each) => BEGINS.test(withoutNumber(each)) && each.length <= MAX_NEIGHBOUR_LENGTH);
  return [
    ...(before === undefined || isBegun ? [] : [before]),
    sentence,
    ...(ENDS.test(behind) ? [behind] : []),
  ];
}
