/**
 * Finds files outside the places where they are read: `site.yaml` instead of site.yml, a document in no collection. Ignored in silence,
 * they would seem published to the editor.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { collectionNames } from '../schema/collection-name.ts';
import { nearest } from '../schema/nearest.ts';

/** The files of a content folder outside its collections. */
const SITE_FILES = ['site.yml', 'addresses.yml', 'finder.yml', 'bases.yml'];
/** Files for people only, without effect on the site. */
const FOR_PEOPLE = /^(?:readme|license|changelog|contributing)(?:\.[a-z-]+)?(?:\.(?:md|txt))?$/i;
/** The maximum number of wrong letters in the name of a site file. */
const MAX_TYPING_ERRORS = 3;

/** Warns of files at the top of the content folder that are not read; `name` is the folder's name in messages. */
export function misplacedFiles(contentDir: string, name: string): Diagnostic[] {
  return readdirSync(contentDir, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .filter((entry) => !SITE_FILES.includes(entry.name) && !FOR_PEOPLE.test(entry.name))
    .map((entry) => ({
      file: `${name}/${entry.name}`,
      line: 1,
      column: 1,
      severity: 'warning',
      rule: 'file/misplaced',
      message: `这个文件放在这里不起作用，也不会发布。${adviceFor(entry.name, contentDir)}`,
    }));
}

function adviceFor(file: string, contentDir: string): string {
  const siteFile = meantSiteFile(file);
  if (siteFile !== undefined) {
    const isThere = existsSync(join(contentDir, siteFile));
    return isThere ? `真正起作用的是 ${siteFile}，请把要改的写到那里，删掉这个。` : `请改名叫 ${siteFile}。`;
  }
  const { ext } = parse(file);
  if (ext === '.mdx' || ext === '.md') {
    return '文章要放进 policies（政策）、stories（故事）、notices（通知）或者 pages（指南页）文件夹。';
  }
  if (ext === '.yml' || ext === '.yaml') return `请放进它该在的文件夹：${collectionNames.join('、')}。`;
  return '要给大家下载的放进 public 文件夹；不用的请删掉。';
}

/** The intended site file: with another ending, or wrong letters. */
function meantSiteFile(file: string): string | undefined {
  const base = parse(file.replace(/\.(?:txt|bak|ya?ml)$/i, '')).name.replace(/\.ya?ml$/i, '');
  if (!/ya?ml/i.test(file) && !/\.(?:txt|json|bak)$/i.test(file)) return undefined;
  const close = nearest(`${base}.yml`, SITE_FILES, MAX_TYPING_ERRORS);
  return close;
}
