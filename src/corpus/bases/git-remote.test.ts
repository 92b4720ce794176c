import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRemoteCommit } from './git-remote.ts';

const top = mkdtempSync(join(tmpdir(), 'mingbai-remote-'));
let silent: Server;

beforeAll(async () => {
  silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  silent.close();
  rmSync(top, { recursive: true, force: true });
});

test.each(['https', 'ssh'] as const)(
  'an editor is told of a server that takes a %s connection and says nothing',
  (protocol) => {
    const { port } = silent.address() as AddressInfo;
    const repository = `${protocol}://127.0.0.1:${port}/province-${protocol}.git`;
    const remote = { protocol, repository, location: repository, ref: undefined };
    expect(readRemoteCommit(join(top, 'store.git'), remote, 1500)).toEqual({
      fault: expect.stringMatching(/^从 \S+ 取内容，等了 2 秒还没有等到/),
    });
  },
);
