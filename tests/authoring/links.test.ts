/** `npm run links` over a small county, whose law is on a server of this machine. */
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';

let top: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  top = temporaryFolder();
  server = createServer((request, response) => {
    response.writeHead(request.url === '/law.htm' ? 200 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(top, { recursive: true, force: true });
});

/** The command over a policy whose basis is at this address. */
function links(path: string, ...args: string[]) {
  const content = join(top, path.slice(1));
  const policy = onePolicy['policies/di-bao.mdx'] ?? '';
  const basis = `issuer: 国务院, url: "${origin}${path}"}`;
  writeFiles(content, {
    ...site,
    ...onePolicy,
    'policies/di-bao.mdx': policy.replace('issuer: 国务院}', basis),
  });
  return mingbai('links', '--content', content, ...args);
}

test('an editor is told which link is dead, where it is, and what to do', async () => {
  const { code, out } = await links('/gone.htm');
  expect(code).toBe(1);
  expect(out).toMatch(/policies\/di-bao\.mdx:12:\d+ error outside-link\/dead .*对方说没有这一页（404）/);
  const json = await links('/gone.htm', '--json');
  expect(JSON.parse(json.out)).toMatchObject([{ line: 12, severity: 'error', rule: 'outside-link/dead' }]);
});

test('if all are there, one line says so', async () => {
  const { code, out } = await links('/law.htm');
  expect([code, out]).toEqual([0, '1 个连到别处的网址都打得开。\n']);
});

test('without any answer the connection is suspected, not the links', async () => {
  server.close();
  server.closeAllConnections();
  const { code, err } = await links('/later.htm');
  expect([code, err]).toEqual([2, expect.stringContaining('多半是这台机器没有上网')]);
});
