/** What a page asks of the style sheet is in it: no class lost its rule on the way, and no rule waits for a class that is gone. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { filesOf, siteDir } from '../support/built-site.ts';
import { buildWorstCase } from './worst-case/site.ts';

/** Classes by which scripts and tests find elements, and which have no look of their own. */
const withoutRule = new Set([
  ...['finder', 'notice-calendar', 'policy-filter', 'print-button', 'share', 'status'],
  ...['tick-list', 'toolkit'],
]);

const dirs = [siteDir, buildWorstCase()];
const classesOf = (html: string) =>
  Array.from(html.matchAll(/\sclass="([^"]*)"/g), ([, names = '']) => names.split(/\s+/)).flat();
const inPages = new Set(
  dirs.flatMap((dir) =>
    filesOf('.html', dir).flatMap((file) => classesOf(readFileSync(join(dir, file), 'utf8'))),
  ),
);
inPages.delete('');
const inRules = new Set(
  dirs.flatMap((dir) =>
    filesOf('.css', dir).flatMap((file) =>
      // A selector ends where its rule begins; what follows a backslash is a part of the name.
      Array.from(readFileSync(join(dir, file), 'utf8').matchAll(/([^{}]+)\{/g), ([, selector = '']) =>
        Array.from(selector.matchAll(/\.((?:\\.|[\w-])+)/g), ([, name = '']) => name.replaceAll('\\', '')),
      ).flat(),
    ),
  ),
);

test('every class on a page, those of Markdown as well, has a rule', () => {
  const lost = [...inPages].filter((name) => !inRules.has(name) && !withoutRule.has(name));
  expect(lost.sort()).toEqual([]);
});

test('the list of classes without a rule names none that has one, or is on no page', () => {
  expect([...withoutRule].filter((name) => inRules.has(name) || !inPages.has(name))).toEqual([]);
});

test('every rule is for a class that a page has, or a script gives', () => {
  const scripts = globSync('src/**/*.ts', { cwd: projectDir, exclude: (name) => name.endsWith('.test.ts') })
    .map((file) => readFileSync(join(projectDir, file), 'utf8'))
    .join('\n');
  const unused = [...inRules].filter(
    (name) => !/^\d/.test(name) && !inPages.has(name) && !scripts.includes(name),
  );
  expect(unused.sort()).toEqual([]);
});
