/** The wide image of a link preview (og:image), 1200×630. In a list of chats it is as large as a thumb, so the title is nearly everything. */
import { shareImageSizes } from '../../documents/share-image-path.ts';
import { type Block, box, icon, type SatoriNode, scallops, stack, textBlock } from './elements.ts';
import { fitTitle } from './fit.ts';
import { widthEm } from './fonts.ts';
import { previewFrame } from './preview-frame.ts';
import type { ShareImageData } from './share-image-data.ts';
import { colours, themeOf } from './theme.ts';

const PREVIEW_SIZE = shareImageSizes.card;
const MARGIN_PX = 72;
const STRIP_HEIGHT_PX = 168;
const widthPx = PREVIEW_SIZE.widthPx - 2 * MARGIN_PX;

/** The size range of an icon next to the title. */
const ORNAMENT_SIZE = { maxPx: 330, minPx: 200 };

/** The layout of the preview. */
export function linkPreview(facts: ShareImageData): SatoriNode {
  const theme = themeOf(facts.hue);
  const edge = scallops(PREVIEW_SIZE.widthPx, 40, theme.deep);
  const { block, longestPx } = title(facts);
  // A short title has a large icon next to it; a long one has the whole width.
  const ornamentPx = Math.min(ORNAMENT_SIZE.maxPx, widthPx - longestPx - 40);
  const backgroundPx = PREVIEW_SIZE.heightPx - STRIP_HEIGHT_PX - edge.heightPx;
  const ornament = box({ position: 'absolute', right: MARGIN_PX, top: backgroundPx - ornamentPx - 20 }, [
    icon(facts.icon, ornamentPx, theme.mid),
  ]);
  return previewFrame(facts, {
    size: PREVIEW_SIZE,
    theme,
    edge,
    ...{ marginPx: MARGIN_PX, stripHeightPx: STRIP_HEIGHT_PX, topPx: 46, labelGapPx: 24 },
    label: { sizesPx: [44, 36, 28], maxWidthPx: 900 },
    ornaments: ornamentPx < ORNAMENT_SIZE.minPx ? [] : [ornament],
    title: block.node,
    strip: strip(facts),
  });
}

function title({ title: text }: ShareImageData): { block: Block; longestPx: number } {
  const sizes = [
    [128, 1],
    [112, 2],
    [104, 2],
    [94, 2],
    [86, 2],
    [76, 3],
    [70, 3],
    [60, 4],
  ].map(([sizePx = 0, maxLines = 1]) => ({ sizePx, maxLines }));
  const { lines, sizePx } = fitTitle(text, sizes, { widthPx, measure: (part) => widthEm(part, 700) });
  return {
    block: textBlock(lines, { sizePx, weight: 700, color: colours.card, leading: 1.2 }),
    longestPx: Math.max(...lines.map((line) => widthEm(line, 700) * sizePx)),
  };
}

/** The subtitle and the name of the site. */
function strip({ subtitle, ended, siteName, isDemo }: ShareImageData): SatoriNode {
  const sizes = [
    { sizePx: 48, maxLines: 1 },
    { sizePx: 42, maxLines: 1 },
    { sizePx: 36, maxLines: 2 },
  ];
  const fitted = fitTitle(ended?.text ?? subtitle, sizes, { widthPx, measure: (part) => widthEm(part, 700) });
  const name = `${siteName}${isDemo ? '（示例）' : ''}`;
  return stack([
    textBlock(fitted.lines, { sizePx: fitted.sizePx, weight: 700, color: colours.ink, leading: 1.25 }),
    8,
    textBlock([name], { sizePx: 32, weight: 500, color: colours.soft, leading: 1.3 }),
  ]).node;
}
