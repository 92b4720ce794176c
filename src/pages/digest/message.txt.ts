/** The news of 7 days, as a text to paste. */
import type { APIRoute } from 'astro';
import { newsMessage } from '../../documents/news-message.ts';
import { textFile } from '../_shared-documents.ts';
import { loadSite } from '../_site.ts';

export const GET: APIRoute = async () => textFile(newsMessage(await loadSite(), 7));
