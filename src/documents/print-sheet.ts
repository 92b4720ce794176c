/**
 * The content of a policy's sheet and its print size: it is one page of A4 for any input. Longer texts are set smaller; the longest
 * leave the details of the steps to the page behind the QR code, and then the ends of long lists, for which the sheet gives the
 * number of further entries.
 */

import { countCharacters } from '../schema/formats.ts';
import type { PolicyData } from '../schema/policies.ts';

/** Characters that fit the sheet at 13, 11 and 8.5 points; measured on A4 with margins of 10 mm. */
const FITS = { large: 620, normal: 900, small: 1500 } as const;
/** The space lost at the end of a line, in characters. */
const LINE_BEGUN = 8;
/** Maximum number of contacts at the foot of the sheet, and maximum characters of a contact's name. */
const MAX_CONTACTS = 4;
const MAX_CONTACT_NAME_LENGTH = 24;
/** Maximum characters of an entry, and of the place of a step, on a sheet that cannot hold all. */
const MAX_ENTRY_LENGTH = 60;
const MAX_WHERE_LENGTH = 20;

/** A list of the sheet, and the number of entries that are only on the page. */
export interface SheetList<Entry = string> {
  entries: Entry[];
  more: number;
}

export interface SheetStep {
  title: string;
  where?: string | undefined;
  /** Absent if there is no room for it. */
  detail?: string | undefined;
}

export interface Sheet {
  print: keyof typeof FITS;
  summary: string;
  eligibility: SheetList;
  exclusions: SheetList;
  benefit: SheetList;
  documents: SheetList;
  steps: SheetList<SheetStep>;
  applyBy: string | undefined;
  cost: string | undefined;
}

type Lists = Pick<Sheet, 'eligibility' | 'exclusions' | 'benefit' | 'documents' | 'steps'>;

/** The sheet of a policy. */
export function sheetOf(data: PolicyData): Sheet {
  const { applyBy, cost, summary } = data;
  const whole = listsOf(data);
  const size = sizeOf(whole) + lengthOf(cost) + lengthOf(applyBy);
  const print = size <= FITS.large ? 'large' : size <= FITS.normal ? 'normal' : 'small';
  if (size <= FITS.small) return { print, summary, ...whole, applyBy, cost };

  const steps = { entries: data.steps.map(({ title, where }) => ({ title, where })), more: 0 };
  const titles = { ...whole, steps };
  const rest = lengthOf(cost) + lengthOf(applyBy);
  if (sizeOf(titles) + rest <= FITS.small) return { print, summary, ...titles, applyBy, cost };
  const [shortApplyBy, shortCost] = [applyBy, cost].map((text) => text && cut(text, MAX_ENTRY_LENGTH));
  const room = FITS.small - lengthOf(shortApplyBy) - lengthOf(shortCost);
  return { print, summary, ...shortened(titles, room), applyBy: shortApplyBy, cost: shortCost };
}

/** The first contacts with their labels, and the number of further ones on the page. */
export function sheetContacts<Contact extends { name: string }>(
  contacts: readonly Contact[],
): SheetList<Contact> {
  const entries = contacts
    .slice(0, MAX_CONTACTS)
    .map((contact) => ({ ...contact, name: cut(contact.name, MAX_CONTACT_NAME_LENGTH) }));
  return { entries, more: contacts.length - entries.length };
}

function listsOf({ eligibility, exclusions = [], benefit, steps, documents }: PolicyData): Lists {
  const all = <Entry>(entries: readonly Entry[]) => ({ entries: [...entries], more: 0 });
  return {
    eligibility: all(eligibility),
    exclusions: all(exclusions),
    benefit: all(benefit),
    documents: all(documents),
    steps: all(steps.map(({ title, where, detail }) => ({ title, where, detail }))),
  };
}

/** The lists with short entries; the longest lists are cut until all fit into `room` characters. */
function shortened(lists: Lists, room: number): Lists {
  const short: Lists = {
    eligibility: cutAll(lists.eligibility),
    exclusions: cutAll(lists.exclusions),
    benefit: cutAll(lists.benefit),
    documents: cutAll(lists.documents),
    steps: {
      ...lists.steps,
      entries: lists.steps.entries.map(({ title, where }) => ({
        title: cut(title, MAX_ENTRY_LENGTH),
        where: where && cut(where, MAX_WHERE_LENGTH),
      })),
    },
  };
  while (sizeOf(short) > room) {
    const longest = Object.values(short)
      .filter(({ entries }) => entries.length > 1)
      .toSorted((a, b) => sizeOfList(b) - sizeOfList(a))[0];
    if (!longest) break;
    longest.entries.pop();
    longest.more += 1;
  }
  return short;
}

function cutAll({ entries, more }: SheetList): SheetList {
  return { entries: entries.map((entry) => cut(entry, MAX_ENTRY_LENGTH)), more };
}

function cut(text: string, most: number): string {
  if (countCharacters(text) <= most) return text;
  return `${Array.from(text).slice(0, most).join('')}……`;
}

/** Characters of the columns. */
function sizeOf(lists: Lists): number {
  return Object.values(lists).reduce((sum, list) => sum + sizeOfList(list), 0);
}

function sizeOfList({ entries, more }: SheetList | SheetList<SheetStep>): number {
  const told = entries.map((entry) =>
    typeof entry === 'string' ? entry : entry.title + (entry.detail ?? '') + (entry.where ?? ''),
  );
  const lines = more > 0 ? [...told, '还有多少条，扫一扫看全文'] : told;
  return lines.reduce((sum, line) => sum + countCharacters(line) + LINE_BEGUN, 0);
}

function lengthOf(text: string | undefined): number {
  return text === undefined ? 0 : countCharacters(text);
}
