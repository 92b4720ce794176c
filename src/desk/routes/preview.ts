/** The page, the pictures and the texts of what is being written. */
import { broadcastOf } from '../../documents/broadcast.ts';
import { messageOf } from '../../documents/message.ts';
import { hasShareFiles } from '../../documents/share-files.ts';
import { shareImagePath } from '../../documents/share-image-path.ts';
import { siteSliceFor } from '../../documents/site-slice.ts';
import type { LiveView } from '../contract.ts';
import { DeskError } from '../desk-error.ts';
import { draftPath } from '../draft-routes.ts';
import { readJson } from '../http.ts';
import { documentOf } from '../input.ts';
import { textFrom, withFixes } from './documents.ts';
import type { Route, RouteContext } from './route.ts';

export const previewRoutes: Route[] = [
  { method: 'POST', path: 'preview', answer: preview },
  { method: 'POST', path: 'comparison', answer: compare },
];

async function preview({ request, services, texts, drafts }: RouteContext) {
  const given = await readJson(request);
  const document = documentOf(given);
  const { text } = textFrom(services, texts, document, given);
  const view = await services.live.view(document, text);
  if (view === undefined) throw new DeskError(503, '网页还在准备，请等一下。', { retry: true });
  const id = drafts.addView(view);
  return {
    id,
    ...pagesOf(view, id),
    ...textsOf(view),
    findings: withFixes(services.editor, document, text, [
      ...view.findings,
      ...services.bases.changesSince(document, text),
    ]),
  };
}

async function compare({ request, services, texts }: RouteContext) {
  const given = await readJson(request);
  const document = documentOf(given);
  const { text } = textFrom(services, texts, document, given);
  return { findings: await services.live.compare(document, text) };
}

/** The addresses of the page in all looks and of the pictures. */
function pagesOf({ page, pageFile, document }: LiveView, id: string) {
  if (page === undefined) return {};
  const looks = { large: draftPath(id, pageFile, 'large'), dark: draftPath(id, pageFile, 'dark') };
  const pages = { page: draftPath(id, pageFile), looks };
  if (document === undefined || !hasShareFiles(document)) return pages;
  const image = (name: 'card' | 'poster') => draftPath(id, shareImagePath(document, name).slice(1));
  return { ...pages, card: image('card'), poster: image('poster') };
}

/** The text for the group and the loudspeaker script, as the built site has them. */
function textsOf({ document, site }: LiveView) {
  if (document === undefined || !hasShareFiles(document)) return {};
  const slice = siteSliceFor(site, document);
  return { message: messageOf(slice, document), broadcast: broadcastOf(slice, document) };
}
