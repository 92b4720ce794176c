/**
 * The allowlist for bodies: the elements of Markdown, and addresses that are only links. Everything else is refused, so that nothing in a
 * content file can run.
 */

export { isLinkAddress as isSafeLink, isPublicPath as isSafeImage } from '../schema/web-address.ts';

/** Elements of Markdown, with their allowed attributes. */
export const allowedElements: ReadonlyMap<string, readonly string[]> = new Map([
  ...['p', 'ul', 'li', 'blockquote', 'strong', 'em', 'del', 'code', 'pre', 'br', 'hr'].map(
    (name): [string, readonly string[]] => [name, []],
  ),
  ...['h2', 'h3', 'h4'].map((name): [string, readonly string[]] => [name, ['id']]),
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'].map((name): [string, readonly string[]] => [name, []]),
  ['ol', ['start']],
  ['a', ['href', 'title']],
  ['img', ['src', 'alt', 'title']],
]);

/** Elements without an end tag. */
export const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'img']);
