/** Editors are warned before a printed code could lead to the wrong document. */
import { expect, test } from 'vitest';
import { formatDiagnostic } from '../documents/diagnostic.ts';
import type { LedgerEntry } from '../schema/addresses.ts';
import type { ReadFile } from './read-document.ts';
import { checkShortCodes } from './short-codes.ts';

/** Two slugs with the same code 3gr4j; found by trying. */
const [policy, notice] = ['di-bao-can-ji-2013-4', 'jiao-yu-fu-nv-2028-3'];

const file = (collection: 'policies' | 'notices', slug: string, aliases: string[] = []) =>
  ({ collection, slug, file: `content/${collection}/${slug}.mdx`, data: { aliases } }) as unknown as ReadFile;
const diagnosticsOf = (files: ReadFile[], ledger: LedgerEntry[] = []) =>
  checkShortCodes(files, ledger, 'content/addresses.yml').map(formatDiagnostic);

test('two documents with one code: the one that was not published yet is to be renamed', () => {
  const ledger = [{ address: `/notices/${notice}/`, since: '2026-11-01' }];
  expect(diagnosticsOf([file('policies', policy), file('notices', notice)], ledger)).toMatchInlineSnapshot(`
    [
      "content/policies/di-bao-can-ji-2013-4.mdx:1:1 error link/short-address-taken /policies/di-bao-can-ji-2013-4/ 和 content/notices/jiao-yu-fu-nv-2028-3.mdx 的 /notices/jiao-yu-fu-nv-2028-3/ 算出同一个短网址 /s/3gr4j/，扫了海报上的二维码就不知道该去哪一个。请给还没发布的那一个换个文件名，发布过的不要动。",
    ]
  `);
});

test('a new document with the code of one that was withdrawn: its poster still hangs somewhere', () => {
  const ledger = [{ address: `/notices/${notice}/`, since: '2025-11-01', withdrawn: '2026-01-01' }];
  expect(diagnosticsOf([file('policies', policy)], ledger)).toMatchInlineSnapshot(`
    [
      "content/policies/di-bao-can-ji-2013-4.mdx:1:1 error link/short-address-taken /policies/di-bao-can-ji-2013-4/ 和 content/addresses.yml 的 /notices/jiao-yu-fu-nv-2028-3/ 算出同一个短网址 /s/3gr4j/，扫了海报上的二维码就不知道该去哪一个。请给还没发布的那一个换个文件名，发布过的不要动。",
    ]
  `);
});

test('a former address counts as well', () => {
  const files = [file('policies', 'di-bao', [policy]), file('notices', notice)];
  expect(diagnosticsOf(files)).toHaveLength(1);
});

test('an address that the ledger, a document and an alias name is one claim, not three', () => {
  const ledger = [{ address: '/policies/di-bao/', since: '2025-11-01' }];
  expect(diagnosticsOf([file('policies', 'di-bao')], ledger)).toEqual([]);
});
