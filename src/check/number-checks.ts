/**
 * Checks for private numbers in everything that is published or stored in the repository's folders: the parsed texts, and the raw
 * files with comments, addresses, code and file names.
 */

import type { AnnotatedFile } from '../documents/source.ts';
import {
  type NumberKind,
  type NumberOptions,
  type PrivateNumber,
  privateNumbersIn,
} from './private-numbers/index.ts';
import { numberOfCells } from './private-numbers/pieces.ts';
import { readPublicText } from './public-text.ts';
import type { CheckedContent, PublicFile, Rule } from './rule.ts';
import { parseDelimited, type Table, tablesOf } from './tables.ts';
import { offsetIn } from './texts.ts';

/** The checks of a rule about numbers of one kind; `message` returns the message for one. Each position is reported once. */
export function forEachNumber(
  kind: NumberKind,
  message: (digits: string) => string,
): Required<Pick<Rule, 'checkFile' | 'beyond' | 'check'>> {
  return {
    beyond: settingsOf,
    checkFile(source, report, settings) {
      for (const { digits, offset, guess } of matchesOfKind(
        source,
        settings,
        () => numbersOfSource(source, settings),
        kind,
      )) {
        report(source, offset, message(digits), guess);
      }
    },
    check(content, report) {
      const settings = settingsOf(content);
      for (const file of content.publicFiles) {
        for (const { digits, offset, text, guess } of matchesOfKind(
          file,
          settings,
          () => numbersOfFile(file, settings),
          kind,
        )) {
          report(text === undefined ? file : { ...file, source: text }, offset, message(digits), guess);
        }
      }
    },
  };
}

/** A number with its position in a file. */
interface NumberMatch {
  kind: NumberKind;
  digits: string;
  offset: number;
  /** The text that a person confirms if the number is only a guess. */
  guess?: string | undefined;
  /** The text of a file of the folder public to which the offset refers. */
  text?: string;
}

/** The numbers of all kinds by file: the rules of all kinds share one scan. */
const numberCache = new WeakMap<object, { settings: string; found: readonly NumberMatch[] }>();

function matchesOfKind(
  file: object,
  settings: string,
  find: () => NumberMatch[],
  kind: NumberKind,
): readonly NumberMatch[] {
  let numbers = numberCache.get(file);
  if (numbers?.settings !== settings) {
    numbers = { settings, found: find() };
    numberCache.set(file, numbers);
  }
  return numbers.found.filter((number) => number.kind === kind);
}

/** The numbers of a content file, one for each position. */
function numbersOfSource(source: AnnotatedFile, settings: string): NumberMatch[] {
  const options = optionsOf(settings);
  const places = new Map<string, NumberMatch>();
  const keep = (number: Pick<PrivateNumber, 'kind' | 'digits' | 'isGuess'>, offset: number) => {
    const key = `${number.kind} ${offset}`;
    const known = places.get(key);
    if (known === undefined || (known.guess !== undefined && !number.isGuess)) {
      places.set(key, { ...toMatch(number), offset });
    }
  };
  for (const text of source.texts) {
    for (const number of privateNumbersIn(text.text, options))
      keep(number, offsetIn(text, startOf(number, text.text)));
  }
  for (const number of privateNumbersIn(source.source, options)) keep(number, startOf(number, source.source));
  for (const number of privateNumbersIn(source.file, options)) keep(number, 0);
  for (const table of tablesOf(source)) {
    for (const { cell, ...number } of numbersInCells(table, options)) keep(number, cell.offset);
  }
  return [...places.values()];
}

function toMatch({ kind, digits, isGuess }: Pick<PrivateNumber, 'kind' | 'digits' | 'isGuess'>) {
  return { kind, digits, guess: isGuess ? redact(digits) : undefined };
}

/** Numbers that are split across the cells of a row. */
function numbersInCells([head = [], ...rows]: Table, { year, offices }: NumberOptions) {
  const heads = head.map(({ text }) => text);
  if (!heads.some((text) => /号|手机|电话|卡|段/.test(text))) return [];
  return rows.flatMap((row) => {
    const cells = row.map(({ text }) => text);
    const number = numberOfCells(heads, cells, year);
    const cell = number && row[number.column];
    return cell && !offices?.has(number.digits) ? [{ ...number, isGuess: true, cell }] : [];
  });
}

/** The numbers of a file of the folder public: in its name and in its texts. */
function numbersOfFile(file: PublicFile, settings: string): NumberMatch[] {
  const options = optionsOf(settings);
  const inName = privateNumbersIn(file.address, options).map((number) => ({ ...toMatch(number), offset: 0 }));
  const inTexts = readPublicText(file).flatMap(({ text, isRecords, isSource }) =>
    privateNumbersIn(text, { ...options, isRecords }).map((number): NumberMatch => {
      const found = toMatch(number);
      return isSource ? { ...found, offset: startOf(number, text), text } : { ...found, offset: 0 };
    }),
  );
  const inCells = readPublicText(file).flatMap(({ text, isSource }) =>
    numbersInCells(parseDelimited(text), options).map(({ cell, ...number }): NumberMatch => {
      return isSource ? { ...toMatch(number), offset: cell.offset, text } : { ...toMatch(number), offset: 0 };
    }),
  );
  return [...inName, ...inTexts, ...inCells];
}

/** The start of a number: its plus sign, if any. */
function startOf({ start }: PrivateNumber, text: string): number {
  return text[start - 1] === '+' ? start - 1 : start;
}

function optionsOf(settings: string): NumberOptions {
  const [year, ...offices] = settings.split(' ');
  return { year: Number(year), offices: new Set(offices) };
}

/** The year, and the digits of every number in the contacts, including drafts and invalid files. */
function settingsOf({ site, allSources }: CheckedContent): string {
  const offices = allSources.filter(({ collection }) => collection === 'contacts').flatMap(phonesOf);
  return [site.today.slice(0, 4), ...offices.sort()].join(' ');
}

/** Usually `phone:` and the number are on one line; otherwise the parsed texts are used. */
function phonesOf(source: AnnotatedFile): string[] {
  const plain = /^phone: *["']?([\d -]+)["']? *$/m.exec(source.source)?.[1];
  if (plain !== undefined) return [plain.replace(/\D/g, '')];
  return source.texts.filter(({ path }) => path[0] === 'phone').map(({ text }) => text.replace(/\D/g, ''));
}

/** The first three digits and asterisks: a message must not repeat the number. */
export function redact(digits: string): string {
  return `${digits.slice(0, 3)}****`;
}
