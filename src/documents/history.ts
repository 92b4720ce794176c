/**
 * The changes of a document for readers: when, why, and for the fields on which somebody may already have acted (money, days, who
 * qualifies, telephones) the values before and after.
 */
import type { CollectionName } from '../schema/collection-name.ts';
import { collections } from '../schema/collections.ts';
import { wordsOf } from '../schema/field.ts';

/** One field before and after; an empty list for no value. */
export interface FieldChange {
  label: string;
  before: string[];
  after: string[];
}

/** A day on which a file of the content was changed after it had been added. */
export interface Revision {
  /** Collection and slug under its current name, `policies/di-bao`. */
  key: string;
  day: string;
}

/** One change of a file. */
export interface Change {
  /** The day in Beijing, `YYYY-MM-DD`. */
  day: string;
  /** The reason: the first line of the editor's commit message; empty if it is not for readers. */
  why: string;
  fields: FieldChange[];
}

/** The changes of each document and record, newest first, by `collection/slug`. */
export type ContentHistory = Readonly<Record<string, readonly Change[]>>;

/** Maximum number of changes on a page. */
export const MAX_LISTED_CHANGES = 3;

const watched: Partial<Record<CollectionName, readonly string[]>> = {
  policies: ['benefit', 'eligibility', 'exclusions', 'applyBy', 'validFrom', 'validUntil', 'cost'],
  notices: ['starts', 'ends', 'deadline', 'where', 'pay', 'seats'],
  contacts: ['phone', 'hours', 'address'],
};

/** Whether any field of a collection is watched; otherwise its versions need not be read. */
export function isWatched(collection: CollectionName): boolean {
  return collection in watched;
}

/** The watched fields that differ between two versions of a file, given as their raw fields. */
export function changedFields(collection: CollectionName, before: unknown, after: unknown): FieldChange[] {
  const shape = collections[collection].schema.shape;
  return (watched[collection] ?? []).flatMap((name) => {
    const [was, is] = [linesOf(before, name), linesOf(after, name)];
    const schema = shape[name];
    if (was.join('\n') === is.join('\n') || schema === undefined) return [];
    // The part in brackets of a label is for editors.
    const label = (wordsOf(schema)?.label ?? name).replace(/（.*）$/, '');
    return [
      {
        label,
        before: was.filter((line) => !is.includes(line)),
        after: is.filter((line) => !was.includes(line)),
      },
    ];
  });
}

function linesOf(fields: unknown, name: string): string[] {
  const value = (fields as Record<string, unknown> | null | undefined)?.[name] ?? [];
  return (Array.isArray(value) ? value : [value]).map(String).filter((line) => line !== '');
}

/** A reason without a Chinese character is a note between programmers. */
const HAN = /\p{Script=Han}/u;

/**
 * The changes for the page of a document: its own and those of its contacts and rates, newest first. With more than MAX_LISTED_CHANGES,
 * changes of watched fields and of rates precede others.
 */
export function changesToShow(
  history: ContentHistory,
  {
    collection,
    slug,
    contacts = [],
    ofRates = [],
  }: {
    collection: CollectionName;
    slug: string;
    contacts?: readonly { id: string; name: string }[];
    ofRates?: readonly Change[];
  },
): Change[] {
  const own = history[`${collection}/${slug}`] ?? [];
  const ofContacts = contacts.flatMap(({ id, name }) =>
    (history[`contacts/${id}`] ?? [])
      .filter(({ fields }) => fields.length > 0)
      .map((change) => ({
        ...change,
        fields: change.fields.map((field) => ({ ...field, label: `${name}${field.label}` })),
      })),
  );
  const ofFields = [...own, ...ofContacts].map((change) => ({
    ...change,
    why: HAN.test(change.why) ? change.why : '',
  }));
  const all = [...ofFields, ...ofRates];
  const newestFirst = (a: Change, b: Change) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0);
  const isOfField = (change: Change) => Number(change.fields.length > 0 || ofRates.includes(change));
  return all
    .toSorted((a, b) => isOfField(b) - isOfField(a) || newestFirst(a, b))
    .slice(0, MAX_LISTED_CHANGES)
    .sort(newestFirst);
}
