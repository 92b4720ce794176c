/** The data with which a phone adds the site to its home screen. */
import type { APIRoute } from 'astro';
import { link } from '../components/link.ts';
import { loadSite } from './_site.ts';

export const GET: APIRoute = async () => {
  const { about } = await loadSite();
  const manifest = {
    name: about.name,
    short_name: about.name.slice(0, 12),
    description: about.description,
    lang: 'zh-CN',
    start_url: link('/'),
    scope: link('/'),
    display: 'minimal-ui',
    background_color: '#fbf7f0',
    theme_color: '#9e2b1c',
    icons: [{ src: link('/icon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
