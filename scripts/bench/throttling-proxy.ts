/**
 * A slow line between a browser and a server on this machine: every byte waits for the line, for pages and service worker
 * alike. A browser's own brake (Network.emulateNetworkConditions) leaves the worker as fast as the machine, and a second
 * view comes through the worker.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface ThrottlingProxy {
  port: number;
  /** Bytes that came to the browser so far, heads of answers included. */
  bytes(): number;
  /** Resolves when nothing came for so long. */
  waitForSilence(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface NetworkConditions {
  bitsPerSecond: number;
  roundTripMs: number;
}

/** The slow network that phones of villagers have, by DESIGN: 400 kbit/s, 400 ms. */
export const SLOW_NETWORK: NetworkConditions = { bitsPerSecond: 400_000, roundTripMs: 400 };

/** Bytes of one packet. */
const PACKET_BYTES = 1460;

/** Opens a line to a server on this machine. All connections share its width; each new one costs a round trip first. */
export async function startThrottlingProxy(
  serverPort: number,
  { bitsPerSecond, roundTripMs }: NetworkConditions,
): Promise<ThrottlingProxy> {
  let [bytes, lastMs, freeAtMs] = [0, performance.now(), 0];
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
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

/** Hands over what comes, in order, each packet when it is due; the end as well. */
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
