/** The policies with conditions, for the questions of the finder. */
import type { APIRoute } from 'astro';
import { finderDataScript } from '../../documents/finder-data.ts';
import { loadSite } from '../_site.ts';

export const GET: APIRoute = async () =>
  new Response(finderDataScript(await loadSite()), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
