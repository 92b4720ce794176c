/**
 * Goes over everything that would get out with the site or lies beside it in the folder: texts as they are read, and
 * files as they lie, with comments, addresses, code and file names. For what must not stand anywhere.
 */

import type { SourceFile } from '../documents/source.ts';
import { type NumberKind, type PrivateNumber, privateNumbersIn } from './private-numbers/index.ts';
import { readPublicText } from './public-text.ts';
import type { Content, Rule } from './rule.ts';
import { offsetIn } from './texts.ts';

/**
 * The checks of a rule that looks for numbers of one kind everywhere; `message` says what is wrong with one. Each place is
 * told once.
 */
export function overNumbers(
  kind: NumberKind,
  message: (digits: string) => string,
): Required<Pick<Rule, 'checkFile' | 'beyond' | 'check'>> {
  return {
    beyond: settingsOf,
    checkFile(source, report, settings) {
      const told = new Set<number>();
      const tell = (offset: number, digits: string) => {
        if (!told.has(offset)) report(source, offset, message(digits));
        told.add(offset);
      };
      for (const text of source.texts) {
        for (const { digits, start } of numbersIn(text.text, kind, settings))
          tell(offsetIn(text, start), digits);
      }
      for (const { digits, start } of numbersIn(source.source, kind, settings)) tell(start, digits);
      for (const { digits } of numbersIn(source.file, kind, settings)) tell(0, digits);
    },
    check(content, report) {
      const settings = settingsOf(content);
      for (const file of content.publicFiles) {
        for (const { digits } of numbersIn(file.address, kind, settings)) report(file, 0, message(digits));
        for (const { text, isRecords, isSource } of readPublicText(file)) {
          for (const { digits, start } of numbersIn(text, kind, settings, isRecords)) {
            report(isSource ? { ...file, source: text } : file, isSource ? start : 0, message(digits));
          }
        }
      }
    },
  };
}

/** The numbers of all kinds in the text that was looked at last: each kind has its own rule. */
let last: { key: string; settings: string; found: PrivateNumber[] } | undefined;

/** The numbers of a kind; each begins at its plus sign where it has one. */
function numbersIn(text: string, kind: NumberKind, settings: string, isRecords = false): PrivateNumber[] {
  if (last?.key !== text || last.settings !== settings + isRecords) {
    const [year, ...offices] = settings.split(' ');
    const options = { year: Number(year), offices: new Set(offices), isRecords };
    last = { key: text, settings: settings + isRecords, found: privateNumbersIn(text, options) };
  }
  return last.found
    .filter((number) => number.kind === kind)
    .map((number) => ({ ...number, start: number.start - (text[number.start - 1] === '+' ? 1 : 0) }));
}

/** The year, and the digits of every number in the contacts, also of those that are drafts or broken. */
function settingsOf({ site, allSources }: Content): string {
  const offices = allSources.filter(({ collection }) => collection === 'contacts').flatMap(phonesOf);
  return [site.today.slice(0, 4), ...offices.sort()].join(' ');
}

/** As a rule the number stands behind its name; where it is written in another way, the texts of the file are looked for. */
function phonesOf(source: SourceFile): string[] {
  const plain = /^phone: *["']?([\d -]+)["']? *$/m.exec(source.source)?.[1];
  if (plain !== undefined) return [plain.replace(/\D/g, '')];
  return source.texts.filter(({ path }) => path[0] === 'phone').map(({ text }) => text.replace(/\D/g, ''));
}

/** A number with most of it hidden: a finding must not spread what it warns of. */
export function hidden(digits: string): string {
  return `${digits.slice(0, 3)}****`;
}
