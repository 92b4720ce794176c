/**
 * How the worker answers. What is named by its digest comes from the phone if it is there; all else from the network, and
 * from the phone where the network fails or is slow. A page counts as come when it is whole and its styles and scripts are
 * at hand: a cut in the middle shows the copy and not half a page.
 */

import { isImmutable } from '../../served-files.ts';
import { groupOf, isPage, pathOf } from '../files.ts';
import { findSaved, type Kept } from '../saving/find.ts';
import type { Pocket } from '../saving/pocket.ts';
import { markAsKept } from './html.ts';
import { missingPage } from './missing.ts';
import { partOf } from './range.ts';
import { findOrFetchAsset, findRead, keepAssets, keepRead } from './read-pages.ts';

/** Milliseconds after which a page of the copy is shown instead of waiting on. */
const PATIENCE_MS = 3000;

/** A request to answer. */
export interface Asked {
  request: Request;
  /** The network's answer, asked for by the browser while the worker woke up. */
  preloaded?: Promise<Response | undefined> | undefined;
  /** Keeps the worker alive until something is done that the reader does not wait for. */
  later(work: Promise<unknown>): void;
}

/** Whether a request is answered here at all; others go to the network as if there were no worker. */
export function isOurs({ method, mode, url, cache }: Request, scope: string): boolean {
  const path = pathOf(url, scope);
  if (method !== 'GET' || path === undefined) return false;
  if (mode === 'navigate') return true;
  return cache !== 'no-store' && !/^offline\/[^/]+\.\w+$|^(?:sw\.js|favicon\.ico)$/.test(path);
}

/** Whether it is for a file of the search's index, which its engine asks for as readers type. */
export function isIndexFile({ url }: Request, scope: string): boolean {
  return groupOf(pathOf(url, scope) ?? '') === 'search';
}

/** Whether the page is opened that searches. */
export function isSearchPage({ mode, url }: Request, scope: string): boolean {
  return mode === 'navigate' && (pathOf(url, scope) ?? '').startsWith('search/');
}

/** Answers a request; never rejects where a page is asked for. */
export async function answer(pocket: Pocket, asked: Asked): Promise<Response> {
  const { request } = asked;
  const path = pathOf(request.url, pocket.scope) ?? '';
  if (isImmutable(path)) return findOrFetchAsset(pocket, request.url);
  if (request.mode === 'navigate' && isPage(withSlash(path))) return answerPage(pocket, asked, path);
  return answerFile(pocket, asked);
}

async function answerPage(pocket: Pocket, asked: Asked, path: string): Promise<Response> {
  const { request } = asked;
  const fresh = fetchPage(pocket, asked);
  // Waited for in any case: a preloaded answer that nobody takes is complained about in the console.
  asked.later(fresh.catch(() => undefined));
  const kept = await newest(pocket, request.url);
  if (!kept) {
    try {
      return (await fresh).response;
    } catch {
      if (withSlash(path) !== path && (await newest(pocket, withSlash(withoutQuery(request.url))))) {
        return Response.redirect(withSlash(withoutQuery(request.url)));
      }
      return missingPage(pocket);
    }
  }
  const whole = fresh.then(async ({ response, html }) => {
    if (response.status >= 500) throw new Error(String(response.status));
    const text = await html;
    if (text !== undefined) await keepAssets(pocket, text);
    return response;
  });
  asked.later(whole.catch(() => undefined));
  try {
    return await Promise.race([whole, afterPatience()]);
  } catch {
    const text = markAsKept(await kept.response.text(), kept.day);
    return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
}

/** What the network says; `html` is the whole text of a page of ours, which is kept, and rejects where it was cut off. */
async function fetchPage(
  pocket: Pocket,
  { request, preloaded, later }: Asked,
): Promise<{ response: Response; html: Promise<string | undefined> }> {
  const response = (await preloaded) ?? (await pocket.fetch(request.url, requestInit(request)));
  const isText = response.status === 200 && /^text\/html/.test(response.headers.get('content-type') ?? '');
  const html = isText && !response.redirected ? response.clone().text() : Promise.resolve(undefined);
  later(
    html
      .then((text) => (text === undefined ? undefined : keepRead(pocket, request.url, text)))
      .catch(() => undefined),
  );
  return { response, html };
}

/** Of the copy and the page as it was read, the newer one. */
async function newest(pocket: Pocket, url: string): Promise<Kept | undefined> {
  const [saved, read] = await Promise.all([findSaved(pocket, url), findRead(pocket, url)]);
  return saved && read ? (read.day > saved.day ? read : saved) : (saved ?? read);
}

async function answerFile(pocket: Pocket, { request, preloaded, later }: Asked): Promise<Response> {
  const fresh = Promise.resolve(preloaded).then(
    (response) => response ?? pocket.fetch(request.url, requestInit(request)),
  );
  later(fresh.catch(() => undefined));
  const kept = await findSaved(pocket, request.url);
  const network = fresh.then((response) => {
    if (response.status >= 500 && kept) throw new Error(String(response.status));
    return response;
  });
  try {
    return await (kept ? Promise.race([network, afterPatience()]) : network);
  } catch (error) {
    if (kept) return partOf(kept.response, request.headers.get('range'));
    if (request.mode === 'navigate') return missingPage(pocket);
    throw error;
  }
}

/** A navigation cannot be fetched as it is by older browsers; a redirect is left to the browser. */
function requestInit(request: Request): RequestInit {
  const { mode, cache, headers, redirect } = request;
  return { headers, redirect, credentials: 'same-origin', ...(mode !== 'navigate' && { cache }) };
}

function afterPatience(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('slow')), PATIENCE_MS));
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '');
}

/** `/policies` → `/policies/`; a path with an ending stays. */
function withSlash(path: string): string {
  return /(?:^|\/|\.\w+)$/.test(path) ? path : `${path}/`;
}
