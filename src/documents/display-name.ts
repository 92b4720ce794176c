/** The name of a person in a story, as far as the person agreed to its publication. */

/** Surnames of two characters, from 百家姓, that are still common. */
const doubleSurnames = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '慕容',
  '司徒',
  '夏侯',
  '呼延',
  '南宫',
];

interface Person {
  name: string;
  show: 'full' | 'surname' | 'alias';
  alias?: string | undefined;
}

/** The name that readers see. */
export function displayName({ name, show, alias }: Person): string {
  if (show === 'full') return name;
  if (show === 'alias') return `${alias ?? '一位乡亲'}（化名）`;
  const surname = doubleSurnames.find((double) => name.startsWith(double)) ?? [...name][0] ?? '';
  return `${surname}某`;
}
