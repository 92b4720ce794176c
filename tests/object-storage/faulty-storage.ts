/** A proxy to object storage that fails after a number of requests. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Fault = 'hang up' | 'refuse';

/** Forwards `requestCount` requests to the server at `endpoint`, and fails all later ones. */
export async function failAfter(
  endpoint: string,
  requestCount: number,
  fault: Fault = 'hang up',
): Promise<{ endpoint: string; close(): void }> {
  let requests = 0;
  const proxy = createServer(async (request, response) => {
    requests += 1;
    const body = await bodyOf(request);
    if (requests > requestCount) {
      if (fault === 'hang up') request.socket.destroy();
      else response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
      return;
    }
    const answer = await fetch(endpoint + (request.url ?? ''), {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      body: body.length > 0 ? new Uint8Array(body) : null,
    });
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    close: () => proxy.close(),
  };
}

function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
  });
}

/** Signed headers, without those of one connection. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  for (const name of ['connection', 'content-length', 'transfer-encoding', 'expect']) delete headers[name];
  return headers;
}
