/** The service worker. The preview has another in its place: an editor is to see the page as it is now. */
import type { APIRoute } from 'astro';
import { clientScripts } from '../layouts/client-scripts.ts';

export const GET: APIRoute = async () => {
  const { service } = await clientScripts();
  return new Response(service.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
};
