/**
 * Digits as people write them: full-width, Chinese, grouped by spaces, dashes or dots, partly bold, with invisible characters
 * between. Returns runs of groups; other modules decide which numbers they form. Takes linear time: every character is read a
 * fixed number of times.
 */

/** The separator before a group in its run. */
export type Gap =
  /** Nothing visible: the group before has other digits (Chinese, Arabic). */
  | ''
  /** A line end. */
  | 'line'
  /** The border of a cell. */
  | 'cell'
  /** Brackets around a group. */
  | '()'
  /** One of these separators, once or twice. */
  | ' '
  | '-'
  | '.'
  | '·'
  | ','
  | '_'
  | '/'
  | '*';

/** Digits with nothing visible between them. */
export interface DigitGroup {
  /** As ASCII digits. */
  digits: string;
  /** Offsets in the text. */
  start: number;
  end: number;
  isChinese: boolean;
  /** The separator before it; undefined at the beginning of a run. */
  gap: Gap | undefined;
  /** Whether the gap has spaces. */
  isLoose: boolean;
}

/** Successive groups with only separators between them. */
export interface DigitRun {
  groups: DigitGroup[];
  /** The digits of all groups. */
  digits: string;
  /** For each group the number of digits before it; and by number of digits the group that ends there. */
  startsAt: number[];
  endingAt: Map<number, number>;
}

const DIGITS = /[0-9]+|[０-９\u{1D7CE}-\u{1D7FF}]+|[零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]+/gu;
const CHINESE = '零一二三四五六七八九';
const OTHER_DIGITS: Readonly<Record<string, string>> = {
  ...{ 〇: '0', '○': '0', 幺: '1', 壹: '1', 贰: '2', 叁: '3', 肆: '4' },
  ...{ 伍: '5', 陆: '6', 柒: '7', 捌: '8', 玖: '9' },
};

/** Invisible text between two digits: zero-width characters, tags, asterisks of bold, backslashes. */
const UNSEEN =
  /[\u034f\u20e3]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]|<\/?[a-zA-Z][^<>]*>|\*\*|__|~~|[`\\]|&(?:zwnj|zwj|shy|ZeroWidthSpace);/gu;
const MARKS: Readonly<Record<string, Gap>> = {
  ...{ '-': '-', '－': '-', '–': '-', '—': '-', '‐': '-', '‑': '-', '‒': '-', '―': '-', '−': '-', '﹣': '-' },
  ...{ '.': '.', '．': '.', '·': '·', '・': '·', '•': '·', '‧': '·', '∙': '·' },
  ...{ ',': ',', '，': ',', _: '_', '＿': '_', '/': '/', '／': '/', '*': '*', '~': '-', '～': '-' },
  ...{ '(': '()', ')': '()', '（': '()', '）': '()' },
};
const SPACE = /(?:[\s\u180e\u2800]|&nbsp;|&(?:en|em|thin)sp;|%20)/gu;
/** Maximum length of a gap within a number. */
const MAX_GAP_LENGTH = 80;
const MAX_SEPARATORS = 2;

/** The runs of a text that have at least `min` digits, in order. */
export function digitRuns(text: string, min: number): DigitRun[] {
  return passagesIn(text, min).flatMap(([from, to]) =>
    groupsIn(text, matchesBetween(text, from, to))
      .map(toRun)
      .filter(({ digits }) => digits.length >= min),
  );
}

/** Classes of UTF-16 units; of a digit outside the basic plane only the first unit is a digit. */
const [OTHER, DIGIT, HAN, TAG_START] = [0, 1, 2, 3];
/** Of the mathematical digits U+1D7CE to U+1D7FF. */
const [FIRST_UNIT_OF_MATHEMATICAL, SECOND_UNIT_OF_DIGITS] = [0xd835, 0xdfce];
let unitClasses: Uint8Array | undefined;

function unitClassesOf(): Uint8Array {
  if (unitClasses !== undefined) return unitClasses;
  const classes = new Uint8Array(0x1_0000);
  classes.fill(HAN, 0x4e00, 0xa000);
  classes['<'.charCodeAt(0)] = TAG_START;
  for (const digit of [
    ...'0123456789０１２３４５６７８９\u{1D7CE}',
    ...Object.keys(OTHER_DIGITS),
    ...CHINESE,
  ])
    classes[digit.charCodeAt(0)] = DIGIT;
  unitClasses = classes;
  return classes;
}

/**
 * The parts of a text that may contain a run of at least `min` digits, from a digit to behind one. Words end a part, as in `gapIn`. Nearly
 * all texts have none: this takes a tenth of the time that finding their digits does.
 */
function passagesIn(text: string, min: number): [from: number, to: number][] {
  const classes = unitClassesOf();
  const passages: [number, number][] = [];
  let [from, to, count] = [0, 0, 0];
  let [hasHan, hasTag] = [false, false];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = classes[unit];
    if (kind === OTHER) continue;
    // A mathematical letter, whose first unit is that of the digits.
    if (unit === FIRST_UNIT_OF_MATHEMATICAL && text.charCodeAt(at + 1) < SECOND_UNIT_OF_DIGITS) continue;
    if (kind === HAN) hasHan = true;
    else if (kind === TAG_START) hasTag = true;
    else {
      if (count === 0 || (hasHan && !hasTag)) {
        if (count >= min) passages.push([from, to]);
        [from, count] = [at, 0];
      }
      count += 1;
      to = at + 1;
      [hasHan, hasTag] = [false, false];
    }
  }
  if (count >= min) passages.push([from, to]);
  return passages;
}

function matchesBetween(text: string, from: number, to: number): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  DIGITS.lastIndex = from;
  for (let match = DIGITS.exec(text); match !== null && match.index < to; match = DIGITS.exec(text))
    found.push(match);
  return found;
}

function toRun(groups: DigitGroup[]): DigitRun {
  const startsAt: number[] = [];
  const endingAt = new Map<number, number>();
  let count = 0;
  groups.forEach((group, index) => {
    startsAt.push(count);
    count += group.digits.length;
    endingAt.set(count, index);
  });
  return { groups, digits: groups.map(({ digits }) => digits).join(''), startsAt, endingAt };
}

function groupsIn(text: string, matches: readonly RegExpExecArray[]): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  let run: DigitGroup[] = [];
  for (const { 0: found, index } of matches) {
    const isChinese = !/^\p{Nd}/u.test(found);
    const group = { digits: asciiDigits(found), start: index, end: index + found.length, isChinese };
    const before = run.at(-1);
    const between = before && gapIn(text.slice(before.end, Math.min(index, before.end + MAX_GAP_LENGTH)));
    if (before === undefined || between === undefined || index - before.end >= MAX_GAP_LENGTH) {
      run = [{ ...group, gap: undefined, isLoose: false }];
      runs.push(run);
    } else if (between.gap === '' && before.isChinese === isChinese) {
      before.digits += group.digits;
      before.end = group.end;
    } else run.push({ ...group, ...between });
  }
  return runs;
}

/** The digits as ASCII ones. */
function asciiDigits(digits: string): string {
  if (/^\d/.test(digits)) return digits;
  return Array.from(digits.normalize('NFKC'), (digit) => {
    const at = CHINESE.indexOf(digit);
    return at >= 0 ? String(at) : (OTHER_DIGITS[digit] ?? digit);
  }).join('');
}

/** Classifies the text between two groups of digits; undefined if it separates two numbers. */
export function gapIn(between: string): { gap: Gap; isLoose: boolean } | undefined {
  if (between === '') return { gap: '', isLoose: false };
  if (between === ' ') return { gap: ' ', isLoose: true };
  const only = between.length === 1 ? MARKS[between] : undefined;
  if (only !== undefined) return { gap: only, isLoose: false };
  // Words separate numbers, except in an attribute of a tag: nearly all texts end here.
  if (/[\u4e00-\u9fff]/.test(between) && !between.includes('<')) return undefined;
  const seen = between.replace(UNSEEN, '');
  const spaces: string[] = seen.match(SPACE) ?? [];
  const marks = seen.replace(SPACE, '');
  const isLoose = spaces.length > 0;
  if (/\n/.test(seen) && /^[|｜>#]?$/.test(marks)) return { gap: 'line', isLoose };
  if (/^[|｜]$/.test(marks) || (marks === '' && spaces.includes('\t'))) return { gap: 'cell', isLoose };
  if (spaces.length > 2 * MAX_SEPARATORS || (marks === '' && spaces.length > MAX_SEPARATORS))
    return undefined;
  if (marks === '') return { gap: isLoose ? ' ' : '', isLoose };
  const [kind, ...others] = new Set(Array.from(marks, (mark) => MARKS[mark]));
  if (kind === undefined || others.length > 0 || [...marks].length > MAX_SEPARATORS) return undefined;
  return { gap: kind, isLoose };
}
