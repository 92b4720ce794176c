/**
 * Follows `extends` in site.yml from a content folder to its base, the base of that, and so on: county, city, province, nation. A base is
 * content and never code: only the files that any content folder has are read from it.
 */
import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import { parseBaseAddress } from '../../schema/base-address.ts';
import { isContent } from '../content-folder.ts';
import { isInside } from '../is-inside.ts';
import { readSourceFile } from '../source-file.ts';
import { readYaml, type YamlSource } from '../yaml-source.ts';

/** A content folder that another one extends. */
export interface Base {
  contentDir: string;
  /** Its name in messages: the path as an editor of the extending content would type it. */
  name: string;
  /** The folder for its photographs; it may not exist. */
  publicDir: string;
  /** The same in messages. */
  publicName: string;
}

export interface FoundBases {
  /** The nearest first: a city's before its province's. */
  bases: Base[];
  /** Errors of the chain, each in the site.yml that has the `extends`. With an error the chain may be cut short. */
  diagnostics: Diagnostic[];
}

export interface FindOptions {
  /** The folder that bases have to be in; for content of others, as in a push. */
  within?: string | undefined;
}

/** Nation, province, city, county, township; more is a mistake. */
const MAX_BASES = 8;

/** The bases of a content folder; `name` is the folder's name in messages. */
export function findBases(contentDir: string, name = contentDir, { within }: FindOptions = {}): FoundBases {
  const bases: Base[] = [];
  const diagnostics: Diagnostic[] = [];
  const chain: Pick<Base, 'contentDir' | 'name'>[] = [{ contentDir, name }];
  for (let at = chain[0]; at !== undefined && diagnostics.length === 0; ) {
    const found = readExtends(at, at.contentDir !== contentDir);
    diagnostics.push(...found.diagnostics);
    if (found.path === undefined) break;
    const next = locateBase(at, found.path);
    const fault = faultOf(next, chain, within);
    if (fault !== undefined) diagnostics.push({ ...found.place, severity: 'error', ...fault });
    else {
      const publicDir = join(dirname(next.contentDir), 'public');
      bases.push({ ...next, publicDir, publicName: posix.join(next.name, '..', 'public') });
      chain.push(next);
    }
    at = next;
  }
  return { bases, diagnostics };
}

/** Every folder on which a site depends: content and photographs, its own and those of its bases; only those that exist. */
export function dependencyFolders({
  contentDir,
  publicDir,
}: {
  contentDir: string;
  publicDir: string;
}): string[] {
  const { bases } = findBases(contentDir);
  const all = [contentDir, publicDir, ...bases.flatMap((base) => [base.contentDir, base.publicDir])];
  return [...new Set(all)].filter((folder) => existsSync(folder));
}

interface Extends {
  /** The path in `extends`; undefined without one, or with a wrong one. */
  path?: string;
  place: Pick<Diagnostic, 'file' | 'line' | 'column'>;
  diagnostics: Diagnostic[];
}

/** Reads `extends` in the site.yml of a folder. Errors in that file are reported only with `isBase`: the reader of the site reports its own. */
function readExtends({ contentDir, name }: Pick<Base, 'contentDir' | 'name'>, isBase: boolean): Extends {
  const file = `${name}/site.yml`;
  const nothing = { place: { file, line: 1, column: 1 }, diagnostics: [] };
  const path = join(contentDir, 'site.yml');
  if (!existsSync(path)) return nothing;
  const content = readSourceFile(path, file);
  if ('diagnostic' in content) return { ...nothing, diagnostics: isBase ? [content.diagnostic] : [] };
  const yaml = readYaml(content.text, file);
  const diagnostics = isBase ? yaml.diagnostics : [];
  const { extends: value } = (yaml.value ?? {}) as { extends?: unknown };
  if (value === undefined) return { ...nothing, diagnostics };
  const place = { file, ...placeOf(yaml) };
  const parsed = typeof value === 'string' ? parseBaseAddress(value) : { fault: '要写成一行文字' };
  if (!('fault' in parsed)) return { path: parsed.path, place, diagnostics };
  const rule = 'base/missing';
  const message = `extends：${parsed.fault}。`;
  return { place, diagnostics: isBase ? [{ ...place, severity: 'error', rule, message }] : [] };
}

const placeOf = (yaml: YamlSource) => yaml.locate(['extends'], 'value');

/** The folder that a path means: the content itself, or the folder that has it as `content`. */
function locateBase(
  from: Pick<Base, 'contentDir' | 'name'>,
  path: string,
): Pick<Base, 'contentDir' | 'name'> {
  const contentDir = join(from.contentDir, path);
  const isAround = !isContent(contentDir) && isContent(join(contentDir, 'content'));
  const name = join(from.name, path).split(sep).join('/').replace(/\/$/, '');
  return isAround
    ? { contentDir: join(contentDir, 'content'), name: `${name}/content` }
    : { contentDir: contentDir.replace(/[\\/]$/, ''), name };
}

/** Why a folder cannot be the base at the end of a chain; undefined if it can. */
function faultOf(
  { contentDir, name }: Pick<Base, 'contentDir' | 'name'>,
  chain: readonly Pick<Base, 'contentDir' | 'name'>[],
  within: string | undefined,
): Pick<Diagnostic, 'rule' | 'message'> | undefined {
  if (within !== undefined && !isInside(contentDir, within)) {
    const message = `上级的内容 ${name} 不在这个仓库里，网站的服务器不到别处去读。请把它放进仓库，或者写仓库的地址。`;
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
  const known = chain.find((one) => realpathSync(one.contentDir) === real);
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
