/** Tailwind throws away the rules of classes that it sees nowhere: every file that writes classes is one that it reads. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import config from '../../tailwind.config.mjs';
import { projectDir } from '../settings.ts';

/** Files whose classes are all written by others as well, or stand in a file of classes. */
const withoutOwn = [
  // The classes of bodies stand in classes.ts.
  'src/markup/serialise.ts',
  'src/markup/table.ts',
  // Its classes are those of src/line-breaks/word-breaks.ts.
  'src/search/client/insert-line-breaks.ts',
  // Reads classes that others write.
  'src/line-breaks/page-word-breaks.ts',
  // Its classes stand in telephone-classes.ts.
  'src/documents/telephone-links.ts',
  // Takes a part out of a page and puts it into another.
  'src/share/policy-zip/sheet-page.ts',
];

test('no file writes classes that Tailwind does not see', () => {
  const patterns = (config.content as string[]).flatMap(braces);
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

/** One pattern for each choice in braces, without \`./\` before it. */
function braces(pattern: string): string[] {
  const match = /\{([^{}]+)\}/.exec(pattern);
  if (!match) return [pattern.replace(/^\.\//, '')];
  return (match[1] ?? '').split(',').flatMap((choice) => braces(pattern.replace(match[0], choice)));
}
