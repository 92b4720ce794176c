/** One chunk of the sitemap. */
import type { APIRoute } from 'astro';
import type { KnownAddress } from '../documents/all-addresses.ts';
import { fullUrl } from '../documents/full-address.ts';
import { loadSite } from './_site.ts';
import { sitemapPages } from './_sitemap.ts';

export async function getStaticPaths() {
  const pages = sitemapPages(await loadSite());
  return pages.map((addresses, index) => ({ params: { number: String(index) }, props: { addresses } }));
}

export const GET: APIRoute<{ addresses: KnownAddress[] }> = async ({ props }) => {
  const site = await loadSite();
  const entries = props.addresses.map(({ address, changedOn }) => {
    const changed = changedOn ? `<lastmod>${changedOn}</lastmod>` : '';
    return `<url><loc>${fullUrl(site, address)}</loc>${changed}</url>`;
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
