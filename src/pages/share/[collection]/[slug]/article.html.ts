/** The article for the official account. */
import type { APIRoute } from 'astro';
import { link } from '../../../../components/link.ts';
import { articleOf, articlePage } from '../../../../share/article/index.ts';
import type { DocumentProps } from '../../../_paths.ts';
import { sharedDocumentPaths } from '../../../_shared-documents.ts';

export const getStaticPaths = sharedDocumentPaths;

export const GET: APIRoute<DocumentProps> = ({ props }) =>
  new Response(articlePage(articleOf(props.site, props.document, link)), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
