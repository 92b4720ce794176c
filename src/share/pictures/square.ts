/** The square picture of a link card, 500×500, for readers that crop: an icon and a title that can be told apart at a glance. */
import { pictureSizes } from '../../documents/picture-address.ts';
import { fitLine, size } from './card.ts';
import { box, type Node, scallops, seal, space, textBlock } from './elements.ts';
import type { PictureFacts } from './facts.ts';
import { fitTitle } from './fit.ts';
import { widthEm } from './fonts.ts';
import { colours, themeOf } from './theme.ts';

const SQUARE = pictureSizes.square;
const MARGIN = 42;
const STRIP = 84;
const LABEL = 84;
const widthPx = SQUARE.widthPx - 2 * MARGIN;

/** What the square looks like. */
export function square(facts: PictureFacts): Node {
  const theme = themeOf(facts.hue);
  const edge = scallops(SQUARE.widthPx, 20, theme.deep);
  const groundPx = SQUARE.heightPx - STRIP - edge.heightPx;
  return box(
    {
      ...size(SQUARE),
      backgroundColor: colours.paper,
      flexDirection: 'column',
      fontFamily: 'Everyday, Full',
    },
    [
      box({ height: groundPx, backgroundColor: theme.deep, flexDirection: 'column', paddingLeft: MARGIN }, [
        space(30),
        box({ height: LABEL, alignItems: 'center' }, [
          seal(facts.icon, LABEL, { ground: colours.paper, color: theme.deep }),
          box({ width: 18 }),
          fitLine(
            facts.over ? '已经结束' : facts.label,
            [40, 34, 28, 22],
            colours.paper,
            widthPx - LABEL - 18,
          ),
        ]),
        box({ height: groundPx - 30 - LABEL, alignItems: 'center' }, [title(facts)]),
      ]),
      edge.node,
      box({ height: STRIP, paddingLeft: MARGIN, alignItems: 'center' }, [
        fitLine(facts.siteName, [32, 28, 24, 20], colours.ink, widthPx),
      ]),
    ],
  );
}

function title({ title: text }: PictureFacts): Node {
  const sizes = [
    [100, 2],
    [84, 2],
    [76, 3],
    [68, 3],
    [60, 4],
    [56, 4],
    [50, 4],
    [46, 5],
    [40, 6],
  ].map(([sizePx = 0, most = 1]) => ({ sizePx, most }));
  const { lines, sizePx } = fitTitle(text, sizes, { widthPx, measure: (part) => widthEm(part, 700) });
  return textBlock(lines, { sizePx, weight: 700, color: colours.card, leading: 1.18 }).node;
}
