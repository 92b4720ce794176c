/** What an answer, or none, says about a link. Only what is certain is called dead: many offices' sites refuse programs. */

export type LinkState =
  | { kind: 'alive' }
  /** The page has a new address for good. */
  | { kind: 'moved'; to: string }
  | { kind: 'dead'; reason: string; hasAnswered: boolean }
  /** A person has to look; `isPassing` if another attempt may help. */
  | { kind: 'unsure'; reason: string; isPassing: boolean; hasAnswered: boolean };

interface Redirected {
  url: string;
  /** The last target; undefined without a redirect. */
  movedTo: string | undefined;
  /** Whether every redirect was a permanent one. */
  isPermanent: boolean;
}

/** The state by the status code of the last answer. */
export function stateOfStatus(status: number, { url, movedTo, isPermanent }: Redirected): LinkState {
  if (status === 404 || status === 410)
    return { kind: 'dead', reason: `对方说没有这一页（${status}）`, hasAnswered: true };
  if (status === 429 || status >= 500) return unsure(`对方现在不行（${status}）`, true);
  if (status >= 400) return unsure(`对方不让程序看（${status}），不等于坏了`, false);
  if (movedTo === undefined) return { kind: 'alive' };
  // What is gone is often redirected to the home page.
  if (isHome(movedTo) && !isHome(url)) return unsure('对方转到了它的首页，这一页可能没有了', false);
  return isPermanent && !isLogin(movedTo) ? { kind: 'moved', to: movedTo } : { kind: 'alive' };
}

function unsure(reason: string, isPassing: boolean, hasAnswered = true): LinkState {
  return { kind: 'unsure', reason, isPassing, hasAnswered };
}

function isHome(url: string): boolean {
  const { pathname, search } = new URL(url);
  return /^\/(?:index\.\w+)?$/.test(pathname) && search === '';
}

/** A login belongs to a session: its address is no replacement. */
function isLogin(url: string): boolean {
  return /login|passport|sso|[?&](?:ticket|session|token)=/i.test(url);
}

/** The state if there was no answer. */
export function stateOfError(error: unknown): LinkState {
  const { name } = error as Error;
  const code = codeOf(error);
  if (name === 'TimeoutError' || /TIMEOUT|TIMEDOUT/.test(code))
    return unsure('等了很久没有回答', true, false);
  if (isUnknownHost(error)) return { kind: 'dead', reason: '没有这个网站（域名查不到）', hasAnswered: false };
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code))
    return unsure(`对方的安全证书有问题（${code}）`, false);
  return unsure(`连不上（${code || name}）`, true, false);
}

/** Whether the name of a host does not exist: no other attempt finds it. */
export function isUnknownHost(error: unknown): boolean {
  return codeOf(error) === 'ENOTFOUND';
}

/** The system's code of an error or of what caused it. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && code !== '') return code;
  return cause === undefined ? '' : codeOf(cause);
}
