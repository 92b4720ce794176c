/** `npm run links`: asks the sites that the content links to whether their pages still exist. */
import { setTimeout as wait } from 'node:timers/promises';
import { defineCommand } from 'citty';
import { readCorpus } from '../../src/corpus/index.ts';
import { hasErrors } from '../../src/documents/diagnostic.ts';
import { printableJson } from '../../src/documents/printable.ts';
import {
  checkLinks,
  findOutsideLinks,
  linkFindings,
  PAUSE_MS,
  TIMEOUT_MS,
} from '../../src/outside-links/index.ts';
import { contentArguments, refuseMissingContent, settingsFrom } from '../arguments.ts';
import { reportDiagnostics } from '../report.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  json: { type: 'boolean', description: '给程序读的格式', default: false },
} as const;

export const links = defineCommand({
  meta: { name: 'links', description: '连到别的网站的链接，一个一个去看还在不在；要上网，慢慢地看' },
  args: { ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom(args, options);
    refuseMissingContent(settings);
    const { site, sources } = readCorpus(settings.contentDir, settings.contentName, { keepSources: true });
    if (site.url === '') throw new UsageError('site.yml 读不出网址（url）。请先运行 npx mingbai check。');
    const found = findOutsideLinks(sources, site.url);
    const urls = [...new Set(found.map(({ url }) => url))];
    const progress = showProgress(process.stderr, urls.length);
    const userAgent = `Mozilla/5.0 (compatible; Mingbai-links/0.1; +${site.url})`;
    const request = { userAgent, timeoutMs: TIMEOUT_MS, pauseMs: PAUSE_MS, wait, fetch };
    const states = await checkLinks(urls, request, progress.step);
    progress.end();
    const findings = linkFindings(found, states);
    const isOffline = [...states.values()].every((state) => 'hasAnswered' in state && !state.hasAnswered);
    if (isOffline && urls.length > 0) {
      throw new UsageError('一个网站也连不上，多半是这台机器没有上网。链接没有查。');
    }
    if (args.json) process.stdout.write(`${printableJson(findings)}\n`);
    else if (findings.length > 0) reportDiagnostics(findings, process.stdout);
    else process.stdout.write(`${urls.length} 个连到别处的网址都打得开。\n`);
    process.exitCode = hasErrors(findings) ? 1 : 0;
  },
});

/** Counts the links on a terminal; silent in a pipe. */
function showProgress(terminal: NodeJS.WriteStream, total: number): { step(): void; end(): void } {
  let done = 0;
  return {
    step() {
      done += 1;
      if (terminal.isTTY) terminal.write(`\r\u001B[K正在看连到别处的网址：${done}/${total}`);
    },
    end() {
      if (terminal.isTTY) terminal.write('\r\u001B[K');
    },
  };
}
