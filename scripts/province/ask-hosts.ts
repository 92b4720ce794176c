/** Asks each host, before it gets any work, whether it answers and has the same code. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostLine } from '../../src/province/index.ts';
import { type Ended, hostCommand, runParallel } from './parallel.ts';

/** A host that can build, or why not. */
export interface HostState extends HostLine {
  fault?: string | undefined;
}

/** No host may take longer to say what it has: about ten times what a slow one needs. */
const CHECK_SECONDS = 40;

/** Asks every host for its code; `expected` is the answer of one that may build. */
export async function askHosts(
  hosts: readonly HostLine[],
  {
    program,
    expected,
    work,
    env,
  }: { program: string; expected: string; work: string; env: NodeJS.ProcessEnv },
): Promise<HostState[]> {
  const folder = join(work, 'hosts');
  return Promise.all(
    hosts.map(async (host, index) => {
      if (host.name === ':') return host;
      const own = join(folder, String(index));
      mkdirSync(own, { recursive: true });
      const file = join(own, 'host');
      writeFileSync(file, `${host.line}\n`);
      const ask = hostCommand(program, 'host');
      const args = ['--plain', '--nonall', '--timeout', String(CHECK_SECONDS), '--sshloginfile', file, ask];
      const { code, out, err } = await runParallel(args, { folder: own, env });
      return { ...host, fault: faultOf({ code, out, err }, expected) };
    }),
  );
}

/** Why a host may not build, from what it answered. */
function faultOf({ code, out, err }: Ended, expected: string): string | undefined {
  const answer = out.trim().split('\n').at(-1) ?? '';
  if (code === 0 && answer === expected) return undefined;
  if (code === 0) return '程序和这台机器上的不一样。请在两边 git checkout 同一个提交，再 npm ci';
  if (/No such file|not found/.test(err)) return '那里没有装程序，或者路径不对（province.yml 的 program）';
  const last = err.trim().split('\n').at(-1) ?? '';
  return `连不上或者没有回答${last === '' ? '' : `（${last}）`}`;
}
