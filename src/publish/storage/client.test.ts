/** A storage gets requests in the style that it requires, and a refusal or a missing answer is explained. */
import dns from 'node:dns';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect } from './client.ts';
import type { ObjectStorage } from './requests.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answer: Answer;
let storage: ObjectStorage;
let close: () => void;
/** The stored objects, by host and path. */
let objects: Map<string, string>;

beforeEach(async () => {
  objects = new Map();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  storage = {
    endpoint: `http://storage.example:${port}`,
    bucket: 'county',
    region: 'us-east-1',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    timeoutMs: 300,
  };
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  // Every name resolves to this machine: a bucket's own host has no DNS entry here.
  vi.spyOn(dns, 'lookup').mockImplementation(((
    _name: string,
    options: object,
    done: (...found: unknown[]) => void,
  ) =>
    'all' in options && options.all
      ? done(null, [{ address: '127.0.0.1', family: 4 }])
      : done(null, '127.0.0.1', 4)) as never);
});
afterEach(() => {
  close();
  vi.restoreAllMocks();
});

/** Accepts requests, but refuses a host with this code if `isWrong` is true for it. */
function storageThat(isWrong: (host: string) => boolean, code: string): Answer {
  return (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (isWrong(host)) {
        response.writeHead(403).end(`<Error><Code>${code}</Code></Error>`);
        return;
      }
      objects.set(`${host}${request.url}`, Buffer.concat(parts).toString());
      response.writeHead(200).end();
    });
  };
}

const put = (given: ObjectStorage) =>
  connect(given).put('policies/di-bao/index.html', Buffer.from('低保'), {
    type: 'text/html',
    cache: 'no-cache',
  });

test('a storage that supports virtual-hosted style only gets every file there', async () => {
  answer = storageThat((host) => host === 'storage.example', 'SecondLevelDomainForbidden');
  await put(storage);
  expect([...objects]).toEqual([['county.storage.example/policies/di-bao/index.html', '低保']]);
});

test('a storage that supports path style only gets every file there', async () => {
  answer = storageThat((host) => host !== 'storage.example', 'NoSuchBucket');
  await put(storage);
  expect([...objects.keys()]).toEqual(['storage.example/county/policies/di-bao/index.html']);
});

test('an endpoint copied from a console, with the bucket in it, does not get the bucket twice', async () => {
  answer = storageThat(() => false, '');
  await put({ ...storage, endpoint: storage.endpoint.replace('storage.', 'county.storage.') });
  expect([...objects.keys()]).toEqual(['county.storage.example/policies/di-bao/index.html']);
});

test('the error for a refused configured style names it, and no other style is tried', async () => {
  answer = storageThat((host) => host === 'storage.example', 'PathStyleDomainForbidden');
  await expect(put({ ...storage, addressStyle: 'path' })).rejects.toThrow(
    /403 PathStyleDomainForbidden.*\/county（桶的名字写在路径里）.*--address-style virtual/s,
  );
  answer = storageThat((host) => host !== 'storage.example', 'NoSuchBucket');
  await expect(put({ ...storage, addressStyle: 'virtual' })).rejects.toThrow(
    /403 NoSuchBucket.*county\.storage\.example:\d+（桶的名字写在域名里）.*--address-style/s,
  );
});

test('a storage that accepts the connection and never answers times out with an error', async () => {
  let asked = 0;
  answer = () => {
    asked += 1;
  };
  await expect(put(storage)).rejects.toThrow('没有回答');
  expect(asked).toBe(3);
});

test('a request that fails temporarily is repeated', async () => {
  let asked = 0;
  const takes = storageThat(() => false, '');
  answer = (request, response) => {
    asked += 1;
    if (asked === 1) response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
    else takes(request, response);
  };
  await put(storage);
  expect(objects.size).toBe(1);
});

test.each([
  [
    'stops in the middle of its answer',
    (response: ServerResponse) => response.writeHead(200, { 'content-length': 500 }).write('<List'),
  ],
  [
    'drips its answer',
    (response: ServerResponse) => {
      response.writeHead(200).write('<');
      setInterval(() => response.write(' '), 50).unref();
    },
  ],
  [
    'cuts the connection in its answer',
    (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': 500 }).write('<List', () => response.destroy());
    },
  ],
])(
  'a storage that %s is reported in words',
  async (_, respond) => {
    answer = (request, response) => {
      request.resume();
      respond(response);
    };
    await expect(connect(storage).get('list.json')).rejects.toThrow(/^对象存储不收（list\.json：/);
  },
  20_000,
);
