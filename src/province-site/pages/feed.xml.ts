/** The news of all counties, for feed readers. */
import type { APIRoute } from 'astro';
import { atomFeed } from '../../province/front/index.ts';
import { loadProvince } from '../load-province.ts';

export const GET: APIRoute = () => {
  const { site, counties, shared, day } = loadProvince();
  return new Response(atomFeed(site.about, counties, shared, day), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
