/** What is whole on the phone, and what a reader began to save: two records, each written in one go. */
import type { OfflineList, Wish } from '../files.ts';
import { openRoom, type Pocket } from './pocket.ts';

/** A copy that is whole. */
export interface Current {
  list: OfflineList;
  wish: Wish;
  /** Files of the version before whose names no other version has: a page opened before the update may ask for them. */
  carried: string[];
}

interface Records {
  current: Current;
  /** What was wished for and is not there yet. */
  begun: Exclude<Wish, 'core'>;
}

/** Reads a record; undefined where there is none, or storage is refused. */
export async function readRecord<N extends keyof Records>(
  pocket: Pocket,
  name: N,
): Promise<Records[N] | undefined> {
  try {
    const kept = await (await openRoom(pocket, 'state')).match(address(pocket, name));
    return kept && ((await kept.json()) as Records[N]);
  } catch {
    return undefined;
  }
}

/** Writes a record, or removes it; rejects where storage is full or refused. */
export async function writeRecord<N extends keyof Records>(
  pocket: Pocket,
  name: N,
  value: Records[N] | undefined,
): Promise<void> {
  const room = await openRoom(pocket, 'state');
  if (value === undefined) await room.delete(address(pocket, name));
  else await room.put(address(pocket, name), new Response(JSON.stringify(value)));
}

function address({ scope }: Pocket, name: keyof Records): string {
  return `${scope}offline/state/${name}`;
}
