/**
 * Extracts field values from a text: only literal quotations, each with its sentence, so that the editor can compare. Fields without a
 * match are left to the editor.
 */

import type { DocumentCollection } from '../../schema/collection-name.ts';
import type { CollectionData } from '../../schema/collections.ts';
import type { PlaceData } from '../../schema/places.ts';
import { type Certainty, certainties, type Prefilled } from '../../schema/starting-file.ts';
import { RECOGNIZED_MARK } from '../recognize.ts';
import { contactsField } from './contacts-field.ts';
import { linesInContext } from './context.ts';
import { deadlineField, eventFields } from './date-fields.ts';
import { citedDocuments, ownNumber } from './document-numbers.ts';
import { eventVenue } from './event-venue.ts';
import { amountsIn, moneyInTables } from './money.ts';
import { placesField } from './place-records.ts';
import { policySections } from './policy-sections.ts';
import { type Signature, signatureOf } from './signature.ts';
import { subjectOf } from './subject-words.ts';
import { validityFields } from './validity.ts';

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
  places?: readonly PlaceData[] | undefined;
  /** Whether a machine read the text from pictures. */
  isRecognized?: boolean;
}

export interface Fields {
  prefilled: Record<string, Prefilled>;
  /** Findings that have no field yet. */
  notes: string[];
}

/** A title that ends in the name of its kind is certain; another one is taken by its place. */
const KIND_OF_TEXT =
  /(?:通知|公告|通告|公示|办法|方案|意见|细则|规定|指南|须知|一封信|问答|规程)(?:[（(].{1,10}[）)])?$/u;

/** The fields of a document of `collection` that are found in the text. */
export function findFields(collection: DocumentCollection, found: ImportedText): Fields {
  const title = found.title?.replace(/^(?:事项名称|服务名称|项目名称)[：:]\s*/u, '');
  const text = { ...found, title, lines: found.lines.map(plainLine) };
  const notes: string[] = [];
  const prefilled: Record<string, Prefilled> = {};
  if (title !== undefined) {
    const certainty = KIND_OF_TEXT.test(title) ? 'stated' : 'position';
    prefilled.title = { value: title, from: '原文的标题', certainty };
  }
  const contacts = contactsField(text, notes);
  const signature = signatureOf(withoutTables(text), title);
  if (collection === 'policies') {
    Object.assign(prefilled, policyFields(text, signature, notes), contacts);
  } else if (collection === 'notices') {
    Object.assign(prefilled, noticeFields(text, signature, notes), contacts);
  } else if (collection === 'stories') {
    Object.assign(prefilled, storyFields(text));
  }
  return { prefilled: found.isRecognized ? uncertain(prefilled) : prefilled, notes };
}

/** A line without the mark of machine reading; a label in brackets or before a wide space gets a colon: 【办理地点】, 谁能投保　农户. */
const plainLine = (line: string) =>
  line
    .replace(RECOGNIZED_MARK, '')
    .replace(/^[【〔［〖[]([^】〕］〗\]]{2,14})[】〕］〗\]]\s*[：:]?\s*(?=\S)/u, '$1：')
    .replace(/^[【〔［〖[]([^】〕］〗\]]{2,14})[】〕］〗\]]$/u, '$1')
    .replace(/^PART[\s.]*\d{1,2}[\s.．：:、]*(?=\p{Script=Han})/iu, '')
    .replace(/^([\p{Script=Han}]{2,10})(?:\u3000+| {2,})(?=\S{2})/u, (spaced, label: string) =>
      subjectOf(label) === undefined ? spaced : `${label}：`,
    )
    .replace(/^(?:答|[AＡ]\d{0,2})\s*[：:]\s*/u, '')
    .trim();

/** Nothing that a machine read from a picture is certain. */
const uncertain = (fields: Record<string, Prefilled>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { ...value, certainty: 'position' as const }]),
  );

function policyFields(
  found: ImportedText,
  { issuer, date = found.date ? { day: found.date, certainty: 'position' } : undefined }: Signature,
  notes: string[],
): Record<string, Prefilled> {
  const { title, lines, tables = [], url, places = [] } = found;
  const number = ownNumber(lines);
  const cited = citedDocuments(lines);
  const amounts = [...amountsIn(lines, tables), ...moneyInTables(tables)];
  const name = issuer?.name ?? found.publisher;
  const basis = {
    title: title ?? '',
    ...(name !== undefined && { issuer: name }),
    ...(number !== undefined && { number }),
    ...(date !== undefined && { date: date.day }),
    ...(url !== undefined && { url }),
  };
  const sure = (certainty: Certainty = 'position') => `（${certainties[certainty]}）`;
  const from = [
    number && `文号：“${number}”${sure('stated')}`,
    name && `发文的：“${name}”${sure(issuer?.certainty)}`,
    date && `日子：${date.day}${sure(date.certainty)}`,
    ...cited.map(({ sentence }) => `后面的文件：“${sentence}”${sure('stated')}`),
  ]
    .filter(Boolean)
    .join('；');
  const text = withoutTables(found);
  return {
    ...(title !== undefined && {
      basis: { value: [basis, ...cited.map(({ document }) => document)], from: from || '原文的标题' },
    }),
    ...(amounts.length > 0 && {
      benefit: {
        value: amounts,
        from: '原文里说到钱的句子，请改成大白话，一条一条核对',
        certainty: 'sentence',
      },
    }),
    ...policySections(text, tables),
    ...deadlineField('applyBy', text, notes, date?.day),
    ...validityFields(linesInContext(text), date?.certainty === 'stated' ? date.day : undefined),
    ...placesField({ lines: text, issuer: name }, places),
  };
}

function withoutTables({ lines, tables = [] }: ImportedText): string[] {
  const cells = new Set(tables.flat(2));
  return lines.filter((line) => !cells.has(line));
}

function noticeFields(
  found: ImportedText,
  { issuer, date }: Signature,
  notes: string[],
): Record<string, Prefilled> {
  const { lines, places = [] } = found;
  const where = eventVenue(lines);
  const venue = where === undefined ? undefined : String(where.value);
  return {
    ...eventFields(lines, notes),
    ...deadlineField('deadline', lines, notes, date?.day),
    ...(where && { where }),
    ...placesField({ lines, issuer: issuer?.name, venue }, places),
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
