/** A server that has repositories of git over https, as GitHub or GitLab: git's own http-backend behind Node's server, with a certificate of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface GitServer {
  /** `https://localhost:PORT`. */
  url: string;
  /** The file of the certificate. */
  certificate: string;
  /** The requests so far. */
  requests: string[];
  stop(): void;
}

/** Serves the repositories below `folder`; below `/private/` with a password, and `/moved/` leads to http. `work` is a folder for its certificate. */
export async function startGitServer(folder: string, work: string): Promise<GitServer> {
  const [key, certificate] = [join(work, 'key.pem'), join(work, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = spawnSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      ...subject,
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const requests: string[] = [];
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    (request, response) => {
      const url = new URL(request.url ?? '/', 'https://localhost');
      requests.push(`${request.method} ${url.pathname}`);
      if (url.pathname.startsWith('/private/')) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
        return;
      }
      if (url.pathname.startsWith('/moved/')) {
        response.writeHead(302, { location: `http://localhost${url.pathname}${url.search}` }).end();
        return;
      }
      const git = spawn('git', ['http-backend'], {
        env: {
          ...process.env,
          GIT_PROJECT_ROOT: folder,
          GIT_HTTP_EXPORT_ALL: '1',
          PATH_INFO: url.pathname,
          QUERY_STRING: url.search.slice(1),
          REQUEST_METHOD: request.method ?? 'GET',
          CONTENT_TYPE: request.headers['content-type'] ?? '',
          HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
          GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        },
      });
      request.pipe(git.stdin);
      const parts: Buffer[] = [];
      git.stdout.on('data', (part: Buffer) => parts.push(part));
      git.on('close', () => {
        const all = Buffer.concat(parts);
        const end = all.indexOf('\r\n\r\n');
        const headers = all
          .toString('utf8', 0, end)
          .split('\r\n')
          .map((line) => line.split(': ', 2) as [string, string]);
        const status = headers.find(([name]) => name === 'Status')?.[1];
        for (const [name, value] of headers) if (name !== 'Status') response.setHeader(name, value);
        response
          .writeHead(status === undefined ? 200 : Number.parseInt(status, 10))
          .end(all.subarray(end + 4));
      });
    },
  );
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `https://localhost:${port}`, certificate, requests, stop: () => void server.close() };
}
