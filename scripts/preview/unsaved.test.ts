/** Findings in a text that takes the rest from a base, while it is typed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type ContentFile, readCorpus, readUnsaved } from '../../src/corpus/index.ts';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import type { AnnotatedFile } from '../../src/documents/source.ts';
import { withPaths } from './unsaved.ts';

const DAY = '2026-11-24';
const top = mkdtempSync(join(tmpdir(), 'mingbai-joined-'));
afterAll(() => rmSync(top, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}

test('an error in an own field stands at that field, and a warning about the words of the base is not shown', () => {
  write('province/site.yml', 'name: 省\nurl: https://www.province.example/\n');
  write('province/contacts/tel-1.yml', 'id: tel-1\nname: 省里的热线\nphone: "12345"\nfor: 不知道找谁\n');
  write('county/site.yml', 'name: 县\nurl: https://www.county.example/\nextends: ../province\n');
  const corpus = readCorpus(join(top, 'county'), 'county', { previewOn: DAY, keepSources: true });
  const [path, name] = [join(top, 'county/contacts/tel-1.yml'), 'county/contacts/tel-1.yml'];
  const file: ContentFile = { collection: 'contacts', slug: 'tel-1', path, file: name };
  const text = 'inherits: rest\nphone: 打不通的号码\n';
  const { source, diagnostics, origins } = readUnsaved(file, text, corpus, DAY);
  const lines = source?.source.split('\n') ?? [];
  const warningAt = (words: string): Diagnostic => {
    const line = lines.findIndex((each) => each.includes(words)) + 1;
    return { file: name, line, column: 8, severity: 'warning', rule: 'text/plain', message: words };
  };
  const found = [...diagnostics, warningAt('打不通'), warningAt('不知道找谁')];
  expect(
    withPaths(source as AnnotatedFile, found, origins).map(
      (finding) => `${finding.path} ${finding.file}:${finding.line} ${finding.rule}`,
    ),
  ).toEqual([`phone ${name}:2 schema/wrong-value`, `phone ${name}:2 text/plain`]);
});
