/**
 * The style sheets and scripts of a page written into it. A browser keeps no file for a frame with an opaque origin: beside the form it would
 * ask for each of them again after every key, and wait for the answers.
 */
import { hash } from 'node:crypto';

/** The folder of the files whose names change with their content, below the site's root. */
const HASHED_FOLDER = 'assets/';

const STYLE_LINK = /<link rel="stylesheet" href="([^"]+)">/g;
const DEFERRED_SCRIPT = /<script defer src="([^"]+)"><\/script>/g;
const POLICY = /(<meta http-equiv="content-security-policy" content=")([^"]*)"/;

/** The texts of files by their name below the site's root. */
export type FileTexts = ReadonlyMap<string, string>;

/** The names of the files of a page at `top` that `withFilesInline` can write into it: nothing changes under such a name. */
export function inlineFilesOf(html: string, top: string): string[] {
  const prefix = `${top}${HASHED_FOLDER}`;
  return [STYLE_LINK, DEFERRED_SCRIPT]
    .flatMap((tag) => Array.from(html.matchAll(tag), ([, address = '']) => address))
    .filter((address) => address.startsWith(prefix))
    .map((address) => address.slice(top.length));
}

/**
 * The page at `top` with these files in the place of their tags: the deferred scripts at its end, where they run as late, and after them
 * `script`. Its security policy then allows exactly these texts. A file without a text, or with one that would end its element, stays a file.
 */
export function withFilesInline(
  html: string,
  { top, texts, script }: { top: string; texts: FileTexts; script: string },
): string {
  const textAt = (address: string) =>
    address.startsWith(top) ? texts.get(address.slice(top.length)) : undefined;
  const styles: string[] = [];
  const scripts: string[] = [];
  const placed = html
    .replace(STYLE_LINK, (tag, address: string) => {
      const text = textAt(address);
      // A relative address in it would begin at another place.
      if (text === undefined || /<\/style|url\((?!["']?data:)/i.test(text)) return tag;
      styles.push(text);
      return `<style>${text}</style>`;
    })
    .replace(DEFERRED_SCRIPT, (tag, address: string) => {
      const text = textAt(address);
      if (text === undefined || /<\/script|<!--/i.test(text)) return tag;
      scripts.push(text);
      return '';
    })
    .replace(
      POLICY,
      (_, before: string, policy: string) => `${before}${allowing(policy, styles, [...scripts, script])}"`,
    );
  const end = [...scripts, script].map((text) => `<script>${text}</script>`).join('');
  const at = placed.lastIndexOf('</body>');
  return at < 0 ? placed + end : placed.slice(0, at) + end + placed.slice(at);
}

/** A content security policy that also allows these texts. */
function allowing(policy: string, styles: readonly string[], scripts: readonly string[]): string {
  const digests = (texts: readonly string[]) =>
    texts.map((text) => ` 'sha256-${hash('sha256', text, 'base64')}'`).join('');
  return policy
    .replace(/(?<=^|;\s*)script-src [^;]*/, (sources) => sources + digests(scripts))
    .replace(/(?<=^|;\s*)style-src [^;]*/, (sources) => sources + digests(styles));
}
