/** The sections of a poster between header and footer, one function for each layout. */
import { type Block, box, type SatoriNode, stack, textBlock } from './elements.ts';
import { fitTitle } from './fit.ts';
import { type Weight, widthEm } from './fonts.ts';
import { breakLines } from './lines.ts';
import type { PosterSection } from './share-image-data.ts';
import { colours, type Theme } from './theme.ts';

export interface SectionStyle {
  theme: Theme;
  /** Size of the type; 1 is comfortable. */
  scale: number;
  /** The maximum number of items shown of a list. */
  maxItems: number;
  widthPx: number;
}

/** A section as a block; none if `maxItems` leaves a list empty. */
export function sectionBlock(part: PosterSection, setting: SectionStyle): Block[] {
  switch (part.layout) {
    case 'points':
      return [points(part, setting)];
    case 'list':
      return list(part, setting);
    case 'saying':
      return [saying(part, setting)];
    case 'rows':
      return [rows(part, setting)];
    case 'deadline':
      return [deadline(part, setting)];
  }
}

const px = (base: number, { scale }: SectionStyle) => Math.round(base * scale);

interface Column {
  widthPx: number;
  color?: string;
  leading?: number;
  /** Lines alike in length, as in a title. */
  isTitle?: boolean;
}

function setText(text: string, sizePx: number, weight: Weight, column: Column): Block {
  const { widthPx, color = colours.ink, leading = 1.36, isTitle = false } = column;
  const measure = (part: string) => widthEm(part, weight);
  const lines = breakLines(text, { widthEm: widthPx / sizePx, measure, isTitle });
  return textBlock(lines, { sizePx, weight, color, leading });
}

/** A heading with a short stroke before it. */
function heading(text: string, setting: SectionStyle): Block {
  const sizePx = px(46, setting);
  const words = textBlock([text], { sizePx, weight: 700, color: setting.theme.deep, leading: 1.3 });
  const stroke = box({ width: 12, height: sizePx, borderRadius: 6, backgroundColor: setting.theme.deep });
  return {
    heightPx: words.heightPx,
    node: box({ alignItems: 'center' }, [stroke, box({ width: 18 }), words.node]),
  };
}

/** A mark at the left of a text, level with its first line. */
function marked(mark: SatoriNode, markWidthPx: number, text: Block): Block {
  return {
    heightPx: text.heightPx,
    node: box({ height: text.heightPx }, [box({ width: markWidthPx }, [mark]), text.node]),
  };
}

function points({ heading: name, items }: PosterSection, setting: SectionStyle): Block {
  const sizePx = px(60, setting);
  const discPx = px(68, setting);
  const indent = discPx + px(24, setting);
  const blocks = items.map((item, index) => {
    const words = setText(item, sizePx, 700, {
      widthPx: setting.widthPx - indent,
      leading: 1.32,
      isTitle: true,
    });
    const lineHeightPx = Math.round(sizePx * 1.32);
    const disc = box(
      {
        width: discPx,
        height: discPx,
        marginTop: Math.round((lineHeightPx - discPx) / 2),
        borderRadius: discPx / 2,
        backgroundColor: setting.theme.deep,
        alignItems: 'center',
        justifyContent: 'center',
      },
      [
        textBlock([String(index + 1)], {
          sizePx: px(44, setting),
          weight: 700,
          color: colours.card,
          leading: 1.2,
        }).node,
      ],
    );
    return marked(disc, indent, words);
  });
  return stack([heading(name, setting), px(20, setting), ...withSpace(blocks, px(18, setting))]);
}

function list({ heading: name, items }: PosterSection, setting: SectionStyle): Block[] {
  if (setting.maxItems < 1) return [];
  const sizePx = px(50, setting);
  const indent = px(40, setting);
  const shown = items.slice(0, setting.maxItems);
  const left = items.length - shown.length;
  const dotPx = px(16, setting);
  const blocks = shown.map((item) => {
    const dot = box({
      width: dotPx,
      height: dotPx,
      marginTop: Math.round((sizePx * 1.36 - dotPx) / 2),
      borderRadius: dotPx / 2,
      backgroundColor: setting.theme.deep,
    });
    return marked(dot, indent, setText(item, sizePx, 500, { widthPx: setting.widthPx - indent }));
  });
  const more = setText(`还有${left}条，扫码看全。`, sizePx, 700, {
    widthPx: setting.widthPx,
    color: setting.theme.deep,
  });
  return [
    stack([
      heading(name, setting),
      px(14, setting),
      ...withSpace(left > 0 ? [...blocks, more] : blocks, px(10, setting)),
    ]),
  ];
}

function saying({ heading: who, items: [text = ''] }: PosterSection, setting: SectionStyle): Block {
  const words = setText(text, px(62, setting), 700, { widthPx: setting.widthPx, leading: 1.45 });
  if (who === '') return words;
  const name = setText(who, px(44, setting), 500, {
    widthPx: setting.widthPx,
    color: setting.theme.deep,
  });
  return stack([words, px(16, setting), name]);
}

/** Rows of a name and a value, separated by a tab; a row without a tab is a small remark. */
function rows({ items }: PosterSection, setting: SectionStyle): Block {
  const sizePx = px(52, setting);
  const indent = Math.round(sizePx * 2.8);
  const blocks = items.map((item) => {
    const [name = '', text] = item.split('\t');
    if (text === undefined)
      return setText(name, px(38, setting), 500, { widthPx: setting.widthPx, color: colours.soft });
    const words = setText(text, sizePx, 700, { widthPx: setting.widthPx - indent });
    const label = textBlock([name], { sizePx, weight: 500, color: setting.theme.deep, leading: 1.36 });
    return marked(label.node, indent, words);
  });
  return stack(withSpace(blocks, px(16, setting)));
}

/** The deadline on a background of its own: next to its name if it fits, otherwise below. */
function deadline({ heading: name, items: [text = ''] }: PosterSection, setting: SectionStyle): Block {
  const padding = px(28, setting);
  const label = textBlock([name], {
    sizePx: px(44, setting),
    weight: 700,
    color: setting.theme.deep,
    leading: 1.3,
  });
  const labelPx = Math.ceil(widthEm(name, 700) * px(44, setting)) + padding;
  const innerPx = setting.widthPx - 2 * padding;
  const day = (widthPx: number, sizes: readonly number[]) =>
    fitTitle(
      text,
      sizes.map((base) => ({ sizePx: px(base, setting), maxLines: base === 50 ? 9 : 1 })),
      {
        widthPx,
        measure: (part) => widthEm(part, 700),
      },
    );
  const beside = day(innerPx - labelPx, [60, 54]);
  const isBeside = beside.lines.length === 1 && widthEm(text, 700) * beside.sizePx <= innerPx - labelPx;
  const { lines, sizePx } = isBeside ? beside : day(innerPx, [60, 54, 50]);
  const words = textBlock(lines, { sizePx, weight: 700, color: colours.ink, leading: 1.3 });
  const content = isBeside
    ? {
        heightPx: words.heightPx,
        node: box({ alignItems: 'center' }, [box({ width: labelPx }, [label.node]), words.node]),
      }
    : stack([label, 4, words]);
  const heightPx = content.heightPx + 2 * px(24, setting);
  const ground = { borderRadius: 20, backgroundColor: setting.theme.tint };
  // satori adds the padding to the width.
  const widthPx = setting.widthPx - padding;
  const place = { width: widthPx, height: heightPx, paddingLeft: padding, alignItems: 'center' };
  return { heightPx, node: box({ ...place, ...ground }, [content.node]) };
}

function withSpace(blocks: readonly Block[], spacePx: number): (Block | number)[] {
  return blocks.flatMap((block, index) => (index === 0 ? [block] : [spacePx, block]));
}
