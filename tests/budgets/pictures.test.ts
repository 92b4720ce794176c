/** Pictures for chat groups: every document has them, they are small and whole, and their code leads to the document. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import readQr from 'jsqr';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/index.ts';
import { budgets } from '../../src/documents/budgets.ts';
import { fullShortUrl } from '../../src/documents/full-address.ts';
import {
  type ShareImageName,
  shareImagePath,
  shareImageSizes,
} from '../../src/documents/share-image-path.ts';
import { createSite } from '../../src/documents/site.ts';
import { projectDir } from '../../src/settings.ts';
import { siteDir } from '../support/built-site.ts';
import { type ReadPicture, readPng } from '../support/read-png.ts';

const corpus = readCorpus(join(projectDir, 'content'));
const site = createSite(corpus.documents, corpus, '2026-11-24');
const documents = [...site.policies, ...site.stories, ...site.notices].map((document) => ({
  ...document,
  name: `${document.collection}/${document.slug}`,
}));
type Pictured = (typeof documents)[number];
const file = (document: Pictured, name: ShareImageName) =>
  readFileSync(join(siteDir, shareImagePath(document, name)));

test.each(documents)(
  '$name: a phone reads its short address from the poster and from the code',
  (document) => {
    for (const name of ['poster', 'qr'] as const) {
      const { width, height, rgba } = readPng(file(document, name));
      expect([name, readQr(rgba, width, height)?.data]).toEqual([name, fullShortUrl(site, document)]);
    }
  },
);

describe.each(['card', 'square', 'poster'] as const)('every %s', (name) => {
  test('has its size and is within its byte limit', () => {
    for (const document of documents) {
      const png = file(document, name);
      const { width, height } = readPng(png);
      const { widthPx, heightPx } = shareImageSizes[name];
      expect([document.name, width, height]).toEqual([document.name, widthPx, heightPx]);
      expect(png.length).toBeLessThanOrEqual(budgets.pictureBytes[name]);
    }
  });

  test('has free margins: nothing is cut off at the edge', () => {
    for (const document of documents) {
      expect([document.name, rowsWithInkAtTheEdge(readPng(file(document, name)))]).toEqual([
        document.name,
        0,
      ]);
    }
  });
});

test('a guide has no pictures, and a page without pictures has no tag for them', () => {
  expect(existsSync(join(siteDir, 'share/pages'))).toBe(false);
  expect(readFileSync(join(siteDir, 'about/index.html'), 'utf8')).not.toContain('og:image');
});

test.each(documents)(
  '$name: its link card has the picture, by its full address, with size and alternative text',
  (document) => {
    const html = readFileSync(join(siteDir, document.collection, document.slug, 'index.html'), 'utf8');
    const tags = Array.from(
      html.matchAll(/<meta property="og:image(:\w+)?" content="([^"]*)">/g),
      (match) => [match[1] ?? '', match[2]],
    );
    const share = `https://mingbai.example/share/${document.collection}/${document.slug}`;
    const title = document.data.title.replaceAll('"', '&#34;');
    expect(tags).toEqual([
      ['', `${share}/card.png`],
      [':type', 'image/png'],
      [':width', '1200'],
      [':height', '630'],
      [':alt', title],
      ['', `${share}/square.png`],
      [':type', 'image/png'],
      [':width', '500'],
      [':height', '500'],
      [':alt', title],
    ]);
  },
);

/** Pixels at each edge that must be free. */
const EDGE = 20;
/** Height in rows of the scalloped edge of the coloured ground, which extends from side to side. */
const SCALLOPS = 19;

/** Rows and columns in the outermost pixels that are not of one colour, without the scalloped edge. */
function rowsWithInkAtTheEdge({ width, height, rgba }: ReadPicture): number {
  const colours = new Uint32Array(rgba.buffer);
  const at = (x: number, y: number) => colours[y * width + x];
  const isPlain = (from: number, y: number) => {
    for (let x = from; x < from + EDGE; x += 1) if (at(x, y) !== at(from, y)) return false;
    return true;
  };
  let inked = 0;
  for (let y = 0; y < height; y += 1) if (!isPlain(0, y) || !isPlain(width - EDGE, y)) inked += 1;
  let [above, below] = [0, 0];
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < EDGE; y += 1) {
      if (at(x, y) !== at(0, 0)) above += 1;
      if (at(x, height - 1 - y) !== at(0, height - 1)) below += 1;
    }
  }
  return Math.max(0, inked - SCALLOPS) + above + below;
}
