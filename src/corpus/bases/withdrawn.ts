/**
 * What a base has withdrawn or renamed: its address in a site that had the document from there, and the files of the site that take the rest of it.
 */
import { addressOf, aliasAddress } from '../../documents/address.ts';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { LedgerEntry } from '../../schema/addresses.ts';
import type { BaseRecords } from '../../schema/base-records.ts';
import type { DocumentCollection } from '../../schema/collection-name.ts';
import { isDocumentCollection } from '../../schema/collections.ts';
import type { ContentFile } from '../content-files.ts';

/** A file that takes the rest from a base which has no such file, or leaves out what is not there. */
export interface FileWithoutBase extends Pick<ContentFile, 'collection' | 'slug' | 'file'> {
  /** The line of its `inherits`, and the value. */
  line: number;
  inherits: string;
}

/** A document of the site with its former names. */
interface Named extends Pick<ContentFile, 'collection' | 'slug'> {
  aliases: readonly string[];
}

/**
 * The ledger of a site whose bases have withdrawn documents: an address without a document of the site, of which the site itself says nothing, has
 * the day, reason and replacement of the base's ledger, so that it goes on to answer.
 */
export function withBaseWithdrawals(
  ledger: readonly LedgerEntry[],
  ofBases: readonly LedgerEntry[],
  files: readonly Pick<ContentFile, 'collection' | 'slug'>[],
): LedgerEntry[] {
  const withdrawn = new Map(
    ofBases.filter((entry) => entry.withdrawn !== undefined).map((entry) => [entry.address, entry]),
  );
  if (withdrawn.size === 0) return [...ledger];
  const standing = new Set(
    files.flatMap(({ collection, slug }) =>
      isDocumentCollection(collection) ? [addressOf(collection, slug)] : [],
    ),
  );
  return ledger.map((entry) => {
    const known = withdrawn.get(entry.address);
    if (known === undefined || entry.withdrawn !== undefined || standing.has(entry.address)) return entry;
    const { since: _, replacedBy, ...rest } = known;
    return { ...entry, ...rest, ...(replacedBy && standing.has(replacedBy) && { replacedBy }) };
  });
}

/** Why each of the files has no base, and what to do. */
export function explainWithoutBase(
  files: readonly FileWithoutBase[],
  {
    ofBases,
    records: { said = [] },
    documents,
  }: { ofBases: readonly LedgerEntry[]; records: BaseRecords; documents: readonly Named[] },
): Diagnostic[] {
  return files.map(({ file, collection, slug, line, inherits }): Diagnostic => {
    const at = { file, line, column: 1, rule: 'base/no-counterpart' };
    const address = isDocumentCollection(collection) ? addressOf(collection, slug) : undefined;
    const entry = ofBases.find((one) => one.withdrawn !== undefined && one.address === address);
    const renamed = documents.find(
      (one) =>
        one.collection === collection &&
        one.aliases.some((alias) => aliasAddress(collection as DocumentCollection, alias) === address),
    );
    const wasThere = said.some((one) => one.file === `${collection}/${slug}`);
    if (inherits === 'none' && (entry !== undefined || renamed !== undefined)) {
      const message = '上级自己也撤下了这一份，这个文件没有用了。可以删掉。';
      return { ...at, severity: 'warning', message };
    }
    if (renamed !== undefined) {
      const message = `上级把这一份改名叫 ${renamed.slug} 了。请把这个文件也改名，还在原来的文件夹里：${renamed.slug}。老网址会自己通到新的。`;
      return { ...at, severity: 'error', message };
    }
    if (entry !== undefined || wasThere) {
      const why =
        entry === undefined
          ? '上级以前有这一份，现在没有了'
          : `上级 ${entry.withdrawn} 撤下了这一份${entry.reason === undefined ? '' : `（${entry.reason.replace(/。$/, '')}）`}`;
      const answer =
        entry === undefined
          ? '已经发布过的，在 addresses.yml 里给它写上 withdrawn 和 reason'
          : '老网址照上级写的原因回答，不用登记';
      const message = `${why}，这里没写的就没有地方去取。也不要了：删掉这个文件，${answer}。还要留着：删掉 inherits 这一行，自己写全。`;
      return { ...at, severity: 'error', message };
    }
    const message =
      `上级没有 ${collection}/${slug}，这里没写的就没有地方去取。请看看文件名和上级的是不是一样，` +
      `site.yml 里的 extends 写了没有；要自己写一整篇，就删掉 inherits 这一行。`;
    return { ...at, severity: 'error', message };
  });
}
