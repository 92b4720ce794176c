/**
 * Records of people who receive money: the label of a form before a name, in a text about help (领款人：荣桂生; 户主：洛桑　房屋：C级　补助：1.2万元).
 * The label says that a name follows, so that even a name which is a word as well is found.
 */
import { scoredNamesIn } from '../person-names/index.ts';
import { isSample } from './roles.ts';

export interface PersonRecord {
  name: string;
  index: number;
  fact: string;
}

const RECORD =
  /(?<label>户主(?:姓名)?|(?:拟?(?:救助|保障|补助|资助|帮扶|慰问|供养)对象)|(?:领\p{Script=Han}{1,2}|签[收领]|收款|受[助益]|申[请领]|被救助|被帮扶)人|户名|姓\s?名|受助(?:学生|家庭)|困难(?:群众|职工|学生)|[夫妻]|丈夫|妻子|父亲|母亲|配偶|监护人|持卡人)[：:]\s?(?=\p{Script=Han})/gu;
const HELP =
  /补[助贴偿]|救[助济灾]|低保|五保|特困|危房|慰问|金额|[\d一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+(?:\.\d+)?万?元|残疾|大病|[ABCDabcd]级|受灾|困难|贷款|保障|资助|助学|养老金|扶助|奖扶|致贫|纯收入|监护人|困难/;
const WORK = /职务|科室|单位|岗位|部门|座机|办公|经办人|负责人|样|示例|例如|比如|填写/;
const MAX_NAME_LENGTH = 12;
const MAX_LABEL_LENGTH = 8;
const MIN_SCORE = 2;

/** The records of a text, each with its name. */
export function recordsIn(text: string): PersonRecord[] {
  const found: PersonRecord[] = [];
  for (const { 0: label, index, groups } of text.matchAll(RECORD)) {
    const near = text.slice(Math.max(0, index - 120), index + 160);
    if (!HELP.test(near) || WORK.test(near) || isSample(near)) continue;
    const at = index + label.length;
    const from = Math.max(0, at - MAX_LABEL_LENGTH);
    const value = text.slice(from, at + MAX_NAME_LENGTH);
    const name = scoredNamesIn(value, 1, MIN_SCORE).find((each) => from + each.index === at);
    if (name !== undefined) found.push({ name: name.name, index: at, fact: groups?.label ?? label });
  }
  return found;
}
