import { expect, test } from 'vitest';
import { readJobLog } from './job-log.ts';

const HEAD = 'Seq\tHost\tStarttime\tJobRuntime\tSend\tReceive\tExitval\tSignal\tCommand\n';
const line = (seq: number, host: string, code: number, signal = 0) =>
  `${seq}\t${host}\t1795898309.490\t   165.299\t0\t0\t${code}\t${signal}\tnode run.mjs\n`;

test('the last run of a job counts, with its host and seconds', () => {
  const log = `${HEAD}${line(2, ':', 1)}${line(1, 'ssh -p 22 a.example', 0)}${line(2, 'b.example', 0)}`;
  expect(readJobLog(log)).toEqual(
    new Map([
      [2, { host: 'b.example', seconds: 165.299, code: 0, signal: 0 }],
      [1, { host: 'a.example:22', seconds: 165.299, code: 0, signal: 0 }],
    ]),
  );
});

test('a line that is still being written is no run', () => {
  expect(readJobLog(`${HEAD}${line(1, ':', 0)}${line(2, ':', 0).slice(0, 30)}`).size).toBe(1);
  expect(readJobLog('Seq\tHo')).toEqual(new Map());
});
