/**
 * File names that Windows does not allow. An editor on Windows can neither clone nor pull a repository that has one. Source:
 * Microsoft, "Naming Files, Paths, and Namespaces".
 */

/** Device names, with any extension: `aux.mdx` is the device too. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows forbids just these.
const FORBIDDEN = /[<>:"|?*\\\u0000-\u001f]/;
/** Windows paths end at 260 characters; the rest is for the folder of the repository. */
const MAX_PATH_LENGTH = 200;

/** The reason why Windows does not allow a path, in words for editors; undefined if it does. Parts are divided by `/`. */
export function windowsNameIssue(path: string): string | undefined {
  const why = 'Windows 电脑上就取不下来，用 Windows 的同事没法再改这个网站';
  for (const part of path.split('/')) {
    if (DEVICE.test(part)) return `「${part}」是 Windows 留给设备的名字，${why}。请换一个名字。`;
    const forbidden = FORBIDDEN.exec(part)?.[0];
    if (forbidden !== undefined)
      return `「${part}」里有 Windows 不许用的符号 ${forbidden}，${why}。请去掉这个符号。`;
    if (/[. ]$/.test(part) && part !== '.' && part !== '..') {
      return `「${part}」的最后是点或者空格，${why}。请去掉。`;
    }
  }
  if (path.length <= MAX_PATH_LENGTH) return undefined;
  return `文件夹和文件名一共 ${path.length} 个字，最多 ${MAX_PATH_LENGTH} 个，再长${why}。请把名字改短。`;
}
