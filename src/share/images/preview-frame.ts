/** The frame of both link previews: a coloured background with label and title, a scalloped edge, and a strip of paper. */
import { type Block, box, type SatoriNode, seal, space, textBlock } from './elements.ts';
import { fitTitle } from './fit.ts';
import { widthEm } from './fonts.ts';
import type { ShareImageData } from './share-image-data.ts';
import { colours, type Theme } from './theme.ts';

/** The side of the seal in front of the label. */
export const LABEL_SIZE_PX = 84;

export interface PreviewFrame {
  size: { widthPx: number; heightPx: number };
  theme: Theme;
  edge: Block;
  marginPx: number;
  stripHeightPx: number;
  /** The space above the label. */
  topPx: number;
  /** The space between the seal and the label. */
  labelGapPx: number;
  label: { sizesPx: readonly number[]; maxWidthPx: number };
  /** What lies behind the title. */
  ornaments: readonly SatoriNode[];
  title: SatoriNode;
  strip: SatoriNode;
}

/** The frame around a title and a strip; the label says if the document has ended. */
export function previewFrame(facts: ShareImageData, frame: PreviewFrame): SatoriNode {
  const { size, theme, edge, marginPx, stripHeightPx, topPx } = frame;
  const backgroundPx = size.heightPx - stripHeightPx - edge.heightPx;
  const { sizesPx, maxWidthPx } = frame.label;
  const column = { paddingLeft: marginPx, flexDirection: 'column' };
  return box(
    {
      ...toBoxSize(size),
      backgroundColor: colours.paper,
      flexDirection: 'column',
      fontFamily: 'Everyday, Full',
    },
    [
      box({ ...column, height: backgroundPx, backgroundColor: theme.deep }, [
        ...frame.ornaments,
        space(topPx),
        box({ height: LABEL_SIZE_PX, alignItems: 'center' }, [
          seal(facts.icon, LABEL_SIZE_PX, { ground: colours.paper, color: theme.deep }),
          box({ width: frame.labelGapPx }),
          fitLine(facts.ended?.label ?? facts.label, sizesPx, colours.paper, maxWidthPx),
        ]),
        box({ height: backgroundPx - topPx - LABEL_SIZE_PX, alignItems: 'center' }, [frame.title]),
      ]),
      edge.node,
      box({ ...column, height: stripHeightPx, justifyContent: 'center' }, [frame.strip]),
    ],
  );
}

export function toBoxSize({ widthPx: width, heightPx: height }: { widthPx: number; heightPx: number }) {
  return { width, height };
}

/** One line as large as it fits. */
export function fitLine(
  text: string,
  sizesPx: readonly number[],
  color: string,
  maxWidthPx: number,
): SatoriNode {
  const measure = (part: string) => widthEm(part, 700);
  const { lines, sizePx } = fitTitle(
    text,
    sizesPx.map((px) => ({ sizePx: px, maxLines: 1 })),
    { widthPx: maxWidthPx, measure },
  );
  return textBlock(lines, { sizePx, weight: 700, color, leading: 1.25 }).node;
}
