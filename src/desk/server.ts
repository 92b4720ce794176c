/**
 * The server of the editing desk: the desk's own page, its routes, and the pages of drafts. One process; the store is the working tree. It
 * listens on the loopback interface unless told otherwise, and every request passes request-guard.ts first.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { escapeHtml } from '../documents/html-text.ts';
import { mediaType } from '../served-files.ts';
import type { DeskHost } from './contract.ts';
import { DeskError } from './desk-error.ts';
import { answerDraft } from './draft-routes.ts';
import { COMMON_HEADERS, DESK_POLICY, sendJson, sendText } from './http.ts';
import { type GuardPolicy, refusalOf, userOf } from './request-guard.ts';
import { findRoute } from './routes/index.ts';
import { openSessions, type Sessions } from './sessions.ts';

export interface DeskOptions {
  /** The address to listen on. */
  host: string;
  /** 0: any free port. */
  port: number;
  /** Known to the desk's page alone; another one for each start. */
  token: string;
  /** Behind a proxy: the origin that editors open, and the secret that only the proxy knows. */
  proxy?: { origin: string; secret: string } | undefined;
}

export interface DeskServer {
  /** The address of the page for an editor at this machine, with the token. */
  url: string;
  /** The port on which it listens. */
  port: number;
  /** Opens what a user works with before the first request. */
  open(user: string | undefined): Promise<void>;
  close(): Promise<void>;
}

interface ServerState {
  host: DeskHost;
  sessions: Sessions;
  policy: GuardPolicy;
  reviewOrigin: string;
}

/** Starts the server; rejects with the system's error for a used port. */
export async function serveDesk(deskHost: DeskHost, options: DeskOptions): Promise<DeskServer> {
  const { host, port, token, proxy } = options;
  const sessions = openSessions(deskHost);
  const state: ServerState = {
    host: deskHost,
    sessions,
    policy: { hosts: new Set(), origins: new Set(), token },
    reviewOrigin: '',
  };
  const server = createServer((request, response) => {
    answer(request, response, state).catch((error: unknown) => sendFailure(response, deskHost, error));
  });
  const actual = await listen(server, port, host);
  const own = `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
  const origin = proxy?.origin ?? own;
  state.policy = {
    hosts: new Set([new URL(origin).host]),
    origins: new Set([origin]),
    token,
    proxySecret: proxy?.secret,
  };
  state.reviewOrigin = origin;
  return {
    url: proxy === undefined ? `${own}/desk/#${token}` : `${origin}/desk/`,
    port: actual,
    async open(user) {
      await sessions.of(user);
    },
    close: () => close(server, sessions),
  };
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

function close(server: Server, sessions: Sessions): Promise<void> {
  sessions.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, state: ServerState): Promise<void> {
  const [path = '/', search = ''] = (request.url ?? '/').split('?');
  const { method = 'GET', headers } = request;
  const refusal = refusalOf({ method, path, headers }, state.policy);
  if (refusal !== undefined) {
    // The body is not read: the connection cannot serve another request.
    response.setHeader('connection', 'close');
    return sendJson(response, refusal.status, { error: refusal.error });
  }
  if (path.startsWith('/draft/')) return answerDraft(path, response, state.sessions);
  if (path.startsWith('/desk/api/')) return answerRoute(request, response, state, path, search);
  if (path === '/' || path === '/desk')
    return void response.writeHead(302, { ...COMMON_HEADERS, location: '/desk/' }).end();
  return sendClientFile(response, state, path.replace(/^\/desk\//, '') || 'index.html');
}

async function answerRoute(
  request: IncomingMessage,
  response: ServerResponse,
  state: ServerState,
  path: string,
  search: string,
): Promise<void> {
  const { method = 'GET', headers } = request;
  const name = path.slice('/desk/api/'.length);
  const { policy, sessions, reviewOrigin } = state;
  const user = userOf(headers, policy);
  const session = await sessions.of(user);
  if (method === 'GET' && name === 'events') return session.hub.open(request, response);
  const found = findRoute(method, decodePath(name));
  if (found === undefined) throw new DeskError(404, '没有这个地址。');
  const query = new URLSearchParams(search);
  const { hub: _, ...parts } = session;
  const value = await found.route.answer({ ...parts, reviewOrigin, request, params: found.params, query });
  sendJson(response, 200, value);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new DeskError(400, '地址读不懂。');
  }
}

async function sendClientFile(response: ServerResponse, state: ServerState, name: string): Promise<void> {
  const { host, policy } = state;
  const bytes = (await host.client()).get(name);
  if (bytes === undefined) return sendText(response, 404, '没有这个地址。');
  const headers = {
    ...COMMON_HEADERS,
    'content-type': mediaType(name),
    'content-security-policy': DESK_POLICY,
    'cross-origin-resource-policy': 'same-origin',
  };
  // Behind a proxy the page tells its script the token: only a user who logged in can read it, and no page of another origin.
  const isPage = name === 'index.html' && policy.proxySecret !== undefined;
  const content = isPage
    ? Buffer.from(bytes)
        .toString('utf8')
        .replace('</head>', () => `<meta name="desk-token" content="${escapeHtml(policy.token)}"></head>`)
    : bytes;
  response.writeHead(200, headers).end(content);
}

function sendFailure(response: ServerResponse, host: DeskHost, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  if (error instanceof DeskError)
    return sendJson(response, error.status, { error: error.message, ...error.details });
  sendJson(response, 500, { error: host.onFailure(error) });
}
