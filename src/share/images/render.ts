/** Renders one share image: satori, resvg, 16 colours, PNG. Runs in each worker. */
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { type ShareImageName, shareImageSizes } from '../../documents/share-image-path.ts';
import { createPngEncoder } from '../png.ts';
import { qrPng } from '../qr.ts';
import type { SatoriNode } from './elements.ts';
import { satoriFonts } from './fonts.ts';
import { linkPreview } from './link-preview.ts';
import { optimiseSvg } from './optimise-svg.ts';
import { poster } from './poster.ts';
import { toPrintable } from './printable.ts';
import { createQuantiser } from './quantise.ts';
import type { ShareImageData } from './share-image-data.ts';
import { square } from './square.ts';
import { colours, themeOf } from './theme.ts';

const layouts = { card: linkPreview, square, poster };

/** Half a byte per pixel. */
const MAX_COLOURS = 16;

/** One of each per worker: an image is encoded right after it is quantised, before the next call overwrites its pixels. */
const quantiser = createQuantiser();
const encoder = createPngEncoder();

export interface RenderedImage {
  png: Uint8Array;
  /** Characters that no font has. */
  missing: string[];
}

/** Renders one image. */
export async function renderShareImage(name: ShareImageName, facts: ShareImageData): Promise<RenderedImage> {
  if (name === 'qr') return { png: qrPng(facts.url), missing: [] };
  const size = shareImageSizes[name];
  const { printable, missing, needsFull } = toPrintable(facts);
  const svg = await satori(layouts[name](printable) as SatoriNode & { key: null }, {
    width: size.widthPx,
    height: size.heightPx,
    fonts: satoriFonts(needsFull),
  });
  const rgba = new Resvg(optimiseSvg(svg), { font: { loadSystemFonts: false } }).render().pixels;
  const { deep, mid, tint } = themeOf(facts.hue);
  const exact = [colours.paper, deep, tint, colours.ink, colours.card, mid, '#ffffff', '#000000'].map(rgbOf);
  const indexed = quantiser.quantise({ rgba, ...size }, { exact, maxColours: MAX_COLOURS });
  return { png: encoder.encode(indexed), missing };
}

function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
