/** Services in memory, for tests of the server: documents as texts, without git and without rendered pages. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noDocuments } from '../documents/document.ts';
import { createSite } from '../documents/site.ts';
import type { CollectionName } from '../schema/collection-name.ts';
import type { BaseDocument, DeskDocument, DeskHost, DeskServices } from './contract.ts';
import { revisionOf } from './text-history.ts';

export interface DeskFixture extends DeskServices, DeskHost {
  /** Texts by `collection/slug`. */
  texts: Map<string, string>;
  /** The texts of a base, by `collection/slug`. */
  baseTexts: Map<string, string>;
  /** Names of uploads, and files of publications. */
  received: string[];
}

const keyOf = ({ collection, slug }: DeskDocument) => `${collection}/${slug}`;

/** The document of a base by `collection/slug`. */
function baseDocument(key: string): BaseDocument {
  const [collection, slug = ''] = key.split('/') as [CollectionName, string];
  return { collection, slug, title: `省里的${slug}`, from: '示例省', file: `../province/${key}` };
}

/** A text is a line of `field: value` each; a conflict is a field that both changed. */
export function openDeskFixture(): DeskFixture {
  const texts = new Map([['policies/di-bao', 'title: 低保\nsummary: 一句话']]);
  const baseTexts = new Map<string, string>();
  const received: string[] = [];
  const fieldsOf = (text: string): Record<string, string> =>
    Object.fromEntries(text.split('\n').map((line) => line.split(': ') as [string, string]));
  const joined = (fields: Record<string, unknown>) =>
    Object.entries(fields)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join('\n');
  const site = createSite(
    noDocuments(),
    { site: { name: '某县', url: 'https://x.example/' }, ledger: [], finder: [] },
    '2026-11-23',
  );
  const fixture: DeskFixture = {
    texts,
    baseTexts,
    received,
    forms: () => [],
    workspace: {
      list: async () =>
        Array.from(texts.keys(), (key) => {
          const [collection, slug = ''] = key.split('/') as [CollectionName, string];
          return { collection, slug, title: slug, state: 'draft' as const, file: key, updated: '' };
        }),
      async read(document) {
        const text = texts.get(keyOf(document));
        if (text === undefined) return undefined;
        const row = { ...document, title: '', state: 'draft' as const, file: keyOf(document), updated: '' };
        return { text, revision: revisionOf(text), row };
      },
      async save(document, text) {
        texts.set(keyOf(document), text);
        return revisionOf(text);
      },
      async discard(document) {
        texts.delete(keyOf(document));
      },
      history: async () => [],
      unsent: async () => [],
      publish: async () => ({ ok: true, answer: '发布了。' }),
      undo: async () => ({ ok: true, answer: '撤销了。' }),
      review: async () => undefined,
      endReview: async () => true,
      approvals: async () => ({ mode: undefined, waiting: [] }),
      approve: async () => ({ ok: true, answer: '发布了。' }),
      catchUp: async () => undefined,
      move: async (document) => document,
      linksTo: async () => [],
      withdraw: async () => undefined,
      async makeOwn(document) {
        texts.set(keyOf(document), 'inherits: rest');
      },
      async leaveOut(document) {
        texts.set(keyOf(document), 'inherits: none');
      },
      async noteSeen({ slug }) {
        received.push(slug);
      },
      async followBase(document) {
        texts.delete(keyOf(document));
      },
    },
    editor: {
      apply: (_, text, edits) =>
        joined({
          ...fieldsOf(text),
          ...Object.fromEntries(edits.map(({ path, value }) => [path[0], value])),
        }),
      merge(_, base, ours, theirs) {
        const [b, o, t] = [fieldsOf(base), fieldsOf(ours), fieldsOf(theirs)];
        const mine = Object.keys(o).filter((name) => o[name] !== b[name]);
        const both = mine.filter((name) => t[name] !== b[name] && t[name] !== o[name]);
        const changed = Object.fromEntries(mine.map((name) => [name, o[name]]));
        const conflicts = both.map((name) => ({
          path: [name],
          base: b[name],
          ours: o[name],
          theirs: t[name],
        }));
        return { text: joined({ ...t, ...changed }), conflicts };
      },
      parse: (_, text) => ({ fields: fieldsOf(text), body: '' }),
      fixingRules: (_, text) => new Set(text.includes(',') ? ['text/half-width'] : []),
      fix: (_, text) => text.replaceAll(',', '，'),
    },
    live: {
      top: () => '/',
      documents: noDocuments,
      view: async ({ slug }, text) => ({
        page: Buffer.from(`<html><head></head><body>${text}<a href="/policies/other/">x</a></body></html>`),
        pageFile: `policies/${slug}/index.html`,
        site,
        document: undefined,
        isDraft: true,
        heldUntil: undefined,
        findings: text.includes(',')
          ? [
              {
                file: '',
                line: 1,
                column: 1,
                severity: 'warning',
                rule: 'text/half-width',
                message: '半角逗号',
              },
            ]
          : [],
      }),
      compare: async () => [],
      find: async (file) => Buffer.from(file),
      saved: async () => undefined,
      contentChanged: async () => undefined,
      publicChanged: async () => undefined,
    },
    bases: {
      list: () => Array.from(baseTexts.keys(), baseDocument),
      find({ collection, slug }) {
        const text = baseTexts.get(`${collection}/${slug}`);
        return text === undefined ? undefined : { ...baseDocument(`${collection}/${slug}`), text };
      },
      changed: () => new Set<string>(),
      changesSince: () => [],
    },
    intake: {
      async importFile(_, name, as) {
        received.push(name);
        return { collection: as, slug: 'new', ledger: '', summary: [], notes: [] };
      },
      readSheets: async () => undefined,
      async makeRecords(_, name, choices, defaults) {
        received.push(name, JSON.stringify({ choices, defaults }));
        return { files: [], notes: [] };
      },
      async addRecording(_, name) {
        received.push(name);
        return { src: '/audio/a.mp3' };
      },
      async addPhotograph(_, name) {
        received.push(name);
        return { src: '/images/a.jpg', width: 1, height: 1 };
      },
      paste: async () => ({ body: '', notes: [] }),
      proposeName: async () => 'new',
      create: async (collection) => ({ collection, slug: 'new' }),
    },
    client: async () => new Map([['index.html', Buffer.from('<html><head></head></html>')]]),
    draftsFile: join(mkdtempSync(join(tmpdir(), 'mingbai-desk-')), 'reviews.json'),
    now: () => new Date(),
    onFailure: (error) => String(error),
    users: () => [undefined],
    open: async (user) => ({
      ...fixture,
      workspace: {
        ...fixture.workspace,
        async publish(files, message) {
          received.push(...files, message, user ?? '');
          return { ok: true, answer: '发布了。', commit: 'abc1234' };
        },
      },
    }),
  };
  return fixture;
}
