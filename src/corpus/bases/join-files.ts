/** Joins the text of a file with that of its base to one text, which is then read as any other file. */
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { CollectionName } from '../../schema/collection-name.ts';
import { isDocumentCollection } from '../../schema/collections.ts';
import { splitFrontMatter, YAML_LINE } from '../front-matter.ts';
import { joinFields } from './join-fields.ts';
import { type Lines, linesOf, textOf } from './lines.ts';
import { joinBodies } from './parts.ts';

/** One thing that a file says differently from its base. */
export interface Change {
  /** The name of a field; `body`, or `body#NAME` for a named part of it. */
  what: string;
  /** Where the file says it. */
  line: number;
  own: string;
  /** Empty if the base says nothing. */
  base: string;
}

export interface JoinedFile {
  lines: Lines;
  changes: Change[];
  diagnostics: Diagnostic[];
}

/** The file `own` over `base`; undefined if one of them cannot be split into fields and body. */
export function joinFiles(collection: CollectionName, own: Lines, base: Lines): JoinedFile | undefined {
  if (!isDocumentCollection(collection)) {
    const { lines, changes } = joinFields(own, base);
    return { lines, changes: changes.map(toChange), diagnostics: [] };
  }
  const [mine, others] = [splitDocument(own), splitDocument(base)];
  if (mine === undefined || others === undefined) return undefined;
  const fields = joinFields(mine.yaml, others.yaml);
  const body = joinBodies(mine.body, others.body);
  const parts = body.changes.map(({ name, at, ...texts }) => ({
    what: name === undefined ? 'body' : `body#${name}`,
    line: at.line,
    own: textOf(texts.own).trim(),
    base: textOf(texts.base).trim(),
  }));
  return {
    lines: [...mine.open, ...fields.lines, ...mine.close, ...body.lines],
    changes: [...fields.changes.map(toChange), ...parts],
    diagnostics: body.diagnostics,
  };
}

/** The texts of a file and of its base as one text, with line feeds alone; undefined if they cannot be joined. */
export function joinTexts(collection: CollectionName, own: string, base: string): string | undefined {
  const linesIn = (text: string) => linesOf(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), '');
  const joined = joinFiles(collection, linesIn(own), linesIn(base));
  return joined && textOf(joined.lines);
}

function toChange({ name, own, base }: { name: string; own: Lines; base: Lines }): Change {
  return { what: name, line: own[0]?.line ?? 1, own: textOf(own).trim(), base: textOf(base).trim() };
}

/** The parts of a document in lines: the two marks around its fields, the fields, the body. */
function splitDocument(lines: Lines): { open: Lines; yaml: Lines; close: Lines; body: Lines } | undefined {
  const parts = splitFrontMatter(textOf(lines));
  if (parts === undefined) return undefined;
  const from = YAML_LINE - 1;
  const close = from + parts.yaml.split('\n').length;
  return {
    open: lines.slice(0, from),
    yaml: lines.slice(from, close),
    close: lines.slice(close, close + 1),
    body: lines.slice(close + 1),
  };
}
