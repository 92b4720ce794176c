/** The figures of the office: use of the site from access logs, publications from git, days of review. */

export { readLogLine } from './access-log.ts';
export { publicationRows } from './publications.ts';
export { LogDamagedError, readLog } from './read-log.ts';
export { MIN_DISCLOSED_COUNT, publicationTable, type ReportTable, usageTables } from './report-rows.ts';
export { reviewCalendar } from './review-calendar.ts';
export { createUsageCounter, type Usage } from './usage.ts';
export { reportCsv, reportJson, reportLines } from './write-report.ts';
