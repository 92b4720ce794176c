/** The files of the folder public, which are served as they lie: their names, sizes and, of pictures, what they are. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { PublicFile } from './rule.ts';

/** Lists the files of `publicDir`, which an editor would call `name`, in a fixed order. */
export function readPublicFiles(publicDir: string, name = 'public'): PublicFile[] {
  if (!existsSync(publicDir)) return [];
  return readdirSync(publicDir, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const address = `/${relative(publicDir, path).split(sep).join('/')}`;
      return {
        file: name + address,
        source: '',
        address,
        ending: extname(entry.name).toLowerCase(),
        isLink: lstatSync(path).isSymbolicLink(),
        bytes: () => readFileSync(path),
      };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
