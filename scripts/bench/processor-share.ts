/** Gives a process and all that it starts a fixed share of a processor, by the control groups of Linux: version 2, or 1 where that is mounted. */
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = '/sys/fs/cgroup';
/** The quota is renewed ten times a second, which is the default of Linux. */
const PERIOD_MICROSECONDS = 100_000;

/** Limits the process `pid` to `share` of one processor, in a group called `name`. Throws the system's error without the right to do so. */
export function limitProcessor(pid: number, name: string, share: number): { release(): Promise<void> } {
  const isSecond = existsSync(join(ROOT, 'cgroup.controllers'));
  const folder = join(isSecond ? ROOT : join(ROOT, 'cpu'), name);
  if (isSecond) writeFileSync(join(ROOT, 'cgroup.subtree_control'), '+cpu');
  mkdirSync(folder, { recursive: true });
  const quota = Math.round(share * PERIOD_MICROSECONDS);
  if (isSecond) writeFileSync(join(folder, 'cpu.max'), `${quota} ${PERIOD_MICROSECONDS}`);
  else {
    writeFileSync(join(folder, 'cpu.cfs_period_us'), String(PERIOD_MICROSECONDS));
    writeFileSync(join(folder, 'cpu.cfs_quota_us'), String(quota));
  }
  writeFileSync(join(folder, 'cgroup.procs'), String(pid));
  return {
    /** To be called when its processes have been killed: it takes them a moment to be gone. */
    async release() {
      for (let attempt = 0; attempt < 50; attempt += 1) {
        try {
          rmdirSync(folder);
          return;
        } catch {
          await wait(100);
        }
      }
    },
  };
}
