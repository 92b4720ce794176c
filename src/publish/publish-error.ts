/** A reason not to publish that an editor can do something about: printed as it stands, never with a stack. */
export class PublishError extends Error {}

/** What the system's codes mean to the person who publishes. */
const words: Record<string, string> = {
  ENOSPC: '磁盘满了，没有发布。网站还是原来的样子。请清出地方，再发布一次。',
  EDQUOT: '磁盘配额用完了，没有发布。网站还是原来的样子。请清出地方，再发布一次。',
  EACCES: '没有权限写发布文件夹，没有发布。请换一个有权限的账号，或者请管理员开通。',
  EPERM: '没有权限写发布文件夹，没有发布。请换一个有权限的账号，或者请管理员开通。',
  EROFS: '发布文件夹所在的磁盘是只读的，没有发布。请请管理员检查磁盘。',
  EIO: '磁盘读写出错，没有发布。网站还是原来的样子。请请管理员检查磁盘。',
};

/** The error in words where its code is one that people can mend; any other as it was. */
export function inWords(error: unknown): unknown {
  const message = words[(error as NodeJS.ErrnoException).code ?? ''];
  return message === undefined ? error : new PublishError(message, { cause: error });
}
