/** Reads the single files of a content folder: site.yml, and addresses.yml and finder.yml where there are any. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../documents/problem.ts';
import type { SourceFile } from '../documents/source.ts';
import { type LedgerEntry, ledgerSchema } from '../schema/addresses.ts';
import { referencesIn } from '../schema/find.ts';
import { type FinderQuestion, finderSchema } from '../schema/finder.ts';
import { type SiteData, siteSchema } from '../schema/site.ts';
import { faultsIn } from '../schema/words.ts';
import type { Mention } from './read-document.ts';
import type { Mentioning } from './references.ts';
import { readSourceFile } from './source-file.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** What a folder without site.yml is built as: a whole site that names nobody. */
const namelessSite: SiteData = { name: '明白纸', url: 'http://127.0.0.1:4321/' };

export interface SiteFiles {
  site: SiteData;
  ledger: LedgerEntry[];
  finder: FinderQuestion[];
  /** The mentions of policies and audiences in the finder, by its file. */
  mentioning: Mentioning;
  /** The files with their texts and places. */
  sources: SourceFile[];
  problems: Problem[];
}

/** Reads them; `name` is how an editor would name the content folder. */
export function readSiteFiles(contentDir: string, name: string): SiteFiles {
  const site = readYamlFile(join(contentDir, 'site.yml'), `${name}/site.yml`, siteSchema);
  const ledger = readYamlFile(join(contentDir, 'addresses.yml'), `${name}/addresses.yml`, ledgerSchema);
  const finder = readYamlFile(join(contentDir, 'finder.yml'), `${name}/finder.yml`, finderSchema);
  const problems = [...site.problems, ...ledger.problems, ...finder.problems];
  if (!existsSync(join(contentDir, 'site.yml'))) problems.push(noSiteFile(`${name}/site.yml`));
  return {
    site: site.data ?? namelessSite,
    ledger: ledger.data ?? [],
    finder: finder.data ?? [],
    mentioning: { file: `${name}/finder.yml`, isDraft: false, mentions: finder.mentions },
    sources: [site, ledger, finder].flatMap(({ source }) => source ?? []),
    problems,
  };
}

function readYamlFile<S extends z.ZodType>(path: string, file: string, schema: S) {
  const nothing: { data?: z.infer<S>; source?: SourceFile; mentions: Mention[]; problems: Problem[] } = {
    mentions: [],
    problems: [],
  };
  if (!existsSync(path)) return nothing;
  const content = readSourceFile(path, file);
  if ('problem' in content) return { ...nothing, problems: [content.problem] };
  const yaml = readYaml(content.text, file);
  if (yaml.problems.length > 0) return { ...nothing, problems: yaml.problems };
  const faults = faultsIn(schema, yaml.value ?? {});
  const mentions = referencesIn(schema, yaml.value ?? {}).map(({ path: place, id, targets }) => ({
    id,
    targets,
    ...yaml.locate(place, 'value'),
  }));
  const source = sourceOf(file, content.text, yaml, faults.length > 0);
  if (faults.length === 0) return { data: schema.parse(yaml.value ?? {}), source, mentions, problems: [] };
  const problems = faults.map(({ path: field, at, rule, message }): Problem => {
    return { file, ...yaml.locate(field, at), severity: 'error', rule, message };
  });
  return { ...nothing, source, problems };
}

function sourceOf(file: string, source: string, yaml: YamlSource, isBroken: boolean): SourceFile {
  return {
    ...yaml.texts(0),
    file,
    collection: undefined,
    slug: '',
    links: [],
    images: [],
    document: undefined,
    isDraft: false,
    isBroken,
    source,
    bodyOffset: source.length,
  };
}

function noSiteFile(file: string): Problem {
  const message =
    '没有 site.yml，网站就没有名字和网址，分享出去的链接会不对。请建一个，至少写两行：name: 网站名，url: https://……/';
  return { file, line: 1, column: 1, severity: 'warning', rule: 'file/no-site', message };
}
