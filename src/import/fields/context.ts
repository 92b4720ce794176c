/** Puts headings and labels together with what they are about, so that a sentence says all by itself: 报名 and 时间：5月1日前 are 报名时间：5月1日前. */
import { FIRST_ITEM_RANK, rankOf, withoutNumber } from './line-numbers.ts';
import { headingOf } from './sections.ts';
import { subjectOf } from './subject-words.ts';

const BARE_LABEL = /^(?:时间|日期|期限|时限|截止时间|截止日期|起止时间)$/u;
/** 报名时间和地点 is a label as it stands; 报名 and 五、报名与缴费 say whose time it is. */
const MAX_HEADING_LENGTH = 14;

/** The lines, a heading for a time joined with the line below, a bare label with the heading above. */
export function linesInContext(lines: readonly string[]): string[] {
  let above = '';
  return lines.flatMap((line, at) => {
    const { title, rest } = headingOf(line);
    const isHeading =
      rest === '' && title !== '' && !/[。；]$/u.test(line) && title.length <= MAX_HEADING_LENGTH;
    if (isHeading && (rankOf(line) <= FIRST_ITEM_RANK || /[？?：:]$/u.test(line))) above = title;
    if (isTime(title) && isHeading) return [`${title}：${withoutNumber(lines[at + 1] ?? '')}`];
    if (isTime(title) && rest !== '') return [`${BARE_LABEL.test(title) ? above : ''}${title}：${rest}`];
    return line
      .split(/(?<=。)/u)
      .map((part) => (BARE_LABEL.test(headingOf(part).title) ? `${above}${part}` : part));
  });
}

function isTime(title: string): boolean {
  const subject = subjectOf(title);
  return subject === 'time' || (subject === 'place' && /时间|日期/u.test(title));
}
