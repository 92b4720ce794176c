/** Asks whether a page of another site still exists, as a person with a slow browser would. */
import type { LinkState } from './link-state.ts';
import { isUnknownHost, stateOfError, stateOfStatus } from './link-state.ts';

export interface RequestOptions {
  /** Says who asks and where to complain. */
  userAgent: string;
  /** Milliseconds until an answer must have begun. */
  timeoutMs: number;
  /** Milliseconds between two requests to a host. */
  pauseMs: number;
  wait: (ms: number) => Promise<void>;
  fetch: typeof fetch;
}

const MAX_ATTEMPTS = 3;
const MAX_REDIRECTS = 5;
/** Longest wait that a server may ask for with Retry-After, in milliseconds. */
const MAX_RETRY_AFTER_MS = 30_000;

/** The state of a link after at most three attempts; only what may pass is tried again. Never rejects. */
export async function requestLink(url: string, options: RequestOptions): Promise<LinkState> {
  for (let attempt = 1; ; attempt += 1) {
    const { state, retryAfterMs } = await tryLink(url, options);
    if (state.kind !== 'unsure' || !state.isPassing || attempt === MAX_ATTEMPTS) return state;
    await options.wait(Math.min(retryAfterMs ?? options.pauseMs * 2 ** attempt, MAX_RETRY_AFTER_MS));
  }
}

interface Attempt {
  state: LinkState;
  retryAfterMs?: number | undefined;
}

/** Redirects are followed one by one, each after a pause. */
async function tryLink(url: string, options: RequestOptions): Promise<Attempt> {
  const { wait, pauseMs } = options;
  let [at, movedTo, isPermanent] = [url, undefined as string | undefined, true];
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const response = await request(at, options);
      const target = redirectTarget(response, at);
      if (target === undefined) {
        const state = stateOfStatus(response.status, { url, movedTo, isPermanent });
        return { state, retryAfterMs: retryAfter(response) };
      }
      isPermanent &&= response.status === 301 || response.status === 308;
      [at, movedTo] = [target, target];
      await wait(pauseMs);
    }
    return { state: { kind: 'unsure', reason: '转来转去没有头', isPassing: false, hasAnswered: true } };
  } catch (error) {
    return { state: stateOfError(error) };
  }
}

/** HEAD, which sends no body; GET if the server refuses it, or breaks off. */
async function request(url: string, options: RequestOptions): Promise<Response> {
  const response = await send('HEAD', url, options).catch((error) => {
    if (isUnknownHost(error)) throw error;
    return undefined;
  });
  if (response !== undefined && response.status < 400) return response;
  await options.wait(options.pauseMs);
  return send('GET', url, options);
}

async function send(method: 'HEAD' | 'GET', url: string, options: RequestOptions): Promise<Response> {
  const response = await options.fetch(url, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': options.userAgent, accept: 'text/html,*/*;q=0.8', 'accept-language': 'zh-CN' },
    signal: AbortSignal.timeout(options.timeoutMs),
  });
  await response.body?.cancel();
  return response;
}

function redirectTarget({ status, headers }: Response, from: string): string | undefined {
  const location = headers.get('location');
  if (status < 300 || status >= 400 || location === null || !URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  target.hash = '';
  return /^https?:$/.test(target.protocol) ? target.href : undefined;
}

function retryAfter({ headers }: Response): number | undefined {
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return Number.isNaN(seconds) ? undefined : seconds * 1000;
}
