/**
 * The folders of a province for measurements: a base with nine in ten of the documents, and counties that inherit them with a telephone and an amount of
 * their own and have the others themselves.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type DocumentCollection, documentCollections } from '../../src/schema/collection-name.ts';
import { projectDir } from '../../src/settings.ts';
import { generateContent, REAL_DOCUMENTS } from './generate-content.ts';

/** Share of a county's documents that are its own. */
const OWN_SHARE = 0.1;
/** A telephone that most documents of the base name, and an amount that half of its made policies name. */
const [CONTACT, RATE] = ['contacts/tel-12345.yml', 'rates/made-standard.yml'];

export interface MadeProvince {
  /** The folder of everything. */
  folder: string;
  /** province.yml. */
  file: string;
  /** The folder of the built sites. */
  out: string;
  /** The content folder of a county by its number. */
  contentOf(number: number): string;
  /** A policy of the base, and one of a county's own. */
  basePolicy: string;
  ownPolicy(number: number): string;
}

/** Makes `counties` counties of `documents` documents each below `folder`. */
export function makeProvince(folder: string, counties: number, documents: number): MadeProvince {
  const own = Math.round(documents * OWN_SHARE);
  const base = join(folder, 'base', 'content');
  generateContent(base, Math.max(1, documents - own - REAL_DOCUMENTS));
  cpSync(join(projectDir, 'public'), join(folder, 'base', 'public'), { recursive: true });
  writeFileSync(join(base, RATE), rateFile(100));
  const made = join(base, 'policies', 'made');
  for (const [index, name] of readdirSync(made).entries())
    if (index % 2 === 0)
      writeFileSync(join(made, name), '\n这里的标准是每月<Rate id="made-standard" />。\n', { flag: 'a' });
  const contentOf = (number: number) => join(folder, idOf(number), 'content');
  for (let number = 0; number < counties; number += 1) writeCounty(contentOf(number), number);
  writeOwnDocuments(folder, base, { counties, own, contentOf });
  const file = join(folder, 'province.yml');
  writeFileSync(file, provinceFile(counties));
  const policies = (content: string) => join(content, 'policies', 'made');
  const first = (path: string) => join(path, readdirSync(path).sort()[0] ?? '');
  return {
    folder,
    file,
    out: join(folder, 'out'),
    contentOf,
    basePolicy: first(policies(base)),
    ownPolicy: (number) => first(policies(contentOf(number))),
  };
}

/** The text of province.yml; `more` are further lines of it. */
export function provinceFile(counties: number, more = ''): string {
  const list = Array.from(
    { length: counties },
    (_, number) => `  - id: ${idOf(number)}\n    content: ${idOf(number)}/content\n`,
  );
  return `title: 示例省\nurl: https://www.province.example/\ndemo: true\nout: out\n${more}counties:\n${list.join('')}`;
}

const idOf = (number: number): string => `county-${number}`;

/** Changes one word of a file for the number `turn`, so that its page is another one. */
export function changeText(file: string, turn: number): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(/^summary: .*$/m, `summary: 第${turn}次改过的一句话，说这件事谁能办。`);
  if (changed === text) throw new Error(`There is no summary to change in ${file}.`);
  writeFileSync(file, changed);
}

/** What a county changes of the base: address, telephone and an amount. */
function writeCounty(content: string, number: number): void {
  const write = (path: string, text: string) => {
    mkdirSync(join(content, path, '..'), { recursive: true });
    writeFileSync(join(content, path), text);
  };
  const url = `https://www.province.example/${idOf(number)}/`;
  write(
    'site.yml',
    `name: 第${number}县明白纸\nurl: ${url}\ndemo: true\nregion: 示例省第${number}县\nextends: ../../base/content\n`,
  );
  write(CONTACT, `inherits: rest\nphone: "0357-51${String(number).padStart(5, '0')}"\n`);
  write(RATE, rateFile(101 + number));
}

/** The file of the amount. */
function rateFile(value: number): string {
  const source = '    source: {title: 编的通知, issuer: 编的机关, date: 2026-01-01}';
  return `id: made-standard\nname: 编的补贴标准\nunit: 元\nvalues:\n  - from: 2026-01-01\n    until: 2026-12-31\n    value: ${value}\n${source}\n`;
}

/** Own documents of all counties, made at once; what they refer to is of the base. */
function writeOwnDocuments(
  folder: string,
  base: string,
  { counties, own, contentOf }: { counties: number; own: number; contentOf: (number: number) => string },
): void {
  const scratch = mkdtempSync(join(folder, 'own-'));
  generateContent(scratch, counties * own, { seed: 2 });
  const toBase = referencesToBase(base);
  const all = documentCollections.flatMap((collection) => {
    const made = join(scratch, collection, 'made');
    return existsSync(made) ? readdirSync(made).map((name) => [collection, name] as const) : [];
  });
  for (const [index, [collection, name]] of all.entries()) {
    const target = join(contentOf(index % counties), collection, 'made');
    mkdirSync(target, { recursive: true });
    const text = readFileSync(join(scratch, collection, 'made', name), 'utf8');
    writeFileSync(join(target, name.replace('made-', 'own-')), toBase(text));
  }
  rmSync(scratch, { recursive: true });
}

/** Turns the names of made documents and records in a text into those that the base has. */
function referencesToBase(base: string): (text: string) => string {
  const slugs = new Map<DocumentCollection, string[]>();
  for (const collection of documentCollections) {
    const made = join(base, collection, 'made');
    slugs.set(
      collection,
      existsSync(made) ? readdirSync(made).map((name) => name.replace(/\.mdx$/, '')) : [],
    );
  }
  const nth = (names: readonly string[], number: string) => names[Number(number) % names.length] ?? '';
  const records = (collection: string, prefix: string) =>
    readdirSync(join(base, collection))
      .map((name) => name.replace(/\.yml$/, ''))
      .filter((name) => name.startsWith(prefix));
  const [offices, places] = [records('contacts', 'made-'), records('places', 'made-')];
  const slug = (collection: DocumentCollection, number: string) => nth(slugs.get(collection) ?? [], number);
  return (text) =>
    text
      .replace(/made-office-(\d+)/g, (_, number: string) => nth(offices, number))
      .replace(/made-(?:town|village)-(\d+)/g, (_, number: string) => nth(places, number))
      .replace(
        /\/(policies|stories|pages|notices)\/made-(\d+)(?:-\d+)?\//g,
        (_, collection: DocumentCollection, number: string) => `/${collection}/${slug(collection, number)}/`,
      )
      .replace(/\(\/made-(\d+)\//g, (_, number: string) => `(/${slug('pages', number)}/`)
      .replace(
        /(- |: |=")made-(\d+)(?:-\d+)?(?="|$)/gm,
        (_, before: string, number: string) => `${before}${slug('policies', number)}`,
      );
}
