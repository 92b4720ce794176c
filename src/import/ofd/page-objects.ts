/** The characters, lines and pictures of an OFD page at their places (GB/T 33190, parts 8 to 13: graphic units, text, pictures). */
import { type Glyph, type PlacedPicture, type Ruling, rulingBetween } from '../page-layout/laid-out-page.ts';
import { child, childrenNamed, elementsOf, textContent, type XmlElement } from '../xml.ts';
import { numbersIn } from './ofd-package.ts';

export interface PageObjects {
  glyphs: Glyph[];
  rulings: Ruling[];
  pictures: PlacedPicture[];
  /** Text of objects that are not visible. */
  hidden: string;
  /** The number of characters that are given only as shapes of a font. */
  unreadable: number;
}

/** What objects refer to by their identifiers. */
export interface Resources {
  /** The name of the picture, as the document knows it. */
  pictureName(id: string): string | undefined;
  composite(id: string): XmlElement | undefined;
}

/** Points in a millimetre, the unit of OFD. */
export const POINTS_PER_MM = 72 / 25.4;
/** Composite objects in composite objects: a file may name itself. */
const MAX_DEPTH = 8;
/** The width of a Latin character without a given one, as a share of the font size. */
const LATIN_WIDTH = 0.5;

/** From the space of an object to that of the page, in points. */
type Place = (x: number, y: number) => readonly [number, number];

const pagePlace: Place = (x, y) => [x * POINTS_PER_MM, y * POINTS_PER_MM];

export function emptyObjects(): PageObjects {
  return { glyphs: [], rulings: [], pictures: [], hidden: '', unreadable: 0 };
}

/** Adds the objects of an element's layers and blocks to `found`. */
export function readObjects(
  element: XmlElement,
  resources: Resources,
  found: PageObjects,
  place: Place = pagePlace,
  depth = 0,
): void {
  for (const object of elementsOf(element)) {
    if (object.name === 'TextObject') readText(object, place, found);
    else if (object.name === 'PathObject') found.rulings.push(...readPath(object, place));
    else if (object.name === 'ImageObject') readImage(object, resources, place, found);
    else if (object.name === 'CompositeObject' && depth < MAX_DEPTH) {
      const unit = resources.composite(object.attributes.ResourceID ?? '');
      const content = unit && (child(unit, 'Content') ?? unit);
      if (content) readObjects(content, resources, found, placeOf(object, place), depth + 1);
    } else if (['Layer', 'PageBlock', 'Content'].includes(object.name) && depth < MAX_DEPTH) {
      readObjects(object, resources, found, place, depth + 1);
    }
  }
}

/** An object's own space: its matrix, then the corner of its box. */
function placeOf({ attributes }: XmlElement, outer: Place): Place {
  const [left = 0, top = 0] = numbersIn(attributes.Boundary);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(attributes.CTM);
  return (x, y) => outer(a * x + c * y + e + left, b * x + d * y + f + top);
}

function readText(object: XmlElement, outer: Place, found: PageObjects): void {
  const place = placeOf(object, outer);
  const size = Number(object.attributes.Size ?? 0);
  const scale = Number(object.attributes.HScale ?? 1);
  for (const code of childrenNamed(object, 'TextCode')) {
    // Line breaks of the XML are none of the text.
    const characters = [...textContent(code).replace(/[\r\n\t]+/g, '')];
    if (object.attributes.Visible === 'false') {
      found.hidden += characters.join('').replace(/\s+/gu, '');
      continue;
    }
    const [startX = 0, startY = 0] = [Number(code.attributes.X ?? 0), Number(code.attributes.Y ?? 0)];
    const across = deltasOf(code.attributes.DeltaX);
    const down = deltasOf(code.attributes.DeltaY);
    let [x, y] = [startX, startY];
    characters.forEach((character, index) => {
      const isLatin = /[\x20-\x7e]/.test(character);
      const width = size * scale * (isLatin ? LATIN_WIDTH : 1);
      const [left, baseline] = place(x, y);
      // A file may step back after the last character of a line: that is no width.
      const advance = across[index] ?? 0;
      const [right] = place(x + Math.min(advance > 0 ? advance : width, size * scale), y);
      const [, top] = place(x, y - size);
      const isBlank = /^\s$/u.test(character);
      if (/^[\uE000-\uF8FF\uFFFD]$/u.test(character)) found.unreadable += 1;
      else if (!isBlank) {
        found.glyphs.push({
          text: character,
          left: Math.min(left, right),
          right: Math.max(left, right),
          baseline,
          fontSize: Math.abs(baseline - top) || size * POINTS_PER_MM,
        });
      }
      // Without distances the characters follow each other by their widths.
      x += across.length > 0 ? (across[index] ?? across.at(-1) ?? width) : down.length > 0 ? 0 : width;
      y += down[index] ?? (down.length > 0 ? (down.at(-1) ?? 0) : 0);
    });
  }
}

/** The distances of a list in which `g 3 4.2` stands for three times 4.2. */
export function deltasOf(list: string | undefined): number[] {
  const words = (list ?? '').trim().split(/\s+/).filter(Boolean);
  const deltas: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === 'g') {
      const count = Math.min(Number(words[at + 1]) || 0, 100_000);
      for (let turn = 0; turn < count; turn += 1) deltas.push(Number(words[at + 2]));
      at += 2;
    } else deltas.push(Number(words[at]));
  }
  return deltas.filter((delta) => Number.isFinite(delta));
}

/** The horizontal and vertical lines of a path. */
function readPath(object: XmlElement, outer: Place): Ruling[] {
  const place = placeOf(object, outer);
  const words = textContent(child(object, 'AbbreviatedData')).trim().split(/\s+/);
  const rulings: Ruling[] = [];
  let first: readonly [number, number] | undefined;
  let last: readonly [number, number] | undefined;
  const line = (to: readonly [number, number]) => {
    if (last) rulings.push(...rulingBetween(last, to));
    last = to;
  };
  const counts: Readonly<Record<string, number>> = { M: 2, S: 2, L: 2, Q: 4, B: 6, A: 7 };
  for (let at = 0; at < words.length; at += 1) {
    const operator = words[at] ?? '';
    if (operator === 'C' && first) line(first);
    const count = counts[operator];
    if (count === undefined) continue;
    const point = place(Number(words[at + count - 1]), Number(words[at + count]));
    if (operator === 'M' || operator === 'S') {
      first = point;
      last = point;
    } else if (operator === 'L') line(point);
    else last = point;
    at += count;
  }
  return rulings;
}

function readImage(object: XmlElement, resources: Resources, outer: Place, found: PageObjects): void {
  const name = resources.pictureName(object.attributes.ResourceID ?? '');
  if (name === undefined) return;
  const [left = 0, top = 0, width = 0, height = 0] = numbersIn(object.attributes.Boundary);
  const [x1, y1] = outer(left, top);
  const [x2, y2] = outer(left + width, top + height);
  found.pictures.push({
    name,
    ...{ left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) },
  });
}
