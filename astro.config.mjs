/**
 * How Astro compiles the pages of a county, or those of a province, to code that builds and the preview render them with (src/cache/compiled-renderer.ts). The
 * address of the site is not compiled in: the renderer sets host and base path, so all sites of a machine share the code.
 */
import mdx from '@astrojs/mdx';
import tailwind from '@astrojs/tailwind';
import { defineConfig } from 'astro/config';
import { asEnvironment, readSettings } from './src/settings.ts';

const settings = readSettings();
// Astro bundles the pages elsewhere; they find the project and the content by these.
Object.assign(process.env, asEnvironment(settings));
// What stands in the environment would win over what Astro works out, and move every link of the site.
for (const name of ['BASE_URL', 'SITE', 'MODE', 'DEV', 'PROD', 'SSR', 'ASSETS_PREFIX'])
  delete process.env[name];

export default defineConfig({
  srcDir: process.env.MINGBAI_PROVINCE ? './src/province-site' : './src',
  outDir: settings.outDir,
  publicDir: settings.publicDir,
  // Packages may be installed by another user, who does not let this one write beside them.
  cacheDir: './.mingbai/astro',
  trailingSlash: 'always',
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never', concurrency: 16 },
  integrations: [mdx(), tailwind({ applyBaseStyles: false })],
  devToolbar: { enabled: false },
  vite: {
    cacheDir: '.mingbai/vite',
    // Chromium 80 is the oldest engine that readers have: docs/decisions/0007-tailwind-3.md.
    build: { cssTarget: ['chrome80', 'firefox78', 'safari13'], cssCodeSplit: false },
  },
});
