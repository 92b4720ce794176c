/**
 * How Astro compiles the pages of a county, or those of a province, to code that builds and the preview render them with (src/cache/compiled-renderer.ts). The address in
 * content/site.yml decides where it will stand: at the root of a host, or below a path as a section of a portal.
 */
import mdx from '@astrojs/mdx';
import tailwind from '@astrojs/tailwind';
import { defineConfig } from 'astro/config';
import { readSiteFiles } from './src/corpus/site-files.ts';
import { readFrontInput } from './src/province/front/front-input.ts';
import { asEnvironment, readSettings } from './src/settings.ts';

const settings = readSettings();
// Astro bundles the pages elsewhere; they find the project and the content by these.
Object.assign(process.env, asEnvironment(settings));
// What stands in the environment would win over what Astro works out, and move every link of the site.
for (const name of ['BASE_URL', 'SITE', 'MODE', 'DEV', 'PROD', 'SSR', 'ASSETS_PREFIX'])
  delete process.env[name];
/** Of the site of a province the file with all that it is made from (src/province/front/front-input.ts). */
const province = process.env.MINGBAI_PROVINCE;
const about = province
  ? readFrontInput(province).about
  : readSiteFiles(settings.contentDir, settings.contentName).site;
const url = new URL(about.url);

export default defineConfig({
  site: url.origin,
  base: url.pathname,
  srcDir: province ? './src/province-site' : './src',
  outDir: settings.outDir,
  publicDir: settings.publicDir,
  trailingSlash: 'always',
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never', concurrency: 16 },
  integrations: [mdx(), tailwind({ applyBaseStyles: false })],
  devToolbar: { enabled: false },
  vite: {
    // Chromium 80 is the oldest engine that readers have: docs/decisions/0007-tailwind-3.md.
    build: { cssTarget: ['chrome80', 'firefox78', 'safari13'], cssCodeSplit: false },
  },
});
