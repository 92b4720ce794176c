/**
 * Finds the stars of a text that are multiplication signs or hide letters, and so must be shown: `500*12个月`, `王*明`, `138****5678`.
 * Markdown would parse two of them as emphasis and drop both. Decided line by line, before the parse.
 */

const HAN = '\\p{Script=Han}';
const NUMERALS = '一二两三四五六七八九十百千万亿零〇半';
const UNIT =
  '(?:[万亿千百]?(?:元|块|角|人|户|口|个月|个|月|天|日|年|亩|斤|公斤|次|份|小时|平方米|平米|米|吨|度|套|头|只|批|期)(?:/\\S{1,3})?)';
const DIGIT = '[\\d０-９]';

/** Ends in a figure with at most a short unit after it, or in a closing bracket. */
const FIGURE_BEFORE = new RegExp(
  `(?:${DIGIT}[万亿千百]?[${HAN}A-Za-z%％/²³]{0,3}|[)）\\]】]|[${NUMERALS}]{2,}${UNIT}?|[${NUMERALS}]${UNIT})[ \\t]?$`,
  'u',
);
const FIGURE_AFTER = new RegExp(
  `^[ \\t]?(?:[（(\\[【]?[¥￥]?${DIGIT}|[${NUMERALS}]{2,}|[${NUMERALS}]${UNIT})`,
  'u',
);
/** Ends in a number, whatever follows. */
const NUMBER_BEFORE = new RegExp(`(?:${DIGIT}|[%％])(?:[万亿千百]|${UNIT})?$`, 'u');
const NUMBER_AFTER = new RegExp(`^[（(]?[¥￥]?${DIGIT}`, 'u');
/** An operator: next to one of these a star multiplies. */
const OPERATOR = /[=＝+＋×÷]/u;
const CLAUSE_END = /[，。；、！？,;]/u;
/** The only letter of a word is a family name, and the rest of the name is hidden. */
const NAME_BEFORE = new RegExp(`(?:^|[^${HAN}*])${HAN}$`, 'u');
const NAME_AFTER = new RegExp(`^(?:${HAN}|[^\\p{L}\\p{N}*]|$)`, 'u');
/** Hidden digits: three stars or more after a digit or letter, and before one or the end. */
const HIDDEN_FIGURES = /(?<=[\dA-Za-zXx０-９][ \t]?)\*{3,}(?=[ \t]?[\dXx０-９]|$|[）)，。；、\s|])/gu;
const RUN = /\\.|\*+/gu;

type Kind = 'sum' | 'before' | 'after' | 'plain';

interface Star {
  at: number;
  kind: Kind;
}

/** The source with each visible star replaced by `shown`, which is one UTF-16 unit; nothing else changes. */
export function showStars(source: string, shown: string): string {
  if (!source.includes('*')) return source;
  return source
    .split('\n')
    .map((line) =>
      line.includes('*')
        ? line
            .split('|')
            .map((part) => inPart(part, shown))
            .join('|')
        : line,
    )
    .join('\n');
}

/** A line, or a cell of a table's line. */
function inPart(text: string, shown: string): string {
  const part = text.replace(HIDDEN_FIGURES, (stars) => shown.repeat(stars.length));
  const runs = Array.from(part.matchAll(RUN)).filter(([run]) => run.startsWith('*'));
  const names = runs.filter(({ 0: run, index }) => hidesName(part, index, run.length));
  if (names.length > 0 && names.length === runs.length) return part.replaceAll('*', shown);

  const stars = runs
    .filter(([run]) => run.length === 1)
    .map(({ index }): Star => ({ at: index, kind: kindOf(part, index) }));
  const units = Array.from({ length: part.length }, (_, at) => part[at] ?? '');
  for (const at of multiplying(part, stars)) units[at] = shown;
  return units.join('');
}

/** Number of characters considered around a star; more for a clause with an operator. */
const CONTEXT_LENGTH = 16;
const CLAUSE_CONTEXT_LENGTH = 60;

function hidesName(part: string, at: number, length: number): boolean {
  if (length > 2 || at === 0) return false;
  const after = part.slice(at + length, at + length + CONTEXT_LENGTH);
  return NAME_BEFORE.test(part.slice(Math.max(0, at - CONTEXT_LENGTH), at)) && NAME_AFTER.test(after);
}

/** The kind of a star by its neighbours: figures on both sides, before it, after it, or none. */
function kindOf(part: string, at: number): Kind {
  const [before, after] = [
    part.slice(Math.max(0, at - CONTEXT_LENGTH), at),
    part.slice(at + 1, at + 1 + CONTEXT_LENGTH),
  ];
  if (FIGURE_BEFORE.test(before) && FIGURE_AFTER.test(after)) return 'sum';
  const touches = /[^\s*]$/u.test(before) && /^[^\s*]/u.test(after);
  if (touches && NUMBER_BEFORE.test(before)) return 'before';
  return touches && NUMBER_AFTER.test(after) ? 'after' : 'plain';
}

/** The positions of the stars that multiply: all between figures; of the others those that are no pair around words. */
function multiplying(part: string, stars: readonly Star[]): number[] {
  const found = stars.filter(({ kind }) => kind === 'sum').map(({ at }) => at);
  const rest = stars.filter(({ kind }) => kind !== 'sum');
  for (let index = 0; index < rest.length; index += 1) {
    const [star, next] = [rest[index], rest[index + 1]];
    if (!star) break;
    if (next && isEmphasis(part, star, next)) index += 1;
    else if (star.kind !== 'plain' || isInSum(part, star.at)) found.push(star.at);
  }
  return found;
}

function isEmphasis(part: string, star: Star, next: Star): boolean {
  if (star.kind !== 'plain' && star.kind === next.kind) return false;
  const inside = part.slice(star.at + 1, next.at);
  if (star.kind === 'plain' || next.kind === 'plain') return !isInSum(part, star.at);
  return !OPERATOR.test(inside) && !CLAUSE_END.test(inside);
}

/** Whether a star is between letters of a clause with an operator, as in 体积=长*宽*高. */
function isInSum(part: string, at: number): boolean {
  const before = part.slice(Math.max(0, at - CLAUSE_CONTEXT_LENGTH), at);
  const after = part.slice(at + 1, at + 1 + CLAUSE_CONTEXT_LENGTH);
  if (!/[\p{L}\p{N})）]$/u.test(before) || !/^[\p{L}\p{N}(（]/u.test(after)) return false;
  const clause = `${before.split(CLAUSE_END).at(-1)}${after.split(CLAUSE_END)[0]}`;
  return OPERATOR.test(clause);
}
