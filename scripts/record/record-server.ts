/** The page of recordings on this machine: its files, the list of policies, and the sounds that it sends. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../../src/bundle-script.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import {
  COMMON_HEADERS,
  DESK_POLICY,
  MAX_UPLOAD_BYTES,
  readBytes,
  sendJson,
  sendText,
} from '../../src/desk/http.ts';
import { type GuardPolicy, refusalOf } from '../../src/desk/request-guard.ts';
import { mediaType } from '../../src/served-files.ts';
import { UsageError } from '../usage-error.ts';
import { AudioError } from './audio-error.ts';
import type { Recordings } from './recordings.ts';

/** Where the guard asks for the token. */
const API = '/desk/api/recordings';

export interface RecordServer {
  /** The address of the page, with the token. */
  url: string;
  close(): Promise<void>;
}

/** Serves the page on 127.0.0.1; rejects with the system's error for a used port. */
export async function serveRecordings(recordings: Recordings, port: number): Promise<RecordServer> {
  const token = randomBytes(24).toString('base64url');
  const files = await clientFiles();
  let policy: GuardPolicy = { hosts: new Set(), origins: new Set(), token };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => sendFailure(response, error));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '/'] = (request.url ?? '/').split('?');
    const { method = 'GET', headers } = request;
    const refusal = refusalOf({ method, path, headers }, policy);
    if (refusal !== undefined) {
      // The body is not read: the connection cannot serve another request.
      response.setHeader('connection', 'close');
      return sendJson(response, refusal.status, { error: refusal.error });
    }
    if (path === API && method === 'GET') return sendJson(response, 200, recordings.list());
    if (path.startsWith(`${API}/`) && method === 'POST') {
      const slug = path.slice(API.length + 1);
      const saved = await recordings.saveBytes(slug, await readBytes(request, MAX_UPLOAD_BYTES));
      if (saved === undefined) throw new DeskError(404, '没有这个政策了。重新打开这一页。');
      return sendJson(response, 200, saved);
    }
    return sendFile(response, files, path === '/' ? 'index.html' : path.slice(1));
  }

  const origin = `http://127.0.0.1:${await listen(server, port)}`;
  policy = { hosts: new Set([new URL(origin).host]), origins: new Set([origin]), token };
  return {
    url: `${origin}/#${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function clientFiles(): Promise<ReadonlyMap<string, string>> {
  const path = (name: string) => fileURLToPath(new URL(`client/${name}`, import.meta.url));
  return new Map([
    ['index.html', readFileSync(path('index.html'), 'utf8')],
    ['style.css', readFileSync(path('style.css'), 'utf8')],
    ['record.js', await bundleScript(path('record.client.ts'))],
  ]);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

function sendFile(response: ServerResponse, files: ReadonlyMap<string, string>, name: string): void {
  const text = files.get(name);
  if (text === undefined) return sendText(response, 404, '没有这个地址。');
  const headers = {
    ...COMMON_HEADERS,
    'content-type': mediaType(name),
    'content-security-policy': DESK_POLICY,
  };
  response.writeHead(200, headers).end(text);
}

function sendFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  if (error instanceof DeskError) return sendJson(response, error.status, { error: error.message });
  if (error instanceof AudioError || error instanceof UsageError) {
    return sendJson(response, 422, { error: error.message });
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  sendJson(response, 500, { error: '程序出错了，没有存。终端里有详细的话。' });
}
