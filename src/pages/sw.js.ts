/** The service worker. While editing it does nothing: an editor is to see the page as it is now. */
import type { APIRoute } from 'astro';
import { clientScripts } from '../layouts/client-scripts.ts';

export const GET: APIRoute = async () => {
  const code = import.meta.env.DEV ? '' : (await clientScripts()).service.code;
  return new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
};
