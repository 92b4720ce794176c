import { expect, test } from 'vitest';
import { type GuardedRequest, type GuardPolicy, refusalOf, userOf } from './request-guard.ts';

const policy: GuardPolicy = {
  hosts: new Set(['127.0.0.1:4330']),
  origins: new Set(['http://127.0.0.1:4330']),
  token: 'the-token',
};
const own = { host: '127.0.0.1:4330', 'x-desk-token': 'the-token', origin: 'http://127.0.0.1:4330' };
const save = (headers: GuardedRequest['headers']): GuardedRequest => ({
  method: 'PUT',
  path: '/desk/api/documents/policies/di-bao',
  headers,
});

test("the desk's own page may read and write", () => {
  expect(refusalOf(save({ ...own, 'sec-fetch-site': 'same-origin' }), policy)).toBeUndefined();
  const { origin: _, ...withoutOrigin } = own;
  expect(refusalOf({ ...save(withoutOrigin), method: 'GET' }, policy)).toBeUndefined();
});

test.each([
  ['a name that an attacker points at 127.0.0.1', { host: 'evil.example:4330' }, 421],
  ['another port in the host', { host: '127.0.0.1:80' }, 421],
  ['no host', { host: undefined }, 421],
  ['a page of another site', { origin: 'https://evil.example' }, 403],
  ['a page of another port of this machine', { origin: 'http://127.0.0.1:9999' }, 403],
  ['a sandboxed page', { origin: 'null' }, 403],
  ['a write without an origin', { origin: undefined }, 403],
  ['a request that the browser marks as of another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a request that the browser marks as of another port', { 'sec-fetch-site': 'same-site' }, 403],
  ['no token', { 'x-desk-token': undefined }, 401],
  ['a wrong token of the same length', { 'x-desk-token': 'the-tokem' }, 401],
  ['a token of an earlier start', { 'x-desk-token': 'older' }, 401],
])('%s is refused', (_, headers, status) => {
  expect(refusalOf(save({ ...own, ...headers }), policy)?.status).toBe(status);
});

test('no other method reaches a route, and the page itself is only read', () => {
  expect(refusalOf({ ...save(own), method: 'DELETE' }, policy)?.status).toBe(405);
  expect(refusalOf({ ...save(own), method: 'OPTIONS' }, policy)?.status).toBe(405);
  expect(refusalOf({ method: 'POST', path: '/draft/x/', headers: own }, policy)?.status).toBe(405);
});

const behindProxy: GuardPolicy = { ...policy, proxySecret: 'secret-of-the-proxy' };
const fromProxy = { ...own, 'x-desk-secret': 'secret-of-the-proxy', 'x-desk-user': 'zhang' };

test('behind a proxy only what the proxy passes on counts, and only with a user', () => {
  expect(refusalOf(save(fromProxy), behindProxy)).toBeUndefined();
  expect(refusalOf(save({ ...fromProxy, 'x-desk-secret': 'guessed' }), behindProxy)?.status).toBe(403);
  expect(refusalOf(save({ ...fromProxy, 'x-desk-user': undefined }), behindProxy)?.status).toBe(401);
  // A path that the proxy takes for one of a draft has no user.
  const passedOn = { ...fromProxy, 'x-desk-user': '' };
  for (const path of ['/desk/', '/desk/api/documents/../../../draft/'])
    expect(refusalOf({ method: 'GET', path, headers: passedOn }, behindProxy)?.status, path).toBe(401);
  expect(refusalOf({ method: 'GET', path: '/draft/x/', headers: passedOn }, behindProxy)).toBeUndefined();
  // A caller on the machine itself who goes round the proxy gets not even the page with the token.
  expect(refusalOf({ method: 'GET', path: '/desk/', headers: own }, behindProxy)?.status).toBe(403);
});

test("the user's name is the proxy's, in any script, and never a second line of a commit", () => {
  const named = (name: string, headers = fromProxy) =>
    userOf({ ...headers, 'x-desk-user': Buffer.from(name).toString('latin1') }, behindProxy);
  expect(named('张三')).toBe('张三');
  for (const name of ['', '  ', 'a\nb', 'a <b@c>', 'x'.repeat(61)]) expect(named(name), name).toBeUndefined();
  expect(userOf({ ...own, 'x-desk-user': 'zhang' }, policy)).toBeUndefined();
  expect(named('zhang', { ...fromProxy, 'x-desk-secret': 'guessed' })).toBeUndefined();
});
