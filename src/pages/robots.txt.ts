/** Everything may be read by everybody; here is the list. */
import type { APIRoute } from 'astro';
import { fullUrl } from '../documents/full-address.ts';
import { loadSite } from './_site.ts';

export const GET: APIRoute = async () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${fullUrl(await loadSite(), '/sitemap-index.xml')}\n`);
