/** The footer of a poster: a QR code of the page, and a telephone number for those who do not scan. */
import { qrPath } from '../qr.ts';
import { type Block, box, icon, type SatoriNode, svgImage, textBlock } from './elements.ts';
import { fitTitle } from './fit.ts';
import { widthEm } from './fonts.ts';
import type { ShareImageData } from './share-image-data.ts';
import { colours, type Theme } from './theme.ts';

const PANEL_WIDTH_PX = 984;
const PANEL_HEIGHT_PX = 428;
const MARGIN_BELOW_PX = 44;
/** Largest width of the code; modules are whole pixels. */
const MAX_QR_PX = 380;

/** Lucide's telephone. */
const PHONE =
  '<path fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" stroke-width="2" d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233a14 14 0 0 0 6.392 6.384"/>';

/** The footer, as wide as the poster. */
export function footer({ url, contacts, invitation }: ShareImageData, theme: Theme): Block {
  const [first] = contacts;
  return {
    heightPx: PANEL_HEIGHT_PX + MARGIN_BELOW_PX,
    node: box({ height: PANEL_HEIGHT_PX + MARGIN_BELOW_PX, justifyContent: 'center' }, [
      box(
        {
          width: PANEL_WIDTH_PX,
          height: PANEL_HEIGHT_PX,
          borderRadius: 28,
          backgroundColor: theme.tint,
          alignItems: 'center',
          paddingLeft: 24,
        },
        [
          qrBlock(url),
          box({ width: 32 }),
          box({ flexDirection: 'column' }, [
            line('长按识别二维码', 66, theme.deep),
            line(invitation, 48, colours.ink),
            ...(first
              ? [
                  box({ height: 14 }),
                  box({ width: 480, height: 4, backgroundColor: theme.deep }),
                  box({ height: 14 }),
                  contactBlock(first, theme),
                ]
              : []),
          ]),
        ],
      ),
    ]),
  };
}

function line(text: string, sizePx: number, color: string): SatoriNode {
  return textBlock([text], { sizePx, weight: 700, color, leading: 1.25 }).node;
}

/** The contact, its number in large figures. */
function contactBlock({ name, phone }: ShareImageData['contacts'][number], theme: Theme): SatoriNode {
  const measure = (part: string) => widthEm(part, 700);
  const digits = fitTitle(
    phone,
    [98, 86, 74, 62, 50].map((sizePx) => ({ sizePx, maxLines: 1 })),
    { widthPx: 404, measure },
  );
  const who = fitTitle(
    `${name}`,
    [
      { sizePx: 44, maxLines: 1 },
      { sizePx: 36, maxLines: 2 },
      { sizePx: 30, maxLines: 3 },
    ],
    {
      widthPx: 488,
      measure,
    },
  );
  return box({ flexDirection: 'column' }, [
    line('不明白，打电话问', 44, colours.ink),
    box({ alignItems: 'center' }, [
      icon(PHONE, 64, theme.deep),
      box({ width: 18 }),
      textBlock(digits.lines, { sizePx: digits.sizePx, weight: 700, color: theme.deep, leading: 1.1 }).node,
    ]),
    textBlock(who.lines, { sizePx: who.sizePx, weight: 500, color: colours.ink, leading: 1.2 }).node,
  ]);
}

/** The code with its quiet zone. A module is a whole number of pixels, or its edges would blur. */
function qrBlock(url: string): SatoriNode {
  const { sideModules, path } = qrPath(url);
  const sidePx = sideModules * Math.max(1, Math.floor(MAX_QR_PX / sideModules));
  const inside = `<path fill="#fff" d="M0 0h${sideModules}v${sideModules}H0z"/><path fill="#000" shape-rendering="crispEdges" d="${path}"/>`;
  return box({ width: sidePx, height: sidePx }, [
    svgImage(inside, `0 0 ${sideModules} ${sideModules}`, { width: sidePx, height: sidePx }, '#000'),
  ]);
}
