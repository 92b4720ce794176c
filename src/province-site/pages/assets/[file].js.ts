/** The scripts of the pages, as files whose names change with their content. */
import type { APIRoute } from 'astro';
import { clientScripts } from '../../../layouts/client-scripts.ts';

export async function getStaticPaths() {
  const { province, reading } = await clientScripts();
  return [province, reading].map(({ fileName, code }) => ({
    params: { file: fileName.replace(/\.js$/, '') },
    props: { code },
  }));
}

export const GET: APIRoute<{ code: string }> = ({ props }) =>
  new Response(props.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
