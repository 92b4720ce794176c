/** The text message. */
import type { APIRoute } from 'astro';
import { textMessageOf } from '../../../../documents/text-message.ts';
import type { DocumentProps } from '../../../_paths.ts';
import { sharedDocumentPaths, textFile } from '../../../_shared-documents.ts';

export const getStaticPaths = sharedDocumentPaths;

export const GET: APIRoute<DocumentProps> = ({ props }) =>
  textFile(textMessageOf(props.site, props.document));
