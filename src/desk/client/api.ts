/** Requests to the desk's server. The token of this start comes in the opened address and stays in this tab. */

const TOKEN_ENTRY = 'desk-token';

/** An answer that is an error: a sentence for the editor, and details such as the conflicts. */
export class ApiError extends Error {
  override name = 'ApiError';
  /** The HTTP status; 0 if the server did not answer. */
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }

  /** Whether the program did not answer, or was started again: the same request may succeed later. */
  get isAway(): boolean {
    return this.status === 0 || this.status === 401 || this.status >= 502;
  }
}

let token = '';

/**
 * Takes the token from the page or from the address, where it must not stay: addresses are copied and sent on. Windows that were open
 * before the desk was started again get the new token from the one that was opened with it, and save what they hold.
 */
export function takeToken(): void {
  const given = document.querySelector<HTMLMetaElement>('meta[name="desk-token"]')?.content;
  const inHash = /^#(?!\/)(.+)$/.exec(location.hash)?.[1];
  if (inHash !== undefined) history.replaceState(null, '', `${location.pathname}#/`);
  token = given ?? inHash ?? sessionStorage.getItem(TOKEN_ENTRY) ?? '';
  sessionStorage.setItem(TOKEN_ENTRY, token);
  // Only windows of this origin, port included, can listen.
  const windows = new BroadcastChannel(TOKEN_ENTRY);
  if (given !== undefined || inHash !== undefined) windows.postMessage(token);
  windows.addEventListener('message', ({ data }) => {
    token = String(data);
    sessionStorage.setItem(TOKEN_ENTRY, token);
  });
}

export const get = <T>(path: string): Promise<T> => request<T>(path, { method: 'GET' });

export const post = <T>(path: string, value: unknown): Promise<T> => request<T>(path, json('POST', value));

/** `isLast`: sent also while the page closes. */
export const put = <T>(path: string, value: unknown, isLast = false): Promise<T> =>
  request<T>(path, { ...json('PUT', value), keepalive: isLast });

/** Sends the bytes of a file under its name. */
export function upload<T>(path: string, file: File): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
  });
}

function json(method: string, value: unknown): RequestInit {
  return { method, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
}

/** The answer as JSON. Rejects with ApiError. */
async function request<T>(path: string, init: RequestInit): Promise<T> {
  const headers = { ...init.headers, 'x-desk-token': token };
  const response = await fetch(`/desk/api/${path}`, { ...init, headers }).catch(() => {
    throw new ApiError(0, '编辑台的程序没有回答。写的都还在，请看一看它是不是关掉了。');
  });
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (!response.ok)
    throw new ApiError(response.status, String(answer.error ?? '没有做成，请再试一次。'), answer);
  return answer as T;
}

/** Calls `onEvent` for each event of the server, until `signal` is aborted; connects again after a break. */
export async function listen(
  onEvent: (kind: string, details: Readonly<Record<string, unknown>>) => void,
  signal: AbortSignal,
): Promise<void> {
  const RETRY_MS = 3000;
  while (!signal.aborted) {
    try {
      const headers = { 'x-desk-token': token };
      const { body } = await fetch('/desk/api/events', { headers, signal });
      if (body !== null) await readEvents(body, onEvent);
    } catch {
      // The server is away; the next attempt tells.
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (kind: string, details: Readonly<Record<string, unknown>>) => void,
): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let pending = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = `${pending}${value}`.split('\n\n');
    pending = events.pop() ?? '';
    for (const event of events) {
      const kind = /^event: (.*)$/m.exec(event)?.[1];
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (kind !== undefined) onEvent(kind, data === undefined ? {} : JSON.parse(data));
    }
  }
}
