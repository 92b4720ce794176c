/**
 * Follows `extends` in site.yml from a content folder to its base, the base of that, and so on: county, city, province, nation. A base is
 * content and never code: only the files that any content folder has are read from it.
 */
import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import { type BaseAddress, parseBaseAddress } from '../../schema/base-address.ts';
import { type BaseLimits, readSettings } from '../../settings.ts';
import { readSourceFile } from '../source-file.ts';
import { readYaml, type YamlSource } from '../yaml-source.ts';
import { faultOf } from './base-faults.ts';
import type { Base, Link } from './base-link.ts';
import { locateBase, locateInRepository } from './locate-base.ts';

export interface FoundBases {
  /** The nearest first: a city's before its province's. */
  bases: Base[];
  /** Errors of the chain, each in the site.yml that has the `extends`. With an error the chain may be cut short. */
  diagnostics: Diagnostic[];
}

export interface FindOptions {
  /** What bases the content may have; for content of others, as in a push. Absent: any. */
  limits?: BaseLimits | undefined;
  /** The folder of fetched bases. */
  basesDir?: string | undefined;
}

/** The bases of a content folder; `name` is the folder's name in messages. Fetches what is missing of those in repositories. */
export function findBases(
  contentDir: string,
  name = contentDir,
  { limits, basesDir = readSettings().basesDir }: FindOptions = {},
): FoundBases {
  const bases: Base[] = [];
  const diagnostics: Diagnostic[] = [];
  const chain: Link[] = [{ contentDir, name, within: limits?.within }];
  for (let at = chain[0]; at !== undefined && diagnostics.length === 0; ) {
    const found = readExtends(at, at.contentDir !== contentDir);
    diagnostics.push(...found.diagnostics);
    const { address } = found;
    if (address === undefined) break;
    const next =
      address.kind === 'folder'
        ? locateBase(at, address.path)
        : locateInRepository(at, address, { limits, basesDir });
    const fault = 'rule' in next ? next : faultOf(next, chain);
    if (fault !== undefined) diagnostics.push({ ...found.place, severity: 'error', ...fault });
    if ('rule' in next) break;
    const { within: _, ...base } = next;
    if (fault === undefined) {
      const publicDir = join(dirname(next.contentDir), 'public');
      bases.push({ ...base, publicDir, publicName: posix.join(next.name, '..', 'public') });
      chain.push(next);
    }
    at = next;
  }
  return { bases, diagnostics };
}

/** Every folder on which a site depends: content and photographs, its own and those of its bases; only those that exist. */
export function dependencyFolders(
  { contentDir, publicDir }: { contentDir: string; publicDir: string },
  options?: FindOptions,
): string[] {
  const { bases } = findBases(contentDir, contentDir, options);
  const all = [contentDir, publicDir, ...bases.flatMap((base) => [base.contentDir, base.publicDir])];
  return [...new Set(all)].filter((folder) => existsSync(folder));
}

/** The address of the base of a content folder; undefined without one, or with a wrong one. */
export function ownBaseAddress(contentDir: string, name: string): BaseAddress | undefined {
  return readExtends({ contentDir, name }, false).address;
}

interface Extends {
  /** The address in `extends`; undefined without one, or with a wrong one. */
  address?: BaseAddress;
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
  if (!('fault' in parsed)) return { address: parsed, place, diagnostics };
  const rule = 'base/missing';
  const message = `extends：${parsed.fault}。`;
  return { place, diagnostics: isBase ? [{ ...place, severity: 'error', rule, message }] : [] };
}

const placeOf = (yaml: YamlSource) => yaml.locate(['extends'], 'value');
