/** Full names of children in a table with ages or schools. */
import { numberOf } from '../chinese-numbers.ts';
import { scoreOfName } from '../person-names/index.ts';
import type { Cell, Table } from '../tables.ts';

const ADULT_AGE_YEARS = 18;
const COUNT = '(?:\\d{1,2}|[０-９]{1,2}|[一二两三四五六七八九十]{1,3})';
const SCHOOL =
  '(?:[一二三四五六七八九1-9]年级(?:[（(]?[\\d一二三四五六七八九十]{1,2}[）)]?班)?|[一二三四五六七八九1-9][（(][\\d一二三四五六七八九十]{1,2}[）)]班|初[一二三]|高[一二三](?![等中级])|[小中大]班|学前班|幼儿园|小学|初中)';
const AGE_HEAD = /年[龄纪]|岁|出生|生日|年级|班级/;
const NAME_HEAD = /姓\s*名|名\s*字|孩子|儿童|学生|小朋友|未成年人|孤儿|子女/;
const CHILD_HEAD = /^(?:孩子|儿童|学生|幼儿|小朋友|孤儿)(?:的?(?:姓名|名字))$/;
const SCHOOL_CELL = new RegExp(`^(?:${SCHOOL}|[一二三四五六七八九1-9][（(]\\d{1,2}[）)]班)`, 'u');

/** The names of children in a table with ages. */
export function minorsInTable(table: Table, year: number): Cell[] {
  const [head = [], ...rows] = table;
  const children = head.findIndex(({ text }) => CHILD_HEAD.test(text));
  if (children >= 0) {
    return rows.flatMap((row) =>
      row[children] && isNameIn(row[children].text, true) ? [row[children]] : [],
    );
  }
  const pupils = pupilsIn(table);
  if (pupils.length > 0) return pupils;
  const ages = head.findIndex(({ text }) => AGE_HEAD.test(text));
  if (ages < 0) return [];
  const named = head.findIndex(({ text }, column) => column !== ages && NAME_HEAD.test(text));
  const columns = named >= 0 ? [named] : head.map((_, column) => column).filter((column) => column !== ages);
  return rows.flatMap((row) => {
    if (!isYoung(row[ages]?.text ?? '', year)) return [];
    const cell = columns.map((column) => row[column]).find((each) => each && isNameIn(each.text, named >= 0));
    return cell ? [cell] : [];
  });
}

const ATTENDS_HEAD = /就读|在读/;
const GUARDIAN_HEAD = /监护人|家长|抚养人/;
const SCHOOL_HEAD = /学校|校名|幼儿园/;
const CHILDREN_SCHOOL = /小学|幼教|幼儿园|教学点|村小|中心校|学前|初中|中学/;

/** The names of pupils: beside the school that they attend, or beside a school and a guardian. */
function pupilsIn([head = [], ...rows]: Table): Cell[] {
  const heads = head.map(({ text }) => text);
  const hasGuardian = heads.some((text) => GUARDIAN_HEAD.test(text));
  const school = heads.findIndex(
    (text) => ATTENDS_HEAD.test(text) || (hasGuardian && SCHOOL_HEAD.test(text)),
  );
  const name = heads.findIndex(
    (text, column) => column !== school && NAME_HEAD.test(text) && !GUARDIAN_HEAD.test(text),
  );
  if (school < 0 || name < 0) return [];
  return rows.flatMap((row) => {
    const [cell, attended = ''] = [row[name], row[school]?.text];
    return cell && CHILDREN_SCHOOL.test(attended) && isNameIn(cell.text, true) ? [cell] : [];
  });
}

/** Under a head for names, a word that may be a name is one. */
const MIN_MAYBE_SCORE = 2;
const MIN_SURE_SCORE = 3;

function isNameIn(text: string, isHead: boolean): boolean {
  const score = scoreOfName(text.replace(/\s+/g, ''));
  return isHead ? score >= MIN_MAYBE_SCORE : score >= MIN_SURE_SCORE && text.length > 2;
}

function isYoung(text: string, year: number): boolean {
  if (SCHOOL_CELL.test(text)) return true;
  const [born] = /(?:19|20)\d\d/.exec(text.normalize('NFKC')) ?? [];
  if (born !== undefined) return year - Number(born) < ADULT_AGE_YEARS;
  const [age] = new RegExp(`^${COUNT}(?=岁|周岁|$)`, 'u').exec(text) ?? [];
  return age !== undefined && numberOf(age) < ADULT_AGE_YEARS;
}
