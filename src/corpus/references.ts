/** Resolves every reference to a document or record; a broken one is reported with a suggestion. */

import { documentAt } from '../documents/address.ts';
import { formatDate } from '../documents/dates.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { isPublishedLater } from '../documents/held-back.ts';
import type { LedgerEntry } from '../schema/addresses.ts';
import type { CollectionName } from '../schema/collection-name.ts';
import type { ReadFile } from './read-document.ts';
import { foldersOf, type NamedEntry, suggestReference, toNamedEntry } from './reference-suggestions.ts';

/** A file with the documents and records that it references. */
export type Referrer = Pick<ReadFile, 'file' | 'isDraft' | 'publishOn' | 'references'>;

/**
 * Checks the references in `files` and `others`, and ids used by two records; the ledger has the former names. On `day`
 * a document that waits for its own day cannot be referenced by one that is published before it.
 */
export function checkReferences(
  files: readonly ReadFile[],
  others: readonly Referrer[] = [],
  ledger: readonly LedgerEntry[] = [],
  day?: string,
): Diagnostic[] {
  const known = new Map<CollectionName, Map<string, ReadFile>>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const ids = known.get(file.collection) ?? new Map<string, ReadFile>();
    known.set(file.collection, ids);
    const twin = ids.get(file.id);
    if (twin) diagnostics.push(duplicateId(file, twin));
    else ids.set(file.id, file);
  }
  // Built only for a broken reference.
  let named: NamedEntry[] | undefined;
  const advise = (id: string, targets: readonly CollectionName[]) => {
    named ??= namedIn(files, ledger);
    return suggestReference(id, targets, named);
  };
  return [
    ...diagnostics,
    ...[...files, ...others].flatMap((file) => checkReferencesOf(file, known, advise, day)),
  ];
}

/** All files with their names; the replacement of a withdrawn document has its former id as well. */
function namedIn(files: readonly ReadFile[], ledger: readonly LedgerEntry[]): NamedEntry[] {
  const named = files.map(({ collection, id, data, written }) =>
    toNamedEntry(collection, id, data ?? written),
  );
  return named.map((one) => {
    const replaced = ledger.flatMap(({ address, replacedBy }) => {
      const [from, to] = [documentAt(address), replacedBy === undefined ? undefined : documentAt(replacedBy)];
      return from && to?.collection === one.collection && to.slug === one.id ? [from.slug] : [];
    });
    return replaced.length === 0 ? one : { ...one, formerIds: [...one.formerIds, ...replaced] };
  });
}

function checkReferencesOf(
  file: Referrer,
  known: Map<CollectionName, Map<string, ReadFile>>,
  advise: (id: string, targets: readonly CollectionName[]) => string,
  day: string | undefined,
): Diagnostic[] {
  return file.references.flatMap(({ id, targets, line, column }) => {
    const found = targets.map((target) => known.get(target)?.get(id)).find((target) => target !== undefined);
    const isMissingThen = found && (found.isDraft || isPublishedLater(found, file, day));
    if (found && (file.isDraft || !isMissingThen)) return [];
    const message = found
      ? isStillDraft(found)
      : `${foldersOf(targets)} 里没有「${id}」，${targets[0] === 'rates' ? '页面上写不出数' : '点了会打不开'}。${advise(id, targets)}`;
    return [
      {
        file: file.file,
        line,
        column,
        severity: 'error' as const,
        rule: 'schema/unknown-reference',
        message,
      },
    ];
  });
}

function isStillDraft(target: ReadFile): string {
  if (!target.isDraft)
    return `${target.file} 定于${formatDate(target.publishOn ?? '')}才发布，在那以前点了会打不开。请等它发布了再写，或者这一篇的 publishOn 也写成那一天。`;
  return `${target.file} 还是草稿，没有发布，点了会打不开。请先发布它（删掉 draft 那一行），或者这里先不写。`;
}

function duplicateId(file: ReadFile, twin: ReadFile): Diagnostic {
  const message = `id「${file.id}」已经被 ${twin.file} 用了，别处写这个 id 就分不清是哪一个。请换一个。`;
  return { file: file.file, line: 1, column: 1, severity: 'error', rule: 'file/twin', message };
}
