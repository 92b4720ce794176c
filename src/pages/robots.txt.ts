/** Allows all robots on all pages, and names the sitemap. */
import type { APIRoute } from 'astro';
import { fullUrl } from '../documents/full-address.ts';
import { loadSite } from './_site.ts';

export const GET: APIRoute = async () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${fullUrl(await loadSite(), '/sitemap-index.xml')}\n`);
