/**
 * The poster, 1080×1920: a whole phone screen, passed on in chat groups and read by old people. Type is as large as its
 * content allows; on a phone of 360 px everything shows at a third of its size here. What does not fit is left out whole,
 * and the poster says so: nothing is ever cut off.
 */
import { pictureSizes } from '../../documents/picture-address.ts';
import { fitLine, size } from './card.ts';
import { type Block, box, type Node, scallops, seal, stack, textBlock } from './elements.ts';
import type { PictureFacts } from './facts.ts';
import { fitTitle } from './fit.ts';
import { widthEm } from './fonts.ts';
import { footer } from './poster-footer.ts';
import { partBlock } from './poster-parts.ts';
import { colours, type Theme, themeOf } from './theme.ts';

const POSTER = pictureSizes.poster;
export const MARGIN = 72;
export const COLUMN = POSTER.widthPx - 2 * MARGIN;

const SEAL = 104;
/** Space between parts, at the size of 1. */
const GAP = 40;
/** How large the type of the parts is, and with it the largest that a title may be. */
const SIZES = [
  ...[1.4, 1.3, 1.2, 1.1, 1.05, 1].map((scale) => ({ scale, titlePx: 132 })),
  ...[1, 0.95, 0.9, 0.86, 0.82].flatMap((scale) => [104, 84].map((titlePx) => ({ scale, titlePx }))),
];
/** From here on lists are shortened rather than made smaller; the last are for texts that no editor should write. */
const LEAST = [0.84, 0.78, 0.7, 0.6, 0.5].map((scale) => ({ scale, titlePx: 84 }));

/** What the poster looks like. */
export function poster(facts: PictureFacts): Node {
  const { head, parts, foot, gapPx } = fitPoster(facts);
  const roomPx = POSTER.heightPx - head.heightPx - foot.heightPx;
  const body = stack(parts.flatMap((part) => [gapPx, part]));
  return box(
    {
      ...size(POSTER),
      backgroundColor: colours.paper,
      flexDirection: 'column',
      fontFamily: 'Everyday, Full',
    },
    [
      head.node,
      box({ height: roomPx, paddingLeft: MARGIN, flexDirection: 'column' }, [body.node]),
      foot.node,
    ],
  );
}

export interface FittedPoster {
  head: Block;
  parts: Block[];
  foot: Block;
  /** Space above each part; less than nothing would mean that they do not fit. */
  gapPx: number;
}

/** All of it as large as it fits; lists lose items only when the type is small already. */
export function fitPoster(facts: PictureFacts): FittedPoster {
  const theme = themeOf(facts.hue);
  const foot = footer(facts, theme);
  const most = Math.max(...facts.parts.map((part) => part.items.length));
  const shorter = LEAST.flatMap((step) =>
    Array.from({ length: most }, (_, index) => ({ ...step, items: most - 1 - index })),
  ).filter(({ items, scale }) => items > 0 || scale < 0.75);
  let fitted: FittedPoster | undefined;
  for (const { scale, titlePx, items } of [...SIZES.map((step) => ({ ...step, items: most })), ...shorter]) {
    const head = headBlock(facts, theme, titlePx);
    const parts = facts.parts.flatMap((part) => partBlock(part, { theme, scale, items, widthPx: COLUMN }));
    const freePx = POSTER.heightPx - head.heightPx - foot.heightPx - stack(parts).heightPx;
    const gapPx = Math.floor(freePx / (parts.length + 1));
    fitted = { head, parts, foot, gapPx: Math.min(gapPx, GAP * 2.2) };
    if (gapPx >= GAP * Math.min(1, scale)) break;
  }
  if (!fitted) throw new Error('A poster has at least one size.');
  return fitted;
}

/** The coloured top: what it belongs to, and the title. */
function headBlock(facts: PictureFacts, theme: Theme, titlePx: number): Block {
  const edge = scallops(POSTER.widthPx, 30, theme.deep);
  const name = `${facts.siteName}${facts.isDemo ? '（示例）' : ''}`;
  const title = titleBlock(facts.title, titlePx);
  const rows = stack([
    SEAL / 2,
    {
      heightPx: SEAL,
      node: box({ height: SEAL, alignItems: 'center' }, [
        seal(facts.icon, SEAL, { ground: colours.paper, color: theme.deep }),
        box({ width: 28 }),
        box({ flexDirection: 'column' }, [
          fitLine(facts.label, [48, 40, 32, 26], colours.card, COLUMN - 140),
          fitLine(name, [40, 34, 28], colours.card, COLUMN - 140),
        ]),
      ]),
    },
    32,
    title,
    ...(facts.over ? [20, overBlock(facts.over, theme)] : []),
    30,
  ]);
  return {
    heightPx: rows.heightPx + edge.heightPx,
    node: box({ flexDirection: 'column' }, [
      box({ height: rows.heightPx, paddingLeft: MARGIN, backgroundColor: theme.deep }, [rows.node]),
      edge.node,
    ]),
  };
}

function titleBlock(text: string, mostPx: number): Block {
  const sizes = [
    [132, 2],
    [116, 2],
    [104, 3],
    [94, 3],
    [84, 4],
    [76, 5],
    [66, 6],
  ]
    .map(([sizePx = 0, most = 1]) => ({ sizePx, most }))
    .filter(({ sizePx }) => sizePx <= mostPx);
  const { lines, sizePx } = fitTitle(text, sizes, { widthPx: COLUMN, measure: (part) => widthEm(part, 700) });
  return textBlock(lines, { sizePx, weight: 700, color: colours.card, leading: 1.22 });
}

/** Says that it is of no use any more, before anybody goes for it. */
function overBlock(text: string, theme: Theme): Block {
  const { lines, sizePx } = fitTitle(
    text,
    [
      { sizePx: 52, most: 2 },
      { sizePx: 44, most: 3 },
    ],
    {
      widthPx: COLUMN - 56,
      measure: (part) => widthEm(part, 700),
    },
  );
  const words = textBlock(lines, { sizePx, weight: 700, color: theme.deep, leading: 1.4 });
  return {
    heightPx: words.heightPx + 32,
    node: box(
      {
        height: words.heightPx + 32,
        // satori adds the padding to the width.
        width: COLUMN - 28,
        paddingLeft: 28,
        alignItems: 'center',
        borderRadius: 16,
        backgroundColor: colours.paper,
      },
      [words.node],
    ),
  };
}
