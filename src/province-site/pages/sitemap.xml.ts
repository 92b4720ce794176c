/** The pages of the province. */
import type { APIRoute } from 'astro';
import { fullUrl } from '../../documents/full-address.ts';
import { loadProvince } from '../load-province.ts';

export const GET: APIRoute = () => {
  const { site, shared, tables } = loadProvince();
  const addresses = [
    ...['/', '/policies/', '/rates/', '/digest/'],
    ...shared.map(({ address }) => address),
    ...tables.map(({ address }) => address),
  ];
  const urls = addresses.map((address) => `<url><loc>${fullUrl(site, address)}</loc></url>`).join('');
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>\n`,
    { headers: { 'content-type': 'application/xml' } },
  );
};
