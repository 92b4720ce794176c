/** Tailwind removes the rules of classes that it finds in no file: every file that writes classes must be one that it reads. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import config, { provinceContent } from '../../tailwind.config.mjs';
import { projectDir } from '../settings.ts';

/** Files without classes of their own, or with their classes in a separate file. */
const withoutOwn = [
  // The classes of bodies are in classes.ts.
  'src/markup/serialise.ts',
  'src/markup/table.ts',
  // Its classes are those of src/line-breaks/word-breaks.ts.
  'src/search/client/insert-line-breaks.ts',
  // Reads classes of other files.
  'src/line-breaks/page-word-breaks.ts',
  // Its classes are in telephone-classes.ts.
  'src/documents/telephone-links.ts',
  // The rules of its classes are in the file itself.
  'src/desk/draft-page.ts',
  // Its rules are in booklet-style.ts.
  'src/share/booklet/booklet-html.ts',
  // Copies a part of one page into another.
  'src/share/print-sheet/sheet-page.ts',
  'src/offline/one-file/client/show-page.ts',
];

test('no file writes classes that Tailwind does not see', () => {
  const patterns = [...(config.content as string[]), ...provinceContent].flatMap(braces);
  const seen = new Set(globSync(patterns, { cwd: projectDir }));
  const writing = globSync('src/**/*.{ts,astro}', { cwd: projectDir })
    .filter((file) => !file.endsWith('.test.ts') && !file.includes('/import/') && !withoutOwn.includes(file))
    .filter((file) =>
      /class(?::list)?=|className = |classList\.(?:add|toggle)\('/.test(
        readFileSync(join(projectDir, file), 'utf8'),
      ),
    );
  expect(writing.filter((file) => !seen.has(file))).toEqual([]);
});

/** One pattern for each alternative in braces, without \`./\` before it. */
function braces(pattern: string): string[] {
  const match = /\{([^{}]+)\}/.exec(pattern);
  if (!match) return [pattern.replace(/^\.\//, '')];
  return (match[1] ?? '').split(',').flatMap((choice) => braces(pattern.replace(match[0], choice)));
}
