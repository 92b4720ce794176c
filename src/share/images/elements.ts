/**
 * The few kinds of box in the images, as satori expects them. Text is already broken into lines; satori only positions them. A block
 * has its height, so that an image can check whether everything fits.
 */
import { type Weight, widthEm } from './fonts.ts';

/** An element of satori's tree. */
export interface SatoriNode {
  type: string;
  props: {
    style?: Record<string, string | number>;
    children?: SatoriNode[] | string;
    [name: string]: unknown;
  };
}

export interface Block {
  heightPx: number;
  node: SatoriNode;
}

/** A box, laid out as a row unless the style says otherwise. */
export function box(
  style: Record<string, string | number>,
  children: SatoriNode[] | string = [],
): SatoriNode {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

export interface TextStyle {
  sizePx: number;
  weight: Weight;
  color: string;
  /** Height of a line as a multiple of the size. */
  leading: number;
}

/** Lines of text, one below the other. */
export function textBlock(lines: readonly string[], style: TextStyle): Block {
  const lineHeightPx = Math.round(style.sizePx * style.leading);
  return {
    heightPx: lineHeightPx * lines.length,
    node: box(
      { flexDirection: 'column' },
      lines.map((line) => textLine(line, style, lineHeightPx)),
    ),
  };
}

/** Between two punctuation marks of which the first is half white at its right or the second at its left. */
const BETWEEN_PUNCTUATION =
  /(?<=[。，、；：！？）》」』”’】〕])(?=[（《「『“‘【〔。，、；：！？）》」』”’】〕])/u;

/** One line. Adjacent punctuation marks are set closer, and an opening mark hangs in the margin (clreq, punctuation adjustment). */
export function textLine(
  text: string,
  { sizePx, weight, color }: TextStyle,
  lineHeightPx: number,
): SatoriNode {
  const half = -sizePx / 2;
  const runs = text.split(BETWEEN_PUNCTUATION);
  const style = {
    fontSize: sizePx,
    fontWeight: weight,
    lineHeight: lineHeightPx / sizePx,
    color,
    whiteSpace: 'nowrap',
  };
  const nodes = runs.map((run, index) =>
    box(
      {
        ...style,
        height: lineHeightPx,
        width: Math.ceil(widthEm(run, weight) * sizePx) + 1,
        marginLeft: index > 0 ? half - 1 : /^[（《「『“‘【〔]/u.test(run) ? half : 0,
      },
      run,
    ),
  );
  return nodes.length === 1 && nodes[0] ? nodes[0] : box({ height: lineHeightPx }, nodes);
}

/** An SVG from its inner markup; `currentColor` in it becomes `color`. */
export function svgImage(
  inside: string,
  view: string,
  size: { width: number; height: number },
  color: string,
): SatoriNode {
  const [viewWidth, viewHeight] = view.split(' ').slice(2);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" width="${viewWidth}" height="${viewHeight}">` +
    `${inside.replaceAll('currentColor', color)}</svg>`;
  return {
    type: 'img',
    props: { src: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, ...size },
  };
}

/** A Lucide icon. */
export function icon(inside: string, sizePx: number, color: string): SatoriNode {
  return svgImage(inside, '0 0 24 24', { width: sizePx, height: sizePx }, color);
}

/** The icon in a round seal. */
export function seal(
  inside: string,
  sizePx: number,
  { ground, color }: { ground: string; color: string },
): SatoriNode {
  return box(
    {
      width: sizePx,
      height: sizePx,
      borderRadius: sizePx / 2,
      backgroundColor: ground,
      alignItems: 'center',
      justifyContent: 'center',
    },
    [icon(inside, Math.round(sizePx * 0.6), color)],
  );
}

/** A lower edge in scallops, as in paper-cuts. */
export function scallops(widthPx: number, count: number, color: string): Block {
  const step = widthPx / count;
  const heightPx = Math.ceil(step / 2);
  const arcs = Array.from({ length: count }, () => `a${step / 2} ${step / 2} 0 0 1 ${-step} 0`).join('');
  const path = `<path fill="currentColor" d="M0 0H${widthPx}${arcs}z"/>`;
  return {
    heightPx,
    node: svgImage(path, `0 0 ${widthPx} ${heightPx}`, { width: widthPx, height: heightPx }, color),
  };
}

/** An empty box of some height. */
export function space(heightPx: number): SatoriNode {
  return box({ height: heightPx, flexShrink: 0 });
}

/** Blocks one below the other; a number is the space between two, in pixels. */
export function stack(blocks: readonly (Block | number)[]): Block {
  const nodes: SatoriNode[] = [];
  let [heightPx, above] = [0, 0];
  for (const block of blocks) {
    heightPx += typeof block === 'number' ? block : block.heightPx;
    if (typeof block === 'number') above += block;
    else {
      nodes.push(withMargin(block.node, above));
      above = 0;
    }
  }
  return { heightPx, node: box({ flexDirection: 'column' }, nodes) };
}

function withMargin(node: SatoriNode, marginTop: number): SatoriNode {
  if (marginTop === 0) return node;
  return { ...node, props: { ...node.props, style: { ...node.props.style, marginTop } } };
}
