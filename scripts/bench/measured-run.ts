/**
 * Runs a program and measures it with all its child processes: wall-clock time, CPU time, peak memory. Memory is the proportional set
 * size (PSS), which counts shared memory once, summed over the process tree and sampled: peaks between samples are missed.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../src/settings.ts';

/** Cost of one run. */
export interface Cost {
  seconds: number;
  processorSeconds: number;
  peakMemoryMb: number;
}

interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
}

const SAMPLE_INTERVAL_MS = 100;
/**
 * Sampling 400 MB takes the kernel 12 ms, during which the process waits: ten samples a second slowed three such processes by a
 * third of a CPU. The pause after a sample is this many times as long as the sample.
 */
const SAMPLE_TO_PAUSE_RATIO = 40;
/** The kernel counts CPU time in hundredths of a second on every platform of Node. */
const TICKS_PER_SECOND = 100;

/** Runs `command` to its end; throws with its output if it fails. Needs Linux. */
export async function runMeasured(
  command: string,
  args: readonly string[],
  { cwd = projectDir, env = {} }: RunOptions = {},
): Promise<Cost> {
  const [began, processor] = [performance.now(), processorSecondsOfEnded()];
  const child = spawn(command, args, {
    cwd,
    // As run.mjs starts our commands.
    env: { NODE_COMPILE_CACHE: join(projectDir, '.mingbai', 'compiled'), ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
  let peakKb = 0;
  let next: NodeJS.Timeout;
  const look = () => {
    // CPU time: on a busy machine the wall-clock time of a sample includes waiting.
    const before = process.cpuUsage();
    peakKb = Math.max(peakKb, memoryOfTree(child.pid));
    const { user, system } = process.cpuUsage(before);
    const tookMs = (user + system) / 1000;
    next = setTimeout(look, Math.max(SAMPLE_INTERVAL_MS, SAMPLE_TO_PAUSE_RATIO * tookMs));
  };
  next = setTimeout(look, SAMPLE_INTERVAL_MS);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearTimeout(next));
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${Buffer.concat(said)}`);
  return {
    seconds: (performance.now() - began) / 1000,
    processorSeconds: processorSecondsOfEnded() - processor,
    peakMemoryMb: peakKb / 1024,
  };
}

/** Consecutive runs: the sum of their times, the larger memory. */
export function sumOf(costs: readonly Cost[]): Cost {
  return {
    seconds: costs.reduce((sum, { seconds }) => sum + seconds, 0),
    processorSeconds: costs.reduce((sum, { processorSeconds }) => sum + processorSeconds, 0),
    peakMemoryMb: Math.max(...costs.map(({ peakMemoryMb }) => peakMemoryMb)),
  };
}

/** CPU time of all child processes that have ended, including their children. */
export function processorSecondsOfEnded(): number {
  const [, , , , , , , , , , , , , user = 0, system = 0] = statOf('self') ?? [];
  return (Number(user) + Number(system)) / TICKS_PER_SECOND;
}

/** Fields of /proc/PID/stat from the third on; the second, a name, may contain spaces and brackets. */
function statOf(pid: string): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Kilobytes of a process and all its descendants. */
function memoryOfTree(top: number | undefined): number {
  const children = new Map<string, string[]>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = statOf(pid)?.[1] ?? '';
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const sum = (pid: string): number =>
    memoryOf(pid) + (children.get(pid) ?? []).reduce((all, child) => all + sum(child), 0);
  return sum(String(top));
}

/** Kilobytes of one process; 0 if it has just ended. */
function memoryOf(pid: string): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
