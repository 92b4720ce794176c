/**
 * A content folder without documents: a wrong `--content`, or an incomplete copy. It is built if it has a site.yml and there is no site
 * yet, on a county's first day; it never replaces a site that has documents.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import type { Settings } from '../src/settings.ts';

/** The site that a new one replaces: in a folder, or one that cannot be inspected from here. */
export type ReplacedSite = { folder: string } | 'a site';

/** Why a content folder without documents is not built; undefined if it is. */
export function refuseEmpty(
  { contentDir, contentName }: Settings,
  replaces: ReplacedSite,
): Diagnostic | undefined {
  const position = {
    file: contentName,
    line: 1,
    column: 1,
    severity: 'error' as const,
    rule: 'folder/empty',
  };
  if (!existsSync(join(contentDir, 'site.yml'))) {
    return {
      ...position,
      message: `${contentName} 里一篇文档也没有，也没有 site.yml，生成出来是一个空网站，大家什么都查不到。请看看 --content 写对没有，内容是不是没有拷全。`,
    };
  }
  if (replaces !== 'a site' && !hasDocuments(replaces.folder)) return undefined;
  return {
    ...position,
    message: `${contentName} 里一篇文档也没有，换上去网站就空了，大家什么都查不到。请看看 --content 写对没有，内容是不是没有拷全。真要从头开始，请先写好一篇，或者换一个新的文件夹。`,
  };
}

const FOLDERS_OF_DOCUMENTS = ['policies', 'stories', 'notices'];

/** Whether a folder has a site with documents. */
function hasDocuments(folder: string): boolean {
  return FOLDERS_OF_DOCUMENTS.some((name) => {
    const path = join(folder, name);
    return (
      existsSync(path) && readdirSync(path, { withFileTypes: true }).some((entry) => entry.isDirectory())
    );
  });
}
