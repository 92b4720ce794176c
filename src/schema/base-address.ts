/** The address of a base, the content that a site extends: a folder, by a relative path. */

/** A parsed address. */
export type BaseAddress = { kind: 'folder'; path: string };

/** Characters that no address has: controls, invisible ones, backslashes, and what a shell or a terminal would read. */
const ODD = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\"'`<>|*?$;&]/u;

/** Parses the value of `extends`; the fault is in Chinese, without a full stop. */
export function parseBaseAddress(text: string): BaseAddress | { fault: string } {
  if (ODD.test(text) || text !== text.trim()) return { fault: `「${text}」里有不能用的符号` };
  if (/^[/~]|^[A-Za-z]:/.test(text))
    return {
      fault: `「${text}」只在这台机器上有，别人那里打不开。请写从内容文件夹出发的路径，例如 ../../province/content`,
    };
  if (/^-|:/.test(text)) return { fault: `「${text}」不是文件夹的路径` };
  return { kind: 'folder', path: text };
}
