/** The script for the village loudspeaker. */
import type { APIRoute } from 'astro';
import { broadcastOf } from '../../../../documents/broadcast.ts';
import type { Document } from '../../../../documents/document.ts';
import { sharedDocumentPaths, textFile } from '../../../_shared-documents.ts';
import { loadSite } from '../../../_site.ts';

export const getStaticPaths = sharedDocumentPaths;

export const GET: APIRoute<{ document: Document }> = async ({ props }) =>
  textFile(`${broadcastOf(await loadSite(), props.document)}\n`);
