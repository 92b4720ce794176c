/**
 * The styles of an article for the official account, each inline: the account drops style elements, classes, ids and variables. No font is
 * named, because saving changes unquoted ones; whatever has a background has its own text colour, so that the dark mode of the chat app
 * recolours both or neither.
 */

const INK = '#1f2329';
const BRAND = '#9e2b1c';

const list = 'margin:0 0 12px;padding:0 0 0 1.4em';
const box = `margin:0 0 16px;padding:12px;color:${INK}`;
const cell = `padding:6px;border:1px solid #d9d4cc;color:${INK}`;

export const styles = {
  root: `color:${INK};font-size:17px;line-height:1.75`,
  /** The first and last paragraph: without them the editor of the account drops the styles of what is next to the edge. */
  edge: 'margin:0;font-size:0;line-height:0',
  lead: 'margin:0 0 16px;font-size:18px',
  h2: `margin:28px 0 12px;padding:0 0 0 10px;border-left:5px solid ${BRAND};color:${BRAND};font-size:20px;font-weight:bold;line-height:1.4`,
  h3: 'margin:20px 0 8px;font-size:18px;font-weight:bold;line-height:1.4',
  p: 'margin:0 0 12px',
  /** A paragraph or line inside a list item. */
  line: 'margin:0',
  nested: 'margin:0 0 0 1em',
  ul: `${list};list-style-type:disc`,
  ol: `${list};list-style-type:decimal`,
  li: 'margin:0 0 6px',
  quote: 'margin:0 0 16px;padding:0 0 0 12px;border-left:4px solid #d9d4cc',
  table: 'width:100%;margin:0 0 16px;border-collapse:collapse;font-size:16px',
  th: `${cell};background-color:#f6efe6;font-weight:bold;text-align:left`,
  td: cell,
  code: `background-color:#f2f0ec;color:${INK};font-size:15px`,
  hr: 'margin:16px 0;border:0;border-top:1px solid #d9d4cc',
  img: 'display:block;width:100%;height:auto;margin:0 0 12px',
  small: 'margin:0 0 12px;color:#5c5750;font-size:15px',
  note: `${box};border:1px solid #2f6b55;background-color:#e4f0ea`,
  warning: `${box};border:1px solid #8a5300;background-color:#fdf1dc`,
  example: `${box};border:1px solid #d9d4cc;background-color:#faf6f0`,
  qr: 'display:block;width:160px;height:160px;margin:0 auto 8px',
  centre: 'margin:0 0 8px;text-align:center',
} as const;

export type StyleName = keyof typeof styles;
