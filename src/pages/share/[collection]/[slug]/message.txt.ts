/** The text to paste into a chat group. */
import type { APIRoute } from 'astro';
import { messageOf } from '../../../../documents/message.ts';
import type { DocumentProps } from '../../../_paths.ts';
import { sharedDocumentPaths, textFile } from '../../../_shared-documents.ts';

export const getStaticPaths = sharedDocumentPaths;

export const GET: APIRoute<DocumentProps> = ({ props }) => textFile(messageOf(props.site, props.document));
