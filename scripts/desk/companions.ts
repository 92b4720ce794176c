/** What has to go with files that are published or sent for review. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { BASE_RECORDS } from '../../src/corpus/index.ts';
import type { Settings } from '../../src/settings.ts';
import type { Git } from './git-workspace.ts';
import { changedFiles } from './workspace-rows.ts';

/** Which files were imported, in the content folder. */
const IMPORTS = '.imports.yml';

/**
 * New photographs and recordings that the files show, new records that they name, with what those show, and the list of imports if it names one of
 * them; and what their bases say, if that is noted for one of them. Paths are from the folder around the content.
 */
export async function companions(
  git: Git,
  { contentDir, publicDir }: Pick<Settings, 'contentDir' | 'publicDir'>,
  files: readonly string[],
): Promise<string[]> {
  const top = dirname(contentDir);
  const [content, published] = [relative(top, contentDir), relative(top, publicDir)];
  const changes = [
    ...((await changedFiles(git, publicDir)) ?? []),
    ...((await changedFiles(git, contentDir)) ?? []),
  ];
  const read = (file: string) => {
    const path = join(top, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const isNamed = (file: string, mark: string, text: string) =>
    file.startsWith(`${published}/`)
      ? text.includes(file.slice(published.length))
      : /^(?:\?\?|A)/.test(mark) && /\/.+\.yml$/.test(file.slice(content.length)) && nameIn(text, file);
  const found: string[] = [];
  const texts = files.filter((file) => file.startsWith(`${content}/`)).map(read);
  for (let text = texts.pop(); text !== undefined; text = texts.pop())
    for (const [file, mark] of changes) {
      if (files.includes(file) || found.includes(file) || !isNamed(file, mark, text)) continue;
      found.push(file);
      if (file.startsWith(`${content}/`)) texts.push(read(file));
    }
  const lists = [
    { file: `${content}/${IMPORTS}`, nameIn: (file: string) => file },
    // Its entries have the name of the file without its folder's order and its ending.
    {
      file: `${content}/${BASE_RECORDS}`,
      nameIn: (file: string) => `${dirname(file).split('/')[0]}/${stemOf(file)}`,
    },
  ];
  const named = lists.filter(
    ({ file: list, nameIn: nameOf }) =>
      changes.some(([file]) => file === list) &&
      !files.includes(list) &&
      files.some((each) => read(list).includes(nameOf(each.slice(content.length + 1)))),
  );
  return [...found, ...named.map(({ file }) => file)];
}

const stemOf = (file: string): string => basename(file).replace(/\.[^.]*$/, '');

/** Whether a text names a record by its file's name, as a value and not as a part of an address. */
function nameIn(text: string, file: string): boolean {
  const id = basename(file, '.yml').replace(/[^\p{L}\p{N}-]/gu, '\\$&');
  return new RegExp(`(?<=^|[\\s'"[,])${id}(?=$|[\\s'"\\],])`, 'u').test(text);
}
