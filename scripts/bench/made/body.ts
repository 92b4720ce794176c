/**
 * Bodies as varied as real ones: from a paragraph to a treatise, with headings, lists, tables, quotations, links to other
 * documents and every component that editors may use.
 */
import { cut, earlier, fill, type MadeCounty, sentence } from './county.ts';
import type { Dice } from './dice.ts';

/** One part of a body, in Markdown. */
type Part = (county: MadeCounty, dice: Dice) => string;

const paragraph: Part = (county, dice) => {
  const said = Array.from({ length: dice.between(2, 5) }, () => sentence(county, dice));
  const linked = dice.chance(0.12)
    ? earlier(county, dice, ['policies', 'stories', 'notices', 'pages'])
    : undefined;
  if (linked) {
    const top = linked.collection === 'pages' ? '' : `/${linked.collection}`;
    said.push(`也可以看[${linked.title}](${top}/${linked.slug}/)。`);
  }
  if (dice.chance(0.2)) said[0] = `**${said[0]}**`;
  return said.join('');
};

const lines = (county: MadeCounty, dice: Dice, mark: (at: number) => string) =>
  Array.from(
    { length: dice.between(2, 7) },
    (_, at) => `${mark(at)} ${dice.chance(0.5) ? dice.pick(county.words.paper) : sentence(county, dice)}`,
  ).join('\n');

const table: Part = (county, dice) => {
  const kinds = ['{trade}', '{paper}', '{office}', '{number}元', '{number}亩', '{number}天'];
  const columns = [
    '事情',
    ...Array.from({ length: dice.between(1, 3) }, () => dice.pick(['带什么', '去哪里', '多少', '多久'])),
  ];
  const row = () =>
    ['{trade}{matter}', ...columns.slice(1).map(() => dice.pick(kinds))].map((cell) =>
      fill(cell, county, dice),
    );
  const rows = [columns, columns.map(() => '---'), ...Array.from({ length: dice.between(2, 9) }, row)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

const inside = (tag: string, name: string, content: string) => `<${tag}>\n\n${content}\n\n</${name}>`;

const parts: readonly (readonly [share: number, part: Part])[] = [
  [48, paragraph],
  [8, (county, dice) => lines(county, dice, () => '-')],
  [5, (county, dice) => lines(county, dice, (at) => `${at + 1}.`)],
  [5, table],
  [2, (county, dice) => `> ${sentence(county, dice)}`],
  [6, (county, dice) => inside('Note', 'Note', paragraph(county, dice))],
  [
    2,
    (county, dice) =>
      inside(`Note title="${fill('{trade}的{matter}', county, dice)}"`, 'Note', paragraph(county, dice)),
  ],
  [4, (county, dice) => inside('Warning', 'Warning', paragraph(county, dice))],
  [
    5,
    (county, dice) =>
      inside(`Example title="${fill('{person}家的例子', county, dice)}"`, 'Example', paragraph(county, dice)),
  ],
  [
    8,
    (county, dice) =>
      inside(
        `Question ask="${fill('{trade}没有{paper}，能办吗？', county, dice)}"`,
        'Question',
        paragraph(county, dice),
      ),
  ],
  [4, (county, dice) => `<Call contact="${dice.pick(county.contacts)}" />`],
  [
    3,
    (county, dice) => {
      const policy = earlier(county, dice, ['policies']);
      return policy ? `<PolicyLink policy="${policy.slug}" />` : paragraph(county, dice);
    },
  ],
];
const ALL_SHARES = parts.reduce((sum, [share]) => sum + share, 0);

/** A body of about as many characters as `median` says, seldom more than four times as many. */
export function madeBody(county: MadeCounty, dice: Dice, median: number): string {
  const wanted = Math.min(4 * median, dice.spread(median, 0.7));
  const written = [paragraph(county, dice)];
  for (let length = written[0]?.length ?? 0; length < wanted; length += written.at(-1)?.length ?? 0) {
    if (written.length % 4 === 2)
      written.push(`## ${cut(fill('{trade}{matter}，先{verb}{trade}', county, dice), 20)}`);
    written.push(anyPart(dice)(county, dice));
  }
  return `${written.join('\n\n')}\n`;
}

function anyPart(dice: Dice): Part {
  let left = dice.number(ALL_SHARES);
  for (const [share, part] of parts) {
    left -= share;
    if (left < 0) return part;
  }
  return paragraph;
}
