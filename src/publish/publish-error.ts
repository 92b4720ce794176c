/** A failure that an editor or administrator can fix: the message is printed as it is, without a stack trace. */
export class PublishError extends Error {}

/** Used as a code if a program only reports that it could not write. */
const UNWRITABLE = 'unwritable';

const NO_FOLDER = '路径中间有一个不是文件夹（是文件，或者断了的链接），没有发布。请看看路径有没有写错。';

/** What to do about a system error, by its code. */
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

/** Texts of libraries and programs that have lost the system's code. */
const codePatterns: readonly [RegExp, string][] = [
  [/\bENOSPC\b|no space left on device/i, 'ENOSPC'],
  [/\bEDQUOT\b|disk quota exceeded/i, 'EDQUOT'],
  [/\bEROFS\b|read-only file ?system/i, 'EROFS'],
  [/\bEACCES\b|permission denied/i, 'EACCES'],
  [/\bEIO\b|input\/output error/i, 'EIO'],
  // Node's message for a folder below missing parents on a read-only disk.
  [/\bENOENT\b.*\bmkdir\b/, 'EROFS'],
  // Git reports no reason.
  [/unable to (?:write|create) /, UNWRITABLE],
  [/\bENOMEM\b|cannot allocate memory/i, 'ENOMEM'],
];

/** The code of a system error such as ENOSPC, found in the error, its causes or its text; undefined for other errors. */
export function systemCode(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code, message } = each as NodeJS.ErrnoException;
    if (code !== undefined && Object.hasOwn(messages, code)) return code;
    const sign = findCode(message);
    if (sign !== undefined) return sign;
  }
  return undefined;
}

/** The system's code that a text mentions. */
function findCode(text: string): string | undefined {
  return codePatterns.find(([sign]) => sign.test(text))?.[1];
}

/** The error for a folder that cannot be made or written. */
export function toFolderError(folder: string, error: unknown): PublishError {
  // A file system without folders, such as /proc, reports ENOENT.
  const { code } = error as NodeJS.ErrnoException;
  const known = code === 'ENOENT' ? error : toUserError(error);
  if (known instanceof PublishError) return known;
  const message = `这里放不了网站，没有发布。请换一个文件夹。（${folder}${code === undefined ? '' : `：${code}`}）`;
  return new PublishError(message, { cause: error });
}

/** A PublishError if the error is a known system error; any other error unchanged. */
export function toUserError(error: unknown): unknown {
  if (error instanceof PublishError) return error;
  const message = messages[systemCode(error) ?? ''];
  return message === undefined ? error : new PublishError(withPath(message, error), { cause: error });
}

/** The explanation for the message of another program; undefined if it is no known system error. */
export function toUserMessage(text: string): string | undefined {
  return messages[findCode(text) ?? ''];
}

/** Adds the path that the system refused, if it is known. */
function withPath(message: string, error: unknown): string {
  const { path } = error as NodeJS.ErrnoException;
  return path === undefined ? message : `${message}（${path}）`;
}
