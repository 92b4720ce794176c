/** An S3 server (s3rver: a Koa program that stores objects as files) on a free port, with one bucket. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ObjectStorage } from '../../src/publish/index.ts';

/** An object as s3rver reads it from a request. */
interface Put {
  bucket: string;
  key: string;
  content: AsyncIterable<Buffer>;
  metadata: Record<string, string | undefined>;
}

/** The members of s3rver's file store that are used. */
interface Store {
  getResourcePath(bucket: string, key: string, resource: string): string;
  putMetadata(bucket: string, key: string, metadata: Put['metadata'], md5: string): Promise<void>;
  putObject(object: Put): Promise<{ size: number; md5: string }>;
}

interface Server {
  store: Store;
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** Installs the server once and starts it over `directory`. */
export async function startStorage(
  directory: string,
): Promise<{ storage: ObjectStorage; close(): Promise<void> }> {
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
  storeBeforeAnswer(server.store);
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

/**
 * Stores an object before its request is answered, as S3 does. s3rver answers first and writes the file later: on a busy machine a
 * reader gets the old object, or two writes end in the wrong order; and it stores a truncated body.
 */
function storeBeforeAnswer(store: Store): void {
  store.putObject = async ({ bucket, key, content, metadata }) => {
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(part);
    const bytes = Buffer.concat(parts);
    const announced = metadata['content-length'];
    if (announced !== undefined && Number(announced) !== bytes.length) throw new Error('cut off');
    const path = store.getResourcePath(bucket, key, 'object');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.half`, bytes);
    renameSync(`${path}.half`, path);
    const md5 = createHash('md5').update(bytes).digest('hex');
    await store.putMetadata(bucket, key, metadata, md5);
    return { size: bytes.length, md5 };
  };
}
