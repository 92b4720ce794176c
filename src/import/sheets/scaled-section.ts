/**
 * Number formats that show 35,000 as 3.5万: a literal point between the digits and commas that leave out the last digits, `0\.0,"万"`.
 * SheetJS's formatter 0.20.3 shows .35万 for it, so the commas are taken out of the format, and the digits out of the number.
 */

/** A section in which a literal stands between digits and a comma behind them scales by 1,000. */
const LITERAL = /(?:\\.|!.|"[^"]*")/.source;
const SCALED = new RegExp(`^(?!.*[0#?]\\.[0#?]).*?[0#?]${LITERAL}[0#?]+(,+)(?![0#?])`);

/** The section of the format that applies to the number, without its commas, and the number to be shown by it; undefined for other formats. */
export function scaledSection(code: string, value: number): { code: string; value: number } | undefined {
  const { section, isNegative } = chooseSection(sectionsOf(code), value);
  const commas = SCALED.exec(section)?.[1];
  if (commas === undefined) return undefined;
  const shown = Math.round(Math.abs(value) / 1000 ** commas.length);
  const withoutCommas = section
    .replace(/^\[[<>=][^\]]*\]/, '')
    .replace(SCALED, (match) => match.slice(0, -commas.length))
    .replace(/!(.)/g, '\\$1');
  return { code: withoutCommas, value: isNegative ? -shown : shown };
}

const sectionsOf = (code: string) => code.match(/(?:"[^"]*"|[\\!_*].|\[[^\]]*\]|[^;"\\!_*[])+/g) ?? [''];

/** The section for a number, and whether a minus is shown before it: only the first shows one of its own. */
function chooseSection(sections: readonly string[], value: number): { section: string; isNegative: boolean } {
  const first = sections[0] ?? '';
  const conditional = sections.find((section) => holds(section, value));
  if (conditional !== undefined) return { section: conditional, isNegative: value < 0 };
  if (/^\[[<>=]/.test(first)) return { section: sections.at(-1) ?? '', isNegative: value < 0 };
  if (value < 0 && sections[1] !== undefined) return { section: sections[1], isNegative: false };
  if (value === 0 && sections[2] !== undefined) return { section: sections[2], isNegative: false };
  return { section: first, isNegative: value < 0 };
}

/** Whether a section has a condition, `[>=10000]`, and the number meets it. */
function holds(section: string, value: number): boolean {
  const condition = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/.exec(section);
  if (condition === null) return false;
  const limit = Number(condition[2]);
  switch (condition[1]) {
    case '<=':
      return value <= limit;
    case '>=':
      return value >= limit;
    case '<>':
      return value !== limit;
    case '<':
      return value < limit;
    case '>':
      return value > limit;
    default:
      return value === limit;
  }
}
