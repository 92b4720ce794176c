/**
 * The server of the editing desk: the desk's own page, its routes, and the pages of drafts. One process; the store is the working tree. It
 * listens on the loopback interface unless told otherwise, and every request passes request-guard.ts first.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { escapeHtml } from '../documents/html-text.ts';
import { mediaType } from '../served-files.ts';
import type { DeskServices } from './contract.ts';
import { DeskError } from './desk-error.ts';
import { type DraftAddresses, openDraftAddresses } from './draft-addresses.ts';
import { answerDraft } from './draft-routes.ts';
import { type EventHub, openEventHub } from './events.ts';
import { COMMON_HEADERS, DESK_POLICY, sendJson, sendText } from './http.ts';
import { type GuardPolicy, refusalOf, userOf } from './request-guard.ts';
import { findRoute } from './routes/index.ts';
import { openTextHistory, type TextHistory } from './text-history.ts';

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
  events: EventHub;
  close(): Promise<void>;
}

interface ServerState {
  services: DeskServices;
  policy: GuardPolicy;
  reviewOrigin: string;
  texts: TextHistory;
  drafts: DraftAddresses;
  events: EventHub;
}

/** Starts the server; rejects with the system's error for a used port. */
export async function serveDesk(services: DeskServices, options: DeskOptions): Promise<DeskServer> {
  const { host, port, token, proxy } = options;
  const events = openEventHub();
  const state: ServerState = {
    services,
    policy: { hosts: new Set(), origins: new Set(), token },
    reviewOrigin: '',
    texts: openTextHistory(),
    drafts: openDraftAddresses(services.draftsFile),
    events,
  };
  const server = createServer((request, response) => {
    answer(request, response, state).catch((error: unknown) => sendFailure(response, services, error));
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
    events,
    close: () => close(server, events),
  };
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

function close(server: Server, events: EventHub): Promise<void> {
  events.close();
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
  if (path.startsWith('/draft/')) return answerDraft(path, response, state.services, state.drafts);
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
  if (method === 'GET' && name === 'events') return state.events.open(request, response);
  const found = findRoute(method, decodePath(name));
  if (found === undefined) throw new DeskError(404, '没有这个地址。');
  const { policy, ...parts } = state;
  const query = new URLSearchParams(search);
  const user = userOf(headers, policy);
  const value = await found.route.answer({ ...parts, request, params: found.params, query, user });
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
  const { services, policy } = state;
  const bytes = (await services.client()).get(name);
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

function sendFailure(response: ServerResponse, services: DeskServices, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  if (error instanceof DeskError)
    return sendJson(response, error.status, { error: error.message, ...error.details });
  sendJson(response, 500, { error: services.onFailure(error) });
}
