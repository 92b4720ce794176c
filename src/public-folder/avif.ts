/** Checks that an AVIF holds nothing but pixels (ISO/IEC 14496-12 and 23008-12). Any other is re-encoded. */
import { IrregularPicture, lettersAt, numberAt, sliceBytes } from './bytes.ts';

interface Box {
  name: string;
  /** The payload. */
  inside: Uint8Array;
}

/** Boxes of the property list that describe pixels. */
const PROPERTIES = new Set([
  'ispe',
  'pixi',
  'av1C',
  'colr',
  'auxC',
  'irot',
  'imir',
  'pasp',
  'clap',
  'clli',
  'mdcv',
]);
const META_BOXES = new Set(['hdlr', 'pitm', 'iloc', 'iinf', 'iprp', 'iref']);
/** A handler box names the program in free text; only a short name fits into this size. */
const MAX_HANDLER_BYTES = 40;

/**
 * Returns the whole file if it is a single still image whose boxes all describe pixels. Throws IrregularPicture otherwise.
 */
export function avifParts(bytes: Uint8Array): Uint8Array[] {
  const boxes = boxesOf(bytes, 0);
  const names = boxes.map(({ name }) => name).join(' ');
  const [file, meta, data] = boxes;
  if (names !== 'ftyp meta mdat' || !file || !meta || !data) throw new IrregularPicture('Other boxes.');
  if (file.inside.length > 64) throw new IrregularPicture('A long file type.');
  const inMeta = boxesOf(meta.inside, 4);
  for (const { name, inside } of inMeta) {
    if (!META_BOXES.has(name)) throw new IrregularPicture(`A box ${name}.`);
    if (name === 'hdlr' && inside.length > MAX_HANDLER_BYTES) throw new IrregularPicture('A long handler.');
    if (name === 'iprp') checkProperties(inside);
    if (name === 'iinf') checkItems(inside);
    if (name === 'iloc' && pixelBytes(inside) !== data.inside.length)
      throw new IrregularPicture('Data that no item has.');
  }
  if (!['iinf', 'iloc', 'iprp'].every((name) => inMeta.some((box) => box.name === name)))
    throw new IrregularPicture('No items.');
  return [bytes];
}

function boxesOf(bytes: Uint8Array, from: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at < bytes.length; ) {
    const length = numberAt(bytes, at, 4);
    // 0 means "to the end" and 1 a length of eight bytes: no still image for a page needs them.
    if (length < 8) throw new IrregularPicture('An odd length.');
    const whole = sliceBytes(bytes, at, at + length);
    boxes.push({ name: lettersAt(bytes, at + 4, 4), inside: whole.subarray(8) });
    at += length;
  }
  return boxes;
}

function checkProperties(inside: Uint8Array): void {
  for (const { name, inside: list } of boxesOf(inside, 0)) {
    if (name === 'ipma') continue;
    if (name !== 'ipco') throw new IrregularPicture(`A box ${name}.`);
    for (const property of boxesOf(list, 0)) {
      const isProfile = property.name === 'colr' && lettersAt(property.inside, 0, 4) !== 'nclx';
      const isLong = property.inside.length > 128;
      if (!PROPERTIES.has(property.name) || isProfile || isLong)
        throw new IrregularPicture(`A property ${property.name}.`);
    }
  }
}

function checkItems(inside: Uint8Array): void {
  const isLong = numberAt(inside, 0, 1) > 0;
  for (const { name, inside: entry } of boxesOf(inside, isLong ? 8 : 6)) {
    const version = numberAt(entry, 0, 1);
    const kind = lettersAt(entry, version === 3 ? 10 : 8, 4);
    // The name of an item is free text.
    if (name !== 'infe' || version < 2 || !/^(?:av01|grid)$/.test(kind) || entry.length > 24)
      throw new IrregularPicture(`An item ${kind}.`);
  }
}

/** The sum of the extents of all items. */
function pixelBytes(iloc: Uint8Array): number {
  const version = numberAt(iloc, 0, 1);
  const sizes = numberAt(iloc, 4, 2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const idSize = version < 2 ? 2 : 4;
  const items = numberAt(iloc, 6, idSize);
  let at = 6 + idSize;
  let sum = 0;
  for (let item = 0; item < items; item += 1) {
    at += idSize + (version === 0 ? 0 : 2) + 2 + baseSize;
    const extents = numberAt(iloc, at, 2);
    at += 2;
    for (let extent = 0; extent < extents; extent += 1) {
      sum += numberAt(iloc, at + indexSize + offsetSize, lengthSize);
      at += indexSize + offsetSize + lengthSize;
    }
  }
  return sum;
}
