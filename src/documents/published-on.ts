/** When a document was first published. */
import type { LedgerEntry } from '../schema/addresses.ts';
import type { DocumentCollection } from '../schema/collection-name.ts';
import { addressOf } from './address.ts';

const firstDays = new WeakMap<readonly LedgerEntry[], Map<string, string>>();

/** The day a document was first published: as the ledger has it, and else the day of this build. */
export function publishedOn(
  { ledger, today }: { ledger: readonly LedgerEntry[]; today: string },
  collection: DocumentCollection,
  slug: string,
): string {
  let days = firstDays.get(ledger);
  if (days === undefined) {
    // Where the ledger names an address twice, its first line holds.
    days = new Map(ledger.toReversed().map(({ address, since }) => [address, since]));
    firstDays.set(ledger, days);
  }
  return days.get(addressOf(collection, slug)) ?? today;
}
