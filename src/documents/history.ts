/**
 * What changed in a document, as readers should see it: when, why, and of the fields on which somebody may already have
 * acted (money, days, who qualifies, telephones) what stood there before and what stands there now.
 */
import type { CollectionName } from '../schema/collection-name.ts';
import { collections } from '../schema/collections.ts';
import { wordsOf } from '../schema/field.ts';

/** One field before and after; an empty list where nothing stood or stands. */
export interface FieldChange {
  label: string;
  before: string[];
  after: string[];
}

/** One change of a file. */
export interface Change {
  /** The day in Beijing, `YYYY-MM-DD`. */
  day: string;
  /** Why: the first line of what the editor wrote to the commit; empty where it is not for readers. */
  why: string;
  fields: FieldChange[];
}

/** The changes of each document and record, newest first, by `collection/slug`. */
export type ContentHistory = Readonly<Record<string, readonly Change[]>>;

/** How many changes a page tells. */
export const MAX_CHANGES_SHOWN = 3;

const watched: Partial<Record<CollectionName, readonly string[]>> = {
  policies: ['benefit', 'eligibility', 'exclusions', 'applyBy', 'validFrom', 'validUntil', 'cost'],
  notices: ['starts', 'ends', 'deadline', 'where', 'pay', 'seats'],
  contacts: ['phone', 'hours', 'address'],
};

/** Whether any field of a collection is watched: of the others no version need be looked at. */
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
    // What stands in brackets in a label is for editors.
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

/** A reason without a Chinese character is a note of programmers to one another. */
const HAN = /\p{Script=Han}/u;

/**
 * What the page of a document tells: its own changes, and those of whom to ask, newest first. Where there are more than
 * MAX_CHANGES_SHOWN, those of a field on which somebody may have acted come before changes of words.
 */
export function changesToShow(
  history: ContentHistory,
  {
    collection,
    slug,
    contacts = [],
  }: { collection: CollectionName; slug: string; contacts?: readonly { id: string; name: string }[] },
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
  const all = [...own, ...ofContacts].map((change) => ({
    ...change,
    why: HAN.test(change.why) ? change.why : '',
  }));
  const newestFirst = (a: Change, b: Change) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0);
  const isOfField = ({ fields }: Change) => Number(fields.length > 0);
  return all
    .toSorted((a, b) => isOfField(b) - isOfField(a) || newestFirst(a, b))
    .slice(0, MAX_CHANGES_SHOWN)
    .sort(newestFirst);
}
