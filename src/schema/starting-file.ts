/**
 * The starting file of a document, generated from the schema: each field with its words above it, required fields first, optional ones
 * behind a #. Known values are filled in, with their source.
 */
import { stringify } from 'yaml';
import type { DocumentCollection } from './collection-name.ts';
import { collections } from './collections.ts';
import { isOptional, wordsOf } from './field.ts';
import { fieldNames, schemaAt } from './traverse.ts';

/** How certain a value is that a program found in a text, from the most certain, as the editor reads it. */
export const certainties = {
  stated: '把握大，原文单独写明',
  sentence: '把握中，从一句话里认出来',
  position: '把握小，看位置认的，或者有不止一个',
} as const;

export type Certainty = keyof typeof certainties;

/** A known value. */
export interface Prefilled {
  value: unknown;
  /** The source of the value, for the editor to compare. */
  from?: string | undefined;
  /** Absent for a value that was not found in a text. */
  certainty?: Certainty | undefined;
}

/** Where a value is from and how certain it is, on one line; undefined for a value without a source. */
export function sourceLine({ from, certainty }: Prefilled): string | undefined {
  if (from === undefined) return undefined;
  return certainty === undefined ? oneLine(from) : `${oneLine(from)}（${certainties[certainty]}）`;
}

/** Placeholder for text that the editor has to write; not allowed in a published document. */
export const TO_WRITE = '【待写】';

/** The whole file: fields of `collection`, then the body. It is marked as a draft. `source` is the source of its text. */
export function startingFile(
  collection: DocumentCollection,
  prefilled: Readonly<Record<string, Prefilled>>,
  body: string = startingBodies[collection],
  source?: string,
): string {
  const { schema, label, help } = collections[collection];
  const names = fieldNames(schema, []).filter((name) => name !== 'draft' && name !== 'inherits');
  const isOpen = (name: string) => name in prefilled || !isOptional(schemaAt(schema, [name]) ?? schema);
  const lines = [
    '---',
    `# ${label}：${help}`,
    ...(source === undefined ? [] : [`# 原文：${oneLine(source)}`]),
    '# 井号 # 开头的行是说明，不会上网，写好以后可以删。',
    '',
    ...openField(collection, 'draft', { value: true }),
    '',
    ...names.filter(isOpen).flatMap((name) => [...openField(collection, name, prefilled[name]), '']),
    '# 下面这些可以不写。要写哪个，就把那几行开头的 # 和空格删掉。',
    '',
    ...names.filter((name) => !isOpen(name)).flatMap((name) => [...closedField(collection, name), '']),
    '---',
  ];
  return `${lines.join('\n')}\n\n${body.trim()}\n`;
}

/** A required field, empty without a known value. */
function openField(collection: DocumentCollection, name: string, prefilled: Prefilled | undefined): string[] {
  const { label, help, sample } = describe(collection, name);
  if (!prefilled) return [`# ${label}：${help}`, '# 例如：', ...sample.map(asComment), `${name}:`];
  const source = sourceLine(prefilled);
  const from = source === undefined ? [] : [`# 从哪里来：${source}`];
  return [`# ${label}：${help}`, ...from, ...block(name, prefilled.value)];
}

function closedField(collection: DocumentCollection, name: string): string[] {
  const { label, help, sample } = describe(collection, name);
  return [`# ${label}：${help}`, ...sample.map((line) => `# ${line}`)];
}

function describe(collection: DocumentCollection, name: string) {
  const part = schemaAt(collections[collection].schema, [name]);
  const words = part && wordsOf(part);
  return { label: words?.label ?? name, help: words?.help ?? '', sample: block(name, words?.example) };
}

const asComment = (line: string) => `#   ${line}`;

/** A comment ends with its line. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The field as lines of YAML, a list with one line per item. */
function block(name: string, value: unknown): string[] {
  return stringify({ [name]: value }, { lineWidth: 0 })
    .trimEnd()
    .split('\n');
}

const startingBodies: Readonly<Record<DocumentCollection, string>> = {
  policies: `## 这是怎么回事

${TO_WRITE}用一两段大白话说：这是什么，为什么有，钱从哪里来。一句话不超过25个字。

## 乡亲们常问

<Question ask="${TO_WRITE}乡亲们最常问的一句">

${TO_WRITE}怎么回答。

</Question>

<Warning>

${TO_WRITE}当心什么：有没有人拿这件事骗钱。

</Warning>
`,
  stories: `${TO_WRITE}先说这个人原来怎么样，碰上什么难处。

${TO_WRITE}再说怎么打听到的、找了谁、办了什么。

${TO_WRITE}最后说现在怎么样。有数写数，没有的不编。
`,
  pages: `## 先做什么

${TO_WRITE}第一步做什么，去哪里，带什么。

## 再做什么

${TO_WRITE}第二步。

<Call contact="tel-12345" />
`,
  notices: `${TO_WRITE}谁能去，带什么，怎么报名。不用去的人也要能看出来。
`,
};
