/** Reads the job log of GNU parallel (--joblog): which job ran where, for how long, and how it ended. */

import { hostName } from './host-lines.ts';

/** The last run of a job. */
export interface JobRun {
  /** The name of the host; `:` is this machine. */
  host: string;
  seconds: number;
  /** Exit code; 0 for success. */
  code: number;
  /** The signal that ended it; 0 for none. */
  signal: number;
}

/** The last run of each job by its number in the list, from 1. A line that is not complete yet is left out. */
export function readJobLog(text: string): Map<number, JobRun> {
  const runs = new Map<number, JobRun>();
  const end = text.lastIndexOf('\n');
  for (const line of text.slice(0, Math.max(end, 0)).split('\n')) {
    // Seq, Host, Starttime, JobRuntime, Send, Receive, Exitval, Signal, Command.
    const [seq = '', host = '', , seconds, , , code, signal] = line.split('\t');
    if (!/^\d+$/.test(seq)) continue;
    runs.set(Number(seq), {
      host: hostName(host),
      seconds: Number(seconds),
      code: Number(code),
      signal: Number(signal),
    });
  }
  return runs;
}
