/** The news of the week, as a script for the loudspeaker. */
import type { APIRoute } from 'astro';
import { newsScript } from '../../documents/news-broadcast.ts';
import { NEWS_DAYS } from '../../documents/news-recording.ts';
import { textFile } from '../_shared-documents.ts';
import { loadSite } from '../_site.ts';

export const GET: APIRoute = async () => textFile(newsScript(await loadSite(), NEWS_DAYS).join('\n'));
