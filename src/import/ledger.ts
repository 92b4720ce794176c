/**
 * The ledger of an import: what became of each character of the source. Characters of the draft = characters of the source − what was left
 * out + what was added; each omission has its reason and its place.
 */
import { omissionReasons } from './omission-reasons.ts';
import { type Addition, countCharacters, type Omission, type OmissionKind } from './source-document.ts';

export interface Ledger {
  /** Characters without blanks, as in all of the ledger. */
  sourceCharacters: number;
  titleCharacters: number;
  bodyCharacters: number;
  omissions: readonly Omission[];
  additions: readonly Addition[];
  /** Fields of the draft that quote the text again, with what they quote and how certain they are. */
  fields: readonly { name: string; source: string }[];
}

/** Kinds that nobody would want in a draft: the short report gives only their sum. */
const TECHNICAL = new Set<OmissionKind>([
  'field-code',
  'repeated',
  'code',
  'page-frame',
  'page-number',
  'invisible',
]);
/** Kinds that are shown one by one in the short report, as they change what the text says. */
const QUOTED_KINDS = new Set<OmissionKind>([
  'hidden',
  'struck',
  'deleted',
  'unreadable',
  'formula',
  'drawing',
  'placeholder',
  'embedded',
  'form',
]);
const MAX_QUOTED_OMISSIONS = 5;
const MAX_QUOTE_LENGTH = 30;

const sum = (parts: readonly { text: string }[]) =>
  parts.reduce((total, { text }) => total + countCharacters(text), 0);

/** How many characters of the draft are not accounted for: 0 if the two sums agree. */
export function ledgerDifference(ledger: Ledger): number {
  const { sourceCharacters, titleCharacters, bodyCharacters, omissions, additions } = ledger;
  return titleCharacters + bodyCharacters - (sourceCharacters - sum(omissions) + sum(additions));
}

/** The short report, in lines. */
export function ledgerSummary(ledger: Ledger): string[] {
  const { omissions } = ledger;
  const quoted = omissions.filter(({ kind, text }) => QUOTED_KINDS.has(kind) && countCharacters(text) > 0);
  return [
    totals(ledger),
    ...(omissions.length > 0 ? [`没有带过来的：${sumsByReason(omissions).join('；')}。`] : []),
    ...quoted.slice(0, MAX_QUOTED_OMISSIONS).map((omission) => `  ${sentenceOf(omission)}`),
    ...(quoted.length > MAX_QUOTED_OMISSIONS
      ? [`  还有 ${quoted.length - MAX_QUOTED_OMISSIONS} 处，用 --ledger 文件名 可以看到全部。`]
      : []),
  ];
}

/** The whole ledger as text: sums, then each omission and addition. */
export function ledgerText(ledger: Ledger, sourceName: string): string {
  const { omissions, additions, fields } = ledger;
  return [
    `${sourceName} 的导入清单`,
    '',
    totals(ledger),
    '字数不算空格和换行。',
    '',
    `没有带过来的 ${omissions.length} 处：`,
    ...omissions.map((omission) => `- ${sentenceOf(omission, Number.POSITIVE_INFINITY)}`),
    '',
    `自动加上的 ${additions.length} 处：`,
    ...additions.map(({ text, reason }) => `- ${reason}：“${oneLine(text)}”`),
    '',
    '正文里的字又写进了这些字段：',
    ...fields.map(({ name, source }) => `- ${name}：${oneLine(source)}`),
    '',
  ].join('\n');
}

function totals(ledger: Ledger): string {
  const { sourceCharacters, titleCharacters, bodyCharacters, omissions, additions } = ledger;
  const difference = ledgerDifference(ledger);
  const added = sum(additions);
  return [
    `原文 ${sourceCharacters} 个字：标题 ${titleCharacters} 个、正文 ${bodyCharacters} 个`,
    omissions.length > 0 ? `，没有带过来 ${sum(omissions)} 个` : '',
    added > 0 ? `，自动编号和符号加上了 ${added} 个` : '',
    difference === 0 ? '，两边对得上。' : `。两边差 ${Math.abs(difference)} 个字，请对照原文看一遍。`,
  ].join('');
}

function sumsByReason(omissions: readonly Omission[]): string[] {
  const sums = new Map<string, { places: number; characters: number }>();
  for (const { kind, reason, text } of omissions) {
    const name = TECHNICAL.has(kind) ? '排版代码、栏目和副本' : reason;
    const before = sums.get(name) ?? { places: 0, characters: 0 };
    sums.set(name, { places: before.places + 1, characters: before.characters + countCharacters(text) });
  }
  return Array.from(sums, ([name, { places, characters }]) => `${name} ${places} 处 ${characters} 个字`);
}

function sentenceOf({ kind, text, reason, near }: Omission, length = MAX_QUOTE_LENGTH): string {
  const what = reason === '' ? omissionReasons[kind] : reason;
  const place = near === '' ? '' : `，在“${oneLine(near)}”这里`;
  return `${what}：“${shortened(oneLine(text), length)}”${place}`;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const shortened = (text: string, length: number) =>
  [...text].length > length ? `${[...text].slice(0, length).join('')}…` : text;
