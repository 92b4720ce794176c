/**
 * Imports a file: a document of any format with a reader becomes the fields and the body of a draft, with notes on everything that was corrected,
 * dropped or left to the editor.
 */

import type { Element, Root } from 'hast';
import type { DocumentCollection } from '../schema/collection-name.ts';
import type { CollectionData } from '../schema/collections.ts';
import type { PlaceData } from '../schema/places.ts';
import { type Prefilled, sourceLine } from '../schema/starting-file.ts';
import { findFields } from './fields/find-fields.ts';
import { formatOf } from './file-format.ts';
import { findHeadings } from './headings.ts';
import { ImportError } from './import-error.ts';
import type { Ledger } from './ledger.ts';
import { bodyOf } from './markdown.ts';
import { omissionReasons } from './omission-reasons.ts';
import { type Picture, preparePicture } from './pictures.ts';
import { type Plainness, type Proposed, withProposals } from './plain-proposals.ts';
import { readerOf } from './readers/index.ts';
import { writeReadings } from './readings.ts';
import { RECOGNIZED_MARK } from './recognize.ts';
import { repairText } from './repair.ts';
import { mainPart, sanitize } from './sanitize.ts';
import {
  countCharacters,
  type OmissionKind,
  type ReaderContext,
  type SourceDocument,
} from './source-document.ts';
import { writeSuperscripts } from './superscripts.ts';

/** The maximum file size: a document of text and some photographs has a tenth of it. */
export const MAX_FILE_BYTES = 30 * 1024 * 1024;

export interface ImportOptions extends Pick<ReaderContext, 'readBeside' | 'runProgram'> {
  collection: DocumentCollection;
  contacts: readonly CollectionData['contacts'][];
  /** Records of places that the text may name. */
  places?: readonly PlaceData[];
  /** For proposals in plain words beside the text; without it there are none. */
  plainness?: Plainness;
  /** The address prefix of its pictures, `/images/di-bao/`. */
  picturesAt: string;
}

export interface Imported {
  known: Record<string, Prefilled>;
  body: string;
  pictures: Picture[];
  /** Notes for the editor, one per line. */
  notes: string[];
  /** What became of each character. */
  ledger: Ledger;
}

/** Reads the file; throws ImportError if it cannot. */
export async function importFile(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions,
): Promise<Imported> {
  try {
    return await readFile(bytes, fileName, options);
  } catch (error) {
    // The libraries recurse into a page: one deeper than any real page overflows the stack.
    if (!(error instanceof RangeError)) throw error;
    throw new ImportError(
      `${fileName} 里一层套一层，套得太深，读不了。请全选复制，粘贴到记事本里存成 .txt。`,
    );
  }
}

async function readFile(bytes: Uint8Array, fileName: string, options: ImportOptions): Promise<Imported> {
  const source = await readSource(bytes, fileName, options);
  const { pictures, notes, hasTitle, metadata = {} } = source;
  const omissions = [...source.omissions];
  const additions = [...source.additions];
  const omit = (kind: OmissionKind, text: string, reason = omissionReasons[kind]) => {
    if (countCharacters(text) > 0) omissions.push({ kind, text, reason, near: '' });
  };
  const add = (text: string, reason: string) => {
    if (countCharacters(text) > 0) additions.push({ text, reason });
  };
  const cleaned = new Map<string, number>();
  const article = mainPart(source.root, (text) => omit('page-frame', text));
  const glossed = writeReadings(article, { add, omit: (text) => omit('reading', text), notes: cleaned });
  const root = writeSuperscripts(glossed, (text) => add(text, '上标数字的括号'));
  const taken = await takePictures(root, pictures, options);
  const repairs = new Map<string, number>();
  const page = sanitize(root, {
    notes: cleaned,
    omit,
    add,
    repair: (text) =>
      repairText(text, repairs, (name, found, right) => noteRepair(name, found, right, omit, add)),
    repairAttribute: (text) => repairText(text, repairs),
    takePicture: (src) => taken.addresses.get(src),
  });
  const body = bodyOf(findHeadings(page, { withTitle: hasTitle || !metadata.title, anyTitle: hasTitle }));
  const title = body.title ?? (metadata.title ? repairText(metadata.title, repairs) : undefined);
  if (body.markdown.trim() === '' && !title) {
    throw new ImportError(`${fileName} 里没有文字可以导入。内容要是图片，请把图上的字打出来。`);
  }
  const { lines, tables } = body;
  const fields = findFields(options.collection, {
    ...metadata,
    title,
    lines,
    tables,
    contacts: options.contacts,
    places: options.places,
    isRecognized: lines.some((line) => line.startsWith(RECOGNIZED_MARK)),
  });
  const said = (map: Map<string, number>, before: string) =>
    Array.from(map, ([what, times]) => `${before}${what}（${times} 处）。`);
  const proposed = options.plainness
    ? withProposals(body.markdown, options.plainness)
    : { markdown: body.markdown, count: 0 };
  return {
    known: fields.prefilled,
    body: proposed.markdown,
    pictures: taken.pictures,
    notes: [
      ...notes,
      ...said(repairs, '改好了：'),
      ...said(cleaned, ''),
      ...fields.notes,
      ...proposalNotes(proposed),
    ],
    ledger: {
      sourceCharacters: source.sourceCharacters,
      titleCharacters: countCharacters(body.title ?? ''),
      bodyCharacters: countCharacters(body.text),
      omissions,
      additions,
      fields: Object.entries(fields.prefilled).map(([name, value]) => ({
        name,
        source: sourceLine(value) ?? '',
      })),
    },
  };
}

/** Says where the proposals stand. */
const proposalNotes = ({ count }: Proposed): string[] =>
  count === 0
    ? []
    : [
        `公文的话还没有改：${count} 段下面写了大白话建议，在 {/* */} 里，不会上网。照着改，改完把那一行删掉。`,
      ];

/** Enters a repair that changed the number of characters, without what stood before it and stands still. */
function noteRepair(
  name: string,
  found: string,
  right: string,
  omit: (kind: OmissionKind, text: string, reason: string) => void,
  add: (text: string, reason: string) => void,
): void {
  if (countCharacters(found) === countCharacters(right)) return;
  const [before, after] = found.startsWith(right) ? [found.slice(right.length), ''] : [found, right];
  omit(name.includes('拼音') ? 'reading' : 'invisible', before, name);
  add(after, name);
}

async function readSource(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions,
): Promise<SourceDocument> {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new ImportError(
      `${fileName} 有 ${Math.round(bytes.length / 1024 / 1024)} MB，太大了，最多 30 MB。请把里面的大图片先去掉。`,
    );
  }
  const read = await readerOf(formatOf(bytes, fileName));
  const { readBeside, runProgram } = options;
  return read(bytes, { fileName, readBeside, runProgram });
}

/** Prepares the pictures of a page and returns their new addresses by the names in the page. */
async function takePictures(root: Root, known: ReadonlyMap<string, Uint8Array>, options: ImportOptions) {
  const addresses = new Map<string, string>();
  const pictures: Picture[] = [];
  for (const src of sourcesOf(root)) {
    const bytes = known.get(src) ?? inlineBytes(src) ?? options.readBeside(src);
    const picture = bytes && (await preparePicture(bytes, String(pictures.length + 1)));
    if (!picture) continue;
    pictures.push(picture);
    addresses.set(src, options.picturesAt + picture.name);
  }
  return { addresses, pictures };
}

function sourcesOf(node: Root | Element): Set<string> {
  const sources = new Set<string>();
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'img') sources.add(String(child.properties.src ?? ''));
    for (const src of sourcesOf(child)) sources.add(src);
  }
  return sources;
}

function inlineBytes(src: string): Uint8Array | undefined {
  const data = /^data:image\/(?:png|jpeg|gif|webp);base64,([\w+/=\s]+)$/i.exec(src)?.[1];
  return data === undefined ? undefined : Buffer.from(data, 'base64');
}
