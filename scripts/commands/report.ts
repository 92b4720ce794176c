/** `npm run report -- access.log…`: the office's figures of a year: what was read and taken, what was published, what has to be reviewed. */
import { defineCommand } from 'citty';
import { readCorpus, readRevisions } from '../../src/corpus/index.ts';
import { hasErrors } from '../../src/documents/diagnostic.ts';
import { printable, printableJson } from '../../src/documents/printable.ts';
import { createSite, type Site } from '../../src/documents/site.ts';
import {
  createUsageCounter,
  LogDamagedError,
  MIN_DISCLOSED_COUNT,
  publicationRows,
  publicationTable,
  type ReportTable,
  readLog,
  readLogLine,
  reportCsv,
  reportJson,
  reportLines,
  reviewCalendar,
  type Usage,
  usageTables,
} from '../../src/report/index.ts';
import type { Settings } from '../../src/settings.ts';
import { contentArguments, refuseMissingContent, settingsFrom } from '../arguments.ts';
import { fromEditor } from '../editor-folder.ts';
import { displayPath, explainSystemError, writeOutputFile } from '../output-file.ts';
import { UsageError } from '../usage-error.ts';

const positionals = {
  logs: {
    type: 'positional',
    required: false,
    description:
      '网页服务器的访问记录，可以写几个：nginx 的 access.log、Caddy 的 JSON，压缩过的（.gz、.zst）也行',
  },
} as const;

const options = {
  year: { type: 'string', description: '只算哪一年；不写，访问算记录里有的，发布算今年', valueHint: 'YYYY' },
  json: { type: 'boolean', description: '给程序读的格式', default: false },
  csv: { type: 'boolean', description: '表格，能用 Excel、WPS 打开：--csv > 表.csv', default: false },
  calendar: { type: 'string', description: '再写一份核对日程，能放进日历', valueHint: 'FILE.ics' },
} as const;

export const report = defineCommand({
  meta: { name: 'report', description: '一年的数：看了什么、取走什么、发布了什么、什么时候要核对' },
  args: { ...positionals, ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom(args, { ...positionals, ...options });
    if (args.year !== undefined && !/^\d{4}$/.test(args.year)) {
      throw new UsageError(`--year 要写成四位的年份，例如 --year 2026，现在写的是「${args.year}」。`);
    }
    if (args.json && args.csv) throw new UsageError('--json 和 --csv 一次写一个。');
    const calendarFile = args.calendar === undefined ? undefined : calendarPath(args.calendar);
    const site = readSite(settings);
    const tables: ReportTable[] = [];
    let usage: Usage | undefined;
    if (args._.length > 0) {
      usage = await readUsage(args._, site.about.url, args.year);
      tables.push(...usageTables(usage, site));
    }
    const year = args.year ?? settings.today.slice(0, 4);
    tables.push(publicationTable(publicationRows(site, await readRevisions(settings), year), year));
    if (calendarFile !== undefined) writeOutputFile(calendarFile, reviewCalendar(site));
    if (args.json) printJson(tables, usage);
    else if (args.csv) process.stdout.write(reportCsv(tables));
    else process.stdout.write(`${[...periodLines(usage), ...reportLines(tables)].join('\n')}`);
    if (calendarFile !== undefined) process.stderr.write(`核对日程写在 ${displayPath(calendarFile)}。\n`);
  },
});

function calendarPath(given: string): string {
  if (!given.toLowerCase().endsWith('.ics')) {
    throw new UsageError(`--calendar ${given} 要以 .ics 结尾，例如 --calendar 核对日程.ics。`);
  }
  return fromEditor(given);
}

/** The site of the content; its errors are the matter of `check`, unless nothing can be read. */
function readSite(settings: Settings): Site {
  refuseMissingContent(settings);
  const { documents, site, ledger, finder, diagnostics } = readCorpus(
    settings.contentDir,
    settings.contentName,
  );
  if (site.url === '')
    throw new UsageError('site.yml 读不出网址（url），算不出数。请先运行 npx mingbai check。');
  if (hasErrors(diagnostics)) {
    process.stderr.write('内容里有错误，有错误的几篇没有标题。请运行 npx mingbai check 看看。\n');
  }
  return createSite(documents, { site, ledger, finder }, settings.today);
}

async function readUsage(logs: readonly string[], url: string, year: string | undefined): Promise<Usage> {
  const counter = createUsageCounter({ url, year });
  for (const log of logs) {
    try {
      await readLog(fromEditor(log), (line) => counter.add(readLogLine(line)));
    } catch (error) {
      if (!(error instanceof LogDamagedError)) throw unreadable(log, error);
      process.stderr.write(
        `${printable(log)} 的压缩坏了或者没写完，读到坏的地方为止；坏处前面的几十行也可能没算上。\n`,
      );
    }
  }
  const usage = counter.result();
  if (usage.requests === 0 && usage.unreadable > 0) {
    throw new UsageError(
      '访问记录一行也认不出来。认得 nginx 的 combined 格式（默认的就是）和 Caddy 的 JSON。请看看是不是这个文件。',
    );
  }
  return usage;
}

function unreadable(log: string, error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UsageError(`没有「${log}」这个文件。请检查名字。`);
  if (code === 'EISDIR')
    return new UsageError(`「${log}」是一个文件夹，要写里面的文件，例如 ${log}/access.log。`);
  const reason = code === 'EACCES' ? '没有读的权限' : explainSystemError(error);
  return reason === undefined ? (error as Error) : new UsageError(`读不了「${log}」：${reason}。`);
}

/** What the figures are from, and what they do not hold. */
function periodLines(usage: Usage | undefined): string[] {
  if (usage === undefined) return [];
  const { from, to, requests, unreadable: broken } = usage;
  const period = from === undefined ? '记录里没有这一年的访问' : `${from} 到 ${to}，共 ${requests} 次请求`;
  return [
    `访问记录：${period}${broken > 0 ? `，另有 ${broken} 行认不出` : ''}。`,
    `不看、不记是谁：没有 IP 地址，也就没有“多少人”，只有多少次。不到${MIN_DISCLOSED_COUNT}次的写“少于${MIN_DISCLOSED_COUNT}”。`,
    '',
  ];
}

function printJson(tables: readonly ReportTable[], usage: Usage | undefined): void {
  const { from, to, requests, unreadable: unreadableLines } = usage ?? {};
  const period = usage && { from, to, requests, unreadableLines };
  const head = { minShownCount: MIN_DISCLOSED_COUNT, ...(period && { log: period }) };
  process.stdout.write(`${printableJson({ ...head, ...reportJson(tables) })}\n`);
}
