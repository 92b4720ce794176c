/** What is new in 30 days, as a text to paste. */
import type { APIRoute } from 'astro';
import { digestMessage } from '../../documents/digest-message.ts';
import { textFile } from '../_shared-documents.ts';
import { loadSite } from '../_site.ts';

export const GET: APIRoute = async () => textFile(digestMessage(await loadSite(), 30));
