/** Changes the fields of a file through the YAML document, which keeps comments and order. */
import { isDeepStrictEqual } from 'node:util';
import { type Document, parseDocument } from 'yaml';
import { splitFrontMatter } from '../../src/corpus/index.ts';
import type { Conflict, DeskDocument, Edit, TextEditor } from '../../src/desk/contract.ts';
import { isDocumentCollection } from '../../src/schema/collections.ts';

interface Parts {
  yaml: string;
  /** Undefined for a file of fields alone. */
  body: string | undefined;
}

function partsOf(text: string): Parts {
  const parts = splitFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  return parts === undefined ? { yaml: text, body: undefined } : { yaml: parts.yaml, body: parts.body };
}

const textOf = ({ yaml, body }: Parts): string =>
  body === undefined ? yaml : `---\n${yaml.replace(/\n*$/, '\n')}---\n${body}`;

/** Every scalar is a text, as the corpus reads it. */
const parseYaml = (yaml: string): Document.Parsed =>
  parseDocument(yaml, { schema: 'failsafe', logLevel: 'error' });

/** Numbers and yes or no as the texts that the corpus reads. */
function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asTexts(part)]));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

export const yamlEditor: TextEditor = {
  apply(text, edits, body) {
    const parts = partsOf(text);
    const yaml = edits.length === 0 ? parts.yaml : withEdits(parts.yaml, edits);
    const isSame = yaml === parts.yaml && (body === undefined || body === parts.body);
    return isSame
      ? text
      : textOf({ yaml, body: parts.body === undefined ? undefined : (body ?? parts.body) });
  },
  merge(base, ours, theirs) {
    const [b, o, t] = [base, ours, theirs].map((text) => {
      const { yaml, body = '' } = partsOf(text);
      return { fields: (parseYaml(yaml).toJS() ?? {}) as Record<string, unknown>, body };
    }) as [Merged, Merged, Merged];
    const conflicts: Conflict[] = [];
    const edits: Edit[] = [];
    for (const name of new Set([...Object.keys(b.fields), ...Object.keys(o.fields)])) {
      const [was, own, other] = [b.fields[name], o.fields[name], t.fields[name]];
      if (isDeepStrictEqual(was, own) || isDeepStrictEqual(own, other)) continue;
      if (isDeepStrictEqual(was, other)) edits.push({ path: [name], value: own });
      else conflicts.push({ path: [name], base: was, ours: own, theirs: other });
    }
    const isOurBody = b.body !== o.body && o.body !== t.body;
    if (isOurBody && b.body !== t.body)
      conflicts.push({ path: ['body'], base: b.body, ours: o.body, theirs: t.body });
    return { text: yamlEditor.apply(theirs, edits, isOurBody ? o.body : undefined), conflicts };
  },
  parse({ collection }: DeskDocument, text) {
    const { yaml, body } = isDocumentCollection(collection) ? partsOf(text) : { yaml: text, body: '' };
    const document = parseYaml(yaml);
    const fields = document.errors.length > 0 ? {} : ((document.toJS() ?? {}) as Record<string, unknown>);
    return { fields, body: body ?? '' };
  },
};

interface Merged {
  fields: Record<string, unknown>;
  body: string;
}

function withEdits(yaml: string, edits: readonly Edit[]): string {
  const document = parseYaml(yaml);
  for (const { path, value } of edits) {
    if (value === undefined || value === null) document.deleteIn(path);
    else document.setIn(path, document.createNode(asTexts(value)));
  }
  return document.toString({ lineWidth: 0 });
}
