/**
 * A photograph as pages show it: in widths for phones, created by the build (src/photographs/). Which photographs a document shows,
 * and where their files are.
 */
import { type Block, isComponent } from './block.ts';
import { mayMatch } from './body-json.ts';
import type { ContentDocument } from './document.ts';
import { unescapeHtml } from './html-text.ts';

/** The widths of a photograph, from the smallest; a narrow original lacks the larger ones. */
export const photographSizes = ['small', 'middle', 'large'] as const;
export type PhotographSizeName = (typeof photographSizes)[number];

/** Formats in the browser's order of preference: AVIF from Chromium 85 and Safari 16.4 on, WebP from 32 and 14. */
export const photographFormats = ['avif', 'webp'] as const;
export type PhotographFormat = (typeof photographFormats)[number];

/** The one file of each photograph in a phone's offline copy: every browser that can store a copy supports it. */
export const offlinePhotograph = { size: 'middle', format: 'webp' } as const;

export interface PhotographSize {
  name: PhotographSizeName;
  widthPx: number;
  /** Of its heaviest format. */
  bytes: number;
}

export interface Photograph {
  /** A hash of the photograph and of the way its files are made; part of their names. */
  key: string;
  /** Of the largest size. */
  widthPx: number;
  heightPx: number;
  /** From the smallest; there is always a middle one. */
  sizes: PhotographSize[];
  /** A `data:` address of a few pixels, the placeholder until it has loaded. */
  placeholder: string;
}

/** Photographs by their address in the folder public, as written in documents. */
export type Photographs = Readonly<Record<string, Photograph>>;

/** The folder of all files of photographs, from the site root. */
export const PHOTOGRAPHS_FOLDER = 'assets/photographs';

/** The address of a size of a photograph, from the site root. */
export function photographAddress(key: string, size: PhotographSizeName, format: PhotographFormat): string {
  return `/${PHOTOGRAPHS_FOLDER}/${key}-${size}.${format}`;
}

/** The address of its JPEG, for browsers that support neither format. */
export function fallbackAddress(key: string): string {
  return `/${PHOTOGRAPHS_FOLDER}/${key}.jpg`;
}

/** In the text of every body with a picture, as Markdown or HTML. */
const PICTURE = /src|!\[/i;
/** The same for a link to a photograph. */
const LINKED_PHOTOGRAPH = /jpe?g|png|webp/i;

/** The addresses of the pictures on the page of a document: those of its fields, then those of its body. */
export function picturesOf({ data, body }: ContentDocument): string[] {
  const own = 'image' in data && data.image ? [data.image.src] : [];
  // Most bodies have no picture, and need not be parsed for that.
  const inBody = mayMatch(body, PICTURE) ? attributesIn(body.blocks, / src="([^"]*)"/g) : [];
  return [...new Set([...own, ...inBody])];
}

/** The addresses that the body of a document links to, if one may be of a photograph. */
export function linksToPhotographs({ body }: ContentDocument): string[] {
  if (!mayMatch(body, LINKED_PHOTOGRAPH)) return [];
  return attributesIn(body.blocks, / href="([^"]*)"/g);
}

function attributesIn(blocks: readonly Block[], pattern: RegExp): string[] {
  return blocks.flatMap((block) =>
    isComponent(block)
      ? attributesIn(block.children, pattern)
      : Array.from(block.html.matchAll(pattern), ([, value = '']) => unescapeHtml(value)),
  );
}
