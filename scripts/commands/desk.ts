/** `npx mingbai desk --repo DIR`: the editing desk on a county's own machine, behind its web server, which logs the editors in. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import type { DeskServer } from '../../src/desk/server.ts';
import { contentArguments, readPort, refuseMissingContent, runningSettingsFrom } from '../arguments.ts';
import { openDesk } from '../desk/open-desk.ts';
import { fromEditor } from '../editor-folder.ts';
import { UsageError } from '../usage-error.ts';
import { endOnSignal } from './edit.ts';

const options = {
  repo: {
    type: 'string',
    description: '取来的仓库放在哪个文件夹（里面有 content）',
    valueHint: 'DIR',
  },
  url: {
    type: 'string',
    description: '编辑在浏览器里打开的网址，例如 https://desk.example.cn',
    valueHint: 'URL',
  },
  'secret-file': {
    type: 'string',
    description: '写着口令的文件，只有网页服务器和编辑台知道；没有就新建一个',
    valueHint: 'FILE',
  },
} as const;

/** Shorter secrets can be guessed by trying. */
const MIN_SECRET_LENGTH = 24;

export const desk = defineCommand({
  meta: { name: 'desk', description: '编辑台放在单位的服务器上，几个人一起用' },
  args: { ...contentArguments, ...options },
  async run({ args }) {
    const { repo, url, 'secret-file': secretFile } = args;
    if (!repo || !url || !secretFile) {
      throw new UsageError(
        '要写明仓库、网址和口令文件，例如 npx mingbai desk --repo /srv/mingbai-desk --url https://desk.example.cn --secret-file /etc/mingbai-desk.secret',
      );
    }
    const settings = runningSettingsFrom({ ...args, content: join(repo, 'content') }, options);
    refuseMissingContent(settings);
    const proxy = { origin: originOf(url), secret: readSecret(fromEditor(secretFile)) };
    const port = readPort(process.env.PORT ?? '4330');
    let opened: DeskServer | undefined;
    endOnSignal(() => opened);
    process.stdout.write('正在准备编辑台…\n');
    const onCompile = () => void process.stdout.write('第一次要准备网页的程序，大约半分钟…\n');
    opened = await openDesk(settings, { host: '127.0.0.1', port, onCompile, proxy });
    process.stdout.write(
      `编辑台好了，网页服务器把 ${opened.url} 转到 http://127.0.0.1:${opened.port}。\n` +
        `配置照着 scripts/publish/desk-nginx.conf 或 desk-Caddyfile，口令在 ${secretFile}。按 Ctrl+C 停下。\n`,
    );
  },
});

/** The origin of an address without a path. */
function originOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isLocal = url !== undefined && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (
    url === undefined ||
    url.pathname !== '/' ||
    !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))
  )
    throw new UsageError(
      `--url 要写成 https:// 开头、后面没有路径的网址，例如 https://desk.example.cn，现在写的是「${given}」。不加密的网址会让别人看到密码。`,
    );
  return url.origin;
}

/** The secret in a file that nobody else may read; a new one is written if there is no file. */
function readSecret(path: string): string {
  if (!existsSync(path))
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  if ((statSync(path).mode & 0o077) !== 0 && process.platform !== 'win32')
    throw new UsageError(`${path} 别人也能读。请先 chmod 600 ${path}。`);
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < MIN_SECRET_LENGTH || !/^[\x21-\x7e]+$/.test(secret))
    throw new UsageError(`${path} 里的口令太短，或者有空格和汉字。请删掉这个文件，再开一次，会做一个新的。`);
  return secret;
}
