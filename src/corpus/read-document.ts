/**
 * Reads one file to one document or record: fields by the schema, body by markup, and every reference to another document with its
 * position, resolved after all files are read.
 */
import type { DocumentBody } from '../documents/block.ts';
import { lazyBody } from '../documents/body-json.ts';
import { findLengthIssue } from '../documents/content-limits.ts';
import { type Diagnostic, hasErrors } from '../documents/diagnostic.ts';
import type { ContentDocument } from '../documents/document.ts';
import {
  type AnnotatedFile,
  type BodyAddresses,
  type BodyParts,
  type Position,
  positionOf,
} from '../documents/source.ts';
import { parseBody } from '../markup/index.ts';
import type { CollectionName } from '../schema/collection-name.ts';
import { collections, isDocumentCollection } from '../schema/collections.ts';
import { referencesIn } from '../schema/traverse.ts';
import { withoutPartTags } from './bases/parts.ts';
import { type ContentFile, readContentFile, withoutContent } from './content-files.ts';
import { splitFrontMatter, YAML_LINE } from './front-matter.ts';
import { type FoundTexts, lazySource } from './lazy-source.ts';
import { validateFields } from './validate-fields.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** A reference to another document or record, with its position in the file. */
export interface Reference extends Position {
  id: string;
  targets: readonly CollectionName[];
}

/** The result of reading one file. `data` is set if the schema passes. */
export interface ReadFile extends Omit<ContentFile, 'content'> {
  data?: unknown;
  body: DocumentBody;
  /** The fields as written, of a file that does not pass the schema: for the preview. */
  written?: Record<string, unknown>;
  /** The id for references from other documents. */
  id: string;
  isDraft: boolean;
  /** The first day on which it is published, if it has one (held-back.ts). */
  publishOn?: string | undefined;
  references: Reference[];
  diagnostics: Diagnostic[];
  /** Hash of the file's text and name, if known. */
  digest?: string;
  /** The file with its texts and positions, if requested. */
  source?: AnnotatedFile | undefined;
}

/**
 * Reads a file of a collection; every error in it becomes a diagnostic, never an exception. With `keepSource` its texts and their
 * positions are stored for the rules; `content` is its text, if already read.
 */
export function readDocument(
  source: ContentFile,
  keepSource = false,
  content = readContentFile(source),
): ReadFile {
  const read: ReadFile = {
    ...withoutContent(source),
    body: { blocks: [], headings: [] },
    id: source.slug,
    isDraft: false,
    references: [],
    diagnostics: [],
  };
  if ('diagnostic' in content) return { ...read, diagnostics: [content.diagnostic] };
  const { text } = content;
  const long = findLengthIssue(text);
  if (long) {
    const place = positionOf(text, long.offset);
    const rule = 'file/too-deep';
    const diagnostic: Diagnostic = {
      file: source.file,
      ...place,
      severity: 'error',
      rule,
      message: long.message,
    };
    return { ...read, diagnostics: [diagnostic] };
  }
  if (!isDocumentCollection(source.collection)) {
    const yaml = readYaml(text, source.file);
    const fields = readFields(read, yaml, text, 1);
    return keepSource ? { ...fields, source: sourceOf(fields, text, yaml, 0) } : fields;
  }

  const parts = splitFrontMatter(text);
  if (!parts) {
    const bare = { ...read, diagnostics: [noFrontMatter(source)] };
    return keepSource ? { ...bare, source: sourceFrom(bare, text, nothingIn(text)) } : bare;
  }
  const yaml = readYaml(parts.yaml, source.file, YAML_LINE);
  const fields = readFields(read, yaml, parts.yaml, YAML_LINE);
  const bodyOffset = text.length - parts.body.length;
  const { body, diagnostics } = withoutPartTags(parts.body, source.file, parts.bodyLine);
  const parsed = parseBody(body, source.file, parts.bodyLine, keepSource ? bodyOffset : undefined);
  const document: ReadFile = {
    ...fields,
    body: parsed.body,
    references: [...fields.references, ...parsed.references],
    diagnostics: [...fields.diagnostics, ...diagnostics, ...parsed.diagnostics],
  };
  if (!keepSource) return document;
  return { ...document, source: sourceOf(document, text, yaml, parts.yamlOffset, parsed.parts, bodyOffset) };
}

/** `text` as the content of `file`, with its texts and positions; undefined if it has none. */
export function readForRules(file: ContentFile, text: string): AnnotatedFile | undefined {
  return readDocument(file, true, { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') }).source;
}

/**
 * Reads only the fields of a file; its body is parsed on first use. The errors and references in the body are missing: not for a build.
 */
export function readFieldsOf(source: ContentFile, text: string): ReadFile {
  const parts = isDocumentCollection(source.collection) ? splitFrontMatter(text) : undefined;
  if (parts === undefined || findLengthIssue(text)) return readDocument(source, false, { text });
  const { body } = withoutPartTags(parts.body, source.file, parts.bodyLine);
  const read: ReadFile = {
    ...withoutContent(source),
    body: lazyBody(body, () => parseBody(body, source.file, parts.bodyLine).body),
    id: source.slug,
    isDraft: false,
    references: [],
    diagnostics: [],
  };
  return readFields(read, readYaml(parts.yaml, source.file, YAML_LINE), parts.yaml, YAML_LINE);
}

function sourceOf(
  read: ReadFile,
  text: string,
  yaml: YamlSource,
  yamlOffset: number,
  parts: BodyParts = { texts: [], links: [], images: [] },
  bodyOffset = text.length,
): AnnotatedFile {
  const fields = yaml.texts(yamlOffset);
  const texts = [...fields.texts, ...parts.texts];
  return sourceFrom(read, text, () => ({ ...parts, texts, values: fields.values, bodyOffset }));
}

/** The texts of a file without fields: none, because the file as a whole was written for another purpose. */
const nothingIn = (text: string) => (): FoundTexts => ({
  texts: [],
  links: [],
  images: [],
  values: new Map(),
  bodyOffset: text.length,
});

/** The source for the rules, from a read file and its texts, which are extracted on first access; `addresses` if known without them. */
export function sourceFrom(
  read: ReadFile,
  text: string,
  find: () => FoundTexts,
  addresses?: BodyAddresses,
): AnnotatedFile {
  const { file, collection, slug, data, body, isDraft, publishOn } = read;
  const document =
    data !== undefined && isDocumentCollection(collection)
      ? ({ collection, slug, data, body } as ContentDocument)
      : undefined;
  const isBroken = read.diagnostics.length > 0;
  return lazySource(
    { file, collection, slug, isDraft, publishOn, isBroken, source: text, document, ...addresses },
    find,
  );
}

function readFields(read: ReadFile, yaml: YamlSource, text: string, firstLine: number): ReadFile {
  const { schema } = collections[read.collection];
  const { value, diagnostics, locate } = validateFields(schema, yaml, { text, file: read.file, firstLine });
  if (value === undefined) return { ...read, diagnostics };
  const references = referencesIn(schema, value).map(({ path, id, targets }) => ({
    id,
    targets,
    ...locate(path, 'value'),
  }));
  const fields = value as { id?: unknown; draft?: unknown; publishOn?: unknown };
  const isDraft = fields.draft === 'true';
  const id = !isDocumentCollection(read.collection) && typeof fields.id === 'string' ? fields.id : read.id;
  const publishOn = typeof fields.publishOn === 'string' ? fields.publishOn : undefined;
  const known = { ...read, id, isDraft, publishOn, references, diagnostics };
  if (!hasErrors(diagnostics)) return { ...known, data: schema.parse(value) };
  return { ...known, written: value as Record<string, unknown> };
}

function noFrontMatter({ file, collection }: ContentFile): Diagnostic {
  const message =
    `文件开头没有字段。第一行写三个短横线 ---，接着写 title、summary 等字段，再写一行 ---，下面才是正文。` +
    `可以照着 content/${collection} 里别的文件写。`;
  return { file, line: 1, column: 1, severity: 'error', rule: 'file/no-fields', message };
}
