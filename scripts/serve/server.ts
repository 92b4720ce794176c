/**
 * Serves a built site on this machine at its base path, as a plain web server would: for `npm start` and for the browser tests.
 * Files are served by sirv, which Vite uses as well.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { mediaType, UNKNOWN_MEDIA_TYPE } from '../../src/served-files.ts';

export interface ServeOptions {
  /** The built site. */
  dir: string;
  /** The base path, `/` or `/path/`. */
  base: string;
  /** 0: any free port. */
  port: number;
}

export interface Served {
  /** The address of the home page. */
  url: string;
  close(): Promise<void>;
}

/** Starts serving on 127.0.0.1; rejects with the system's error for a used port. */
export async function serveFolder({ dir, base, port }: ServeOptions): Promise<Served> {
  const top = base.endsWith('/') ? base : `${base}/`;
  const files = sirv(dir, {
    dev: true,
    setHeaders(response, path) {
      // sirv's table lacks some types, and the charset of most texts.
      const type = mediaType(path);
      if (type !== UNKNOWN_MEDIA_TYPE) response.setHeader('content-type', type);
      response.setHeader('cache-control', 'no-cache');
    },
  });
  const server = createServer((request, response) => handleRequest(request, response, { dir, top, files }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}${top}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface ServerContext {
  dir: string;
  top: string;
  files: ReturnType<typeof sirv>;
}

function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { dir, top, files }: ServerContext,
): void {
  const [path = '/', query] = (request.url ?? '/').split('?');
  if (path === '/' && top !== '/') return redirect(response, top);
  if (`${path}/` === top) return redirect(response, top);
  if (!path.startsWith(top)) return notFound(response, dir);

  const inside = `/${path.slice(top.length)}`;
  if (!inside.endsWith('/') && isFolder(join(dir, decodePath(inside)))) {
    return redirect(response, `${path}/${query ? `?${query}` : ''}`);
  }
  request.url = inside;
  files(request, response, () => notFound(response, dir));
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** The path as a file name; an invalid one becomes 404.html. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/404.html';
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location }).end();
}

function notFound(response: ServerResponse, dir: string): void {
  const page = join(dir, '404.html');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(existsSync(page) ? readFileSync(page) : '404');
}
