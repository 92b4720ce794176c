/**
 * Reads logs line by line, plain or compressed as the first bytes say: web servers and logrotate compress old logs with gzip or zstd.
 * One piece of a log is in memory at a time.
 */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';

/** Bytes of a piece. With 256 KB the memory was 50 MB higher: V8 frees large strings late. */
const PIECE_BYTES = 64 * 1024;
/** Bytes of an unpacked piece: the last one before damage is lost. */
const UNPACKED_BYTES = 32 * 1024;
/** Longer lines are no lines of a log; the rest of such a line is skipped. */
const MAX_LINE_LENGTH = 1024 * 1024;

/** A log ended early: it was cut off or is damaged. */
export class LogDamagedError extends Error {
  override name = 'LogDamagedError';
}

/**
 * Calls `onLine` for every line of a file that is not empty, its bytes as Latin-1 characters. Rejects with a LogDamagedError after the last
 * readable line of a damaged compressed log, and with the system's error if the file cannot be read.
 */
export async function readLog(file: string, onLine: (line: string) => void): Promise<void> {
  let rest = '';
  for await (const piece of openLog(file)) {
    const text = rest + piece.toString('latin1');
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      if (end > from) onLine(text.slice(from, text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end));
      from = end + 1;
    }
    rest = text.length - from > MAX_LINE_LENGTH ? text.slice(from, from + 1) : text.slice(from);
  }
  if (rest !== '') onLine(rest);
}

const CARRIAGE_RETURN = 13;

async function* openLog(file: string): AsyncGenerator<Buffer> {
  const decompress = decompressorFor(firstBytes(file));
  const source = createReadStream(file, { highWaterMark: PIECE_BYTES });
  if (decompress === undefined) {
    yield* source;
    return;
  }
  source.on('error', (error) => decompress.destroy(error));
  try {
    yield* source.pipe(decompress) as Readable & AsyncIterable<Buffer>;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall !== undefined) throw cause;
    throw new LogDamagedError(file, { cause });
  } finally {
    source.destroy();
  }
}

function decompressorFor(first: Buffer) {
  const options = { chunkSize: UNPACKED_BYTES };
  if (first.readUInt16BE(0) === 0x1f8b) return createGunzip(options);
  if (first.readUInt32LE(0) === 0xfd2fb528) return createZstdDecompress(options);
  return undefined;
}

/** The first four bytes of a file, zeros if it is shorter. */
function firstBytes(file: string): Buffer {
  const bytes = Buffer.alloc(4);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, bytes);
  } finally {
    closeSync(opened);
  }
  return bytes;
}
