/** The service worker. The preview replaces it: an editor must see the current page. */
import type { APIRoute } from 'astro';
import { clientScripts } from '../layouts/client-scripts.ts';

export const GET: APIRoute = async () => {
  const { service } = await clientScripts();
  return new Response(service.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
};
