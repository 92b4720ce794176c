/** Lists, reads and saves documents. A text that somebody else saved in between is joined with it, never written over. */
import type { BaseDocument, DeskDocument, DeskServices, DocumentRow } from '../contract.ts';
import { DeskError } from '../desk-error.ts';
import { readJson } from '../http.ts';
import { collectionOf, documentOf, editsOf, optionalTextOf, textOf } from '../input.ts';
import { searchRecords } from '../record-search.ts';
import { revisionOf, type TextHistory } from '../text-history.ts';
import type { Route, RouteContext } from './route.ts';

/** Far above the limit of a document's length, which `check` explains. */
export const MAX_TEXT_LENGTH = 1_000_000;
const MAX_TITLE_LENGTH = 200;
const MAX_SLUG_LENGTH = 100;
const MAX_RULE_LENGTH = 100;

export const documentRoutes: Route[] = [
  { method: 'GET', path: 'forms', answer: ({ services }) => services.forms() },
  { method: 'GET', path: 'documents', answer: ({ services }) => list(services) },
  {
    method: 'GET',
    path: 'documents/:collection/:slug',
    answer: ({ params, services, texts }) => readState(services, texts, documentOf(params)),
  },
  { method: 'POST', path: 'documents', answer: create },
  {
    method: 'GET',
    path: 'names/:collection',
    async answer({ params, query, services }) {
      const title = textOf(query.get('title') ?? '', MAX_TITLE_LENGTH, '标题').trim();
      return { slug: await services.intake.proposeName(collectionOf(params.collection), title) };
    },
  },
  { method: 'PUT', path: 'documents/:collection/:slug', answer: save },
  { method: 'POST', path: 'documents/:collection/:slug/fix', answer: fix },
  {
    method: 'POST',
    path: 'documents/:collection/:slug/discard',
    async answer({ params, services, events }) {
      const document = documentOf(params);
      await services.workspace.discard(document);
      const left = await services.workspace.read(document);
      await services.live.saved(document, left?.text);
      events.send({ kind: 'changed', documents: [document] });
      return { removed: left === undefined };
    },
  },
  {
    method: 'GET',
    path: 'records/:collection',
    answer: ({ params, query, services }) =>
      searchRecords(services.live.documents(), collectionOf(params.collection), query.get('q') ?? ''),
  },
];

/** The own files, then what comes from the bases as it is. */
async function list({ workspace, bases }: DeskServices): Promise<DocumentRow[]> {
  const own = await workspace.list();
  const inherited = new Map(bases.list().map((document) => [keyOf(document), document]));
  // A file that leaves a document out has no title of its own.
  const rows = own.map((row) =>
    row.inherits === 'none' ? { ...row, title: inherited.get(keyOf(row))?.title ?? row.title } : row,
  );
  const changed = bases.changed();
  for (const row of rows) if (changed.has(keyOf(row))) row.isBaseChanged = true;
  for (const row of own) inherited.delete(keyOf(row));
  return [...rows, ...Array.from(inherited.values(), inheritedRow)];
}

const keyOf = ({ collection, slug }: DeskDocument) => `${collection}/${slug}`;

function inheritedRow({ collection, slug, title, from, file }: BaseDocument): DocumentRow {
  return { collection, slug, title, from, file, state: 'inherited', updated: '' };
}

/** The present state of a document, for the form; of an inherited one, to be read only. */
export async function readState(services: DeskServices, texts: TextHistory, document: DeskDocument) {
  const found = await services.workspace.read(document);
  const base = found === undefined ? services.bases.find(document) : undefined;
  if (base !== undefined) {
    const { text } = base;
    const parts = partsOf(services.editor, document, text);
    return { ...inheritedRow(base), revision: texts.add(text), text, ...parts, findings: [] };
  }
  if (found === undefined) throw new DeskError(404, '没有这个文件，可能被删掉或者改名了。');
  return stateOf(services, texts, document, found.text, found.row);
}

async function stateOf(
  { editor, live, bases }: DeskServices,
  texts: TextHistory,
  document: DeskDocument,
  text: string,
  row: object,
) {
  const { fields, body } = editor.parse(document, text);
  const view = await live.view(document, text);
  const found = [...(view?.findings ?? []), ...bases.changesSince(document, text)];
  const findings = withFixes(editor, document, text, found);
  const base = bases.find(document);
  return {
    ...row,
    ...(base && { from: base.from, inBase: partsOf(editor, document, base.text) }),
    ...{ revision: texts.add(text), text, fields, body, findings },
  };
}

/** The fields and the body of a text for the form. */
function partsOf(editor: DeskServices['editor'], document: DeskDocument, text: string) {
  const { fields, body } = editor.parse(document, text);
  return { fields, body };
}

/** Marks the findings that the desk can put right. */
export function withFixes<F extends { rule: string }>(
  editor: DeskServices['editor'],
  document: DeskDocument,
  text: string,
  findings: readonly F[],
): (F & { fix?: true })[] {
  if (findings.length === 0) return [];
  const rules = editor.fixingRules(document, text);
  return findings.map((finding) => (rules.has(finding.rule) ? { ...finding, fix: true } : finding));
}

/** The text that a request describes: whole, or as edits of the revision that the form began with. */
export function textFrom(
  { editor }: Pick<DeskServices, 'editor'>,
  texts: TextHistory,
  document: DeskDocument,
  given: Readonly<Record<string, unknown>>,
): { base: string | undefined; text: string } {
  const base = baseOf(texts, given);
  const whole = optionalTextOf(given.text, MAX_TEXT_LENGTH, '文字');
  if (whole !== undefined) return { base, text: whole };
  if (base === undefined)
    throw new DeskError(410, '编辑台重新开过了，请把这一页重新打开。', { reload: true });
  const body = optionalTextOf(given.body, MAX_TEXT_LENGTH, '正文');
  const isExact = given.isExact === true;
  return { base, text: editor.apply(document, base, editsOf(given.edits), body, { isExact }) };
}

/** The text of a revision. After a restart of the desk the page sends it along; it counts only if it is the text of that revision. */
function baseOf(texts: TextHistory, { revision, baseText }: Readonly<Record<string, unknown>>) {
  if (typeof revision !== 'string') return undefined;
  const sent = optionalTextOf(baseText, MAX_TEXT_LENGTH, '文字');
  if (sent !== undefined && revisionOf(sent) === revision) texts.add(sent);
  return texts.get(revision);
}

async function create({ request, services, events }: RouteContext) {
  const given = await readJson(request);
  const collection = collectionOf(given.collection);
  const title = textOf(given.title, MAX_TITLE_LENGTH, '标题').trim();
  const slug = optionalTextOf(given.slug, MAX_SLUG_LENGTH, '文件名');
  const document = await services.intake.create(collection, slug === '' ? undefined : slug, title);
  const made = await services.workspace.read(document);
  await services.live.saved(document, made?.text);
  events.send({ kind: 'changed', documents: [document] });
  return document;
}

async function save({ request, params, services, texts, events }: RouteContext) {
  const document = documentOf(params);
  const given = await readJson(request);
  const found = await services.workspace.read(document);
  if (found === undefined) throw new DeskError(404, '没有这个文件，可能被删掉或者改名了。');
  const { base, text: ours } = textFrom(services, texts, document, given);
  const theirs = found.text;
  let text = ours;
  if (texts.add(theirs) !== given.revision && theirs !== ours) {
    const joined = services.editor.merge(document, base ?? '', ours, theirs);
    if (joined.conflicts.length > 0) {
      const now = await stateOf(services, texts, document, theirs, found.row);
      throw new DeskError(409, '这一篇刚才有人也改了同一处，请选留哪一个。', {
        theirs: now,
        conflicts: joined.conflicts,
      });
    }
    text = joined.text;
  }
  // Compared again at the moment of writing: another editor may have saved while the two were joined.
  const latest = await services.workspace.read(document);
  if (latest?.text !== theirs)
    throw new DeskError(409, '刚才有人也在存这一篇，请再存一次。', { retry: true });
  if (text !== theirs) {
    await services.workspace.save(document, text);
    await services.live.saved(document, text);
    events.send({ kind: 'saved', ...document, revision: texts.add(text) });
  }
  const state = await readState(services, texts, document);
  if (text === ours) return state;
  // What was typed meanwhile is compared with what was sent, not with what it was joined with.
  const { fields, body } = services.editor.parse(document, ours);
  return { ...state, sent: { revision: texts.add(ours), text: ours, fields, body } };
}

/** Puts right what a rule is certain of, in the saved text that the form shows. */
async function fix({ request, params, services, texts, events }: RouteContext) {
  const document = documentOf(params);
  const given = await readJson(request);
  const rule = textOf(given.rule, MAX_RULE_LENGTH, '规则');
  const found = await services.workspace.read(document);
  if (found === undefined) throw new DeskError(404, '没有这个文件，可能被删掉或者改名了。');
  if (texts.add(found.text) !== given.revision)
    throw new DeskError(409, '刚才有人也在存这一篇，请再按一次。', { retry: true });
  const text = services.editor.fix(document, found.text, rule);
  if (text !== found.text) {
    await services.workspace.save(document, text);
    await services.live.saved(document, text);
    events.send({ kind: 'saved', ...document, revision: texts.add(text) });
  }
  return readState(services, texts, document);
}
