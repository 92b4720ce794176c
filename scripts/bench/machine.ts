/** Machine and date of a measurement. */
import { cpus, totalmem } from 'node:os';
import { beijingNow, dayOf } from '../../src/documents/dates.ts';

export interface Machine {
  processors: number;
  model: string;
  memoryGb: number;
  node: string;
}

/** The date, `YYYY-MM-DD`, and this machine. */
export function dayAndMachine(): { day: string; machine: Machine } {
  return {
    day: dayOf(beijingNow(new Date())),
    machine: {
      processors: cpus().length,
      model: cpus()[0]?.model.trim() ?? '',
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
  };
}
