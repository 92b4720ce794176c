/**
 * The characters, lines and pictures of a PDF page at their places, from the operators of the page. The text that pdf.js joins itself
 * runs through the cells of a table and does not say which characters are invisible.
 */
import {
  type Glyph,
  type LaidOutPage,
  MAX_LINE_WIDTH,
  type PlacedPicture,
  type Ruling,
  rulingBetween,
} from '../page-layout/laid-out-page.ts';

/** The operators by number, from the library. */
export type OperatorNumbers = Readonly<Record<string, number>>;

export interface PageOperators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** What a page holds that cannot be text of the draft. */
export interface PageContent extends LaidOutPage {
  /** Characters that the page does not show, in order; those of a scanned page were recognized by a program. */
  invisible: readonly Glyph[];
  /** Characters outside of the page. */
  outside: string;
  /** Characters that the fonts of the file do not name. */
  unreadable: number;
  /** Pieces of text in fonts that could not be read, of unknown length. */
  lostPieces: number;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner` seen in the space of `outer`. */
function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number) =>
  [a * x + c * y + e, b * x + d * y + f] as const;

interface State {
  matrix: Matrix;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

interface PdfGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: readonly number[] | null;
}

/** Text rendering modes that show nothing (ISO 32000-1, table 106). */
const INVISIBLE_MODES = new Set([3, 7]);
/** Path operators of pdf.js: the number of coordinates of each. */
const PATH_COORDINATES = [2, 2, 6, 4, 0];

/** What the operators of a page refer to. */
export interface PageObjects {
  /** The page's box, from pdf.js. */
  view: readonly number[];
  pictureName: (id: string) => string;
  /** Whether pdf.js could not read a font; it then gives its texts without characters. */
  isLostFont: (id: string) => boolean;
}

/** Reads the operators. */
export function readPage(
  operators: PageOperators,
  numbers: OperatorNumbers,
  { view, pictureName, isLostFont }: PageObjects,
): PageContent {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view;
  const page = { width: x1 - x0, height: y1 - y0 };
  const start: Matrix = [1, 0, 0, -1, -x0, y1];
  let state: State = {
    ...{
      matrix: start,
      fontSize: 0,
      characterSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    },
  };
  const stack: State[] = [];
  let [text, line]: [Matrix, Matrix] = [IDENTITY, IDENTITY];
  const glyphs: Glyph[] = [];
  const invisible: Glyph[] = [];
  const rulings: Ruling[] = [];
  const pictures: PlacedPicture[] = [];
  let outside = '';
  let unreadable = 0;
  let lostPieces = 0;
  let isLost = false;

  const move = (x: number, y: number) => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  const show = (items: readonly (PdfGlyph | number)[]) => {
    for (const item of items) {
      const { fontSize, scale } = state;
      if (typeof item === 'number') {
        text = multiply(text, [1, 0, 0, 1, (-item / 1000) * fontSize * scale, 0]);
        continue;
      }
      const isVertical = Boolean(item.vmetric);
      const advance = (item.width / 1000) * fontSize;
      const spacing = state.characterSpacing + (item.isSpace ? state.wordSpacing : 0);
      const placed = multiply(state.matrix, text);
      const [left, baseline] = apply(placed, 0, state.rise);
      const [right] = apply(placed, isVertical ? fontSize : advance * scale, state.rise);
      const size = fontSize * Math.hypot(placed[2], placed[3]);
      const value = item.unicode.replace(/\s+/gu, '');
      // Characters of private use are symbols of a font that only the font can show.
      if (/^[\uE000-\uF8FF\uFFFD\0]+$/u.test(value)) unreadable += 1;
      else if (value !== '') {
        const glyph = {
          text: value,
          left: Math.min(left, right),
          right: Math.max(left, right),
          baseline,
          fontSize: size,
        };
        const isOutside =
          glyph.right < 0 || glyph.left > page.width || baseline < 0 || baseline - size > page.height;
        if (isOutside) outside += value;
        else if (INVISIBLE_MODES.has(state.mode)) invisible.push(glyph);
        else glyphs.push(glyph);
      }
      const [dx, dy] = isVertical ? [0, -advance - spacing] : [(advance + spacing) * scale, 0];
      text = multiply(text, [1, 0, 0, 1, dx, dy]);
    }
  };

  const handlers: Record<string, (values: readonly unknown[]) => void> = {
    save: () => stack.push({ ...state }),
    restore: () => {
      state = stack.pop() ?? state;
    },
    transform: (values) => {
      state = { ...state, matrix: multiply(state.matrix, values as unknown as Matrix) };
    },
    paintFormXObjectBegin: ([matrix]) => {
      stack.push({ ...state });
      if (matrix) state = { ...state, matrix: multiply(state.matrix, matrix as Matrix) };
    },
    paintFormXObjectEnd: () => {
      state = stack.pop() ?? state;
    },
    beginText: () => {
      [text, line] = [IDENTITY, IDENTITY];
    },
    setFont: ([id, size]) => {
      isLost = isLostFont(id as string);
      state = { ...state, fontSize: size as number };
    },
    setCharSpacing: ([value]) => {
      state = { ...state, characterSpacing: value as number };
    },
    setWordSpacing: ([value]) => {
      state = { ...state, wordSpacing: value as number };
    },
    setHScale: ([value]) => {
      state = { ...state, scale: value as number };
    },
    setLeading: ([value]) => {
      state = { ...state, leading: -(value as number) };
    },
    setLeadingMoveText: ([x, y]) => {
      state = { ...state, leading: y as number };
      move(x as number, y as number);
    },
    setTextRise: ([value]) => {
      state = { ...state, rise: value as number };
    },
    setTextRenderingMode: ([value]) => {
      state = { ...state, mode: value as number };
    },
    setTextMatrix: ([matrix]) => {
      line = Array.from(matrix as ArrayLike<number>) as unknown as Matrix;
      text = line;
    },
    moveText: ([x, y]) => move(x as number, y as number),
    nextLine: () => move(0, state.leading),
    showText: ([items]) => {
      if (isLost) lostPieces += 1;
      show(items as readonly (PdfGlyph | number)[]);
    },
    constructPath: ([paint, data]) => {
      const isPainted = paint !== numbers.endPath;
      const [path] = data as [ArrayLike<number> | null];
      if (isPainted && path) rulings.push(...linesOfPath(path, state.matrix));
    },
    paintImageXObject: ([id]) => {
      const corners = [apply(state.matrix, 0, 0), apply(state.matrix, 1, 1)] as const;
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
      pictures.push({
        name: pictureName(id as string),
        ...{ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
      });
    },
  };
  const byNumber = new Map(Object.entries(handlers).map(([name, run]) => [numbers[name], run]));
  operators.fnArray.forEach((operator, index) => {
    byNumber.get(operator)?.((operators.argsArray[index] as readonly unknown[] | null) ?? []);
  });
  return { ...page, glyphs, invisible, rulings, pictures, outside, unreadable, lostPieces };
}

/** The horizontal and vertical lines of a path: strokes, and rectangles so thin that they are lines. */
function linesOfPath(path: ArrayLike<number>, matrix: Matrix): Ruling[] {
  const lines: Ruling[] = [];
  let points: (readonly [number, number])[] = [];
  const finish = () => {
    lines.push(...linesOfPoints(points));
    points = [];
  };
  for (let at = 0; at < path.length; ) {
    const operator = path[at] ?? 0;
    const count = PATH_COORDINATES[operator] ?? 0;
    const x = path[at + count - 1] ?? 0;
    const y = path[at + count] ?? 0;
    if (operator === 0) finish();
    if (operator === 4 && points[0]) points.push(points[0]);
    else if (operator !== 4) points.push(apply(matrix, x, y));
    at += count + 1;
  }
  finish();
  return lines;
}

function linesOfPoints(points: readonly (readonly [number, number])[]): Ruling[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (points.length < 2) return [];
  if (bottom - top <= MAX_LINE_WIDTH && right - left > MAX_LINE_WIDTH)
    return [{ direction: 'horizontal', at: (top + bottom) / 2, start: left, end: right }];
  if (right - left <= MAX_LINE_WIDTH && bottom - top > MAX_LINE_WIDTH)
    return [{ direction: 'vertical', at: (left + right) / 2, start: top, end: bottom }];
  return points.slice(1).flatMap((point, index) => rulingBetween(points[index] ?? point, point));
}
