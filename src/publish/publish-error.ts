/** A reason not to publish that an editor can do something about: printed as it stands, never with a stack. */
export class PublishError extends Error {}

/** In the place of a code, where a program only says that it could not write. */
const UNWRITABLE = 'unwritable';

const NO_FOLDER = '路径中间有一个不是文件夹（是文件，或者断了的链接），没有发布。请看看路径有没有写错。';

/** What the system's codes mean to the person who publishes. */
const messages: Record<string, string> = {
  ENOSPC: '磁盘满了，没有发布。网站还是原来的样子。请清出地方，再发布一次。',
  EDQUOT: '磁盘配额用完了，没有发布。网站还是原来的样子。请清出地方，再发布一次。',
  EACCES: '没有权限写发布文件夹，没有发布。请换一个有权限的账号，或者请管理员开通。',
  EPERM: '没有权限写发布文件夹，没有发布。请换一个有权限的账号，或者请管理员开通。',
  EROFS: '发布文件夹所在的磁盘是只读的，没有发布。请让管理员检查磁盘。',
  EIO: '磁盘读写出错，没有发布。网站还是原来的样子。请让管理员检查磁盘。',
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  ELOOP: '路径里的链接转圈，走不到头，没有发布。请看看路径有没有写错。',
  ENAMETOOLONG: '路径太长，没有发布。请换一个短一点的。',
  EBUSY: '别的程序正占着这个文件夹，没有发布。请关掉它，再发布一次。',
  EMFILE: '打开的文件太多，没有发布。网站还是原来的样子。请让管理员把 ulimit -n 调大。',
  [UNWRITABLE]: '磁盘写不进去，多半是满了，没有发布。网站还是原来的样子。请让管理员清出地方，再来一次。',
  ENOMEM: '内存不够，没有发布。网站还是原来的样子。请关掉别的程序，再发布一次。',
};

/** What libraries and programs write where the system's code got lost on the way. */
const codePatterns: readonly [RegExp, string][] = [
  [/\bENOSPC\b|no space left on device/i, 'ENOSPC'],
  [/\bEDQUOT\b|disk quota exceeded/i, 'EDQUOT'],
  [/\bEROFS\b|read-only file ?system/i, 'EROFS'],
  [/\bEACCES\b|permission denied/i, 'EACCES'],
  [/\bEIO\b|input\/output error/i, 'EIO'],
  // What Node says of a folder with its parents on a disk that can only be read.
  [/\bENOENT\b.*\bmkdir\b/, 'EROFS'],
  // Git does not say why.
  [/unable to (?:write|create) /, UNWRITABLE],
  [/\bENOMEM\b|cannot allocate memory/i, 'ENOMEM'],
];

/** The system's code of an error, such as ENOSPC, from itself, what caused it or its text; undefined where it has none. */
export function systemCode(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code, message } = each as NodeJS.ErrnoException;
    if (code !== undefined && Object.hasOwn(messages, code)) return code;
    const sign = findCode(message);
    if (sign !== undefined) return sign;
  }
  return undefined;
}

/** The system's code that a text of another program speaks of. */
function findCode(text: string): string | undefined {
  return codePatterns.find(([sign]) => sign.test(text))?.[1];
}

/** Why nothing can be published to a folder that the system does not let us make or write: always in words. */
export function toFolderError(folder: string, error: unknown): PublishError {
  // What takes no folders at all, as /proc, only says that it has none by that name.
  const { code } = error as NodeJS.ErrnoException;
  const known = code === 'ENOENT' ? error : toUserError(error);
  if (known instanceof PublishError) return known;
  const message = `这里放不了网站，没有发布。请换一个文件夹。（${folder}${code === undefined ? '' : `：${code}`}）`;
  return new PublishError(message, { cause: error });
}

/** The error in words where its code is one that people can mend; any other as it was. */
export function toUserError(error: unknown): unknown {
  if (error instanceof PublishError) return error;
  const message = messages[systemCode(error) ?? ''];
  return message === undefined ? error : new PublishError(withPath(message, error), { cause: error });
}

/** What another program said of a failure, in words where it is one that people can mend; undefined for any other. */
export function toUserMessage(text: string): string | undefined {
  return messages[findCode(text) ?? ''];
}

/** With the place that the system refused, where it is known. */
function withPath(message: string, error: unknown): string {
  const { path } = error as NodeJS.ErrnoException;
  return path === undefined ? message : `${message}（${path}）`;
}
