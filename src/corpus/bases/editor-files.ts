/** Findings as an editor of the content needs them: at the file in which the words stand. */
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { ContentFile } from '../content-files.ts';
import type { Lines } from './lines.ts';

/** Where the content of a site with bases comes from. */
export interface Origins {
  /** The names of the bases' folders, as in messages. */
  baseNames: readonly string[];
  /** The lines of each joined file, by its name. */
  joined: Readonly<Record<string, Lines>>;
}

export const noOrigins: Origins = { baseNames: [], joined: {} };

/** The origins of `files`. */
export function originsOf(files: readonly ContentFile[], baseNames: readonly string[]): Origins {
  const joined = files.flatMap(({ file, joined }): [string, Lines][] =>
    joined ? [[file, joined.lines]] : [],
  );
  return { baseNames, joined: Object.fromEntries(joined) };
}

/** The findings of reading and of rules at the files in which the words stand, without the warnings in a base. */
export function atTheirFiles(found: readonly Diagnostic[], origins: Origins): Diagnostic[] {
  if (origins.baseNames.length === 0) return [...found];
  const placed = found.map((diagnostic) => {
    const place = origins.joined[diagnostic.file]?.[diagnostic.line - 1];
    return place === undefined ? diagnostic : { ...diagnostic, file: place.file, line: place.line };
  });
  return withoutBaseWarnings(placed, origins);
}

/**
 * Leaves out the warnings in a base: they are for those who write it. Its errors stay, because nothing is published with them. For findings that
 * are at their files already.
 */
export function withoutBaseWarnings(found: readonly Diagnostic[], { baseNames }: Origins): Diagnostic[] {
  return found.filter(
    ({ file, severity }) => severity === 'error' || !baseNames.some((name) => isBelow(file, name)),
  );
}

/** Whether a file lies in the folder of that name. */
export function isBelow(file: string, name: string): boolean {
  return file.startsWith(`${name}/`);
}
