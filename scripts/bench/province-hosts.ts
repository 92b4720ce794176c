/**
 * Measures the sites of a province on 1, 2 and 4 hosts: GNU parallel over a real sshd for each. Every host has the same fixed share of a processor, a
 * program that was just installed and a cache of its own; all share the remote cache. The coordinating process and the storage have the rest of the
 * machine.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { remoteCacheVariables } from '../../tests/object-storage/remote-cache-variables.ts';
import { startStorage } from '../../tests/object-storage/server.ts';
import { makeKeys, type SshHost, startSshHost } from '../../tests/release/ssh-hosts.ts';
import { installHost } from './fresh-host.ts';
import { changeText, type MadeProvince, makeProvince, provinceFile } from './made-province.ts';
import { limitProcessor } from './processor-share.ts';
import { buildProvinceOn, COUNTY_DOCUMENTS } from './province.ts';
import type { Figures } from './table.ts';

export interface ProvinceHostsFigures extends Figures {
  counties: number;
  hosts: number;
  processorShare: number;
  nothingSeconds: number;
  /** To one host. */
  nothingTimesOne: number;
  baseChangeSeconds: number;
  baseChangeTimesOne: number;
  countyChangeSeconds: number;
  countyChangeTimesOne: number;
}

const HOST_COUNTS = [1, 2, 4] as const;
/** Of the machine, for all hosts together. */
const HOSTS_SHARE = 0.8;
/** The folder of the program in the home of each host. */
const PROGRAM = 'mingbai-program';

/** Measures a province of `counties` counties. Needs root, sshd and the right to make control groups. */
export async function measureProvinceHosts(counties: number): Promise<ProvinceHostsFigures[]> {
  const most = Math.max(...HOST_COUNTS);
  const share = Math.min(1, (cpus().length * HOSTS_SHARE) / most);
  const rows: ProvinceHostsFigures[] = [];
  let one: number[] | undefined;
  for (const hosts of HOST_COUNTS) {
    const times = await timeOnHosts(counties, hosts, share);
    one ??= times;
    const [nothing = 0, base = 0, county = 0] = times;
    const [oneNothing = 0, oneBase = 0, oneCounty = 0] = one;
    rows.push({
      counties,
      hosts,
      processorShare: share,
      nothingSeconds: nothing,
      nothingTimesOne: nothing / oneNothing,
      baseChangeSeconds: base,
      baseChangeTimesOne: base / oneBase,
      countyChangeSeconds: county,
      countyChangeTimesOne: county / oneCounty,
    });
  }
  return rows;
}

/** Seconds for all from nothing, after a change in the base, and after one in a county. */
async function timeOnHosts(counties: number, count: number, share: number): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const { storage, close } = await startStorage(join(folder, 'storage'));
  const hosts: { host: SshHost; release(): Promise<void> }[] = [];
  try {
    const province = makeProvince(folder, counties, COUNTY_DOCUMENTS);
    makeKeys(folder);
    for (let number = 0; number < count; number += 1) {
      const name = `host-${number}`;
      installHost(join(folder, name, PROGRAM));
      const cache = join(folder, name, 'cache');
      mkdirSync(cache);
      const variables = { MINGBAI_CACHE: cache, ...remoteCacheVariables(storage) };
      const host = await startSshHost(folder, name, variables);
      hosts.push({ host, ...limitProcessor(host.pid, `mingbai-${process.pid}-${name}`, share) });
    }
    writeFileSync(join(folder, 'hosts'), hosts.map(({ host }) => `${host.line}\n`).join(''));
    writeFileSync(province.file, provinceFile(counties, `hosts: hosts\nprogram: ${PROGRAM}\n`));
    return await timeChanges(folder, province, count);
  } finally {
    for (const { host } of hosts) host.stop();
    for (const { release } of hosts) await release();
    await close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function timeChanges(folder: string, province: MadeProvince, hosts: number): Promise<number[]> {
  const program = installHost(join(folder, 'program'));
  const time = async (what: string) => {
    const { seconds } = await buildProvinceOn(program, province.file, {
      MINGBAI_CACHE: join(folder, 'cache'),
    });
    process.stderr.write(`  ${hosts} hosts, ${what}: ${seconds.toFixed(0)} s\n`);
    return seconds;
  };
  const nothing = await time('all from nothing');
  changeText(province.basePolicy, 1);
  const base = await time('one change in the base');
  changeText(province.ownPolicy(0), 1);
  return [nothing, base, await time('one change in a county')];
}
