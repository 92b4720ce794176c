/** Conditions that nobody meets, or that say nothing: each is a slip, and would give every reader a wrong answer. */
import type { z } from 'zod';
import type { Alternative } from './alternative.ts';
import { facts, type SetFactName } from './facts.ts';

/** The highest believable age, in years. */
export const MAX_AGE_YEARS = 120;

type Report = (path: PropertyKey[], message: string) => void;

/** Reports every problem of alternatives whose single fields are valid; paths are from the list. */
export function reportConditionProblems(alternatives: Alternative[], context: z.core.$RefinementCtx): void {
  for (const [index, alternative] of alternatives.entries()) {
    const report: Report = (path, message) =>
      context.addIssue({ code: 'custom', path: [index, ...path], message });
    if (Object.values(alternative).every((value) => value === undefined))
      report([], '这一条什么都没写，等于谁都能办。写上要满足什么，或者删掉这一条');
    checkAge(alternative, report);
    checkIncome(alternative, report);
    checkLand(alternative, report);
    checkChoices(alternative, report);
    checkSets(alternative, report);
  }
}

function checkAge({ age }: Alternative, report: Report): void {
  if (!age) return;
  const { from, to } = age;
  if (from === undefined && to === undefined)
    report(['age'], '年纪还没写。写 from（满多少岁）或 to（到多少岁）');
  for (const name of ['from', 'to'] as const) {
    const years = age[name];
    if (years !== undefined && years > MAX_AGE_YEARS)
      report(['age', name], `没有人 ${years} 岁，看看是不是多打了一个数`);
  }
  if (from !== undefined && to !== undefined && from > to)
    report(['age', 'from'], `从 ${from} 岁到 ${to} 岁，没有这样的人，两个数写反了`);
  if (from === 0 && to === undefined) report(['age', 'from'], '满 0 岁就是谁都算，这一行可以删掉');
}

function checkIncome({ incomePerHead }: Alternative, report: Report): void {
  if (!incomePerHead) return;
  const { below, upTo } = incomePerHead;
  if ((below === undefined) === (upTo === undefined))
    report(['incomePerHead'], 'below（不到多少）和 upTo（最多多少）写一个，也只写一个');
  if (below === 0) report(['incomePerHead', 'below'], '不到 0 元，没有这样的人家。没有收入的写 upTo: 0');
}

function checkLand({ land }: Alternative, report: Report): void {
  if (!land) return;
  const { above, from, to } = land;
  if (above === undefined && from === undefined && to === undefined)
    report(['land'], '几亩还没写。有地的都算，写 above: 0');
  if (above !== undefined && from !== undefined)
    report(['land', 'above'], 'above（多于）和 from（满）只写一个，不然不知道正好这个数算不算');
  if (to !== undefined && ((above !== undefined && above >= to) || (from !== undefined && from > to)))
    report(['land', 'to'], `最多 ${to} 亩，比最少的还少，没有这样的人家`);
  if (from === 0 && to === undefined) report(['land', 'from'], '满 0 亩就是谁都算。有地的才算，写 above: 0');
}

function checkChoices(alternative: Alternative, report: Report): void {
  for (const name of ['disability', 'schooling'] as const) {
    const list = alternative[name] ?? [];
    reportTwice(list, [name], report);
    if (Object.keys(facts[name].choices).every((choice) => list.includes(choice)))
      report([name], '每样都写了，等于谁都算，这一行可以删掉');
  }
}

function checkSets(alternative: Alternative, report: Report): void {
  const { except } = alternative;
  if (except && Object.values(except).every((list) => list === undefined))
    report(['except'], '没写哪些人不算。写上，或者删掉 except');
  for (const name of ['household', 'receives', 'insured', 'occupation'] satisfies SetFactName[]) {
    const [any = [], none = []] = [alternative[name], except?.[name]];
    reportTwice(any, [name], report);
    reportTwice(none, ['except', name], report);
    for (const member of any.filter((each) => none.includes(each)))
      report(['except', name], `「${member}」上面说算，这里又说不算，分不清。两处留一处`);
  }
}

function reportTwice(list: readonly string[], path: PropertyKey[], report: Report): void {
  const twice = list.find((item, index) => list.indexOf(item) < index);
  if (twice !== undefined) report(path, `「${twice}」写了两次，删掉一个`);
}
