/** Measures `npm run report` over generated logs of 1 GB: nginx's and Caddy's format, and the first compressed with gzip and zstd. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeArgs } from '../node-args.ts';
import { runMeasured } from './measured-run.ts';
import type { Figures } from './table.ts';

export interface ReportFigures extends Figures {
  log: string;
  megabytes: number;
  lines: number;
  seconds: number;
  peakMemoryMb: number;
}

const LOG_BYTES = 1_000_000_000;
const LINES_PER_WRITE = 5000;

/** Figures for logs about a site of `documents` documents. */
export async function measureReport(documents: number): Promise<ReportFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    const figures: ReportFigures[] = [];
    const measure = async (log: string, file: string, lines: number) => {
      const args = nodeArgs('mingbai.ts', 'report', file, '--json');
      const { seconds, peakMemoryMb } = await runMeasured(process.execPath, args);
      figures.push({ log, megabytes: Math.round(statSync(file).size / 1e6), lines, seconds, peakMemoryMb });
    };
    const nginx = join(folder, 'access.log');
    const lines = writeLog(nginx, documents, nginxLine);
    await measure('nginx', nginx, lines);
    for (const [program, ending] of [
      ['gzip', 'gz'],
      ['zstd', 'zst'],
    ] as const) {
      const packed = `${nginx}.${ending}`;
      const { status } = spawnSync(program, ['-k', '-f', nginx], { stdio: 'ignore' });
      if (status === 0) await measure(`nginx, ${program}`, packed, lines);
    }
    rmSync(nginx);
    const caddy = join(folder, 'caddy.log');
    await measure('Caddy', caddy, writeLog(caddy, documents, caddyLine));
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A request, the same for the same number. */
interface MadeRequest {
  path: string;
  /** Multiples of five seconds since the start of the year. */
  second: number;
  status: number;
  address: string;
  agent: string;
}

/** Writes lines until the log has its size; returns how many. */
function writeLog(file: string, documents: number, write: (request: MadeRequest) => string): number {
  const opened = openSync(file, 'w');
  let [bytes, count] = [0, 0];
  while (bytes < LOG_BYTES) {
    const lines = Array.from({ length: LINES_PER_WRITE }, (_, at) =>
      write(madeRequest(count + at, documents)),
    );
    bytes += writeSync(opened, lines.join(''));
    count += LINES_PER_WRITE;
  }
  closeSync(opened);
  return count;
}

const AGENTS = Array.from({ length: 500 }, (_, number) =>
  number % 10 === 0
    ? `Mozilla/5.0 (compatible; Baiduspider/2.${number}; +http://www.baidu.com/search/spider.html)`
    : `Mozilla/5.0 (Linux; Android 10; M${number}) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/${80 + (number % 40)}.0 Mobile Safari/537.36 MicroMessenger/8.0.${number}`,
);

/** The place of the paths of scanners among those of a request. */
const SCANNED = 5;

/** A page with its files, as phones request them, a few posters and searches, and scanners with a new path each. */
function madeRequest(number: number, documents: number): MadeRequest {
  const random = Math.imul(number ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const slug = `policy-${random % documents}`;
  const paths = [
    `/policies/${slug}/`,
    '/assets/page.1a2b3c4d.css',
    '/assets/head.1a2b3c4d.js',
    `/share/policies/${slug}/poster.png`,
    `/search/?q=%E4%BD%8E%E4%BF%9D${random % 5000}`,
    `/${random.toString(36)}/`,
    '/sw.js',
    `/s/${slug.slice(-5)}/`,
  ];
  return {
    path: paths[number % paths.length] ?? '/',
    second: number,
    status: number % paths.length === SCANNED ? 404 : 200,
    address: `10.${random & 255}.${(random >> 8) & 255}.${(random >> 16) & 255}`,
    agent: AGENTS[random % AGENTS.length] ?? '',
  };
}

const START = Date.UTC(2026, 0, 1) / 1000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function nginxLine({ path, second, status, address, agent }: MadeRequest): string {
  const time = new Date((START + second * 5) * 1000).toISOString();
  const date = `${time.slice(8, 10)}/${MONTHS[Number(time.slice(5, 7)) - 1]}/${time.slice(0, 4)}:${time.slice(11, 19)} +0000`;
  return `${address} - - [${date}] "GET ${path} HTTP/1.1" ${status} 5120 "https://mingbai.example/policies/" "${agent}"\n`;
}

function caddyLine({ path, second, status, address, agent }: MadeRequest): string {
  const request = {
    remote_ip: address,
    remote_port: '41678',
    client_ip: address,
    proto: 'HTTP/2.0',
    method: 'GET',
    host: 'mingbai.example',
    uri: path,
    headers: {
      'Accept-Encoding': ['gzip, deflate, br'],
      'User-Agent': [agent],
      Accept: ['text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8'],
      Referer: ['https://mingbai.example/policies/'],
      'Accept-Language': ['zh-CN,zh;q=0.9'],
    },
    tls: { resumed: true, version: 772, cipher_suite: 4865, proto: 'h2', server_name: 'mingbai.example' },
  };
  const line = {
    level: 'info',
    ts: START + second * 5,
    logger: 'http.log.access.log0',
    msg: 'handled request',
  };
  return `${JSON.stringify({ ...line, request, duration: 0.0004, size: 5120, status })}\n`;
}
