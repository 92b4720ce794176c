/** Reads the single files of a content folder: site.yml, and addresses.yml and finder.yml if present. */
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Diagnostic, hasErrors } from '../documents/diagnostic.ts';
import type { AnnotatedFile } from '../documents/source.ts';
import { type LedgerEntry, ledgerSchema } from '../schema/addresses.ts';
import { type FinderQuestion, finderSchema } from '../schema/finder.ts';
import { type SiteData, siteSchema } from '../schema/site.ts';
import { referencesIn } from '../schema/traverse.ts';
import type { Base } from './bases/index.ts';
import { type FoundTexts, lazySource } from './lazy-source.ts';
import { findCachedTexts, type ParseCache, withHash } from './parse-cache.ts';
import type { Reference } from './read-document.ts';
import type { Referrer } from './references.ts';
import { encodeSource } from './source-codec.ts';
import { readSourceFile } from './source-file.ts';
import { validateFields } from './validate-fields.ts';
import { readYaml } from './yaml-source.ts';

/** The site of a folder without site.yml: complete, but without a county's name. */
const namelessSite: SiteData = { name: '明白纸', url: 'http://127.0.0.1:4321/' };

export interface SiteFiles {
  site: SiteData;
  ledger: LedgerEntry[];
  /** The ledgers of its bases, the nearest first: what they withdrew. Their errors are for those who write them. */
  baseLedger: LedgerEntry[];
  finder: FinderQuestion[];
  /** The references of policies and audiences in the finder, by its file. */
  referrer: Referrer;
  /** The files with their texts and positions. */
  sources: AnnotatedFile[];
  diagnostics: Diagnostic[];
}

/**
 * Reads them; `name` is the name of the content folder in messages, `known` the cache of earlier reads. A folder without finder.yml has that of the
 * nearest of its `bases`; its site and its ledger are its own.
 */
export function readSiteFiles(
  contentDir: string,
  name: string,
  known?: ParseCache,
  bases: readonly Pick<Base, 'contentDir' | 'name'>[] = [],
): SiteFiles {
  const placedIn = (folder: Pick<Base, 'contentDir' | 'name'>, file: string): FileLocation => ({
    path: join(folder.contentDir, file),
    file: `${folder.name}/${file}`,
  });
  const placed = (file: string) => placedIn({ contentDir, name }, file);
  const finders = [{ contentDir, name }, ...bases].map((folder) => placedIn(folder, 'finder.yml'));
  const finderFile = finders.find(({ path }) => existsSync(path)) ?? placed('finder.yml');
  const site = readSiteFile(placed('site.yml'), siteSchema, known);
  const ledger = readSiteFile(placed('addresses.yml'), ledgerSchema, known);
  const finder = readSiteFile(finderFile, finderSchema, known);
  const baseLedgers = bases.map((base) => readSiteFile(placedIn(base, 'addresses.yml'), ledgerSchema, known));
  const diagnostics = [...site.diagnostics, ...ledger.diagnostics, ...finder.diagnostics];
  if (!existsSync(join(contentDir, 'site.yml'))) diagnostics.push(noSiteFile(`${name}/site.yml`));
  return {
    site: site.data ?? namelessSite,
    ledger: ledger.data ?? [],
    baseLedger: baseLedgers.flatMap(({ data = [] }) => data),
    finder: finder.data ?? [],
    referrer: { file: finderFile.file, isDraft: false, references: finder.references },
    sources: [site, ledger, finder].flatMap(({ source }) => source ?? []),
    diagnostics,
  };
}

/** Only site.yml of a content folder, for callers that need no more: a ledger may be long. */
export function readSite(contentDir: string, name: string): SiteData {
  const placed = { path: join(contentDir, 'site.yml'), file: `${name}/site.yml` };
  return readSiteFile(placed, siteSchema).data ?? namelessSite;
}

/** The path of a file, and its name in messages. */
interface FileLocation {
  path: string;
  file: string;
}

/** The result of reading a file; `data` is set if the schema passes, `source` if the file is readable as YAML. */
interface ReadSiteFile<T> {
  data?: T;
  source?: AnnotatedFile;
  references: Reference[];
  diagnostics: Diagnostic[];
}

/** Reads a file, or returns the cached result for the same text: a ledger of 10,000 addresses takes seconds to parse. */
function readSiteFile<S extends z.ZodType>(
  { path, file }: FileLocation,
  schema: S,
  known?: ParseCache,
): ReadSiteFile<z.infer<S>> {
  if (!existsSync(path)) return { references: [], diagnostics: [] };
  const content = readSourceFile(path, file);
  if ('diagnostic' in content) return { references: [], diagnostics: [content.diagnostic] };
  const { text } = content;
  if (known === undefined) return readSingleText(text, file, schema);
  const { siteFiles, sources } = known;
  const key = hash('sha256', `${file}\n${text}`);
  const before = siteFiles.get(key);
  if (before !== undefined) {
    const find = findCachedTexts(
      sources,
      key,
      () => readSingleText(text, file, schema).source as AnnotatedFile,
    );
    const source = withHash(lazySource(factsOf(file, text, false), find), key);
    return { data: before.data as z.infer<S>, references: before.references, source, diagnostics: [] };
  }
  const read = readSingleText(text, file, schema);
  const { data, source, references, diagnostics } = read;
  if (data === undefined || source === undefined || diagnostics.length > 0) return read;
  siteFiles.set(key, { data, references });
  sources.set(key, encodeSource(source));
  return { ...read, source: withHash(source, key) };
}

/** Reads the text of a single file, as it is in the folder or as it is being written. */
export function readSingleText<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
): ReadSiteFile<z.infer<S>> {
  const yaml = readYaml(text, file);
  const { value, diagnostics, locate } = validateFields(schema, yaml, { text, file, firstLine: 1 });
  const isBroken = hasErrors(diagnostics);
  if (yaml.diagnostics.length > 0) return { references: [], diagnostics };
  const find = (): FoundTexts => ({ ...yaml.texts(0), links: [], images: [], bodyOffset: text.length });
  const source = lazySource(factsOf(file, text, isBroken), find);
  if (isBroken) return { source, references: [], diagnostics };
  const references = referencesIn(schema, value).map(({ path: place, id, targets }) => ({
    id,
    targets,
    ...locate(place, 'value'),
  }));
  return { data: schema.parse(value), source, references, diagnostics };
}

/** The properties of a file that is not a document, known before its texts are extracted. */
function factsOf(file: string, source: string, isBroken: boolean) {
  return { file, collection: undefined, slug: '', document: undefined, isDraft: false, isBroken, source };
}

function noSiteFile(file: string): Diagnostic {
  const message =
    '没有 site.yml，网站就没有名字和网址，分享出去的链接会不对。请建一个，至少写两行：name: 网站名，url: https://……/';
  return { file, line: 1, column: 1, severity: 'warning', rule: 'file/no-site', message };
}
