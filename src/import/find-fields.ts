/**
 * Extracts field values from a text: only literal quotations, each with its sentence, so that the editor can compare. Fields without a
 * match are left to the editor.
 */

import type { DocumentCollection } from '../schema/collection-name.ts';
import type { CollectionData } from '../schema/collections.ts';
import type { Prefilled } from '../schema/starting-file.ts';
import { DAY, dayIn, deadlinesIn, eventIn, withArabicDates } from './days.ts';
import { citedDocuments, ownNumber } from './document-numbers.ts';
import { amountsIn, moneyInTables, sentences } from './money.ts';
import { policySections } from './policy-sections.ts';

/** An imported text with its metadata. */
export interface ImportedText {
  title: string | undefined;
  lines: readonly string[];
  /** Its tables: rows of cells, the head first. */
  tables?: readonly (readonly (readonly string[])[])[];
  /** The page's own metadata. */
  publisher?: string | undefined;
  date?: string | undefined;
  url?: string | undefined;
  contacts: readonly CollectionData['contacts'][];
}

export interface Fields {
  prefilled: Record<string, Prefilled>;
  /** Findings that have no field yet. */
  notes: string[];
}

/** Hotlines of five digits begin with these; sums and numbers of people may have five digits too. */
const PHONE =
  /(?<![\d.,-])(?:0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4}|12\d{3}|9[56]\d{3})(?![\d.,-]|\s*[元人户万亩名个次斤年%])/g;
const OFFICE = /^[\p{Script=Han}]{2,24}(?:政府|政府办公室|委员会|办公室|局|厅|部|院|联合会|残联|妇联)$/u;

/** The fields of a document of `collection` that are found in the text. */
export function findFields(collection: DocumentCollection, found: ImportedText): Fields {
  const { title, lines } = found;
  const notes: string[] = [];
  const prefilled: Record<string, Prefilled> = {};
  if (title !== undefined) prefilled.title = { value: title, from: '原文的标题' };
  const contacts = findContacts(found, notes);
  if (collection === 'policies') {
    Object.assign(prefilled, policyFields(found, notes), contacts);
  } else if (collection === 'notices') {
    Object.assign(prefilled, noticeFields(lines, notes), contacts);
  } else if (collection === 'stories') {
    Object.assign(prefilled, storyFields(found));
  }
  return { prefilled, notes };
}

function policyFields(
  { title, lines, tables = [], publisher, date, url }: ImportedText,
  notes: string[],
): Record<string, Prefilled> {
  const number = ownNumber(lines);
  const cited = citedDocuments(lines);
  const amounts = [...amountsIn(lines, tables), ...moneyInTables(tables)];
  const signed = withoutImprint(lines);
  const issuer =
    [signed, lines].map((each) => each.findLast((line) => OFFICE.test(line))).find(Boolean) ?? publisher;
  const isDay = (line: string) => DAY.test(withArabicDates(line)) && line.length <= 20;
  const day = dayIn(signed.findLast(isDay) ?? '') ?? date;
  const basis = {
    title: title ?? '',
    ...(issuer !== undefined && { issuer }),
    ...(number !== undefined && { number }),
    ...(day !== undefined && { date: day }),
    ...(url !== undefined && { url }),
  };
  const from = [
    number && `文号：“${number}”`,
    issuer && `发文的：“${issuer}”`,
    ...cited.map(({ sentence }) => `后面的文件：“${sentence}”`),
  ]
    .filter(Boolean)
    .join('；');
  const until = sentenceWith(
    lines,
    /(?:有效期|至|到)[^。]*(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)(?:止|为止|失效)?/u,
    DAY,
    /有效期|施行至|执行至|为止/u,
  );
  const since = sentenceWith(
    lines,
    /自?[^。]{0,4}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日起(?:施行|执行|实施)/u,
  );
  return {
    ...(title !== undefined && {
      basis: { value: [basis, ...cited.map(({ document }) => document)], from: from || '原文的标题' },
    }),
    ...(amounts.length > 0 && {
      benefit: { value: amounts, from: '原文里说到钱的句子，请改成大白话，一条一条核对' },
    }),
    ...policySections(withoutTables(lines, tables)),
    ...deadlineField('applyBy', lines, notes),
    ...dated('validFrom', since, 'first'),
    ...dated('validUntil', until, 'last'),
  };
}

function withoutTables(lines: readonly string[], tables: NonNullable<ImportedText['tables']>): string[] {
  const cells = new Set(tables.flat(2));
  return lines.filter((line) => !cells.has(line));
}

const IMPRINT = /印发\s*。?$|^(?:抄\s*送|抄\s*报|主\s*送|分\s*送)\s*[：:]/u;

/**
 * The lines without the imprint below an official document, who printed it on which day and who has copies of it (GB/T 9704, 7.4): its
 * office and its day are not those of the document.
 */
function withoutImprint(lines: readonly string[]): string[] {
  return lines.filter((line, index) => {
    if (IMPRINT.test(line)) return false;
    const next = lines[index + 1] ?? '';
    return !(
      OFFICE.test(line) &&
      IMPRINT.test(next) &&
      lines.slice(0, index).some((each) => OFFICE.test(each))
    );
  });
}

function noticeFields(lines: readonly string[], notes: string[]): Record<string, Prefilled> {
  const where = sentenceWith(lines, /地[点址][：:]\s*([^。；，]{2,40})/u);
  return {
    ...eventFields(lines, notes),
    ...deadlineField('deadline', lines, notes),
    ...(where && { where: { value: where.match[1], from: `“${where.sentence}”` } }),
  };
}

/** A deadline as the field `name`; an uncertain date becomes a note. */
function deadlineField(name: string, lines: readonly string[], notes: string[]): Record<string, Prefilled> {
  const [found] = deadlinesIn(sentences(lines));
  if (found === undefined) return {};
  if (found.day !== undefined) return { [name]: { value: found.day, from: `“${found.sentence}”` } };
  notes.push(`截止的日子在原文里不全，没有填 ${name}，请自己看：“${found.sentence}”`);
  return {};
}

/** Start and end of a notice's event; an ambiguous date becomes a note and no field. */
function eventFields(lines: readonly string[], notes: string[]): Record<string, Prefilled> {
  const { event, doubtful } = eventIn(sentences(lines));
  if (event === undefined) {
    if (doubtful !== undefined) {
      notes.push(`拿不准哪天开始，没有填 starts。原文里有日子的话：“${doubtful}”`);
    }
    return {};
  }
  const from = `“${event.sentence}”`;
  return {
    starts: { value: event.starts, from },
    ...(event.ends !== undefined && { ends: { value: event.ends, from } }),
  };
}

function storyFields({ title, publisher, date, url }: ImportedText): Record<string, Prefilled> {
  if (publisher === undefined || date === undefined) return {};
  const source = { title: title ?? '', publisher, date, ...(url !== undefined && { url }) };
  return {
    date: { value: date, from: '报道的日子' },
    consent: {
      value: { kind: 'published-source' },
      from: '从公开报道来的；要是本人书面同意的，改成 written',
    },
    source: { value: source, from: '网页自己写的' },
  };
}

/** The county's contacts whose numbers are in the text; other numbers become notes. */
function findContacts({ lines, contacts }: ImportedText, notes: string[]): Record<string, Prefilled> {
  const bare = (phone: string) => phone.replace(/-/g, '');
  const numbers = [...new Set(lines.flatMap((line) => line.match(PHONE) ?? []))];
  const ids = contacts
    .filter(({ phone }) => numbers.some((number) => bare(number) === bare(phone)))
    .map(({ id }) => id);
  const unknown = numbers.filter((number) => !contacts.some(({ phone }) => bare(number) === bare(phone)));
  if (unknown.length > 0) {
    notes.push(
      `原文里有电话 ${unknown.join('、')}，contacts 文件夹里还没有。是单位的电话，先在那里加一个，再写进 contacts 字段。`,
    );
  }
  return ids.length > 0 ? { contacts: { value: ids, from: '原文里的电话，contacts 文件夹里有' } } : {};
}

interface SentenceMatch {
  sentence: string;
  match: RegExpExecArray;
}

/** The first sentence that matches all patterns, with the match of the first pattern. */
function sentenceWith(
  lines: readonly string[],
  pattern: RegExp,
  ...others: RegExp[]
): SentenceMatch | undefined {
  for (const sentence of sentences(lines)) {
    const match = pattern.exec(sentence);
    if (match && others.every((other) => other.test(sentence))) return { sentence, match };
  }
  return undefined;
}

/** A date field from the first or the last date of a sentence. */
function dated(
  name: string,
  hit: SentenceMatch | undefined,
  which: 'first' | 'last',
): Record<string, Prefilled> {
  const days = Array.from(hit?.sentence.matchAll(new RegExp(DAY, 'g')) ?? [], ([day]) => dayIn(day)).filter(
    (day) => day !== undefined,
  );
  const value = which === 'first' ? days[0] : days.at(-1);
  return value === undefined ? {} : { [name]: { value, from: `“${hit?.sentence}”` } };
}
