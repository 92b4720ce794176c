/**
 * A photograph as pages show it: in widths for phones, made by the build (src/photographs/). Which photographs a document
 * shows, and where the files of each stand.
 */
import { type Block, isComponent } from './block.ts';
import type { Document } from './document.ts';
import { unescapeHtml } from './html-text.ts';

/** The widths of a photograph, from the smallest; one that was narrow from the start lacks the others. */
export const photographSizes = ['small', 'middle', 'large'] as const;
export type PhotographSizeName = (typeof photographSizes)[number];

/** Formats in the order in which browsers are to look at them: AVIF from Chromium 85 and Safari 16.4 on, WebP from 32 and 14. */
export const photographFormats = ['avif', 'webp'] as const;
export type PhotographFormat = (typeof photographFormats)[number];

/** The one file that a copy on a phone has of each photograph: every browser that can keep a copy knows it. */
export const offlinePhotograph = { size: 'middle', format: 'webp' } as const;

export interface PhotographSize {
  name: PhotographSizeName;
  widthPx: number;
  /** Of its heaviest format. */
  bytes: number;
}

export interface Photograph {
  /** A digest of the photograph and of how its files are made: names them. */
  key: string;
  /** Of the largest size. */
  widthPx: number;
  heightPx: number;
  /** From the smallest; there is always a middle one. */
  sizes: PhotographSize[];
  /** A `data:` address of a few pixels that stand in for it until it is there. */
  placeholder: string;
}

/** Photographs by their address in the folder public, as documents write it. */
export type Photographs = Readonly<Record<string, Photograph>>;

/** The folder of all files of photographs, from the site's top. */
export const PHOTOGRAPHS_FOLDER = 'assets/photographs';

/** Where a size of a photograph stands, from the site's top. */
export function photographAddress(key: string, size: PhotographSizeName, format: PhotographFormat): string {
  return `/${PHOTOGRAPHS_FOLDER}/${key}-${size}.${format}`;
}

/** Where it stands as a JPEG, for browsers that know neither format. */
export function fallbackAddress(key: string): string {
  return `/${PHOTOGRAPHS_FOLDER}/${key}.jpg`;
}

/** The addresses of the pictures that the page of a document shows: of its fields, then of its body. */
export function picturesOf({ data, body }: Document): string[] {
  const own = 'image' in data && data.image ? [data.image.src] : [];
  return [...new Set([...own, ...attributesIn(body.blocks, / src="([^"]*)"/g)])];
}

/** The addresses that the body of a document links to. */
export function linksOf({ body }: Document): string[] {
  return attributesIn(body.blocks, / href="([^"]*)"/g);
}

function attributesIn(blocks: readonly Block[], pattern: RegExp): string[] {
  return blocks.flatMap((block) =>
    isComponent(block)
      ? attributesIn(block.children, pattern)
      : Array.from(block.html.matchAll(pattern), ([, value = '']) => unescapeHtml(value)),
  );
}
