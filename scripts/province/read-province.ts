/** Reads province.yml, with the folders of its counties. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { readSingleText, readSourceFile, readYaml } from '../../src/corpus/index.ts';
import { type Diagnostic, hasErrors } from '../../src/documents/diagnostic.ts';
import { readStamp } from '../../src/province/index.ts';
import { aboutProvince, type ProvinceData, provinceSchema } from '../../src/schema/province.ts';
import type { SiteData } from '../../src/schema/site.ts';
import { projectDir, readSettings, type Settings } from '../../src/settings.ts';
import { checkOutDir } from '../arguments.ts';
import { findContent } from '../content-location.ts';
import { displayPath } from '../output-file.ts';

/** One county of the file. */
export interface County {
  id: string;
  /** Name and reading, if the file has them. */
  name?: string | undefined;
  reading?: string | undefined;
  settings: Settings;
}

export interface Province {
  title: string;
  /** The facts about its own pages; absent if it has none. */
  about?: SiteData | undefined;
  /** The day of the build. */
  today: string;
  /** The file itself. */
  file: string;
  counties: County[];
  /** The folder of the built sites. */
  outDir: string;
  /** The hosts file of GNU parallel; absent if this machine builds alone. */
  hostsFile?: string | undefined;
  /** The folder of Mingbai on the hosts. */
  program: string;
}

/** The stamps, the job log and what is being built; not a county, because an id has no dot. */
export const workDirOf = ({ outDir }: Pick<Province, 'outDir'>): string => join(outDir, '.province');

/** The stamp of a county. */
export const stampOf = (province: Pick<Province, 'outDir'>, id: string): string =>
  join(workDirOf(province), 'stamps', `${id}.json`);

/** Reads the file for the given day. Its errors have line and column; a province with errors is undefined. */
export function readProvince(
  file: string,
  today: string,
): { province?: Province; diagnostics: Diagnostic[] } {
  const name = displayPath(file);
  const fault = (message: string) => ({
    diagnostics: [
      { file: name, line: 1, column: 1, severity: 'error', rule: 'province/file', message } as const,
    ],
  });
  if (!existsSync(file) || !statSync(file).isFile()) {
    return fault('没有这个文件。请写一个，列出每个县的代号和内容文件夹，照 docs/deployment.md 里的样子。');
  }
  const content = readSourceFile(file, name);
  if ('diagnostic' in content) return { diagnostics: [content.diagnostic] };
  const { data, diagnostics } = readSingleText(content.text, name, provinceSchema);
  if (data === undefined || hasErrors(diagnostics)) return { diagnostics };
  const { locate } = readYaml(content.text, name);
  const found = missingFolders(data, dirname(file)).map(({ path, message }): Diagnostic => {
    return {
      file: name,
      ...locate(path, 'value'),
      severity: 'error',
      rule: 'province/missing-folder',
      message,
    };
  });
  if (found.length > 0) return { diagnostics: found };
  return { province: toProvince(data, file, today), diagnostics };
}

/** The folders and files that the file names and that are not there. */
function missingFolders(data: ProvinceData, folder: string) {
  const fault = (path: (string | number)[], value: string | undefined, isThere: (path: string) => boolean) =>
    value === undefined || isThere(resolve(folder, value))
      ? []
      : [{ path, message: `没有「${value}」。路径从 ${basename(folder)} 文件夹算起，请看看写对了没有。` }];
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const counties = data.counties.flatMap((county, index) => [
    ...fault(['counties', index, 'content'], county.content, isFolder),
    ...fault(['counties', index, 'public'], county.public, isFolder),
  ]);
  return [...counties, ...fault(['hosts'], data.hosts, existsSync)];
}

function toProvince(data: ProvinceData, file: string, today: string): Province {
  const folder = dirname(file);
  const outDir = resolve(folder, data.out ?? 'dist-province');
  return {
    title: data.title,
    about: aboutProvince(data),
    today,
    file,
    outDir,
    counties: data.counties.map(({ id, name, reading, content, public: photographs }) => {
      const location = findContent({ content, public: photographs, from: folder });
      return { id, name, reading, settings: countySettings(location, join(outDir, id), id, today) };
    }),
    hostsFile: data.hosts === undefined ? undefined : resolve(folder, data.hosts),
    program: data.program ?? projectDir,
  };
}

/** The settings of one county's build. Each county has caches of its own: a build drops entries that it did not use. */
export function countySettings(
  { contentDir, contentName, publicDir }: Pick<Settings, 'contentDir' | 'contentName' | 'publicDir'>,
  outDir: string,
  id: string,
  today: string,
): Settings {
  const settings = readSettings({
    MINGBAI_CONTENT: contentName,
    MINGBAI_CONTENT_DIR: contentDir,
    MINGBAI_PUBLIC: publicDir,
    MINGBAI_OUT: outDir,
    MINGBAI_CACHE: process.env.MINGBAI_CACHE,
    MINGBAI_BASES: process.env.MINGBAI_BASES,
    MINGBAI_TODAY: today,
  });
  return { ...settings, cacheDir: join(settings.cacheDir, 'counties', id) };
}

/** Throws UsageError if a county's site would be written over something that is no site. A stamped one is ours, even if damaged. */
export function checkCountyDirs(province: Province): void {
  for (const { id, settings } of province.counties)
    if (readStamp(stampOf(province, id)) === undefined) checkOutDir(settings);
}

/** A path for the command line, from the folder of the file. */
export const pathFrom = (folder: string, path: string): string => relative(folder, path) || '.';
