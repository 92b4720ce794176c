/** A row of a list of telephones as a contact. */
import { slugFromTitle } from '../slug-from-title.ts';
import { freeId } from './free-id.ts';
import type { ListRow, ListState, RowResult } from './record-types.ts';
import { phonesIn } from './values.ts';

const REFUSED = { records: [] };

/** The contact of a row; remarks say why there is none. Its name is the office's with the town before it, never a person's. */
export function contactOf({ cells }: ListRow, list: ListState): RowResult {
  const text = (name: string) => cells.get(name)?.text.replace(/\s+/gu, ' ').trim() ?? '';
  const name = joinedName([text('town'), text('village'), text('name'), text('section')]);
  if (name === '') return { ...REFUSED, remarks: ['没有单位名称，没有导入。'] };
  const { phone, remarks } = officePhone(cells.get('phone') ?? { text: '' }, list);
  if (phone === undefined) return { ...REFUSED, remarks: remarks.map((remark) => `「${name}」${remark}`) };

  const duplicate = duplicateOf(name, phone, list);
  if (duplicate !== undefined) return { ...REFUSED, remarks: [duplicate] };
  const optional = { hours: text('hours'), address: text('address') };
  const fields = {
    name,
    phone,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
    for: text('for') || `要找${name}，打它`,
  };
  const id = freeId(slugFromTitle(name), 'contacts', list);
  return { records: [{ kind: 'contacts', id, fields: { id, ...fields }, rest: [] }], remarks };
}

/** The first number of an office in a cell; remarks about the others. */
export function officePhone(
  cell: Parameters<typeof phonesIn>[0],
  { privateNumbers }: Pick<ListState, 'privateNumbers'>,
): { phone: string | undefined; remarks: string[] } {
  if (cell.text === '') return { phone: undefined, remarks: ['没有电话，没有导入。'] };
  const { numbers, isRestored } = phonesIn(cell);
  const isPrivate = (number: string) => privateNumbers(`电话：${number}`).length > 0;
  const open = numbers.filter((number) => !isPrivate(number));
  const remarks: string[] = [];
  if (open.length < numbers.length || (numbers.length === 0 && isPrivate(cell.text))) {
    remarks.push('的电话里有手机号，手机号没有导入。确实是办公用的，请自己登记到 contacts 文件夹。');
  } else if (numbers.length === 0) {
    remarks.push(`的「${cell.text.slice(0, 30)}」不像能拨通的电话，没有导入。`);
  }
  const [phone, ...others] = open;
  if (others.length > 0) remarks.push(`有几个电话，写了 ${phone}，还有 ${others.join('、')} 没有写。`);
  if (isRestored && phone !== undefined) remarks.push(`的电话在表里少了开头的 0，写成了 ${phone}，请核对。`);
  return { phone, remarks };
}

/** The parts of a name, without those that another part contains: 团柏乡 and 团柏乡便民服务中心. */
function joinedName(parts: readonly string[]): string {
  return parts
    .filter(
      (part, at) =>
        part !== '' &&
        !parts.some((other, index) => index !== at && other.includes(part) && (other !== part || index < at)),
    )
    .join('');
}

const digitsOf = (phone: string) => phone.replace(/\D/g, '');

function duplicateOf(name: string, phone: string, { contacts, made }: ListState): string | undefined {
  const twin = made.find(
    ({ fields }) => fields.name === name && digitsOf(String(fields.phone)) === digitsOf(phone),
  );
  if (twin) return `和第${twin.row}行一样，没有再做一个。`;
  const same = contacts.find((contact) => digitsOf(contact.phone) === digitsOf(phone));
  if (same) return `的电话 ${phone} 已经登记过：「${same.name}」（contacts/${same.id}.yml），没有动它。`;
  const named = contacts.find((contact) => contact.name === name);
  return (
    named &&
    `的「${name}」已经有了（contacts/${named.id}.yml），那里的电话是 ${named.phone}，表里是 ${phone}。没有改它，要改请打开它改。`
  );
}
