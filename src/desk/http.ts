/** Requests and answers of the desk: bodies within a limit, answers with the headers that every one has. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DeskError } from './desk-error.ts';

/** A text with all its edits is far below; a photograph of a phone has up to 15 MB. */
export const MAX_JSON_BYTES = 4 * 1024 * 1024;
export const MAX_UPLOAD_BYTES = 30 * 1024 * 1024;

/** The body of a request; throws DeskError above `maxBytes`. */
export async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () =>
    new DeskError(413, `太大了，最多 ${Math.floor(maxBytes / 1024 / 1024)} MB。请先缩小，或者分开。`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body as a JSON object; throws DeskError for anything else. */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  // A form of another page can send text/plain without asking first.
  if (!/^application\/json(?:;|$)/.test(request.headers['content-type'] ?? ''))
    throw new DeskError(415, '内容的类型不对。');
  const bytes = await readBytes(request, MAX_JSON_BYTES);
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // The error below says what is wrong.
  }
  throw new DeskError(400, '内容读不懂。');
}

/** Headers of every answer: nothing of the desk is shown in a page of others, or guessed to be another type. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** Only the desk's own files run, and no other page can frame it. */
export const DESK_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  // The length of a recording is measured before it is sent.
  'media-src blob:',
  "frame-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    ...COMMON_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
  });
  response.end(JSON.stringify(value));
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...COMMON_HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(text);
}
