#!/usr/bin/env bash
# Expected: s3rver, an S3 server for tests, answers a PUT when the object is stored, as S3 does (a read after a write returns
# the written object). It answers when the bytes are received and writes the file afterwards (filesystem.js, putObject: 'finish' of the
# transform, not of the file). Shown with a stalled disk: the file is a pipe without a reader, and the answer is still 200.
# On busy machines, tests of publishing sometimes read stale pages. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund s3rver@3.7.1 aws4fetch@1.0.20
cat > look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AwsClient } from 'aws4fetch';
const S3rver = createRequire(import.meta.url)('s3rver');
const server = new S3rver({ port: 0, silent: true, directory: 'data', configureBuckets: [{ name: 'b' }] });
const { port } = await server.run();
mkdirSync('data/b', { recursive: true });
execFileSync('mkfifo', ['data/b/key._S3rver_object']);
const aws = new AwsClient({ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', region: 'us-east-1', service: 's3' });
const put = aws.fetch(`http://localhost:${port}/b/key`, { method: 'PUT', body: 'text' }).then(({ status }) => status);
const waited = new Promise((resolve) => setTimeout(resolve, 10_000, 'no answer in 10 s'));
console.log(`PUT to a disk that stalls: ${await Promise.race([put, waited])}`);
process.kill(process.pid, 'SIGKILL');
JS
echo "s3rver 3.7.1 on Node $(node -p process.version)"
seen=$(node look.mjs 2>/dev/null || true)
echo "$seen"
[ "$seen" = 'PUT to a disk that stalls: 200' ]
