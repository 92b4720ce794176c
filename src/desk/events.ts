/** Events for the open pages of the desk (server-sent events): what was saved, published, or changed by others. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { COMMON_HEADERS } from './http.ts';

/** Proxies close a connection on which nothing is sent for a minute. */
const HEARTBEAT_MS = 25_000;

export interface DeskEvent {
  kind: 'saved' | 'published' | 'changed' | 'findings';
  [detail: string]: unknown;
}

export interface EventHub {
  send(event: DeskEvent): void;
  open(request: IncomingMessage, response: ServerResponse): void;
  close(): void;
}

export function openEventHub(): EventHub {
  const streams = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.write(': \n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    send({ kind, ...details }) {
      for (const stream of streams) stream.write(`event: ${kind}\ndata: ${JSON.stringify(details)}\n\n`);
    },
    open(request, response) {
      response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'text/event-stream' });
      response.write(': \n\n');
      streams.add(response);
      request.on('close', () => streams.delete(response));
    },
    close() {
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
    },
  };
}
