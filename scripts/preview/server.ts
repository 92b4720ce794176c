/**
 * Serves the preview on this machine, at the site's base path. Open pages get an event after a change and reload.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mediaType } from '../../src/served-files.ts';
import { type PageState, PREVIEW_FOLDER, previewPage, withAdditions } from './additions.ts';
import type { Preview } from './preview.ts';

export interface PreviewServer {
  /** The address of the home page. */
  url(): string;
  close(): Promise<void>;
  /** Sends the event to all open pages. */
  notifyPages(): void;
}

export interface PreviewServerOptions {
  /** 0: any free port. */
  port: number;
  /** Called for a page that could not be rendered. */
  onFailure(error: unknown): void;
}

/**
 * A service worker that removes itself and its caches: the built site, shown on the same port before, may have left a worker
 * that answers with old pages.
 */
const NO_WORKER = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  const pages = await self.clients.matchAll({ type: 'window' });
  await self.registration.unregister();
  for (const page of pages) await page.navigate(page.url);
})()));
`;

/** Starts serving on 127.0.0.1; a request waits for the content. Rejects with the system's error for a used port. */
export async function servePreview(
  preview: Preview,
  { port, onFailure }: PreviewServerOptions,
): Promise<PreviewServer> {
  const eventStreams = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    await preview.settled();
    // Read before the page: a page that was rendered from a newer content reloads, while an old one never counts as the new.
    const version = preview.version();
    try {
      await handleRequest(request, response, { preview, version, eventStreams });
    } catch (error) {
      onFailure(error);
      sendHtml(response, 500, failedPage(request, preview, version));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: () => `http://127.0.0.1:${actual}${preview.top()}`,
    notifyPages: () => {
      for (const response of eventStreams) sendVersion(response, preview);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Served {
  preview: Preview;
  /** The version of the content when the request began. */
  version: string;
  eventStreams: Set<ServerResponse>;
}

async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { preview, version, eventStreams }: Served,
): Promise<void> {
  const top = preview.top();
  const [path = '/', query] = (request.url ?? '/').split('?');
  if (!path.startsWith(top)) {
    const isTop = path === '/' || `${path}/` === top;
    return isTop ? redirect(response, top) : notFound(response, preview, version);
  }
  const inside = decodePath(path.slice(top.length));
  if (`/${inside}`.startsWith(PREVIEW_FOLDER)) {
    const name = inside.slice(PREVIEW_FOLDER.length - 1);
    if (name !== 'events') return sendOwnFile(response, name);
    return streamEvents(request, response, preview, eventStreams);
  }
  if (inside === 'sw.js') return send(response, 'sw.js', NO_WORKER);
  const isFolder = inside === '' || inside.endsWith('/');
  const file = isFolder ? `${inside}index.html` : inside;
  const found = await preview.find(file);
  if (found !== undefined) {
    if ('path' in found) return send(response, file, readFileSync(found.path));
    if (!file.endsWith('.html')) return send(response, file, found.page);
    return sendHtml(
      response,
      200,
      withAdditions(textOf(found.page), stateOf(preview, version, `/${inside}`)),
    );
  }
  if (!isFolder && (await preview.find(`${inside}/index.html`)) !== undefined) {
    return redirect(response, `${path}/${query ? `?${query}` : ''}`);
  }
  return notFound(response, preview, version, `/${inside}`);
}

/** The state of the content for the page at an address below the site's root. */
function stateOf(preview: Preview, version: string, address: string): PageState {
  const drafts = preview.drafts();
  const draft = drafts.get(address);
  return {
    top: preview.top(),
    version,
    drafts: [...drafts.keys()],
    draft: draft && { ...draft, diagnostics: preview.diagnosticsOf(draft.file) },
    errors: preview.errors(),
  };
}

/** Files that only a build has: zips, and the lists of the offline copy. */
const ONLY_BUILT = /^\/(?:share\/.+\.zip|offline\/.+\.(?:json|txt|bin))$/;

async function notFound(
  response: ServerResponse,
  preview: Preview,
  version: string,
  address = '',
): Promise<void> {
  const state = stateOf(preview, version, address);
  if (ONLY_BUILT.test(address)) {
    const words = '<p>这个文件要生成网站时才做。要看它，停下预览，运行 npx mingbai start。</p>';
    return sendHtml(response, 404, previewPage('预览里没有这个文件', words, state));
  }
  if (state.errors.length > 0 && (await preview.find('index.html')) === undefined) {
    return sendHtml(
      response,
      503,
      previewPage('还不能预览', '<p>请照上面说的改好，存盘，这里会自己换新。</p>', state),
    );
  }
  const page = await preview.find('404.html');
  const html = page && 'page' in page ? withAdditions(textOf(page.page), state) : undefined;
  return sendHtml(response, 404, html ?? previewPage('没有这一页', '<p>请检查网址。</p>', state));
}

function failedPage(request: IncomingMessage, preview: Preview, version: string): string {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const address = `/${decodePath(pathname.slice(preview.top().length))}`;
  const words = '<p>这一页现在排不出来。先照上面说的把要写的写上，存盘，这里会自己换新。</p>';
  return previewPage('这一页排不出来', words, stateOf(preview, version, address));
}

function streamEvents(
  request: IncomingMessage,
  response: ServerResponse,
  preview: Preview,
  eventStreams: Set<ServerResponse>,
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  eventStreams.add(response);
  request.on('close', () => eventStreams.delete(response));
  sendVersion(response, preview);
}

function sendVersion(response: ServerResponse, preview: Preview): void {
  response.write(`retry: 500\ndata: ${preview.version()}\n\n`);
}

const ownFiles: Readonly<Record<string, string>> = { 'script.js': 'browser.js', 'style.css': 'style.css' };

function sendOwnFile(response: ServerResponse, name: string): void {
  const own = Object.hasOwn(ownFiles, name) ? ownFiles[name] : undefined;
  if (own === undefined) return void response.writeHead(404).end();
  send(response, name, readFileSync(join(import.meta.dirname, own)));
}

function send(response: ServerResponse, name: string, content: string | Uint8Array): void {
  response.writeHead(200, { 'content-type': mediaType(name), 'cache-control': 'no-store' }).end(content);
}

function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

/** The path as a file name; a path out of the site or an invalid one becomes 404.html. */
function decodePath(path: string): string {
  try {
    const name = decodeURIComponent(path);
    return /(?:^|[\\/])\.\.(?:[\\/]|$)|\0/.test(name) ? '404.html' : name;
  } catch {
    return '404.html';
  }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
