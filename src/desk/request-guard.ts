/**
 * Who may call the desk. A page of another origin can be open in the same browser, and another user's server can listen on the same machine, so
 * every request is checked: the host by name against DNS rebinding, the origin and the browser's own marks against other pages, and a token
 * that only the desk's page knows.
 *
 * The token is a header and not a cookie: browsers send a cookie of 127.0.0.1 to every port, also to a server of another user, and SameSite
 * ignores ports as well. A header of this name makes the browser ask first for any other origin, and this server never agrees.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export const TOKEN_HEADER = 'x-desk-token';
/** Set by the proxy in front of the desk, see scripts/publish/desk-nginx.conf. */
export const SECRET_HEADER = 'x-desk-secret';
export const USER_HEADER = 'x-desk-user';

/** Names of one person in a commit; a longer value is not a name. */
const MAX_USER_LENGTH = 60;

export interface GuardPolicy {
  /** The values of `Host` under which the desk is known. */
  hosts: ReadonlySet<string>;
  /** The origins of its own page. */
  origins: ReadonlySet<string>;
  token: string;
  /** Behind a proxy: the secret that only the proxy knows. */
  proxySecret?: string | undefined;
}

export interface GuardedRequest {
  method: string;
  /** The path without the query. */
  path: string;
  headers: IncomingHttpHeaders;
}

export interface Refusal {
  status: 400 | 401 | 403 | 405 | 415 | 421;
  error: string;
}

/** Why a request is refused; undefined if it may pass. */
export function refusalOf(request: GuardedRequest, policy: GuardPolicy): Refusal | undefined {
  const { headers, method, path } = request;
  if (headers.host === undefined || !policy.hosts.has(headers.host))
    return { status: 421, error: '这个地址不是编辑台的地址。' };
  if (policy.proxySecret !== undefined && !isEqual(headers[SECRET_HEADER], policy.proxySecret))
    return { status: 403, error: '请从登录的网址打开编辑台。' };
  if (!['GET', 'HEAD', 'POST', 'PUT'].includes(method)) return { status: 405, error: '不能这样请求。' };
  // The addresses of drafts are for people without a login.
  const needsUser = policy.proxySecret !== undefined && !path.startsWith('/draft/');
  if (needsUser && userOf(headers, policy) === undefined) return { status: 401, error: '还没有登录。' };
  if (!path.startsWith('/desk/api/')) {
    return ['GET', 'HEAD'].includes(method) ? undefined : { status: 405, error: '不能这样请求。' };
  }
  return callerRefusal(request, policy);
}

function callerRefusal({ headers, method }: GuardedRequest, policy: GuardPolicy): Refusal | undefined {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const isOwn = origin === undefined ? method === 'GET' || method === 'HEAD' : policy.origins.has(origin);
  // Browsers that do not send it are older than any that the desk supports; other programs have no pages of others open.
  if (!isOwn || (site !== undefined && site !== 'same-origin'))
    return { status: 403, error: '别的网页不能用编辑台。' };
  if (!isEqual(headers[TOKEN_HEADER], policy.token))
    return { status: 401, error: '编辑台重新开过了。请用终端里最新的网址再打开一次；写的都已存盘。' };
  return undefined;
}

/** The user's name from the proxy; undefined without a proxy, or for a value that is no name. */
export function userOf(headers: IncomingHttpHeaders, { proxySecret }: GuardPolicy): string | undefined {
  const given = headers[USER_HEADER];
  if (proxySecret === undefined || !isEqual(headers[SECRET_HEADER], proxySecret) || typeof given !== 'string')
    return undefined;
  // Node reads header bytes as Latin-1; a proxy passes a Chinese name as UTF-8.
  const name = Buffer.from(given, 'latin1').toString('utf8').trim();
  // Neither the line nor the brackets of git's author line.
  const isName = name !== '' && name.length <= MAX_USER_LENGTH && !/[\p{C}<>\uFFFD]/u.test(name);
  return isName ? name : undefined;
}

/** Compares in constant time. */
function isEqual(given: string | string[] | undefined, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
