/** Why a folder cannot be a base: it is not there, it is a link, or the chain runs in a circle. */
import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { isContent } from '../content-folder.ts';
import { isInside } from '../is-inside.ts';
import type { Link, Problem } from './base-link.ts';
import type { BaseCommit } from './base-repository.ts';

/** Nation, province, city, county, township; more is a mistake. */
const MAX_BASES = 8;

/** Why a folder cannot be the base at the end of a chain; undefined if it can. */
export function faultOf(
  { contentDir, name, repository, within }: Link,
  chain: readonly Link[],
): Problem | undefined {
  if (within !== undefined && !isInside(contentDir, within)) {
    const message =
      repository === undefined
        ? `上级的内容 ${name} 不在这个仓库里，网站的服务器不到别处去读。请把它放进仓库，或者写仓库的地址。`
        : `上级的内容 ${name} 在它自己的仓库外面，取来的内容不能到这台机器的别处去读。请写仓库里的路径。`;
    return { rule: 'base/unsafe', message };
  }
  if (!existsSync(contentDir) || !statSync(contentDir).isDirectory()) {
    const message = `没有 ${name} 这个文件夹，上级的内容读不到，少了的网页不能就这样发布。它可能挪了地方或者改了名，请把 extends 改成现在的路径。`;
    return { rule: 'base/missing', message };
  }
  if (lstatSync(contentDir).isSymbolicLink()) {
    const message = `${name} 是一个链接，不是文件夹，它可以指到机器上的任何地方。请写放着上级内容的那个文件夹。`;
    return { rule: 'base/unsafe', message };
  }
  if (!isContent(contentDir)) {
    const message = `${name} 里没有内容：没有 site.yml，也没有 policies 这样的文件夹。请把 extends 写到放内容的那个文件夹。`;
    return { rule: 'base/missing', message };
  }
  const real = realpathSync(contentDir);
  if (within !== undefined && !isInside(real, realpathSync(within))) {
    const message = `${name} 经过一个链接到了仓库外面。请把上级的内容本身放进仓库。`;
    return { rule: 'base/unsafe', message };
  }
  const known = chain.find(
    (one) => realpathSync(one.contentDir) === real || isSamePlace(one, repository, contentDir),
  );
  if (known !== undefined) {
    const round = [...chain.slice(chain.indexOf(known)).map((one) => one.name), name].join(' → ');
    const message = `上级转了一圈又回来了：${round}。谁也不能是自己的上级，请改掉其中一个 extends。`;
    return { rule: 'base/circle', message };
  }
  const around = chain.find((one) => {
    const other = realpathSync(one.contentDir);
    return isInside(real, other) || isInside(other, real);
  });
  if (around !== undefined) {
    const message = `${name} 和 ${around.name} 一个在另一个里面，分不清哪些文件是谁的。请把两份内容分开放。`;
    return { rule: 'base/circle', message };
  }
  if (chain.length > MAX_BASES) {
    const message = `上级套了 ${chain.length} 层，最多 ${MAX_BASES} 层。请看看 extends 是不是写错了。`;
    return { rule: 'base/circle', message };
  }
  return undefined;
}

/** Whether two commits of one repository have the same folder as a base: a circle over time. */
function isSamePlace(one: Link, repository: BaseCommit | undefined, contentDir: string): boolean {
  if (one.repository === undefined || repository === undefined) return false;
  const place = (base: BaseCommit, folder: string) => `${base.repository}//${relative(base.top, folder)}`;
  return place(one.repository, one.contentDir) === place(repository, contentDir);
}
