/**
 * The form of a file that takes the rest from its base: it shows the two as one document, and of what is changed in it only that is written to the
 * file which the base does not say. A field put back to the words of the base is removed from the file.
 */
import { bodyOverBase, joinTexts } from '../corpus/index.ts';
import type { CollectionName } from '../schema/collection-name.ts';
import type { Path } from '../schema/traverse.ts';
import {
  applyEdits,
  type DocumentParts,
  type EditOptions,
  editedBody,
  type FieldEdit,
  readParts,
} from './edit-document.ts';
import { valueAt, withValue } from './path-values.ts';
import { isSameValue } from './yaml-values.ts';

/** A file and the text of its base, as they are written. */
export interface OverBase {
  collection: CollectionName;
  own: string;
  base: string;
}

/** The fields and the body of the two as one; those of the file alone if they cannot be joined. */
export function readOverBase({ collection, own, base }: OverBase): DocumentParts {
  return readParts(joinTexts(collection, own, base) ?? own);
}

/** The text of the file after `edits` and `body` of the document that `readOverBase` returns. Throws as `applyEdits`. */
export function applyOverBase(
  over: OverBase,
  edits: readonly FieldEdit[],
  body: string | undefined,
  { order = [], ...options }: EditOptions = {},
): string {
  const { own, base } = over;
  const shown = readOverBase(over);
  const below = readParts(base).fields;
  const inOrder = { order: ['inherits', ...order] };
  const names = [...new Set(edits.map(({ path }) => String(path[0])))];
  const withFields = names.reduce((text, name) => {
    const own = edits.filter(({ path }) => String(path[0]) === name);
    const value = own.reduce<unknown>(
      (fields, edit) => withValue(fields, edit.path, edit.value ?? undefined),
      shown.fields,
    ) as Record<string, unknown>;
    return withField(text, { name, edits: own, value: value[name], base: below[name], ...inOrder });
  }, own);
  if (body === undefined) return withFields;
  const next = editedBody(shown.body, body, options);
  return applyEdits(withFields, [], bodyOverBase(next, readParts(base).body), { isExact: true });
}

interface FieldChange {
  name: string;
  edits: readonly FieldEdit[];
  /** The value that the field has after them, and that of the base. */
  value: unknown;
  base: unknown;
  order: readonly string[];
}

/** The text of the file with one field as it is after its edits. */
function withField(text: string, { name, edits, value, base, order }: FieldChange): string {
  const set = (before: string, given: unknown) =>
    applyEdits(before, [{ path: [name], value: given }], undefined, { order });
  if (isSameValue(value, base)) return set(text, undefined);
  const isWritten = Object.hasOwn(readParts(text).fields, name);
  // A name without a value says that the field of the base does not apply; only a field that stands there can be emptied.
  if (isSameValue(value, undefined)) return set(isWritten ? text : set(text, name), '');
  return isWritten ? applyEdits(text, edits, undefined, { order }) : set(text, value);
}

/** A conflict between two versions of the file as the form shows it: where a version says nothing, it shows the words of the base. */
export function conflictOverBase<C extends { path: Path; base: unknown; ours: unknown; theirs: unknown }>(
  { base }: OverBase,
  conflict: C,
): C {
  const below = valueAt(readParts(base).fields, [String(conflict.path[0])]);
  const shown = (value: unknown) => value ?? below;
  if (conflict.path.length !== 1 || conflict.path[0] === 'body') return conflict;
  const { base: before, ours, theirs } = conflict;
  return { ...conflict, base: shown(before), ours: shown(ours), theirs: shown(theirs) };
}
