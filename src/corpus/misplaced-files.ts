/**
 * Files that lie beside the places where they would count: `site.yaml` for site.yml, a document that is in no collection.
 * They were passed over in silence, and the editor believed them published.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { collectionNames } from '../schema/collection-name.ts';
import { nearest } from '../schema/nearest.ts';

/** The files that a content folder has by itself, outside its collections. */
const SITE_FILES = ['site.yml', 'addresses.yml', 'finder.yml'];
/** What people keep beside the content for themselves. */
const FOR_PEOPLE = /^(?:readme|license|changelog|contributing)(?:\.[a-z-]+)?(?:\.(?:md|txt))?$/i;
/** How many letters of the name of a site file may be wrong. */
const MAX_TYPING_ERRORS = 3;

/** What lies at the top of the content folder and does not count there; `name` is how an editor would name the folder. */
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

/** The site file that somebody meant: another ending, a letter wrong. */
function meantSiteFile(file: string): string | undefined {
  const base = parse(file.replace(/\.(?:txt|bak|ya?ml)$/i, '')).name.replace(/\.ya?ml$/i, '');
  if (!/ya?ml/i.test(file) && !/\.(?:txt|json|bak)$/i.test(file)) return undefined;
  const close = nearest(`${base}.yml`, SITE_FILES, MAX_TYPING_ERRORS);
  return close;
}
