/** The script of every page, as a file whose name changes with its content. */
import type { APIRoute } from 'astro';
import { clientScripts } from '../../layouts/client-scripts.ts';

export async function getStaticPaths() {
  const { page } = await clientScripts();
  return [{ params: { file: page.fileName.replace(/\.js$/, '') }, props: { code: page.code } }];
}

export const GET: APIRoute<{ code: string }> = ({ props }) =>
  new Response(props.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
