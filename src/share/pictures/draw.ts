/** From the facts of a document to the file of a picture. What runs in each worker. */
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { type PictureName, pictureSizes } from '../../documents/picture-address.ts';
import { encodePng } from '../png.ts';
import { qrPng } from '../qr.ts';
import { card } from './card.ts';
import type { Node } from './elements.ts';
import type { PictureFacts } from './facts.ts';
import { satoriFonts } from './fonts.ts';
import { plainSvg } from './plain-svg.ts';
import { poster } from './poster.ts';
import { printableFacts } from './printable.ts';
import { quantise } from './quantise.ts';
import { square } from './square.ts';
import { colours, themeOf } from './theme.ts';

/** How each picture is laid out. */
const layouts = { card, square, poster };

/** Colours of a picture; 16 of them are half a byte a pixel. */
const COLOURS = 16;

export interface DrawnPicture {
  png: Uint8Array;
  /** Characters that no font has. */
  missing: string[];
}

/** Draws one picture. */
export async function drawPicture(name: PictureName, facts: PictureFacts): Promise<DrawnPicture> {
  if (name === 'qr') return { png: qrPng(facts.url), missing: [] };
  const size = pictureSizes[name];
  const { printable, missing, needsFull } = printableFacts(facts);
  const svg = await satori(layouts[name](printable) as Node & { key: null }, {
    width: size.widthPx,
    height: size.heightPx,
    fonts: satoriFonts(needsFull),
  });
  const rgba = new Resvg(plainSvg(svg), { font: { loadSystemFonts: false } }).render().pixels;
  const { deep, mid, tint } = themeOf(facts.hue);
  const exact = [colours.paper, deep, tint, colours.ink, colours.card, mid, '#ffffff', '#000000'].map(rgbOf);
  return { png: encodePng(quantise({ rgba, ...size }, { exact, most: COLOURS })), missing };
}

function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
