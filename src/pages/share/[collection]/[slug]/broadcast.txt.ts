/** The script for the village loudspeaker. */
import type { APIRoute } from 'astro';
import { broadcastOf } from '../../../../documents/broadcast.ts';
import type { DocumentProps } from '../../../_paths.ts';
import { sharedDocumentPaths, textFile } from '../../../_shared-documents.ts';

export const getStaticPaths = sharedDocumentPaths;

export const GET: APIRoute<DocumentProps> = ({ props }) =>
  textFile(`${broadcastOf(props.site, props.document)}\n`);
