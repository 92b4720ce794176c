/** Allows all robots on all pages, and names the sitemaps: its own, and those of the counties on this host. */
import type { APIRoute } from 'astro';
import { fullUrl, homeUrl } from '../../documents/full-address.ts';
import { loadProvince } from '../load-province.ts';

export const GET: APIRoute = () => {
  const { site, counties } = loadProvince();
  const { host } = new URL(homeUrl(site));
  const near = counties.filter(({ summary }) => new URL(summary.url).host === host);
  const maps = [
    fullUrl(site, '/sitemap.xml'),
    ...near.map(({ summary }) => `${summary.url.replace(/\/?$/, '/')}sitemap-index.xml`),
  ];
  return new Response(`User-agent: *\nAllow: /\n\n${maps.map((url) => `Sitemap: ${url}\n`).join('')}`);
};
