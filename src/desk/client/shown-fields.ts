/** The fields of a form that an editor fills in. */
import type { CollectionForm, FormField } from './wire.ts';

/**
 * Not the id of a record: it is the name of its file, which other files refer to, and never changes. Nor how a file stands to its base: buttons of
 * their own change that.
 */
const NOT_SHOWN: readonly string[] = ['id', 'inherits'];

export const shownFields = ({ fields }: CollectionForm): FormField[] =>
  fields.filter(({ name }) => !NOT_SHOWN.includes(name));
