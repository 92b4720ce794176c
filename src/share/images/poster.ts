/**
 * The poster, 1080×1920: a whole phone screen, forwarded in chat groups and read by old people. Type is as large as its content allows; on
 * a phone of 360 px everything has a third of its size here. Content that does not fit is left out as a whole, with a note on the poster:
 * nothing is cut off.
 */
import { shareImageSizes } from '../../documents/share-image-path.ts';
import { type Block, box, type SatoriNode, scallops, seal, stack, textBlock } from './elements.ts';
import { fitTitle } from './fit.ts';
import { widthEm } from './fonts.ts';
import { footer } from './poster-footer.ts';
import { sectionBlock } from './poster-sections.ts';
import { fitLine, toBoxSize } from './preview-frame.ts';
import type { ShareImageData } from './share-image-data.ts';
import { colours, type Theme, themeOf } from './theme.ts';

const POSTER_SIZE = shareImageSizes.poster;
export const MARGIN_PX = 72;
export const COLUMN_WIDTH_PX = POSTER_SIZE.widthPx - 2 * MARGIN_PX;

const SEAL_SIZE_PX = 104;
/** Space between sections at scale 1. */
const SECTION_GAP_PX = 40;
/** Scales of the sections with the largest title for each. */
const SIZE_STEPS = [
  ...[1.4, 1.3, 1.2, 1.1, 1.05, 1].map((scale) => ({ scale, titlePx: 132 })),
  ...[1, 0.95, 0.9, 0.86, 0.82].flatMap((scale) => [104, 84].map((titlePx) => ({ scale, titlePx }))),
];
/** Below this scale lists are shortened instead; the last steps are for texts that no editor should write. */
const SHORTENING_STEPS = [0.84, 0.78, 0.7, 0.6, 0.5].map((scale) => ({ scale, titlePx: 84 }));

/** The layout of the poster. */
export function poster(facts: ShareImageData): SatoriNode {
  const { head, sections, foot, gapPx } = fitPoster(facts);
  const bodyHeightPx = POSTER_SIZE.heightPx - head.heightPx - foot.heightPx;
  const body = stack(sections.flatMap((section) => [gapPx, section]));
  return box(
    {
      ...toBoxSize(POSTER_SIZE),
      backgroundColor: colours.paper,
      flexDirection: 'column',
      fontFamily: 'Everyday, Full',
    },
    [
      head.node,
      box({ height: bodyHeightPx, paddingLeft: MARGIN_PX, flexDirection: 'column' }, [body.node]),
      foot.node,
    ],
  );
}

export interface FittedPoster {
  head: Block;
  sections: Block[];
  foot: Block;
  /** Space above each section; negative if they do not fit. */
  gapPx: number;
}

/** Everything as large as it fits; lists lose items only when the type is already small. */
export function fitPoster(facts: ShareImageData): FittedPoster {
  const theme = themeOf(facts.hue);
  const foot = footer(facts, theme);
  const mostItems = Math.max(...facts.sections.map((section) => section.items.length));
  const shorter = SHORTENING_STEPS.flatMap((step) =>
    Array.from({ length: mostItems }, (_, index) => ({ ...step, maxItems: mostItems - 1 - index })),
  ).filter(({ maxItems, scale }) => maxItems > 0 || scale < 0.75);
  let fitted: FittedPoster | undefined;
  for (const { scale, titlePx, maxItems } of [
    ...SIZE_STEPS.map((step) => ({ ...step, maxItems: mostItems })),
    ...shorter,
  ]) {
    const head = headBlock(facts, theme, titlePx);
    const sections = facts.sections.flatMap((section) =>
      sectionBlock(section, { theme, scale, maxItems, widthPx: COLUMN_WIDTH_PX }),
    );
    const freePx = POSTER_SIZE.heightPx - head.heightPx - foot.heightPx - stack(sections).heightPx;
    const gapPx = Math.floor(freePx / (sections.length + 1));
    fitted = { head, sections, foot, gapPx: Math.min(gapPx, SECTION_GAP_PX * 2.2) };
    if (gapPx >= SECTION_GAP_PX * Math.min(1, scale)) break;
  }
  if (!fitted) throw new Error('A poster has at least one size.');
  return fitted;
}

/** The coloured header: label, site and title. */
function headBlock(facts: ShareImageData, theme: Theme, titlePx: number): Block {
  const edge = scallops(POSTER_SIZE.widthPx, 30, theme.deep);
  const name = `${facts.siteName}${facts.isDemo ? '（示例）' : ''}`;
  const title = titleBlock(facts.title, titlePx);
  const rows = stack([
    SEAL_SIZE_PX / 2,
    {
      heightPx: SEAL_SIZE_PX,
      node: box({ height: SEAL_SIZE_PX, alignItems: 'center' }, [
        seal(facts.icon, SEAL_SIZE_PX, { ground: colours.paper, color: theme.deep }),
        box({ width: 28 }),
        box({ flexDirection: 'column' }, [
          fitLine(facts.label, [48, 40, 32, 26], colours.card, COLUMN_WIDTH_PX - 140),
          fitLine(name, [40, 34, 28], colours.card, COLUMN_WIDTH_PX - 140),
        ]),
      ]),
    },
    32,
    title,
    ...(facts.ended ? [20, endedBlock(facts.ended.text, theme)] : []),
    30,
  ]);
  return {
    heightPx: rows.heightPx + edge.heightPx,
    node: box({ flexDirection: 'column' }, [
      box({ height: rows.heightPx, paddingLeft: MARGIN_PX, backgroundColor: theme.deep }, [rows.node]),
      edge.node,
    ]),
  };
}

function titleBlock(text: string, maxPx: number): Block {
  const sizes = [
    [132, 2],
    [116, 2],
    [104, 3],
    [94, 3],
    [84, 4],
    [76, 5],
    [66, 6],
  ]
    .map(([sizePx = 0, maxLines = 1]) => ({ sizePx, maxLines }))
    .filter(({ sizePx }) => sizePx <= maxPx);
  const { lines, sizePx } = fitTitle(text, sizes, {
    widthPx: COLUMN_WIDTH_PX,
    measure: (section) => widthEm(section, 700),
  });
  return textBlock(lines, { sizePx, weight: 700, color: colours.card, leading: 1.22 });
}

/** Says that the policy or event has ended. */
function endedBlock(text: string, theme: Theme): Block {
  const { lines, sizePx } = fitTitle(
    text,
    [
      { sizePx: 52, maxLines: 2 },
      { sizePx: 44, maxLines: 3 },
    ],
    {
      widthPx: COLUMN_WIDTH_PX - 56,
      measure: (section) => widthEm(section, 700),
    },
  );
  const words = textBlock(lines, { sizePx, weight: 700, color: theme.deep, leading: 1.4 });
  return {
    heightPx: words.heightPx + 32,
    node: box(
      {
        height: words.heightPx + 32,
        // satori adds the padding to the width.
        width: COLUMN_WIDTH_PX - 28,
        paddingLeft: 28,
        alignItems: 'center',
        borderRadius: 16,
        backgroundColor: colours.paper,
      },
      [words.node],
    ),
  };
}
