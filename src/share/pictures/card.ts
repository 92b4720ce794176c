/** The wide picture of a link card, 1200×630: in a list of chats it is as large as a thumb, so the title is all but all. */
import { pictureSizes } from '../../documents/picture-address.ts';
import { type Block, box, icon, type Node, scallops, seal, space, stack, textBlock } from './elements.ts';
import type { PictureFacts } from './facts.ts';
import { fitTitle } from './fit.ts';
import { widthEm } from './fonts.ts';
import { colours, themeOf } from './theme.ts';

const CARD = pictureSizes.card;
const MARGIN = 72;
const STRIP = 168;
const LABEL = 84;
const widthPx = CARD.widthPx - 2 * MARGIN;

/** The largest ornament, and the least that is worth drawing. */
const ORNAMENT = { mostPx: 330, leastPx: 200 };

/** What the card looks like. */
export function card(facts: PictureFacts): Node {
  const theme = themeOf(facts.hue);
  const edge = scallops(CARD.widthPx, 40, theme.deep);
  const { block, longestPx } = title(facts);
  // Beside a short title its icon stands large; a long one has the whole width.
  const ornamentPx = Math.min(ORNAMENT.mostPx, widthPx - longestPx - 40);
  const groundPx = CARD.heightPx - STRIP - edge.heightPx;
  const ornament = box({ position: 'absolute', right: MARGIN, top: groundPx - ornamentPx - 20 }, [
    icon(facts.icon, ornamentPx, theme.mid),
  ]);
  return box(
    { ...size(CARD), backgroundColor: colours.paper, flexDirection: 'column', fontFamily: 'Everyday, Full' },
    [
      box({ height: groundPx, backgroundColor: theme.deep, flexDirection: 'column', paddingLeft: MARGIN }, [
        ...(ornamentPx < ORNAMENT.leastPx ? [] : [ornament]),
        space(46),
        box({ height: LABEL, alignItems: 'center' }, [
          seal(facts.icon, LABEL, { ground: colours.paper, color: theme.deep }),
          box({ width: 24 }),
          fitLine(facts.over ? '已经结束' : facts.label, [44, 36, 28], colours.paper, 900),
        ]),
        box({ height: groundPx - 46 - LABEL, alignItems: 'center' }, [block.node]),
      ]),
      edge.node,
      box({ height: STRIP, paddingLeft: MARGIN, flexDirection: 'column', justifyContent: 'center' }, [
        strip(facts),
      ]),
    ],
  );
}

export function size({ widthPx: width, heightPx: height }: { widthPx: number; heightPx: number }) {
  return { width, height };
}

/** One line as large as it fits. */
export function fitLine(text: string, sizesPx: readonly number[], color: string, most: number): Node {
  const measure = (part: string) => widthEm(part, 700);
  const { lines, sizePx } = fitTitle(
    text,
    sizesPx.map((px) => ({ sizePx: px, most: 1 })),
    { widthPx: most, measure },
  );
  return textBlock(lines, { sizePx, weight: 700, color, leading: 1.25 }).node;
}

function title({ title: text }: PictureFacts): { block: Block; longestPx: number } {
  const sizes = [
    [128, 1],
    [112, 2],
    [104, 2],
    [94, 2],
    [86, 2],
    [76, 3],
    [70, 3],
    [60, 4],
  ].map(([sizePx = 0, most = 1]) => ({ sizePx, most }));
  const { lines, sizePx } = fitTitle(text, sizes, { widthPx, measure: (part) => widthEm(part, 700) });
  return {
    block: textBlock(lines, { sizePx, weight: 700, color: colours.card, leading: 1.2 }),
    longestPx: Math.max(...lines.map((line) => widthEm(line, 700) * sizePx)),
  };
}

/** What to remember, and whose site it is. */
function strip({ line, over, siteName, isDemo }: PictureFacts): Node {
  const sizes = [
    { sizePx: 48, most: 1 },
    { sizePx: 42, most: 1 },
    { sizePx: 36, most: 2 },
  ];
  const fitted = fitTitle(over ?? line, sizes, { widthPx, measure: (part) => widthEm(part, 700) });
  const name = `${siteName}${isDemo ? '（示例）' : ''}`;
  return stack([
    textBlock(fitted.lines, { sizePx: fitted.sizePx, weight: 700, color: colours.ink, leading: 1.25 }),
    8,
    textBlock([name], { sizePx: 32, weight: 500, color: colours.soft, leading: 1.3 }),
  ]).node;
}
