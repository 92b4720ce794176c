/** Answers `/draft/ID/…`: pages that are not published, with the files that they use. No token: the address is the permission. */
import type { ServerResponse } from 'node:http';
import { addressOf } from '../documents/address.ts';
import { formatDate } from '../documents/dates.ts';
import {
  collectionsWithShareImages,
  shareImageNames,
  shareImagePath,
} from '../documents/share-image-path.ts';
import { isDocumentCollection } from '../schema/collections.ts';
import { mediaType } from '../served-files.ts';
import type { ShareableDocument } from '../share/images/share-image-data.ts';
import type { LiveSite, LiveView } from './contract.ts';
import type { Review } from './draft-addresses.ts';
import {
  darkStyle,
  draftPage,
  type Look,
  looks,
  OWN_FOLDER,
  ownFiles,
  plainPage,
  SHOWN_SCRIPT,
} from './draft-page.ts';
import { COMMON_HEADERS } from './http.ts';
import { type FileTexts, inlineFilesOf, withFilesInline } from './inline-files.ts';
import type { Sessions } from './sessions.ts';

/** Scripts of the page run without the desk's origin: they reach neither its page nor its storage. */
const DRAFT_POLICY = "sandbox allow-scripts allow-popups; frame-ancestors 'self'";

const BAND = '还没发布，只供看稿';

interface DraftRequest {
  id: string;
  look: Look;
  /** The path below the site's root. */
  file: string;
}

/** The parts of a path; undefined for one that is not of a draft. */
export function parseDraftPath(path: string): DraftRequest | undefined {
  const match = /^\/draft\/([\w-]{22})\/(?:~([a-z]+)\/)?(.*)$/.exec(path);
  if (match === null) return undefined;
  const [, id = '', name, rest = ''] = match;
  const look = name === undefined ? 'plain' : looks.find((each) => each === name);
  const file = decoded(rest);
  if (look === undefined || file === undefined) return undefined;
  return { id, look, file: file === '' || file.endsWith('/') ? `${file}index.html` : file };
}

function decoded(path: string): string | undefined {
  try {
    const name = decodeURIComponent(path);
    return /(?:^|[\\/])\.\.(?:[\\/]|$)|\0/.test(name) ? undefined : name;
  } catch {
    return undefined;
  }
}

/** The path of a draft's file; `look` only where it matters. */
export function draftPath(id: string, file: string, look: Look = 'plain'): string {
  const name = file.replace(/(^|\/)index\.html$/, '$1');
  return `/draft/${id}/${look === 'plain' ? '' : `~${look}/`}${name}`;
}

/** Answers a request for a draft's file. */
export async function answerDraft(
  path: string,
  response: ServerResponse,
  sessions: Pick<Sessions, 'withDraft'>,
): Promise<void> {
  const request = parseDraftPath(path);
  const session = request && (await sessions.withDraft(request.id));
  if (request === undefined || session === undefined) {
    const words = '网址不对，或者看稿的时间过了。请向发给您的人再要一次。';
    return send(response, 404, 'x.html', plainPage('打不开', words));
  }
  const { live, now } = session.services;
  const view = session.drafts.view(request.id);
  const review = session.drafts.review(request.id, now());
  const { look, file } = request;
  const own = file.startsWith(OWN_FOLDER) ? ownFiles[file.slice(OWN_FOLDER.length)] : undefined;
  if (own !== undefined) return send(response, 200, file, own);
  if (review !== undefined && !mayReviewerSee(file, review)) {
    const words = '这里只看送来的这一篇，别的网页请到正式的网站上看。';
    return send(response, 404, 'x.html', plainPage('这一页不在稿子里', words));
  }
  const bytes = (view && (await fileOfView(view, file))) ?? (await live.find(file));
  if (bytes === undefined) return send(response, 404, 'x.html', plainPage('没有这一页', '请检查网址。'));
  if (file.endsWith('.css') && look === 'dark')
    return send(response, 200, file, darkStyle(Buffer.from(bytes).toString('utf8')));
  if (!file.endsWith('.html')) return send(response, 200, file, bytes);
  const below = draftPath(request.id, '', look);
  const band = view?.heldUntil === undefined ? bandOf(review, view) : heldBand(view.heldUntil);
  const html = draftPage(Buffer.from(bytes).toString('utf8'), { top: live.top(), below, look, band });
  if (view === undefined) return send(response, 200, file, html);
  const texts = await readTexts(inlineFilesOf(html, below), look, live);
  send(response, 200, file, withFilesInline(html, { top: below, texts, script: SHOWN_SCRIPT }));
}

/** Files of the site whose content never changes under their name. */
const readBefore = new WeakMap<LiveSite, Map<string, string>>();

/** The texts of style sheets and scripts in a look, and those of the desk. */
async function readTexts(files: readonly string[], look: Look, live: LiveSite): Promise<FileTexts> {
  const known = readBefore.get(live) ?? new Map<string, string>();
  readBefore.set(live, known);
  const texts = new Map(Object.entries(ownFiles).map(([name, text]) => [`${OWN_FOLDER}${name}`, text]));
  for (const file of files) {
    const bytes = known.get(file) ?? (await live.find(file));
    if (bytes === undefined) continue;
    const text = Buffer.from(bytes).toString('utf8');
    known.set(file, text);
    texts.set(file, file.endsWith('.css') && look === 'dark' ? darkStyle(text) : text);
  }
  return texts;
}

const bandOf = (review: Review | undefined, view: LiveView | undefined) =>
  review === undefined && view?.isDraft !== true ? undefined : BAND;
const heldBand = (day: string) => `定于${formatDate(day)}发布，现在还看不到`;

/** The page of the view and its pictures, as the unsaved text makes them. */
async function fileOfView({ page, pageFile, site, document }: LiveView, file: string) {
  if (file === pageFile) return page;
  if (document === undefined || !collectionsWithShareImages.includes(document.collection)) return undefined;
  const name = shareImageNames.find((each) => shareImagePath(document, each) === `/${file}`);
  if (name === undefined) return undefined;
  // The renderer takes a second to load.
  const [{ renderShareImage }, { shareImageData }] = await Promise.all([
    import('../share/images/render.ts'),
    import('../share/images/share-image-data.ts'),
  ]);
  return (await renderShareImage(name, shareImageData(site, document as ShareableDocument))).png;
}

/** The pages and pictures of the documents themselves; of all else only what pages are made of, never another page. */
function mayReviewerSee(file: string, { documents }: Review): boolean {
  const isOwn = documents.some(({ collection, slug }) => {
    if (!isDocumentCollection(collection)) return false;
    return (
      file === `${addressOf(collection, slug).slice(1)}index.html` ||
      file.startsWith(`share/${collection}/${slug}/`)
    );
  });
  return isOwn || (!/\.(?:html|txt|json|xml)$/.test(file) && !file.startsWith('share/'));
}

function send(response: ServerResponse, status: number, name: string, content: string | Uint8Array): void {
  // A sandboxed page with an opener policy would not be shown in a window of its own.
  const { 'cross-origin-opener-policy': _, ...headers } = COMMON_HEADERS;
  response.writeHead(status, {
    ...headers,
    'content-type': mediaType(name),
    'content-security-policy': DRAFT_POLICY,
    'x-robots-tag': 'noindex, nofollow',
  });
  response.end(content);
}
