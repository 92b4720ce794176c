/**
 * Astro without our parts: each text is a native MDX module, with simple components, a list per collection, and Pagefind over the
 * built pages. It is written below the project, to use its packages.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../../src/settings.ts';
import { runMeasured, sumOf } from '../measured-run.ts';
import type { Competitor } from './competitor.ts';
import { frontMatter } from './texts.ts';
import { writeFiles } from './write-files.ts';

const packages = join(projectDir, 'node_modules');
const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')) as { version: string }).version;

const COMPONENTS = ['Note', 'Warning', 'Example', 'Question', 'Call', 'PolicyLink', 'Rate'];
const box = (name: string) =>
  `---\nconst { title, ask } = Astro.props;\n---\n<aside><p><strong>{title ?? ask ?? '${name}'}</strong></p><slot /></aside>\n`;
const link = (top: string) =>
  `---\nconst { contact, policy } = Astro.props;\nconst id = contact ?? policy;\n---\n<p><a href={\`${top}\${id}\`}>{id}</a></p>\n`;

const files = {
  'package.json': '{"private": true, "type": "module"}',
  'tsconfig.json': '{"extends": "astro/tsconfigs/base"}',
  'astro.config.mjs': `import mdx from '@astrojs/mdx';
export default { integrations: [mdx()], outDir: './out', cacheDir: './cache', build: { concurrency: 16 } };
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { texts: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './texts' }) }) };
`,
  'src/pages/[...path].astro': `---
import { getCollection, render } from 'astro:content';
${COMPONENTS.map((name) => `import ${name} from '../components/${name}.astro';`).join('\n')}
export async function getStaticPaths() {
  return (await getCollection('texts')).map((entry) => ({ params: { path: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
const { title, summary } = entry.data;
---
<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title><meta name="description" content={summary}></head>
<body><main data-pagefind-body><h1>{title}</h1><p>{summary}</p><Content components={{ ${COMPONENTS.join(', ')} }} /></main></body></html>
`,
  'src/pages/[list].astro': `---
import { getCollection } from 'astro:content';
export async function getStaticPaths() {
  const all = await getCollection('texts');
  const kinds = [...new Set(all.map(({ data }) => data.collection))];
  return kinds.map((kind) => ({ params: { list: kind }, props: { texts: all.filter(({ data }) => data.collection === kind) } }));
}
---
<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{Astro.params.list}</title></head>
<body><main><ul>{Astro.props.texts.map(({ id, data }) => <li><a href={\`/\${id}/\`}>{data.title}</a> {data.summary}</li>)}</ul></main></body></html>
`,
  ...Object.fromEntries(COMPONENTS.slice(0, 4).map((name) => [`src/components/${name}.astro`, box(name)])),
  'src/components/Call.astro': link('/contacts/#'),
  'src/components/PolicyLink.astro': link('/policies/'),
  'src/components/Rate.astro': '---\nconst { id } = Astro.props;\n---\n<span>{id}</span>\n',
};

export const astroMdx: Competitor = {
  get what() {
    const [astro, mdx, pagefind] = ['astro', '@astrojs/mdx', 'pagefind'].map(versionOf);
    return `Astro ${astro}, MDX ${mdx} as modules, Pagefind ${pagefind}: pages, lists and index`;
  },
  isReady: () => true,
  write(dir, texts) {
    const pages = texts.map(({ path, collection, title, summary, mdx }) => [
      `texts/${path}.mdx`,
      frontMatter({ title, summary, collection }) + mdx,
    ]);
    writeFiles(dir, { ...files, ...Object.fromEntries(pages) });
  },
  async build(dir) {
    const astro = join(packages, 'astro', 'bin', 'astro.mjs');
    const pagefind = join(packages, 'pagefind', 'lib', 'runner', 'bin.cjs');
    const env = { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
    return sumOf([
      await runMeasured(process.execPath, [astro, 'build', '--silent'], { cwd: dir, env }),
      await runMeasured(process.execPath, [pagefind, '--site', 'out', '--quiet'], { cwd: dir }),
    ]);
  },
};
