/** Links to other sites, asked of a small server that answers as sites of offices do. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkLinks } from './check-links.ts';
import { requestLink } from './request-link.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(code, headers).end('x');
  };
const redirect = (code: number, location: string) => status(code, { location });

const answers: Record<string, Answer> = {
  '/': status(200),
  '/policy/1.htm': status(200),
  '/get-only': (request, response) => status(request.method === 'HEAD' ? 405 : 200)(request, response),
  '/head-breaks': (request, response) =>
    request.method === 'HEAD' ? request.socket.destroy() : status(200)(request, response),
  '/head-says-gone': (request, response) => status(request.method === 'HEAD' ? 404 : 200)(request, response),
  '/gone': status(404),
  '/gone-for-good': status(410),
  '/refused': status(403),
  '/firewall': status(412),
  '/moved': redirect(301, '/policy/1.htm'),
  '/moved-twice': redirect(308, '/moved'),
  '/for-now': redirect(302, '/policy/1.htm'),
  '/to-home': redirect(301, '/'),
  '/to-login': redirect(301, '/sso/login?back=1'),
  '/sso/login?back=1': status(200),
  '/to-gone': redirect(301, '/gone'),
  '/round': redirect(302, '/round'),
  '/breaks': (request) => request.socket.destroy(),
  '/never': () => undefined,
};

let servers: Server[];
let seen: { method: string; path: string; agent: string; port: number }[] = [];
let running = new Map<number, number>();
let maxRunning = 0;
let failures = 0;
let waited: number[] = [];

function listen(): Promise<Server> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    seen.push({
      method: request.method ?? '',
      path: request.url ?? '',
      agent: request.headers['user-agent'] ?? '',
      port,
    });
    running.set(port, (running.get(port) ?? 0) + 1);
    maxRunning = Math.max(maxRunning, running.get(port) ?? 0);
    response.on('close', () => running.set(port, (running.get(port) ?? 0) - 1));
    if (request.url === '/busy' && failures > 0) {
      failures -= 1;
      status(503, { 'retry-after': '7' })(request, response);
    } else (answers[request.url ?? ''] ?? status(200))(request, response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

beforeAll(async () => {
  servers = [await listen(), await listen()];
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  [seen, running, maxRunning, failures, waited] = [[], new Map(), 0, 0, []];
});

function origin(which = 0): string {
  const { port } = (servers[which] as Server).address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

const options = {
  userAgent: 'Mingbai-links (+https://www.county.example/)',
  timeoutMs: 300,
  pauseMs: 1000,
  // Without waiting: what was waited for is compared.
  wait: async (ms: number) => void waited.push(ms),
  fetch,
};
const stateOf = (path: string) => requestLink(origin() + path, options);

test.each(['/policy/1.htm', '/get-only', '/head-breaks', '/head-says-gone', '/for-now', '/to-login'])(
  'an existing page is alive, whatever the server does with HEAD or with sessions: %s',
  async (path) => {
    expect(await stateOf(path)).toEqual({ kind: 'alive' });
  },
);

test.each(['/gone', '/gone-for-good', '/to-gone'])(
  'a page that the server does not have is dead: %s',
  async (path) => {
    expect(await stateOf(path)).toMatchObject({ kind: 'dead', hasAnswered: true });
  },
);

test.each(['/refused', '/firewall', '/to-home', '/round'])(
  'what only a person can tell is unsure, at once: %s',
  async (path) => {
    expect(await stateOf(path)).toMatchObject({ kind: 'unsure', isPassing: false });
    expect(seen.filter((request) => request.path === path && request.method === 'GET').length).toBeLessThan(
      2,
    );
  },
);

test.each(['/moved', '/moved-twice'])('a page with a new address for good: %s', async (path) => {
  expect(await stateOf(path)).toEqual({ kind: 'moved', to: `${origin()}/policy/1.htm` });
});

test.each(['/breaks', '/never'])('without an answer three attempts, then unsure: %s', async (path) => {
  expect(await stateOf(path)).toMatchObject({ kind: 'unsure', isPassing: true, hasAnswered: false });
  expect(seen.filter(({ method }) => method === 'GET')).toHaveLength(3);
});

test('a busy server is asked again after the time that it names', async () => {
  failures = 2;
  expect(await stateOf('/busy')).toEqual({ kind: 'alive' });
  expect(waited).toContain(7000);
});

test('a host that does not exist is dead after one request', async () => {
  const unknown = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } });
  let requests = 0;
  const state = await requestLink('https://none.example/', {
    ...options,
    fetch: () => {
      requests += 1;
      return Promise.reject(unknown);
    },
  });
  expect([state, requests]).toEqual([expect.objectContaining({ kind: 'dead', hasAnswered: false }), 1]);
});

test('a bad certificate needs a person', async () => {
  const cause = { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' };
  const refused = () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause }));
  const state = await requestLink('https://old.example/', { ...options, fetch: refused });
  expect(state).toMatchObject({ kind: 'unsure', isPassing: false });
});

test('one request at a time to a host, a pause after each, every address once, and we say who we are', async () => {
  const paths = ['/policy/1.htm', '/gone', '/moved', '/policy/1.htm', '/refused'];
  const urls = [0, 1].flatMap((which) => paths.map((path) => origin(which) + path));
  let checked = 0;
  const states = await checkLinks(urls, options, () => {
    checked += 1;
  });
  expect([states.size, checked, maxRunning]).toEqual([8, 8, 1]);
  for (const which of [0, 1]) {
    const requests = seen.filter(({ port }) => origin(which).endsWith(`:${port}`));
    // HEAD and GET of two pages, HEAD of two and of a redirect's target.
    expect(requests).toHaveLength(7);
    expect(requests.every(({ agent }) => agent === options.userAgent)).toBe(true);
  }
  expect(waited.filter((ms) => ms === options.pauseMs)).toHaveLength(2 * 6);
});
