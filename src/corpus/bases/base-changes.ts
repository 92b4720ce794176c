/** What bases say differently since a site wrote its own words over them. */
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { BaseRecords, SaidEntry } from '../../schema/base-records.ts';
import { collections } from '../../schema/collections.ts';
import { wordsOf } from '../../schema/field.ts';
import { schemaAt } from '../../schema/traverse.ts';
import { readYaml } from '../yaml-source.ts';
import { keyOf } from './base-records.ts';
import type { ChangedFile } from './inherited-files.ts';
import type { Change } from './join-files.ts';

/** Warns where a base has changed what a file says differently, and once a file where nobody recorded what the base said. */
export function baseChangeFindings(changed: readonly ChangedFile[], records: BaseRecords): Diagnostic[] {
  const known = saidIn(records);
  return changed.flatMap((file) => {
    const findings = changesSince(file, known).map(({ finding }) => finding);
    const unrecorded = file.changes.filter(({ what }) => !known.has(keyIn(file, what)));
    const [first] = unrecorded;
    return first === undefined ? findings : [...findings, notRecorded(file, first, unrecorded.length)];
  });
}

/** What a base said of something, by `keyOf`. */
type Said = ReadonlyMap<string, SaidEntry>;

/** The records of `content` for `changesSince`. */
export function saidIn({ said = [] }: BaseRecords): Said {
  return new Map(said.map((entry) => [keyOf(entry), entry]));
}

/** What of a file the base has changed since it was noted, each with its finding; nothing for what has no note. */
export function changesSince(file: ChangedFile, said: Said): { what: string; finding: Diagnostic }[] {
  return file.changes.flatMap((change) => {
    const { what, base, own } = change;
    const entry = said.get(keyIn(file, what));
    if (entry === undefined) return [];
    const before = entry.text ?? '';
    if (isSame(what, before, base) || isSame(what, own, base)) return [];
    return [{ what, finding: changedSince(file, change, before) }];
  });
}

const keyIn = ({ collection, slug }: ChangedFile, what: string) =>
  keyOf({ file: `${collection}/${slug}`, what });

/** Whether two texts say the same: of a field, whatever its layout and comments. */
function isSame(what: string, a: string, b: string): boolean {
  if (a === b) return true;
  if (what.startsWith('body')) return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
  return JSON.stringify(readYaml(a, '').value) === JSON.stringify(readYaml(b, '').value);
}

function changedSince(
  { file, ...at }: ChangedFile,
  { what, line, own, base }: Change,
  before: string,
): Diagnostic {
  const message =
    `上级改了${nameOf(at, what)}，这里还是自己的写法，没有动它。上级原来：${shown(what, before)}；` +
    `上级现在：${shown(what, base)}；这里：${shown(what, own)}。请看看要不要跟着改；看过了，运行 npx mingbai bases --seen ${file}。`;
  return { file, line, column: 1, severity: 'warning', rule: 'base/changed', message };
}

function notRecorded({ file }: ChangedFile, { line }: Change, count: number): Diagnostic {
  const message =
    `这一份有 ${count} 处和上级不一样，还没有记下上级是怎么写的，上级以后改了不会提醒。` +
    `请运行 npx mingbai bases --seen ${file}，把 bases.yml 一起提交。`;
  return { file, line, column: 1, severity: 'warning', rule: 'base/changed', message };
}

function nameOf({ collection }: Pick<ChangedFile, 'collection'>, what: string): string {
  if (what === 'body') return '正文';
  if (what.startsWith('body#')) return `正文里「${what.slice('body#'.length)}」那一段`;
  const part = schemaAt(collections[collection].schema, [what]);
  const label = part && wordsOf(part)?.label;
  return label === undefined ? `「${what}」` : `「${label}」（${what}）`;
}

/** The most characters of a text in a message. */
const MAX_SHOWN = 80;

/** A text on one line: of a field without its name. */
function shown(what: string, text: string): string {
  const value = what.startsWith('body') ? text : text.replace(/^[^:：\n]*[:：]/, '');
  const line = value.replace(/\s+/g, ' ').trim();
  if (line === '') return '没有写';
  return `「${[...line].length > MAX_SHOWN ? `${[...line].slice(0, MAX_SHOWN).join('')}……` : line}」`;
}
