/** The news of 7 days, as a script for the loudspeaker. */
import type { APIRoute } from 'astro';
import { newsScript } from '../../documents/news-broadcast.ts';
import { textFile } from '../_shared-documents.ts';
import { loadSite } from '../_site.ts';

export const GET: APIRoute = async () => textFile(newsScript(await loadSite(), 7).join('\n'));
