/** A real server of S3 (s3rver: a Koa program that keeps objects as files) on a free port, with one bucket. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Storage } from '../../src/publish/index.ts';

interface Server {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** Installs the server once and starts it over `directory`. */
export async function startStorage(directory: string): Promise<{ storage: Storage; close(): Promise<void> }> {
  const here = import.meta.dirname;
  if (!existsSync(join(here, 'node_modules', 's3rver'))) {
    const npm = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = spawnSync('npm', npm, { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error('The S3 server for the tests could not be installed.');
  }
  const S3rver = createRequire(join(here, 'package.json'))('s3rver') as new (options: object) => Server;
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'county' }],
  });
  const { port } = await server.run();
  return {
    storage: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'county',
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    },
    close: () => server.close(),
  };
}
