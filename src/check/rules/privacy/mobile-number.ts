/** Mobile numbers of people. A number that an office gives in the contacts is public. */
import type { SourceFile } from '../../../documents/source.ts';
import { hidden, overEverything, type Spot } from '../../everything.ts';
import type { Content, Rule } from '../../rule.ts';

const NUMBER = /(?<![\d.])(?:\+?86[ -]?)?(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/g;

export const rule: Rule = {
  name: 'privacy/mobile-number',
  severity: 'error',
  stopsBuild: true,
  finds: '私人手机号（contacts 文件夹里登记过的办公电话不算，12345 这样的热线也不算）。',
  why: '会招来骚扰和诈骗电话，换号也来不及。',
  write: '删掉，写单位的电话；确实是办公用的手机，先登记到 contacts 里。',
  bad: [
    '找王主任，▶13812345678。',
    '电话▶138 1234 5678，加微信也行。',
    '点这里[打电话](tel:▶+8613812345678)。',
  ],
  good: [
    '打12345问，或者打0357-5123456。',
    {
      body: '打13812345678。',
      files: { 'contacts/zhan.yml': 'id: zhan\nname: 农技站\nphone: "13812345678"\nfor: 种地的事\n' },
    },
    '手机号138****5678。',
  ],
  ...overEverything(function* (text, office): Iterable<Spot> {
    for (const { 0: found, 1: number = '', index } of text.matchAll(NUMBER)) {
      if (office.split(' ').includes(number.replace(/\D/g, ''))) continue;
      const words = `这里有一个手机号（${hidden(number)}），会招来骚扰和诈骗。`;
      const advice = '请删掉，写单位的电话；是办公用的，先登记到 contacts 文件夹。';
      yield { index: index + found.length - found.trimStart().length, message: words + advice };
    }
  }, officeNumbers),
};

/** The digits of every number in the contacts, also of those that are drafts or broken. */
function officeNumbers({ allSources }: Content): string {
  return allSources
    .filter(({ collection }) => collection === 'contacts')
    .flatMap(phonesOf)
    .sort()
    .join(' ');
}

/** As a rule the number stands behind its name; where it is written in another way, the texts of the file are looked for. */
function phonesOf(source: SourceFile): string[] {
  const plain = /^phone: *["']?([\d -]+)["']? *$/m.exec(source.source)?.[1];
  if (plain !== undefined) return [plain.replace(/\D/g, '')];
  return source.texts.filter(({ path }) => path[0] === 'phone').map(({ text }) => text.replace(/\D/g, ''));
}
