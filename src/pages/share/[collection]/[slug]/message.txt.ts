/** The text to paste into a chat group. */
import type { APIRoute } from 'astro';
import type { Document } from '../../../../documents/document.ts';
import { messageOf } from '../../../../documents/message.ts';
import { sharedDocumentPaths, textFile } from '../../../_shared-documents.ts';
import { loadSite } from '../../../_site.ts';

export const getStaticPaths = sharedDocumentPaths;

export const GET: APIRoute<{ document: Document }> = async ({ props }) =>
  textFile(messageOf(await loadSite(), props.document));
