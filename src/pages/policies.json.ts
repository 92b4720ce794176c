/** All policies as data. */
import type { APIRoute } from 'astro';
import { policiesData } from '../documents/policies-data.ts';
import { loadSite } from './_site.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(policiesData(await loadSite())), {
    headers: { 'content-type': 'application/json' },
  });
