/** Lines of access logs, as nginx 1.22 and Caddy 2.6 have written them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLogLine } from './access-log.ts';

const day = '2026-11-28';
const query = '/search/?q=%E4%BD%8E%E4%BF%9D%22x';

test.each([
  [
    'a program without a referer',
    '127.0.0.1 - - [28/Nov/2026:13:39:12 +0000] "GET / HTTP/1.1" 200 3 "-" "curl/7.88.1"',
    { day, method: 'GET', uri: '/', status: 200, referer: '', agent: 'curl/7.88.1' },
  ],
  [
    'quotation marks and Chinese in the agent',
    String.raw`127.0.0.1 - - [28/Nov/2026:13:39:12 +0000] "GET ${query} HTTP/1.1" 404 153 "https://a.example/x" "Mozilla/5.0 \x22quoted\x22 \xE4\xB8\xAD"`,
    {
      day,
      method: 'GET',
      uri: query,
      status: 404,
      referer: 'https://a.example/x',
      agent: String.raw`Mozilla/5.0 \x22quoted\x22 \xE4\xB8\xAD`,
    },
  ],
  [
    'an IPv6 address, a user with a bracket, and an hour that is the next day in Beijing',
    '2001:db8::1 - a[b] [27/Nov/2026:18:00:00 +0000] "GET /about/ HTTP/2.0" 304 0 "-" "x"',
    { day, method: 'GET', uri: '/about/', status: 304, referer: '', agent: 'x' },
  ],
  [
    'a server on Beijing time',
    '10.0.0.1 - - [28/Nov/2026:23:59:59 +0800] "HEAD / HTTP/1.1" 200 0 "-" "x"',
    { day, method: 'HEAD', uri: '/', status: 200, referer: '', agent: 'x' },
  ],
  [
    'the common format, without referer and agent',
    '10.0.0.1 - - [28/Nov/2026:10:00:00 +0800] "GET / HTTP/1.1" 200 12',
    { day, method: 'GET', uri: '/', status: 200, referer: '', agent: '' },
  ],
])('nginx: %s', (_, line, entry) => {
  expect(readLogLine(line)).toEqual(entry);
});

const caddy = (ts: unknown) =>
  JSON.stringify({
    level: 'info',
    ts,
    logger: 'http.log.access.log0',
    msg: 'handled request',
    request: {
      remote_ip: '127.0.0.1',
      remote_port: '41678',
      proto: 'HTTP/1.1',
      method: 'GET',
      host: '127.0.0.1:18932',
      uri: query,
      headers: { Referer: ['https://a.example/x'], 'User-Agent': ['Mozilla/5.0 "quoted"'], Accept: ['*/*'] },
    },
    user_id: '',
    duration: 0.000295321,
    size: 0,
    status: 404,
    resp_headers: { Server: ['Caddy'] },
  });

test.each([
  ['seconds, its default', 1795873152.6626647],
  ['unix_milli_float', 1795873152662.66],
  ['unix_nano', 1.7958731526626647e18],
  ['iso8601', '2026-11-28T13:39:12.662Z'],
  ['rfc3339', '2026-11-28T21:39:12+08:00'],
  ['Go zones without a colon', '2026-11-28T21:39:12.662+0800'],
  ['wall, in UTC', '2026/11/28 13:39:12.662'],
  ['common_log', '28/Nov/2026:13:39:12 +0000'],
])('Caddy, times as %s', (_, ts) => {
  expect(readLogLine(caddy(ts))).toEqual({
    day,
    method: 'GET',
    uri: query,
    status: 404,
    referer: 'https://a.example/x',
    agent: 'Mozilla/5.0 "quoted"',
  });
});

test.each([
  '',
  '127.0.0.1 - - [28/Nov/2026:13:39:12 +0000] "GARBAGE" 400 157 "-" "-"',
  '127.0.0.1 - - [28/Nov/2026:13:39:12 +0000] "GET / HTTP/1.1',
  '127.0.0.1 - - [32/Xxx/2026:13:39:12 +0000] "GET / HTTP/1.1" 200 1 "-" "-"',
  '{"level":"info","ts":1795873152.4,"msg":"serving initial configuration"}',
  '{"level":"info","ts":1e300,"request":{"method":"GET","uri":"/"}}',
  '{"broken',
  '[]',
])('no request is read from %s', (line) => {
  expect(readLogLine(line)).toBeUndefined();
});

/** nginx's escape of a value: quotation marks, backslashes, control characters and everything beyond ASCII. */
const escaped = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    byte < 32 || byte > 126 || byte === 34 || byte === 92
      ? `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  ).join('');

test('for any agent, referer and address, the fields are those that nginx has written', () => {
  const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text !== '-');
  fc.assert(
    fc.property(
      value,
      value,
      fc.webPath(),
      fc.integer({ min: 100, max: 599 }),
      (referer, agent, path, status) => {
        const line = `10.0.0.1 - - [28/Nov/2026:10:00:00 +0800] "GET /${path} HTTP/1.1" ${status} 1 "${escaped(referer)}" "${escaped(agent)}"`;
        expect(readLogLine(line)).toEqual({
          day,
          method: 'GET',
          uri: `/${path}`,
          status,
          referer: escaped(referer),
          agent: escaped(agent),
        });
      },
    ),
  );
});

test('for any values, Caddy’s fields are those of its JSON', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('"uri":"/x"', '\\', '\\"', '","status":404,"', '"ts":1,'),
  );
  fc.assert(
    fc.property(value, value, value, fc.integer({ min: 100, max: 599 }), (uri, referer, agent, status) => {
      const headers = { Accept: [agent], Referer: [referer], 'User-Agent': [agent] };
      const request = {
        remote_ip: '1.2.3.4',
        proto: 'HTTP/1.1',
        method: 'GET',
        host: 'a.example',
        uri,
        headers,
      };
      const line = JSON.stringify({
        level: 'info',
        ts: 1795873152.46,
        msg: 'handled request',
        request,
        status,
      });
      expect(readLogLine(line)).toEqual({ day, method: 'GET', uri, status, referer, agent });
    }),
  );
});

test('no line stops the report', () => {
  const beginning = fc.constantFrom(
    '',
    '{',
    '{"request":',
    '1.1.1.1 - - [',
    'a [28/Nov/2026:10:00:00 +0800] "',
  );
  fc.assert(fc.property(beginning, fc.string(), (start, rest) => void readLogLine(start + rest)));
});
