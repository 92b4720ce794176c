/**
 * Moves and withdraws documents so that no address and no reference is lost: a moved one keeps its former address as an alias, a
 * withdrawn one leaves an entry in the ledger with the way on. Plans the new texts only; the caller writes them.
 */
import { readYaml, withEntries } from '../corpus/index.ts';
import { addressOf, aliasAddress } from '../documents/address.ts';
import type { LedgerEntry } from '../schema/addresses.ts';
import type { CollectionName, DocumentCollection } from '../schema/collection-name.ts';
import { collections } from '../schema/collections.ts';
import { finderSchema } from '../schema/finder.ts';
import { referencesIn } from '../schema/traverse.ts';
import { DeskError } from './desk-error.ts';
import { applyEdits, readParts } from './edit-document.ts';
import type { EditPath } from './path-values.ts';

/** A file of the content with its text. */
export interface TextFile {
  collection: CollectionName;
  slug: string;
  file: string;
  text: string;
}

/** The files to write, by name; undefined for one to remove. */
export type FileChanges = Map<string, string | undefined>;

export interface Place {
  collection: DocumentCollection;
  slug: string;
}

/** The new texts of all other files, with `to` in the place of every reference to `from`; a reference of `to` itself is removed. */
export function redirectReferences(files: readonly TextFile[], from: Place, to: string): FileChanges {
  const changes: FileChanges = new Map();
  for (const { file, text, paths, collection, slug } of referrersOf(files, from)) {
    const value = collection === from.collection && slug === to ? undefined : to;
    // From the last on: the indexes of a list stay true.
    const edits = paths.toReversed().map((path) => ({ path, value }));
    changes.set(file, applyEdits(text, edits));
  }
  return changes;
}

/** The text of finder.yml with `to` in the place of every reference to a policy. Throws DeskError (422) if it cannot be read. */
export function redirectFinder(text: string, { collection, slug }: Place, to: string): string {
  const { value } = readYaml(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), '');
  const edits = referencesIn(finderSchema, value)
    .filter(({ id, targets }) => id === slug && targets.includes(collection))
    .map(({ path }) => ({ path: path as EditPath, value: to }));
  return edits.length === 0 ? text : applyEdits(text, edits);
}

interface Referrer extends TextFile {
  paths: EditPath[];
}

/** The files with references to a document or record in their fields. */
export function referrersOf(
  files: readonly TextFile[],
  { collection, slug }: Pick<TextFile, 'collection' | 'slug'>,
): Referrer[] {
  return files.flatMap((file) => {
    if (file.collection === collection && file.slug === slug) return [];
    const { fields } = readParts(file.text);
    const paths = referencesIn(collections[file.collection].schema, fields)
      .filter(({ id, targets }) => id === slug && targets.includes(collection))
      .map(({ path }) => path as EditPath);
    return paths.length === 0 ? [] : [{ ...file, paths }];
  });
}

/** The text of a moved document, with its former address as an alias. */
export function withAlias(text: string, { collection, slug }: Place): string {
  const { aliases = [] } = readParts(text).fields as { aliases?: string[] };
  const value = [...aliases, addressOf(collection, slug)];
  return applyEdits(text, [{ path: ['aliases'], value }]);
}

export interface Withdrawal {
  /** The day, `YYYY-MM-DD`. */
  day: string;
  /** Why it was withdrawn, for readers. */
  reason: string | undefined;
  /** The address that replaces it. */
  replacedBy: string | undefined;
}

/** The ledger in which a document's address and its former ones are withdrawn. Throws DeskError (422) if it cannot be read. */
export function withdrawnLedger(
  ledger: string | undefined,
  document: Place & { text: string },
  withdrawal: Withdrawal,
): string {
  const { aliases = [] } = readParts(document.text).fields as { aliases?: string[] };
  const former = aliases.map((alias) => aliasAddress(document.collection, alias));
  return [addressOf(document.collection, document.slug), ...former].reduce(
    (text, address) => withWithdrawn(text, address, withdrawal),
    ledger ?? '',
  );
}

/** The ledger in which a document's address is not withdrawn any more. */
export function restoredLedger(ledger: string, { collection, slug }: Place): string {
  const { value } = readYaml(ledger.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), '');
  const entries: unknown = value || [];
  if (!Array.isArray(entries)) return ledger;
  const index = entries.findIndex(
    (entry: Partial<LedgerEntry>) =>
      entry.address === addressOf(collection, slug) && entry.withdrawn !== undefined,
  );
  const names = ['withdrawn', 'reason', 'replacedBy'].filter((name) =>
    Object.hasOwn(entries[index] ?? {}, name),
  );
  return applyEdits(
    ledger,
    names.map((name) => ({ path: [index, name] })),
  );
}

function withWithdrawn(ledger: string, address: string, { day, reason, replacedBy }: Withdrawal): string {
  const { value, diagnostics } = readYaml(ledger.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), '');
  // A new site's ledger is empty, or has only comments.
  const entries: unknown = value || [];
  if (diagnostics.length > 0 || !Array.isArray(entries))
    throw new DeskError(422, 'content/addresses.yml 读不出来，没有撤。请管网站的人看一看。');
  const index = entries.findIndex((entry: Partial<LedgerEntry>) => entry.address === address);
  const details = {
    withdrawn: day,
    ...(reason !== undefined && { reason }),
    ...(replacedBy !== undefined && { replacedBy }),
  };
  if (index < 0)
    return withEntries(ledger === '' ? undefined : ledger, [{ address, since: day, ...details }]);
  return applyEdits(
    ledger,
    Object.entries(details).map(([name, part]) => ({ path: [index, name], value: part })),
  );
}
