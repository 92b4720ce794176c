/** With any amount of text, everything shown on a poster fits: nothing overlaps and nothing is cut off. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareImageSizes } from '../../documents/share-image-path.ts';
import type { SatoriNode } from './elements.ts';
import { type Weight, widthEm } from './fonts.ts';
import { linkPreview } from './link-preview.ts';
import { fitPoster, poster } from './poster.ts';
import type { PosterSection, ShareImageData } from './share-image-data.ts';
import { square } from './square.ts';
import { colours } from './theme.ts';

const characters = [...'家里收入太低可以申请补助，的。、人老幺（）《》12AZa 0％'];
const text = (maxLength: number) =>
  fc
    .array(fc.constantFrom(...characters), { minLength: 1, maxLength })
    .map((list) => list.join('').trim() || '字');
const items = (maxTextLength: number, maxLength: number) =>
  fc.array(text(maxTextLength), { minLength: 1, maxLength });
const section = (layout: PosterSection['layout'], maxTextLength: number, maxItems: number) =>
  fc.record({
    layout: fc.constant(layout),
    heading: fc.constantFrom('', '谁能办'),
    items: items(maxTextLength, maxItems),
  });

const policySections = fc.tuple(
  section('points', 30, 3),
  section('list', 120, 12),
  section('deadline', 80, 1),
);
const storySections = fc.tuple(section('saying', 120, 1), section('list', 40, 4), section('rows', 60, 1));
const rows = fc
  .array(text(120), { minLength: 2, maxLength: 6 })
  .map(
    (list): PosterSection => ({ layout: 'rows', heading: '', items: list.map((item) => `时间\t${item}`) }),
  );
const noticeSections = fc.tuple(section('saying', 120, 1), rows, section('deadline', 30, 1));

const facts: fc.Arbitrary<ShareImageData> = fc.record({
  siteName: text(20),
  isDemo: fc.boolean(),
  label: text(60),
  hue: fc.constantFrom('brand', 'good', 'careful', 'soft'),
  icon: fc.constant('<path d="M0 0h24"/>'),
  title: text(40),
  subtitle: text(56),
  invitation: fc.constant('看怎么办、带什么'),
  sections: fc.oneof(policySections, storySections, noticeSections),
  contacts: fc.array(fc.record({ name: text(60), phone: fc.constantFrom('12345', '0357-5122345-12345') }), {
    maxLength: 3,
  }),
  url: fc.constant('https://www.county.example/mingbai/s/ab2cd/'),
});

interface RenderedLine {
  sizePx: number;
  /** Without the white half of a mark at its end, which may extend into the margin. */
  widthPx: number;
}

/** Every line of text of a tree. */
function linesIn(node: SatoriNode): RenderedLine[] {
  const { style = {}, children = [] } = node.props;
  if (typeof children !== 'string') return children.flatMap(linesIn);
  const sizePx = Number(style.fontSize);
  const white = /[。，、）》」』”’】〕〉]$/u.test(children) ? 0.5 : 0;
  const widthPx = (widthEm(children, Number(style.fontWeight) as Weight) - white) * sizePx;
  return [{ sizePx, widthPx }];
}

/** Height of all lines in the colour of titles; a line of several pieces counts once. */
function titleHeightPx(node: SatoriNode): number {
  const { style = {}, children = [] } = node.props;
  if (typeof children === 'string') return style.color === colours.card ? Number(style.height) : 0;
  const heights = children.map(titleHeightPx);
  return style.flexDirection === 'column' ? heights.reduce((a, b) => a + b, 0) : Math.max(0, ...heights);
}

test('the parts of a poster fit between its head and its foot, with space between them', () => {
  fc.assert(
    fc.property(facts, (each) => {
      expect(fitPoster(each).gapPx).toBeGreaterThan(8);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['poster', poster],
  ['card', linkPreview],
  ['square', square],
] as const)('no line of a %s is wider than the picture', (name, layout) => {
  fc.assert(
    fc.property(facts, (each) => {
      for (const { widthPx } of linesIn(layout(each))) {
        expect(widthPx).toBeLessThan(shareImageSizes[name].widthPx - 40);
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['card', linkPreview, 317],
  ['square', square, 289],
] as const)('the title of a %s fits between its label and its edge', (_, layout, roomPx) => {
  fc.assert(
    fc.property(facts, (each) => {
      expect(titleHeightPx(layout(each))).toBeLessThanOrEqual(roomPx);
    }),
    { numRuns: 100 },
  );
});

test('type is large with little text, and never smaller than an old reader can read', () => {
  fc.assert(
    fc.property(facts, (each) => {
      for (const { sizePx } of linesIn(poster(each))) expect(sizePx).toBeGreaterThanOrEqual(19);
    }),
    { numRuns: 60 },
  );
});
