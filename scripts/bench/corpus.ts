/**
 * Makes a content folder of any size for measurements: the real content, and beside it documents put together from
 * many words by a seeded dice, so that two runs measure the same text. Every document passes the checks.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { commonCharacters } from '../../src/search/client/gb2312.ts';
import { projectDir } from '../../src/settings.ts';
import { words as allWords, sentences, type Words } from './vocabulary.ts';

/** A dice that gives the same throws for the same seed (mulberry32). */
function createDice(seed: number) {
  let state = seed;
  const throwOnce = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(throwOnce() * from.length)] as T;
  return { number: (most: number) => Math.floor(throwOnce() * most), pick };
}

/** A dice with the words it picks from. */
type Dice = ReturnType<typeof createDice> & { words: Words };

export interface MakeOptions {
  seed?: number;
  /** No made document is on a subject that one of these is a part of: a search for it means a real one. */
  otherThan?: readonly string[];
}

/** Writes the real content and `count` made documents into `folder`, 6 policies to 2 stories and 2 notices. */
export function makeContent(
  folder: string,
  count: number,
  { seed = 1, otherThan = [] }: MakeOptions = {},
): void {
  cpSync(join(projectDir, 'content'), folder, { recursive: true });
  const isOther = (word: string) => !otherThan.some((part) => word.includes(part));
  const { trade, matter } = allWords;
  const words = { ...allWords, trade: trade.filter(isOther), matter: matter.filter(isOther) };
  const dice = { ...createDice(seed), words };
  const make = [policy, policy, policy, story, notice];
  for (let number = 0; number < count; number += 1) {
    const { collection, fields } = (make[number % make.length] ?? policy)(dice);
    const path = join(folder, collection, 'made');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, `made-${number}.mdx`), `---\n${stringify(fields)}---\n\n${body(dice)}`);
  }
}

/** A village or a person that nobody has heard of. */
function madeName(dice: Dice, length: number): string {
  const characters = commonCharacters();
  return Array.from({ length }, () => characters[dice.number(2500)] ?? '').join('');
}

function fill(template: string, dice: Dice): string {
  return template.replace(/\{(\w+)\}/g, (_, name: keyof Words | 'village' | 'person') => {
    if (name === 'village') return `${madeName(dice, 2)}村`;
    if (name === 'person') return `${dice.pick(dice.words.surname)}${madeName(dice, 1 + dice.number(2))}`;
    return dice.pick(dice.words[name]);
  });
}

function body(dice: Dice): string {
  const paragraph = () =>
    Array.from({ length: 3 + dice.number(4) }, () => fill(dice.pick(sentences), dice)).join('');
  const parts = Array.from(
    { length: 3 + dice.number(3) },
    () => `## ${fill('{trade}{matter}', dice)}\n\n${paragraph()}\n\n${paragraph()}`,
  );
  const table = `| 项目 | 数 |\n| --- | --- |\n| ${dice.pick(dice.words.trade)} | ${dice.number(900)} |\n| ${dice.pick(dice.words.paper)} | ${dice.number(90)} |`;
  return `${parts.join('\n\n')}\n\n- ${dice.pick(dice.words.paper)}\n- ${dice.pick(dice.words.paper)}\n\n${table}\n\n<Note>\n\n${paragraph()}\n\n</Note>\n`;
}

const cut = (text: string, most: number) => [...text].slice(0, most).join('');

function policy(dice: Dice) {
  const fields = {
    title: cut(fill('{trade}{matter}，{village}先办', dice), 24),
    summary: cut(fill('想{verb}{trade}的，可以问{office}，带上{paper}去办。', dice), 60),
    action: dice.pick(['jing-lao', 'jiu-ye', 'neng-li']),
    audiences: [dice.pick(['lao-ren', 'can-ji', 'kun-nan', 'wu-gong', 'zhong-yang', 'fu-nv'])],
    keyPoints: [cut(fill('带上{paper}去{office}', dice), 30), cut(fill('{trade}的{matter}要早问', dice), 30)],
    benefit: [fill(dice.pick(sentences), dice)],
    eligibility: [fill('在{village}{verb}{trade}的人。', dice)],
    steps: [{ title: fill('去{office}', dice), detail: fill(dice.pick(sentences), dice) }],
    documents: [dice.pick(dice.words.paper)],
    contacts: ['tel-12345'],
    basis: [{ title: fill('关于{trade}{matter}的通知', dice), issuer: '测试单位' }],
    reviewedOn: '2026-11-20',
    reviewBy: '2027-05-20',
    reviewer: '测试',
    keywords: [fill('{trade}{matter}', dice), dice.pick(dice.words.trade)],
  };
  return { collection: 'policies', fields };
}

function story(dice: Dice) {
  const name = fill('{person}', dice);
  const fields = {
    title: cut(`${name}${fill('{verb}{trade}', dice)}`, 24),
    summary: cut(fill('{village}的乡亲{verb}{trade}，日子好了。', dice), 60),
    person: { name, show: 'full' },
    date: '2026-10-01',
    action: 'jiu-ye',
    policies: [],
    consent: { kind: 'written', date: '2026-10-01' },
  };
  return { collection: 'stories', fields };
}

function notice(dice: Dice) {
  const fields = {
    title: cut(fill('{village}{trade}{matter}', dice), 24),
    summary: cut(fill('{office}来教怎么{verb}{trade}。', dice), 60),
    kind: dice.pick(['job', 'training', 'bus', 'clinic']),
    starts: `2026-12-${String(1 + dice.number(28)).padStart(2, '0')} 09:00`,
    where: fill('{village}村委会', dice),
    contacts: ['tel-12345'],
  };
  return { collection: 'notices', fields };
}
