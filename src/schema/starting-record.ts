/** The starting file of a record, generated from the schema: its id and its name, and the other required fields, empty. */
import { stringify } from 'yaml';
import type { CollectionName, RecordCollection } from './collection-name.ts';
import { collections } from './collections.ts';
import { isOptional } from './field.ts';

/** The field by which people know a document or record. */
export function nameFieldOf(collection: CollectionName): 'title' | 'name' | 'term' {
  const { shape } = collections[collection].schema;
  const name = (['title', 'name', 'term'] as const).find((each) => Object.hasOwn(shape, each));
  if (name === undefined) throw new Error(`the collection ${collection} has no field for its name`);
  return name;
}

/** The text of the file; `name` is what people call the record. */
export function startingRecord(collection: RecordCollection, id: string, name: string): string {
  const { schema, label, help } = collections[collection];
  const known: Readonly<Record<string, string>> = { id, [nameFieldOf(collection)]: name };
  const lines = Object.entries(schema.shape).flatMap(([field, part]) => {
    const value = known[field];
    if (value !== undefined) return stringify({ [field]: value }, { lineWidth: 0 }).trimEnd();
    return isOptional(part) ? [] : `${field}:`;
  });
  return `${[`# ${label}：${help}`, ...lines].join('\n')}\n`;
}
