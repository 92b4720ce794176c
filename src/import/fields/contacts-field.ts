/** Finds the county's contacts in a text by their numbers, and tells the editor of numbers that have none. */
import type { CollectionData } from '../../schema/collections.ts';
import type { Prefilled } from '../../schema/starting-file.ts';
import { bareNumber, mobilesIn, phonesIn } from './phones.ts';

interface TextWithContacts {
  lines: readonly string[];
  tables?: readonly (readonly (readonly string[])[])[];
  contacts: readonly CollectionData['contacts'][];
}

/** The county's contacts whose numbers are in the text; other numbers become a note, mobile ones with a warning. */
export function contactsField(
  { lines, tables, contacts }: TextWithContacts,
  notes: string[],
): Record<string, Prefilled> {
  const numbers = phonesIn(lines, tables);
  const isSame = (one: string, other: string) => bareNumber(one) === bareNumber(other);
  const ids = contacts
    .filter(({ phone }) => numbers.some((number) => isSame(number, phone)))
    .map(({ id }) => id);
  const unknown = numbers.filter((number) => !contacts.some(({ phone }) => isSame(number, phone)));
  const mobiles = mobilesIn(lines).map((number) => `${number}（手机：单位公布的才写）`);
  if (unknown.length + mobiles.length > 0) {
    notes.push(
      `原文里有电话 ${[...unknown, ...mobiles].join('、')}，contacts 文件夹里还没有。是单位的电话，先在那里加一个，再写进 contacts 字段。`,
    );
  }
  return ids.length > 0
    ? { contacts: { value: ids, from: '原文里的电话，contacts 文件夹里有', certainty: 'stated' } }
    : {};
}
