import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readCorpus } from '../read-corpus.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbai-chains-'));
afterAll(() => rmSync(root, { recursive: true }));

type Fields = Readonly<Record<string, string>>;
/** What a level says of a record: all of it, some fields of it, or that it is not for here. */
type Entry = { kind: 'whole' | 'rest'; fields: Fields } | { kind: 'none' } | undefined;
/** A level of the chain: what it says of each record. */
type Level = Readonly<Record<string, Entry>>;

const word = fc.constantFrom('甲', '乙：丙', '# 丁', "戊's", 'true', '己 庚');
const required = { name: word, phone: fc.constantFrom('12345', '0357-1234567'), for: word };
const optional = { hours: word, address: word };
const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.constant(undefined),
  fc.constant({ kind: 'none' as const }),
  fc
    .record({ ...required, ...optional }, { requiredKeys: ['name', 'phone', 'for'] })
    .map((fields) => ({ kind: 'whole' as const, fields: fields as Fields })),
  fc
    .record({ ...required, hours: fc.oneof(word, fc.constant('')), address: word }, { requiredKeys: [] })
    .map((fields) => ({ kind: 'rest' as const, fields: fields as Fields })),
);
const level: fc.Arbitrary<Level> = fc.record({ a: entry, b: entry, c: entry });

/** The model: from the nation to the county, fields over fields. */
function modelOf(levels: readonly Level[]) {
  const known = new Map<string, Fields>();
  const withoutBase: string[] = [];
  for (const [depth, one] of levels.entries()) {
    for (const [id, said] of Object.entries(one)) {
      if (said === undefined) continue;
      const base = known.get(id);
      if (said.kind !== 'whole' && base === undefined)
        withoutBase.push(`${nameOf(depth, levels)}/contacts/${id}.yml`);
      else if (said.kind === 'none') known.delete(id);
      else known.set(id, { ...(said.kind === 'rest' ? base : {}), ...said.fields });
    }
  }
  const contacts = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, fields]) => ({ id, ...fields }));
  const written = contacts.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([, text]) => text !== '')),
  );
  return { contacts: written, withoutBase: withoutBase.sort() };
}

const nameOf = (depth: number, levels: readonly Level[]) =>
  depth === levels.length - 1 ? 'county' : `level-${depth}`;

function write(top: string, levels: readonly Level[]): void {
  for (const [depth, one] of levels.entries()) {
    const folder = join(top, nameOf(depth, levels));
    mkdirSync(join(folder, 'contacts'), { recursive: true });
    const base = depth === 0 ? '' : `extends: ../${nameOf(depth - 1, levels)}\n`;
    writeFileSync(join(folder, 'site.yml'), `name: 站\nurl: https://www.county.example/\n${base}`);
    for (const [id, said] of Object.entries(one)) {
      if (said === undefined) continue;
      const head = said.kind === 'whole' ? `id: ${id}` : `inherits: ${said.kind}`;
      const fields = said.kind === 'none' ? [] : Object.entries(said.fields);
      const lines = fields.map(([name, text]) =>
        text === '' ? `${name}:` : `${name}: ${JSON.stringify(text)}`,
      );
      writeFileSync(join(folder, 'contacts', `${id}.yml`), `${[head, ...lines].join('\n')}\n`);
    }
  }
}

test('whatever each level says, a county has what the nearest one says of each field', () => {
  fc.assert(
    fc.property(fc.array(level, { minLength: 1, maxLength: 5 }), (levels) => {
      const top = mkdtempSync(join(root, 'case-'));
      write(top, levels);
      const { documents, diagnostics } = readCorpus(join(top, 'county'), 'county');
      const { contacts, withoutBase } = modelOf(levels);
      const plain = documents.contacts.map(({ inherits: _, ...fields }) => fields);
      expect(plain).toEqual(contacts);
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ file, rule }) => `${rule} ${file}`)).toEqual(
        withoutBase.map((file) => `base/no-counterpart ${file}`),
      );
    }),
    { numRuns: 150 },
  );
}, 60_000);
