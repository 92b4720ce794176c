/**
 * A web server for tests of bad networks: it logs requests, can cut answers, be stopped and restarted at the same address, and switch
 * to another version of the site.
 */
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Served, serveFolder } from '../../scripts/serve/server.ts';

export interface TestServer {
  /** URL of the home page. */
  url: string;
  /** Paths requested since the last call, in order. */
  asked(): string[];
  /** From now on answers to matching paths are cut in the middle; without a pattern none are. */
  cut(pattern?: RegExp): void;
  /** Runs `work` once before answering a matching path. */
  before(pattern: RegExp, work: () => Promise<void>): void;
  /** From now on serves another folder. */
  publish(dir: string): Promise<void>;
  /** Refuses connections until restarted. */
  stop(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts serving a built site at `base`. */
export async function startTestServer(dir: string, base = '/'): Promise<TestServer> {
  const before: Served[] = [];
  let site: Served = await serveFolder({ dir, base, port: 0 });
  let [paths, pattern] = [[] as string[], undefined as RegExp | undefined];
  let first: { pattern: RegExp; work: () => Promise<void> } | undefined;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/';
    paths.push(path);
    const isCut = pattern?.test(path) ?? false;
    if (first?.pattern.test(path)) {
      const { work } = first;
      first = undefined;
      await work();
    }
    get(new URL(path, site.url), { headers: request.headers }, (whole) => {
      response.writeHead(whole.statusCode ?? 500, whole.headers);
      if (!isCut) return whole.pipe(response);
      whole.once('data', (some: Buffer) => {
        response.write(some.subarray(0, some.length / 2), () => response.destroy());
      });
      return undefined;
    }).on('error', () => response.destroy());
  };
  const open = (port: number) =>
    new Promise<Server>((resolve) => {
      const server = createServer(answer).listen(port, '127.0.0.1', () => resolve(server));
    });
  const shut = (server: Server) =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  let server = await open(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    asked: () => paths.splice(0),
    cut: (next) => {
      pattern = next;
    },
    before: (next, work) => {
      first = { pattern: next, work };
    },
    publish: async (next) => {
      // Answers of the previous version under way complete, as on any web server.
      before.push(site);
      site = await serveFolder({ dir: next, base, port: 0 });
    },
    stop: () => shut(server),
    restart: async () => {
      server = await open(port);
    },
    close: async () => {
      await shut(server);
      await Promise.all([site, ...before].map((each) => each.close()));
    },
  };
}
