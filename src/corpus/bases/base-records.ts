/** Reads bases.yml and makes its text. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Diagnostic, hasErrors } from '../../documents/diagnostic.ts';
import { type BaseRecords, baseRecordsSchema, type SaidEntry } from '../../schema/base-records.ts';
import { readSourceFile } from '../source-file.ts';
import { validateFields } from '../validate-fields.ts';
import { readYaml } from '../yaml-source.ts';
import type { ChangedFile } from './inherited-files.ts';
import type { Change } from './join-files.ts';

export const BASE_RECORDS = 'bases.yml';

const HEAD =
  '# 由程序写，不用改：用的是上级仓库的哪一版（pin）；这里改动过的地方，上级当时是怎么写的（said），上级以后改了，检查才提醒得了。\n' +
  '# 换成上级新的一版，运行 npx mingbai bases --update；看过上级的改动，运行 npx mingbai bases --seen，它会记下新的。\n';

/** The records in a content folder; `name` is its name in messages. */
export function readBaseRecords(
  contentDir: string,
  name: string,
): { records: BaseRecords; diagnostics: Diagnostic[] } {
  const [path, file] = [join(contentDir, BASE_RECORDS), `${name}/${BASE_RECORDS}`];
  if (!existsSync(path)) return { records: {}, diagnostics: [] };
  const content = readSourceFile(path, file);
  if ('diagnostic' in content) return { records: {}, diagnostics: [content.diagnostic] };
  const yaml = readYaml(content.text, file);
  const { value, diagnostics } = validateFields(baseRecordsSchema, yaml, {
    text: content.text,
    file,
    firstLine: 1,
  });
  const records = hasErrors(diagnostics) ? {} : baseRecordsSchema.parse(value);
  return { records, diagnostics };
}

/** The text of bases.yml, in a fixed order. */
export function baseRecordsText(records: BaseRecords): string {
  const said = [...(records.said ?? [])].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const { pin } = records;
  return HEAD + stringify({ ...(pin && { pin }), said }, { lineWidth: 0, defaultStringType: 'PLAIN' });
}

/** What identifies an entry. */
export function keyOf({ file, what }: Pick<SaidEntry, 'file' | 'what'>): string {
  return `${file} ${what}`;
}

/**
 * The records after one file was written, `collection/slug` its name: what it changes has the record it had, or the words of the base now, with
 * `isSeen` those in any case; the records of other files stay.
 */
export function withFileChanges(
  records: BaseRecords,
  file: string,
  changes: readonly Change[],
  isSeen = false,
): BaseRecords {
  const said = records.said ?? [];
  const known = new Map(said.filter((entry) => entry.file === file).map((entry) => [entry.what, entry]));
  const now = changes.map(({ what, base }) => saidEntry(file, what, base));
  const entries = now.map((entry) => (isSeen ? entry : (known.get(entry.what) ?? entry)));
  return { ...records, said: [...said.filter((entry) => entry.file !== file), ...entries] };
}

/** What a base says of something; without a text where it says nothing. */
function saidEntry(file: string, what: string, base: string): SaidEntry {
  return { file, what, ...(base !== '' && { text: base }) };
}

/**
 * The records after a person has seen what the bases now say in the files of `isSeen`; entries of what is not changed any more are dropped.
 * Without `isSeen` only what had no record is added.
 */
export function withSeen(
  { said: before = [], ...records }: BaseRecords,
  changed: readonly ChangedFile[],
  isSeen: (file: ChangedFile) => boolean = () => false,
): BaseRecords {
  const known = new Map(before.map((entry) => [keyOf(entry), entry]));
  const said = changed.flatMap((file) =>
    file.changes.map(({ what, base }) => {
      const now = saidEntry(`${file.collection}/${file.slug}`, what, base);
      return isSeen(file) ? now : (known.get(keyOf(now)) ?? now);
    }),
  );
  return { ...records, said };
}
