/** The list of sitemap files: search engines accept at most 50,000 addresses in one. */
import type { APIRoute } from 'astro';
import { fullUrl } from '../documents/full-address.ts';
import { loadSite } from './_site.ts';
import { sitemapPages } from './_sitemap.ts';

export const GET: APIRoute = async () => {
  const site = await loadSite();
  const entries = sitemapPages(site).map(
    (_, index) => `<sitemap><loc>${fullUrl(site, `/sitemap-${index}.xml`)}</loc></sitemap>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</sitemapindex>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
