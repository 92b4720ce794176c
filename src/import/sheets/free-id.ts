/** Ids of new records. */
import type { ListKind } from './column-fields.ts';
import type { ListState } from './record-types.ts';

/** The proposed id, with the first number that makes it free. */
export function freeId(
  proposed: string,
  kind: ListKind,
  { isTaken, made }: Pick<ListState, 'isTaken' | 'made'>,
): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? proposed : `${proposed}-${number}`;
    if (!isTaken(kind, id) && !made.some((record) => record.kind === kind && record.id === id)) return id;
  }
}
