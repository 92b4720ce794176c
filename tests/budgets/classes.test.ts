/** Every class on a page has a rule in the stylesheet, and every rule is used. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { filesOf, siteDir } from '../support/built-site.ts';
import { buildWorstCase } from './worst-case/site.ts';

/** Classes by which scripts and tests find elements, and which have no style. */
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
      // A selector ends where its rule begins; characters after a backslash are a part of the name.
      Array.from(readFileSync(join(dir, file), 'utf8').matchAll(/([^{}]+)\{/g), ([, selector = '']) =>
        Array.from(selector.matchAll(/\.((?:\\.|[\w-])+)/g), ([, name = '']) => name.replaceAll('\\', '')),
      ).flat(),
    ),
  ),
);

test('every class on a page, also in Markdown, has a rule', () => {
  const lost = [...inPages].filter((name) => !inRules.has(name) && !withoutRule.has(name));
  expect(lost.sort()).toEqual([]);
});

test('the list of classes without a rule contains none that has one, or is on no page', () => {
  expect([...withoutRule].filter((name) => inRules.has(name) || !inPages.has(name))).toEqual([]);
});

test('every rule is for a class that a page has or a script adds', () => {
  const scripts = globSync('src/**/*.ts', { cwd: projectDir, exclude: (name) => name.endsWith('.test.ts') })
    .map((file) => readFileSync(join(projectDir, file), 'utf8'))
    .join('\n');
  const unused = [...inRules].filter(
    (name) => !/^\d/.test(name) && !inPages.has(name) && !scripts.includes(name),
  );
  expect(unused.sort()).toEqual([]);
});
