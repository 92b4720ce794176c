/** Finds the folder of a base by its address: beside the content that extends it, in the same repository, or in another one at the pinned commit. */
import { join, sep } from 'node:path';
import type { Protocol, RepositoryAddress } from '../../schema/base-address.ts';
import type { BaseLimits } from '../../settings.ts';
import { isContent } from '../content-folder.ts';
import type { Base, Link, Problem } from './base-link.ts';
import { readBaseRecords } from './base-records.ts';
import { openBaseCommit, pinOf, remoteOf, shortNameOf } from './base-repository.ts';

/** The folder that a path means: the content itself, or the folder that has it as `content`. */
export function locateBase({ within, repository, ...from }: Link, path: string): Link {
  const contentDir = join(from.contentDir, path);
  const name = join(from.name, path).split(sep).join('/').replace(/\/$/, '');
  const folder = { contentDir: contentDir.replace(/[\\/]$/, ''), name };
  return { ...contentIn(folder), within, ...(repository && { repository }) };
}

/** The folder itself, or its `content` if it has no content of its own. */
function contentIn({
  contentDir,
  name,
}: Pick<Base, 'contentDir' | 'name'>): Pick<Base, 'contentDir' | 'name'> {
  const isAround = !isContent(contentDir) && isContent(join(contentDir, 'content'));
  return isAround
    ? { contentDir: join(contentDir, 'content'), name: `${name}/content` }
    : { contentDir, name };
}

/** The folder in a repository, at the commit that the records of `from` pin; or why it cannot be had. */
export function locateInRepository(
  from: Link,
  address: RepositoryAddress,
  { limits, basesDir }: { limits: BaseLimits | undefined; basesDir: string },
): Link | Problem {
  const refused = refuseRepository(from, address, limits);
  if (refused !== undefined) return { rule: 'base/unsafe', message: refused };
  const { records, diagnostics } = readBaseRecords(from.contentDir, from.name);
  const [broken] = diagnostics;
  if (broken !== undefined)
    return {
      rule: 'base/not-pinned',
      message: `${broken.file} 第 ${broken.line} 行读不懂：${broken.message}`,
    };
  const pin = pinOf(records, address);
  if (pin === undefined) {
    const message =
      from.repository === undefined
        ? `还没有记下用 ${address.repository} 的哪一版，别的机器上做出来的会不一样。请运行 npx mingbai bases --update，把 bases.yml 一起提交。`
        : `上级自己也用了仓库 ${address.repository}，却没有在它的 bases.yml 里记下是哪一版。请写上级内容的人运行 npx mingbai bases --update，提交 bases.yml。`;
    return { rule: 'base/not-pinned', message };
  }
  const opened = openBaseCommit(basesDir, remoteOf(address, from.contentDir), pin.commit);
  if ('fault' in opened) return { rule: 'base/unreachable', message: opened.fault };
  const name = shortNameOf(address, from.name);
  const folder = address.folder === '' ? '' : `/${address.folder}`;
  return {
    ...contentIn({ contentDir: join(opened.folder, address.folder), name: name + folder }),
    within: opened.folder,
    repository: { ...address, commit: pin.commit, gitDir: opened.gitDir, top: opened.folder },
  };
}

/** Why the content of `from` may not have a base in this repository, in Chinese; undefined if it may. */
function refuseRepository(
  from: Link,
  { protocol, repository }: RepositoryAddress,
  limits: BaseLimits | undefined,
): string | undefined {
  if (limits !== undefined && !limits.repositories.includes(repository))
    return `网站的服务器没有准许从 ${repository} 取内容。请管服务器的人把这个地址加一行到仓库的 mingbai/bases 文件里，或者把上级的内容放进这个仓库。`;
  const isLocal = (one: Protocol | undefined) => one === 'file' || one === 'path';
  if (protocol === 'path' && (from.repository !== undefined || limits !== undefined))
    return `${repository} 是一台机器上的路径，从别处取来的内容不能用。请写 https:// 或者 ssh:// 的地址。`;
  if (isLocal(protocol) && from.repository !== undefined && !isLocal(from.repository.protocol))
    return `${repository} 在一台机器上，从网上取来的内容不能用它。请写 https:// 或者 ssh:// 的地址。`;
  return undefined;
}
