/**
 * What may come out of a body: the elements that Markdown makes, and addresses that only lead somewhere.
 * Everything that is not named here is refused, so nothing in a content file can run.
 */

/** Elements that Markdown makes, with the attributes that are kept. */
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

/** Elements that have no end tag. */
export const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/** Whether a link may lead to `href`: a page of the site, an anchor, the web, a telephone or mail. */
export function isSafeLink(href: string): boolean {
  if (/^(?:https?|tel|mailto):/i.test(href)) return true;
  // Without a scheme; a browser ignores control characters and spaces inside one, so none may stand there.
  return /^(?:#|\/(?!\/)|\.{1,2}\/|[\p{L}\p{N}])[^:\s\p{Cc}]*$/u.test(href);
}

/** Whether a picture may come from `src`: only a file of the folder public. */
export function isSafeImage(src: string): boolean {
  return /^\/(?!\/)[^:\\\p{Cc}]+$/u.test(src) && !src.includes('..');
}
