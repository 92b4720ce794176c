/**
 * The address of a base, the content that a site extends: a folder, by a relative path, or a repository of git with an optional folder and branch
 * or tag, as Kustomize and Terraform write it: `https://git.province.example/mingbai.git//content?ref=main`.
 */

/** How git reaches a repository; `path` is a relative path to a bare repository. */
export type Protocol = 'https' | 'ssh' | 'file' | 'path';

/** A repository of git as a base. */
export interface RepositoryAddress {
  kind: 'repository';
  protocol: Protocol;
  /** The repository as it was written, without folder and branch. */
  repository: string;
  /** The folder in it; empty for the top. */
  folder: string;
  /** The branch or tag; undefined: the repository's own default branch. */
  ref?: string | undefined;
}

/** A parsed address. */
export type BaseAddress = { kind: 'folder'; path: string } | RepositoryAddress;

type Fault = { fault: string };

/** Characters that no address has: controls, invisible ones, backslashes, and what a shell or a terminal would read. */
const ODD = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\"'`<>|*$;]/u;
/** And those that no address of a repository has. */
const ODD_IN_REPOSITORY = /[\p{Zs}#^[\]{}&]/u;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.:-]*):\/\//;
/** As git writes an address for ssh in short: `git@host:path`. */
const SHORT_SSH = /^[A-Za-z0-9][\w.-]*@[A-Za-z0-9][A-Za-z0-9.-]*:(?!\/\/)(?=[^/-])/;
const HOST = /^(?:[A-Za-z0-9][\w.-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?$/;
/** A branch or tag: what `git check-ref-format` accepts and needs no quoting. */
const REF = /^(?!.*(?:\.\.|\/\/|\.lock$|[./]$|\/\.))[\p{L}\p{N}_][\p{L}\p{N}._/+-]{0,199}$/u;
/** The page of a folder or file at GitHub, GitLab and Gitee. */
const WEB_PAGE = /^(https:\/\/[^/]+\/.+?)(?:\/-)?\/(?:tree|blob)\/([^/]+)(?:\/(.*))?$/;

/** Parses the value of `extends`; the fault is in Chinese, without a full stop. */
export function parseBaseAddress(text: string): BaseAddress | Fault {
  if (ODD.test(text) || text !== text.trim()) return { fault: `「${text}」里有不能用的符号` };
  if (/[：？／]/.test(text)) return { fault: `「${text}」里有中文的标点，请改成英文的 : ? /` };
  const [, scheme] = SCHEME.exec(text) ?? [];
  if (scheme !== undefined) return parseUrl(text, scheme.toLowerCase());
  if (SHORT_SSH.test(text)) return toRepository(text, 'ssh', text.indexOf(':') + 1);
  if (/\.git(?:\/\/|\?|\/?$)/.test(text) && !/^[/~-]|:/.test(text)) return toRepository(text, 'path', 0);
  if (/^[/~]|^[A-Za-z]:/.test(text))
    return {
      fault: `「${text}」只在这台机器上有，别人那里打不开。请写从内容文件夹出发的路径，例如 ../../province/content`,
    };
  if (/^-|[:?&]/.test(text)) return { fault: `「${text}」不是文件夹的路径，也不是仓库的地址` };
  return { kind: 'folder', path: text };
}

function parseUrl(text: string, scheme: string): BaseAddress | Fault {
  const rest = text.slice(text.indexOf('://') + 3);
  if (/^git(?:\+|::)/.test(scheme))
    return { fault: `前面不用写 git，请直接写「${text.replace(/^git(?:\+|::)/i, '')}」` };
  if (scheme === 'http' || scheme === 'git')
    return { fault: `${scheme}:// 传的东西路上会被人改，请写「https://${rest}」` };
  if (scheme !== 'https' && scheme !== 'ssh' && scheme !== 'file')
    return { fault: `「${scheme}://」不能用，仓库的地址只能以 https://、ssh://、git@ 或者 file:// 开头` };
  const [, page, ref, folder] = WEB_PAGE.exec(text) ?? [];
  if (page !== undefined && ref !== undefined)
    return {
      fault: `「${text}」是网页的地址。请写仓库的地址：${page.replace(/\.git$/, '')}.git${folder ? `//${folder.replace(/\/$/, '')}` : ''}?ref=${ref}`,
    };
  const host = rest.split('/', 1)[0] ?? '';
  if (/:[^@/]*@/.test(host))
    return {
      fault: '地址里不能写密码，谁看得到这个文件谁就知道了。请删掉密码，让 git 自己记（git credential）',
    };
  if (scheme === 'file' ? host !== '' : !HOST.test(host)) return { fault: `「${text}」里的网站名字不对` };
  return toRepository(text, scheme, text.length - rest.length + host.length);
}

/** The parts of an address whose path begins at `from`. */
function toRepository(text: string, protocol: Protocol, from: number): RepositoryAddress | Fault {
  if (ODD_IN_REPOSITORY.test(text)) return { fault: `「${text}」里有空格或者不能用的符号` };
  const [before = '', ...queries] = text.split('?');
  const end = before.indexOf('//', from);
  const repository = (end < 0 ? before : before.slice(0, end)).replace(/\/+$/, '');
  const folder = (end < 0 ? '' : before.slice(end + 2)).replace(/\/+$/, '');
  const path = repository.slice(from);
  if (path.replaceAll('/', '') === '') return { fault: `「${text}」没有写是哪一个仓库` };
  const isRelative = protocol === 'path';
  if (path.split('/').some((part) => part === '.' || (part === '..' && !isRelative) || part.startsWith('-')))
    return { fault: `「${text}」里的仓库路径不对` };
  if (folder.startsWith('/') || folder.split('/').some((part) => part === '..' || part === '.'))
    return { fault: `「${text}」里 // 后面要写仓库里的文件夹，例如 //content` };
  const query = queries.join('?');
  const ref = query === '' ? undefined : /^ref=(.*)$/.exec(query)?.[1];
  if (queries.length > 0 && (ref === undefined || !REF.test(ref)))
    return { fault: `「?${query}」看不懂，问号后面只能写分支或者标签，例如 ?ref=main` };
  return { kind: 'repository', protocol, repository, folder, ...(ref !== undefined && { ref }) };
}
