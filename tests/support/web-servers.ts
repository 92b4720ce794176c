/** nginx and Caddy with our configurations, on a free port. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectDir } from '../../src/settings.ts';
import { type ExternalServer, isInstalled, startExternalServer } from './external-server.ts';

export interface WebServer {
  name: string;
  command: string;
  /** Configuration file below scripts/publish. */
  file: string;
  /** Lines of the configuration to replace, as a county does. */
  changes(port: number, root: string): [string, string][];
  /** Writes further files of the server; returns its arguments. */
  prepare(folder: string, config: string): string[];
  contentEncoding: 'gzip' | 'br';
}

export const nginx: WebServer = {
  name: 'nginx',
  command: process.env.NGINX ?? 'nginx',
  file: 'nginx.conf',
  contentEncoding: 'gzip',
  changes: (port, root) => [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['root /srv/mingbai/current;', `root ${root};`],
    ['alias /srv/mingbai/_review/', `alias ${dirname(root)}/_review/`],
  ],
  prepare(folder, config) {
    writeFileSync(join(folder, 'site.conf'), config);
    const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((each) => `${each}_temp_path ${folder}/${each};`)
      .join(' ');
    writeFileSync(
      join(folder, 'main.conf'),
      `user root; daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
        events {} http { access_log off; ${temp} include ${folder}/site.conf; }`,
    );
    return ['-c', join(folder, 'main.conf'), '-e', join(folder, 'error.log')];
  },
};

export const caddy: WebServer = {
  name: 'Caddy',
  command: process.env.CADDY ?? 'caddy',
  file: 'Caddyfile',
  contentEncoding: 'br',
  changes: (port, root) => [
    ['\n:80 {', `\nhttp://127.0.0.1:${port} {`],
    ['root * /srv/mingbai/current', `root * ${root}`],
    ['root * /srv/mingbai/_review', `root * ${dirname(root)}/_review`],
  ],
  prepare(folder, config) {
    // Compatible with other servers on this machine: no admin port, no certificates.
    writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${config}`);
    return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  },
};

/**
 * Starts a server over the site in `root`, with its files in `folder`, and the configuration of a `project`. Throws if the configuration lacks a line to replace, or the
 * server does not answer.
 */
export async function startWebServer(
  server: WebServer,
  root: string,
  folder: string,
  project = projectDir,
): Promise<ExternalServer> {
  if (!isInstalled(server.command)) {
    throw new Error(
      `${server.name} is not installed: npm test -- --only programs does it, or name it in NGINX or CADDY.`,
    );
  }
  const argumentsFor = (port: number) => {
    let config = readFileSync(join(project, 'scripts', 'publish', server.file), 'utf8');
    for (const [from, to] of server.changes(port, root)) {
      // The configuration of an earlier commit has no pages for reviewers.
      if (project !== projectDir && from.includes('_review') && !config.includes(from)) continue;
      if (!config.includes(from)) throw new Error(`${server.file} has no line ${from.trim()}`);
      config = config.replace(from, () => to);
    }
    return server.prepare(folder, config);
  };
  return startExternalServer(server.command, argumentsFor, { ...process.env, HOME: folder });
}
