/**
 * One line of an access log to what the report counts: nginx's combined format and Caddy's JSON. The address of the person is never
 * read from the line. Offsets are searched from left to right, so that no line takes more than linear time.
 */
import { beijingNow, dayOf } from '../documents/dates.ts';

/** A request, without who made it. */
export interface LogEntry {
  /** In Beijing, `YYYY-MM-DD`. */
  day: string;
  method: string;
  /** Path and query as requested, still percent-encoded. */
  uri: string;
  status: number;
  /** Empty if not sent. */
  referer: string;
  agent: string;
}

/** Reads a line; undefined for an empty, broken or other line. Bytes are expected as Latin-1 characters. */
export function readLogLine(line: string): LogEntry | undefined {
  return line.charCodeAt(0) === BRACE ? readCaddyLine(line) : readNginxLine(line);
}

const BRACE = 123;

/** `ADDRESS - USER [DAY:TIME ZONE] "METHOD URI PROTOCOL" STATUS BYTES "REFERER" "AGENT"`; nginx writes a quotation mark in a value as \x22. */
function readNginxLine(line: string): LogEntry | undefined {
  const [from, until] = requestIn(line);
  const day = dayOfCommonLog(line, from - DATE_LENGTH);
  if (until < 0 || day === undefined) return undefined;
  const methodEnd = line.indexOf(' ', from);
  const uriEnd = line.lastIndexOf(' ', until);
  // A request of garbage has no three parts.
  if (methodEnd < 0 || uriEnd <= methodEnd || uriEnd > until) return undefined;
  const [referer, agentFrom] = quotedAfter(line, until + 1);
  const [agent] = quotedAfter(line, agentFrom);
  return {
    day,
    method: line.slice(from, methodEnd),
    uri: line.slice(methodEnd + 1, uriEnd),
    status: Number(line.slice(until + 2, until + 5)),
    referer,
    agent,
  };
}

/** Offsets of a request and its end: the first quotation marks after a date in brackets; the end is -1 without one. */
function requestIn(line: string): [from: number, until: number] {
  const mark = line.indexOf('] "');
  if (mark < 0) return [0, -1];
  return [mark + 3, line.indexOf('"', mark + 3)];
}

/** The value between the next quotation marks and the offset after it; `-` stands for none. */
function quotedAfter(line: string, offset: number): [value: string, end: number] {
  const from = line.indexOf('"', offset);
  const until = from < 0 ? -1 : line.indexOf('"', from + 1);
  if (until < 0) return ['', line.length];
  const value = line.slice(from + 1, until);
  return [value === '-' ? '' : value, until + 1];
}

/** Length of `28/Nov/2026:13:39:12 +0800] "`. */
const DATE_LENGTH = 29;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const COMMON_LOG_DATE = /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):\d\d ([+-])(\d\d)(\d\d)/;

/** The last date that was converted, to the minute: neighbouring lines have the same. */
let lastDate: { text: string; day: string | undefined } = { text: '', day: undefined };

function dayOfCommonLog(line: string, offset: number): string | undefined {
  if (offset < 0) return undefined;
  // Without the seconds.
  const text = line.slice(offset, offset + 17) + line.slice(offset + 20, offset + 26);
  if (text !== lastDate.text) lastDate = { text, day: convertDate(line.slice(offset, offset + 26)) };
  return lastDate.day;
}

function convertDate(text: string): string | undefined {
  const [, day, name = '', year, hour, minute, sign, zoneHours, zoneMinutes] =
    COMMON_LOG_DATE.exec(text) ?? [];
  const month = MONTHS.indexOf(name);
  if (month < 0) return undefined;
  const utc = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute));
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  return beijingDay(sign === '-' ? utc + zone : utc - zone);
}

function beijingDay(time: number): string | undefined {
  return Math.abs(time) < MAX_TIME ? dayOf(beijingNow(new Date(time))) : undefined;
}

/** The largest time of a Date, less than a day of zones, in milliseconds. */
const MAX_TIME = 8.64e15 - 8.64e7;

/**
 * A line of Caddy's access log; other lines of Caddy have no request. The fields are searched for by their names instead of parsing the whole
 * line, which took three times as long: a quotation mark in a value is escaped, so a name between plain ones is a name.
 */
function readCaddyLine(line: string): LogEntry | undefined {
  const method = textAfter(line, '"method":"');
  const uri = textAfter(line, '"uri":"');
  const day = dayOfCaddy(textAfter(line, '"ts":"') ?? numberAfter(line, '"ts":'));
  const status = numberAfter(line, '"status":');
  if (day === undefined || method === undefined || uri === undefined || status === undefined)
    return undefined;
  const header = (name: string) => textAfter(line, `"${name}":["`) ?? '';
  return { day, method, uri, status, referer: header('Referer'), agent: header('User-Agent') };
}

/** The JSON string whose first quotation mark ends `name`; undefined without one. */
function textAfter(line: string, name: string): string | undefined {
  const at = line.indexOf(name);
  if (at < 0) return undefined;
  const from = at + name.length;
  let end = line.indexOf('"', from);
  while (end >= 0 && isEscaped(line, from, end)) end = line.indexOf('"', end + 1);
  if (end < 0) return undefined;
  const text = line.slice(from, end);
  if (!text.includes('\\')) return text;
  try {
    return JSON.parse(`"${text}"`);
  } catch {
    return undefined;
  }
}

/** Whether an odd number of backslashes, not before `from`, precedes the offset. */
function isEscaped(line: string, from: number, offset: number): boolean {
  let first = offset;
  while (first > from && line.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (offset - first) % 2 === 1;
}

const BACKSLASH = 92;
/** Longer than any number of a log. */
const MAX_NUMBER_LENGTH = 32;

function numberAfter(line: string, name: string): number | undefined {
  const at = line.indexOf(name);
  if (at < 0) return undefined;
  const number = Number.parseFloat(line.slice(at + name.length, at + name.length + MAX_NUMBER_LENGTH));
  return Number.isNaN(number) ? undefined : number;
}

/** Caddy's `ts`: seconds by default; by `time_format` milliseconds, nanoseconds or a text, `2026/11/28 13:39:12` being UTC. */
function dayOfCaddy(ts: unknown): string | undefined {
  if (typeof ts === 'number') return beijingDay(ts < 1e11 ? ts * 1000 : ts < 1e14 ? ts : ts / 1e6);
  if (typeof ts !== 'string') return undefined;
  const wall = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)/.exec(ts);
  if (wall) return beijingDay(Date.parse(`${wall[1]}-${wall[2]}-${wall[3]}T${wall[4]}Z`));
  // `+0800` as Go writes it is no ISO time for Date.
  return convertDate(ts) ?? beijingDay(Date.parse(ts.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));
}
