/**
 * A document while it is being written: one text is read in place of its file, against a corpus that was read before. Nothing else is read, so
 * that the result is ready between two keys.
 */
import type { z } from 'zod';
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { ContentDocument, Documents } from '../documents/document.ts';
import type { AnnotatedFile } from '../documents/source.ts';
import { documentCollections, recordCollections } from '../schema/collection-name.ts';
import { collections, isDocumentCollection } from '../schema/collections.ts';
import type { Path } from '../schema/traverse.ts';
import { findSchemaIssues } from '../schema/validation-messages.ts';
import { inheritModeOf, joinUnsaved, type Origins, originsOf } from './bases/index.ts';
import type { ContentFile } from './content-files.ts';
import { splitFrontMatter, YAML_LINE } from './front-matter.ts';
import { type Corpus, type DraftFile, toDraft, toEntry } from './read-corpus.ts';
import { type ReadFile, readDocument } from './read-document.ts';
import { checkReferences } from './references.ts';
import { readYaml } from './yaml-source.ts';

export interface UnsavedDocument {
  /** The documents of the preview, with this one in the place of its saved version. */
  documents: Documents;
  /** Undefined for a record, and for fields that cannot be shown. */
  document: ContentDocument | undefined;
  isDraft: boolean;
  /** The document as the preview lists those that are not published; undefined for others. */
  draft: DraftFile | undefined;
  /** For the rules; undefined if the text has no fields at all. */
  source: AnnotatedFile | undefined;
  /** What reading found, with the severity that it has in a published document; at the lines of `source`. */
  diagnostics: Diagnostic[];
  /** The files of those lines, if the text takes the rest from a base. */
  origins: Origins;
}

/** Reads `text` as the content of `file`; `corpus` was read with a preview on `day`. */
export function readUnsaved(file: ContentFile, text: string, corpus: Corpus, day: string): UnsavedDocument {
  const written = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const whole = joinUnsaved(file, written, corpus.baseFiles);
  const read = readDocument(file, true, { text: whole.joined?.text ?? written });
  const documents = { ...corpus.preview?.documents } as Documents;
  const isSame = (entry: unknown) => idOf(entry) === read.id;
  const others = (documents[read.collection] as unknown[]).filter((entry) => !isSame(entry));
  const origins = originsOf([whole], corpus.origins.baseNames);
  if (inheritModeOf(file.collection, written) === 'none') {
    Object.assign(documents, { [read.collection]: others });
    const nothing = { document: undefined, isDraft: false, draft: undefined, source: undefined };
    return { documents, ...nothing, diagnostics: [], origins };
  }
  const entry = toEntry(read, day);
  const before = (documents[read.collection] as unknown[]).findIndex(isSame);
  const all = entry === undefined ? others : others.toSpliced(before < 0 ? others.length : before, 0, entry);
  Object.assign(documents, { [read.collection]: all });
  const document = isDocumentCollection(read.collection) ? (entry as ContentDocument | undefined) : undefined;
  return {
    documents,
    document,
    isDraft: read.isDraft,
    draft: toDraft(read, day),
    source: read.source,
    diagnostics: [...read.diagnostics, ...referenceIssues({ ...read, isDraft: false }, corpus, day)],
    origins,
  };
}

/** The slug of a document, the id of a record. */
function idOf(entry: unknown): string {
  const { slug, id } = entry as { slug?: string; id?: string };
  return slug ?? id ?? '';
}

function referenceIssues(read: ReadFile, { preview, ledger }: Corpus, day: string): Diagnostic[] {
  if (preview === undefined) return [];
  const drafts = new Map(preview.drafts.map((draft) => [`${draft.collection}/${draft.slug}`, draft]));
  const others = [...documentCollections, ...recordCollections].flatMap((collection) =>
    (preview.documents[collection] as unknown[]).map((entry): ReadFile => {
      const id = idOf(entry);
      const draft = drafts.get(`${collection}/${id}`);
      const data = isDocumentCollection(collection) ? (entry as ContentDocument).data : entry;
      const file = draft?.file ?? `${collection}/${id}`;
      const publishOn = draft?.publishOn;
      const [body, isDraft] = [{ blocks: [], headings: [] }, draft !== undefined && publishOn === undefined];
      return {
        collection,
        slug: id,
        path: '',
        file,
        data,
        body,
        id,
        isDraft,
        publishOn,
        references: [],
        diagnostics: [],
      };
    }),
  );
  const rest = others.filter(({ collection, id }) => collection !== read.collection || id !== read.id);
  return checkReferences([...rest, read], [], ledger, day).filter(({ file }) => file === read.file);
}

/**
 * The path of the field that each finding in a text is about; undefined for the body. The text is that of a file of `collection`, as `readUnsaved`
 * takes it, or of a single file with its `schema`.
 */
export function fieldPaths(
  { collection, source, values, texts, bodyOffset }: AnnotatedFile,
  diagnostics: readonly Diagnostic[],
  schema: z.ZodType | undefined = collection && collections[collection].schema,
): (Path | undefined)[] {
  if (schema === undefined) return diagnostics.map(() => undefined);
  const isDocument = collection !== undefined && isDocumentCollection(collection);
  const bySchema = schemaPaths(source, schema, isDocument);
  const starts = startsOfLines(source);
  const places = Array.from(values, ([key, offset]) => ({ path: pathOf(key), offset }));
  const fields = texts.filter(({ part }) => part === 'field');
  return diagnostics.map(({ line, column, message }) => {
    const known = bySchema.get(`${line}:${column} ${message}`);
    if (known !== undefined) return known;
    const offset = (starts[line - 1] ?? 0) + column - 1;
    if (offset >= bodyOffset) return undefined;
    const within = fields.find(
      ({ offsets }) => (offsets[0] ?? Infinity) <= offset && offset <= (offsets.at(-1) ?? -1),
    );
    if (within !== undefined) return within.path;
    return places.filter((place) => place.offset <= offset).sort((a, b) => b.offset - a.offset)[0]?.path;
  });
}

const pathOf = (key: string): Path =>
  key.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The paths of the schema's findings, by position and message. */
function schemaPaths(text: string, schema: z.ZodType, isDocument: boolean): Map<string, Path> {
  const parts = isDocument ? splitFrontMatter(text) : { yaml: text };
  if (parts === undefined) return new Map();
  const yaml = readYaml(parts.yaml, '', isDocument ? YAML_LINE : 1);
  const issues = findSchemaIssues(schema, yaml.value ?? {});
  return new Map(
    issues.map(({ path, at, message }) => {
      const { line, column } = yaml.locate(path, at);
      return [`${line}:${column} ${message}`, path];
    }),
  );
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
