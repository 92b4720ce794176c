/**
 * A content folder without a document: a wrong `--content`, or a copy that did not arrive. It is built where it names a site
 * and there is none yet, on a county's first day; it never takes the place of a site that has documents.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import type { Settings } from '../src/settings.ts';

/** What a new site takes the place of: what stands in a folder, or a site that cannot be looked at from here. */
export type ReplacedSite = { folder: string } | 'a site';

/** Why a content folder without documents is not built; undefined where it may be. */
export function refuseEmpty(
  { contentDir, contentName }: Settings,
  replaces: ReplacedSite,
): Diagnostic | undefined {
  const place = { file: contentName, line: 1, column: 1, severity: 'error' as const, rule: 'folder/empty' };
  if (!existsSync(join(contentDir, 'site.yml'))) {
    return {
      ...place,
      message: `${contentName} 里一篇文档也没有，也没有 site.yml，生成出来是一个空网站，大家什么都查不到。请看看 --content 写对没有，内容是不是没有拷全。`,
    };
  }
  if (replaces !== 'a site' && !hasDocuments(replaces.folder)) return undefined;
  return {
    ...place,
    message: `${contentName} 里一篇文档也没有，换上去网站就空了，大家什么都查不到。请看看 --content 写对没有，内容是不是没有拷全。真要从头开始，请先写好一篇，或者换一个新的文件夹。`,
  };
}

const FOLDERS_OF_DOCUMENTS = ['policies', 'stories', 'notices'];

/** Whether a site with documents stands in a folder. */
function hasDocuments(folder: string): boolean {
  return FOLDERS_OF_DOCUMENTS.some((name) => {
    const path = join(folder, name);
    return (
      existsSync(path) && readdirSync(path, { withFileTypes: true }).some((entry) => entry.isDirectory())
    );
  });
}
