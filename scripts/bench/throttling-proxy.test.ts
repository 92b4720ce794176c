import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { startThrottlingProxy } from './throttling-proxy.ts';

test('a page is transferred whole over the slow line, no faster than the line, and its transfer is recorded', async () => {
  const page = 'x'.repeat(20_000);
  const server = createServer((_, response) => response.end(page));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const line = await startThrottlingProxy(port, { bitsPerSecond: 400_000, roundTripMs: 400 });
  const began = performance.now();
  const got = await (await fetch(`http://127.0.0.1:${line.port}/`)).text();
  // A round trip to connect, one for the answer, and 20 KB at 50 KB a second.
  expect(performance.now() - began).toBeGreaterThan(1190);
  expect(got).toBe(page);
  expect(line.bytes()).toBeGreaterThan(20_000);
  expect(line.bytes()).toBeLessThan(20_500);
  const [transfer] = line.transfers();
  expect(transfer).toMatchObject({ path: '/', bytes: line.bytes() });
  expect((transfer?.untilMs ?? 0) - (transfer?.fromMs ?? 0)).toBeGreaterThan(1190);
  await line.close();
  server.closeAllConnections();
  server.close();
});
