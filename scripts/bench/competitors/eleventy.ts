/** Eleventy, with one template for pages and one for the list of each collection. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runMeasured } from '../measured-run.ts';
import type { Competitor } from './competitor.ts';
import { frontMatter } from './texts.ts';
import { writeFiles } from './write-files.ts';

const packages = join(import.meta.dirname, 'packages');
const program = join(packages, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');

const PAGE = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>{{ title }}</title>
<meta name="description" content="{{ summary }}"><main><h1>{{ title }}</h1><p>{{ summary }}</p>{{ content }}</main></html>
`;
const LIST = `---
pagination: {data: collections, size: 1, alias: kind, resolve: keys, filter: [all]}
permalink: "/{{ kind }}/index.html"
---
<!doctype html><html lang="zh"><meta charset="utf-8"><title>{{ kind }}</title><main><ul>
{% for page in collections[kind] %}<li><a href="{{ page.url }}">{{ page.data.title }}</a> {{ page.data.summary }}</li>
{% endfor %}</ul></main></html>
`;

export const eleventy: Competitor = {
  what: 'Eleventy 3.1.8: pages and lists from plain Markdown',
  isReady() {
    if (existsSync(program)) return true;
    const npm = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    return spawnSync('npm', npm, { cwd: packages, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  },
  write(dir, texts) {
    const files = texts.map(({ path, collection, title, summary, markdown }) => [
      `in/${path}.md`,
      // Texts are not templates, as in ours.
      frontMatter({ layout: 'page.liquid', tags: collection, title, summary, templateEngineOverride: 'md' }) +
        markdown,
    ]);
    writeFiles(dir, {
      ...Object.fromEntries(files),
      'in/_includes/page.liquid': PAGE,
      'in/list.liquid': LIST,
      'package.json': '{"private": true}',
    });
  },
  build: (dir) =>
    runMeasured(process.execPath, [program, '--input=in', '--output=out', '--quiet'], { cwd: dir }),
};
