/** Adds missing entries at the end of a ledger, addresses.yml, and changes nothing else in it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withEntries } from '../src/corpus/index.ts';
import { findUnregisteredAddresses } from '../src/documents/missing-addresses.ts';
import type { Site } from '../src/documents/site.ts';
import type { LedgerEntry } from '../src/schema/addresses.ts';
import { writeFileAtomic } from '../src/write-file-atomic.ts';

/** Adds the addresses of `site` that are not in the ledger, with the day; returns them. */
export function registerAddresses(contentDir: string, site: Site): string[] {
  const addresses = findUnregisteredAddresses(site);
  appendLedgerEntries(
    contentDir,
    addresses.map((address) => ({ address, since: site.today })),
  );
  return addresses;
}

/** Adds entries to the addresses.yml of a content folder. */
export function appendLedgerEntries(contentDir: string, entries: readonly LedgerEntry[]): void {
  if (entries.length === 0) return;
  const path = join(contentDir, 'addresses.yml');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  writeFileAtomic(path, withEntries(text, entries));
}
