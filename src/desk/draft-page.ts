/**
 * A page of the site below another path, for the frame beside the form and for a reviewer: its links lead below the same path, a band says that
 * it is not published, and it may have another look.
 */

/** How a page looks: as on a phone with the reader's settings. */
export const looks = ['plain', 'large', 'dark'] as const;
export type Look = (typeof looks)[number];

/** The path of the files of this module, below the path of the draft. */
export const OWN_FOLDER = '_desk/';

export interface DraftPage {
  /** The base path of the site, with a slash at both ends. */
  top: string;
  /** The path that takes its place, with a slash at both ends. */
  below: string;
  look: Look;
  /** The words of the band; without them there is none. */
  band?: string | undefined;
}

/** Attributes that hold one address each. */
const ADDRESS = /(\s(?:href|src|action|poster|data-[a-z-]+)=")(\/(?!\/)[^"]*)"/g;
const ADDRESS_LIST = /(\s(?:srcset|imagesrcset)=")([^"]*)"/g;

/** The page below another path. */
export function draftPage(html: string, { top, below, look, band }: DraftPage): string {
  const moved = (address: string) =>
    address.startsWith(top) ? `${below}${address.slice(top.length)}` : address;
  const script = look === 'large' ? `<script defer src="${below}${OWN_FOLDER}large.js"></script>` : '';
  const placed = html
    .replace(ADDRESS, (_, before: string, address: string) => `${before}${moved(address)}"`)
    .replace(
      ADDRESS_LIST,
      (_, before: string, list: string) => `${before}${list.split(', ').map(moved).join(', ')}"`,
    )
    .replace('<meta name="color-scheme" content="light dark">', (whole) =>
      look === 'dark' ? '<meta name="color-scheme" content="dark">' : whole,
    );
  return withBand(placed, { below, band, robots: 'noindex', script });
}

/** The page with a band, unless undefined, and with its style sheet, which is below the path of the draft; `robots` is for search engines. */
export function withBand(
  html: string,
  {
    below,
    band,
    robots,
    script = '',
  }: { below: string; band?: string | undefined; robots: string; script?: string },
): string {
  const head = `<meta name="robots" content="${robots}"><link rel="stylesheet" href="${below}${OWN_FOLDER}band.css">${script}`;
  return html
    .replace('</head>', () => `${head}</head>`)
    .replace(/<body[^>]*>/, (body) =>
      band === undefined ? body : `${body}<p class="desk-band" role="status">${band}</p>`,
    );
}

/** A style sheet in the dark look: as on a phone that is set to dark. */
export function darkStyle(css: string): string {
  return css.replace(/\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g, '(min-width:0)');
}

/** What a page in the frame beside the form posts when it is painted: its origin is opaque, and the desk cannot look. */
export const SHOWN_MESSAGE = 'mingbai:shown';
/** To be run when the document is whole; it is painted between the two calls. */
export const SHOWN_SCRIPT = `requestAnimationFrame(()=>requestAnimationFrame(()=>parent.postMessage('${SHOWN_MESSAGE}','*')))`;

/** The files of this module, by name. */
export const ownFiles: Readonly<Record<string, string>> = {
  'band.css':
    '.desk-band{margin:0 0 8px;padding:8px 12px;border:2px solid #8a1c10;border-radius:8px;background:#fff4d6;color:#5c1207;font-weight:700;text-align:center}',
  'large.js': "document.documentElement.classList.add('large');",
};

/** A page without a look of its own, in place of one that a draft does not show. */
export function plainPage(title: string, words: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="robots" content="noindex"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><h1>${title}</h1><p>${words}</p></body></html>`;
}
