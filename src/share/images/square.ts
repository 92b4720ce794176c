/** The square link preview, 500×500, for apps that crop: an icon and a title that can be recognised at a glance. */
import { shareImageSizes } from '../../documents/share-image-path.ts';
import { type SatoriNode, scallops, textBlock } from './elements.ts';
import { fitTitle } from './fit.ts';
import { widthEm } from './fonts.ts';
import { fitLine, LABEL_SIZE_PX, previewFrame } from './preview-frame.ts';
import type { ShareImageData } from './share-image-data.ts';
import { colours, themeOf } from './theme.ts';

const SQUARE_SIZE = shareImageSizes.square;
const MARGIN_PX = 42;
const STRIP_HEIGHT_PX = 84;
const widthPx = SQUARE_SIZE.widthPx - 2 * MARGIN_PX;

/** The layout of the square preview. */
export function square(facts: ShareImageData): SatoriNode {
  return previewFrame(facts, {
    size: SQUARE_SIZE,
    theme: themeOf(facts.hue),
    edge: scallops(SQUARE_SIZE.widthPx, 20, themeOf(facts.hue).deep),
    ...{ marginPx: MARGIN_PX, stripHeightPx: STRIP_HEIGHT_PX, topPx: 30, labelGapPx: 18 },
    label: { sizesPx: [40, 34, 28, 22], maxWidthPx: widthPx - LABEL_SIZE_PX - 18 },
    ornaments: [],
    title: title(facts),
    strip: fitLine(facts.siteName, [32, 28, 24, 20], colours.ink, widthPx),
  });
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
