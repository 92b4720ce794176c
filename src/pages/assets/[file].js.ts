/** The scripts, as files whose names change with their content. */
import type { APIRoute } from 'astro';
import { clientScripts } from '../../layouts/client-scripts.ts';

export async function getStaticPaths() {
  // The first three are inline in pages, the service worker has an address of its own, and the last is for other pages.
  const { head, earlySearch, urgent, service, province, ...files } = await clientScripts();
  return Object.values(files).map(({ fileName, code }) => ({
    params: { file: fileName.replace(/\.js$/, '') },
    props: { code },
  }));
}

export const GET: APIRoute<{ code: string }> = ({ props }) =>
  new Response(props.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
