/** When a document was first published. */
import type { LedgerEntry } from '../schema/addresses.ts';
import type { DocumentCollection } from '../schema/collection-name.ts';
import { addressOf } from './address.ts';

const firstDays = new WeakMap<readonly LedgerEntry[], Map<string, string>>();

/** The day of a document's first publication: from the ledger, otherwise the day of this build. */
export function publishedOn(
  { ledger, today }: { ledger: readonly LedgerEntry[]; today: string },
  collection: DocumentCollection,
  slug: string,
): string {
  let days = firstDays.get(ledger);
  if (days === undefined) {
    // If the ledger lists an address twice, its first line counts.
    days = new Map(ledger.toReversed().map(({ address, since }) => [address, since]));
    firstDays.set(ledger, days);
  }
  return days.get(addressOf(collection, slug)) ?? today;
}
