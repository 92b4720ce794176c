/**
 * A proxy that throttles all traffic between a browser and a local server, including the service worker's. The browser's own
 * throttling (Network.emulateNetworkConditions) does not slow the worker, which serves the second view.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A file as it went over the line; times of performance.now(). */
export interface Transfer {
  /** Path with its query. */
  path: string;
  /** When the browser sent the request. */
  fromMs: number;
  /** When the last byte had arrived. */
  untilMs: number;
  /** With headers. */
  bytes: number;
}

export interface ThrottlingProxy {
  port: number;
  /** All transfers so far, in the order of their requests. */
  transfers(): readonly Transfer[];
  /** Bytes received by the browser so far, headers included. */
  bytes(): number;
  /** Resolves after `ms` without a received byte. */
  waitForSilence(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface NetworkConditions {
  bitsPerSecond: number;
  roundTripMs: number;
}

/** The slow network of DESIGN: 400 kbit/s, 400 ms. */
export const SLOW_NETWORK: NetworkConditions = { bitsPerSecond: 400_000, roundTripMs: 400 };

const PACKET_BYTES = 1460;

/** Starts a proxy to a local server. All connections share the bandwidth; each new one costs a round trip first. */
export async function startThrottlingProxy(
  serverPort: number,
  { bitsPerSecond, roundTripMs }: NetworkConditions,
): Promise<ThrottlingProxy> {
  let [bytes, lastMs, freeAtMs] = [0, performance.now(), 0];
  const sockets = new Set<Socket>();
  const transfers: Transfer[] = [];
  const server = createServer((near) => {
    let transfer: Transfer | undefined;
    near.on('data', (chunk: Buffer) => {
      // Browsers send the next request on a connection when the answer to the last one is complete.
      const path = /^[A-Z]+ (\S+) HTTP/.exec(chunk.toString('latin1'))?.[1];
      if (path === undefined) return;
      transfer = { path, fromMs: performance.now(), untilMs: Number.POSITIVE_INFINITY, bytes: 0 };
      transfers.push(transfer);
    });
    const far = connect(serverPort, '127.0.0.1');
    const openedMs = performance.now() + roundTripMs;
    forward(near, far, () => Math.max(openedMs, performance.now()) + roundTripMs / 2);
    forward(
      far,
      near,
      (size) => {
        freeAtMs = Math.max(freeAtMs, performance.now()) + (size * 8000) / bitsPerSecond;
        return freeAtMs + roundTripMs / 2;
      },
      (size) => {
        bytes += size;
        lastMs = performance.now();
        if (transfer === undefined) return;
        transfer.bytes += size;
        transfer.untilMs = lastMs;
      },
    );
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    bytes: () => bytes,
    transfers: () => transfers,
    async waitForSilence(ms) {
      lastMs = performance.now();
      while (performance.now() - lastMs < ms) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Forwards data in order, each packet at its due time; and the end. */
function forward(
  from: Socket,
  to: Socket,
  dueMs: (size: number) => number,
  onArrival: (size: number) => void = () => undefined,
): void {
  const onTheWay: { atMs: number; packet: Buffer | undefined }[] = [];
  const deliver = () => {
    const next = onTheWay[0];
    if (next === undefined) return;
    const waitMs = next.atMs - performance.now();
    if (waitMs > 0) {
      setTimeout(deliver, waitMs);
      return;
    }
    onTheWay.shift();
    if (next.packet === undefined) to.end();
    else if (!to.destroyed) {
      to.write(next.packet);
      onArrival(next.packet.length);
    }
    deliver();
  };
  const send = (packet?: Buffer) => {
    onTheWay.push({ atMs: dueMs(packet?.length ?? 0), packet });
    if (onTheWay.length === 1) deliver();
  };
  from.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; at += PACKET_BYTES) send(chunk.subarray(at, at + PACKET_BYTES));
  });
  from.on('end', () => send());
}
