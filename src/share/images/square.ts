/** The square link preview, 500×500, for apps that crop: an icon and a title that can be recognised at a glance. */
import { shareImageSizes } from '../../documents/share-image-path.ts';
import { box, type SatoriNode, scallops, seal, space, textBlock } from './elements.ts';
import { fitTitle } from './fit.ts';
import { widthEm } from './fonts.ts';
import { fitLine, toBoxSize } from './link-preview.ts';
import type { ShareImageData } from './share-image-data.ts';
import { colours, themeOf } from './theme.ts';

const SQUARE_SIZE = shareImageSizes.square;
const MARGIN_PX = 42;
const STRIP_HEIGHT_PX = 84;
const LABEL_SIZE_PX = 84;
const widthPx = SQUARE_SIZE.widthPx - 2 * MARGIN_PX;

/** The layout of the square preview. */
export function square(facts: ShareImageData): SatoriNode {
  const theme = themeOf(facts.hue);
  const edge = scallops(SQUARE_SIZE.widthPx, 20, theme.deep);
  const backgroundPx = SQUARE_SIZE.heightPx - STRIP_HEIGHT_PX - edge.heightPx;
  return box(
    {
      ...toBoxSize(SQUARE_SIZE),
      backgroundColor: colours.paper,
      flexDirection: 'column',
      fontFamily: 'Everyday, Full',
    },
    [
      box(
        {
          height: backgroundPx,
          backgroundColor: theme.deep,
          flexDirection: 'column',
          paddingLeft: MARGIN_PX,
        },
        [
          space(30),
          box({ height: LABEL_SIZE_PX, alignItems: 'center' }, [
            seal(facts.icon, LABEL_SIZE_PX, { ground: colours.paper, color: theme.deep }),
            box({ width: 18 }),
            fitLine(
              facts.endedText ? '已经结束' : facts.label,
              [40, 34, 28, 22],
              colours.paper,
              widthPx - LABEL_SIZE_PX - 18,
            ),
          ]),
          box({ height: backgroundPx - 30 - LABEL_SIZE_PX, alignItems: 'center' }, [title(facts)]),
        ],
      ),
      edge.node,
      box({ height: STRIP_HEIGHT_PX, paddingLeft: MARGIN_PX, alignItems: 'center' }, [
        fitLine(facts.siteName, [32, 28, 24, 20], colours.ink, widthPx),
      ]),
    ],
  );
}

function title({ title: text }: ShareImageData): SatoriNode {
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
  ].map(([sizePx = 0, maxLines = 1]) => ({ sizePx, maxLines }));
  const { lines, sizePx } = fitTitle(text, sizes, { widthPx, measure: (part) => widthEm(part, 700) });
  return textBlock(lines, { sizePx, weight: 700, color: colours.card, leading: 1.18 }).node;
}
