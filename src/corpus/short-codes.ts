/**
 * Ensures that no two documents share a short address: the code on a poster must lead to the document of the poster. Documents, their
 * former addresses and all addresses of the ledger count, current or not.
 */
import { addressOf, aliasAddress, documentAt } from '../documents/address.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { shortCode } from '../documents/short-address.ts';
import type { LedgerEntry } from '../schema/addresses.ts';
import { isDocumentCollection } from '../schema/collections.ts';
import type { ReadFile } from './read-document.ts';

interface Claim {
  address: string;
  /** The file with the address. */
  file: string;
  /** First publication; unpublished documents sort last and are the ones to rename. */
  since: string;
}

/** Addresses of different documents with the same code, reported at the newer of the two. */
export function checkShortCodes(
  files: readonly ReadFile[],
  ledger: readonly LedgerEntry[],
  ledgerFile: string,
): Diagnostic[] {
  const since = new Map(ledger.map((entry) => [entry.address, entry.since]));
  const claims = new Map<string, Claim>();
  for (const claim of [
    ...claimsOf(files, since),
    ...ledger.map((entry) => ({ ...entry, file: ledgerFile })),
  ]) {
    if (!claims.has(claim.address)) claims.set(claim.address, claim);
  }
  const owners = new Map<string, Claim>();
  const oldestFirst = [...claims.values()].sort((a, b) =>
    a.since < b.since ? -1 : a.since > b.since ? 1 : 0,
  );
  return oldestFirst.flatMap((claim): Diagnostic[] => {
    const at = documentAt(claim.address);
    if (at === undefined) return [];
    const code = shortCode(at.collection, at.slug);
    const owner = owners.get(code);
    if (owner === undefined) owners.set(code, claim);
    return owner === undefined ? [] : [sameCode(code, claim, owner)];
  });
}

function claimsOf(files: readonly ReadFile[], since: ReadonlyMap<string, string>): Claim[] {
  return files.flatMap(({ collection, slug, file, data, isDraft }) => {
    if (!isDocumentCollection(collection) || isDraft || data === undefined) return [];
    const { aliases = [] } = data as { aliases?: string[] };
    return [addressOf(collection, slug), ...aliases.map((alias) => aliasAddress(collection, alias))].map(
      (address) => ({ address, file, since: since.get(address) ?? '9999' }),
    );
  });
}

function sameCode(code: string, { file, address }: Claim, owner: Claim): Diagnostic {
  const message =
    `${address} 和 ${owner.file} 的 ${owner.address} 算出同一个短网址 /s/${code}/，` +
    '扫了海报上的二维码就不知道该去哪一个。请给还没发布的那一个换个文件名，发布过的不要动。';
  return { file, line: 1, column: 1, severity: 'error', rule: 'link/short-address-taken', message };
}
