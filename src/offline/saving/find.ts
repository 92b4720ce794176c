/** Finds files of the copy that is whole. */

import { isImmutable } from '../../served-files.ts';
import { keptUrl, partHolding, pathOf } from '../files.ts';
import { readContents } from './parts.ts';
import { openRoom, type Pocket } from './pocket.ts';
import { readRecord } from './state.ts';

/** A kept file, and the day of the site that it is from. */
export interface Kept {
  response: Response;
  /** `YYYY-MM-DD`. */
  day: string;
}

/** The file at an address as the copy has it; undefined where it has none, or storage is refused. */
export async function findSaved(pocket: Pocket, url: string): Promise<Kept | undefined> {
  try {
    const path = pathOf(url, pocket.scope);
    const current = await readRecord(pocket, 'current');
    if (path === undefined || !current) return undefined;
    const room = await openRoom(pocket, 'saved');
    const digest = isImmutable(path) ? '' : await digestIn(path, room);
    const response = digest === undefined ? undefined : await room.match(keptUrl(path, digest, pocket.scope));
    return response && { response, day: current.list.day };

    async function digestIn(wanted: string, saved: Cache): Promise<string | undefined> {
      const isWanted = ([each]: readonly [string, ...unknown[]]) => each === wanted;
      const inCore = current?.list.core.find(isWanted);
      if (inCore) return inCore[1];
      const part = partHolding(current?.list.parts ?? [], wanted);
      const contents = part && (await readContents(pocket, saved, part.id));
      return contents?.find(isWanted)?.[1];
    }
  } catch {
    return undefined;
  }
}
