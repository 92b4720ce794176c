/** What an editor types reaches the file whatever happens to the network, the program and other editors: a session against a real server. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyEdits, readParts } from '../edit-document.ts';
import { mergeDocuments } from '../merge-documents.ts';
import { applyOverBase, readOverBase } from '../over-base.ts';
import { type DeskServer, serveDesk } from '../server.ts';
import { type DeskFixture, openDeskFixture } from '../server-fixture.ts';
import { openSession } from './document-session.ts';
import type { DocumentSession, SessionView } from './session-view.ts';

const TOKEN = 'token-of-this-start';
const key = { collection: 'policies', slug: 'di-bao' };
const NAME = 'policies/di-bao';
const START =
  '---\ntitle: 低保 # 要紧\nsummary: 一句话\nkeyPoints: [甲, 乙]\n---\n\n头一段。\n\n* 后一段。\n';

let services: DeskFixture;
let desk: DeskServer;
let isOnline = true;
let store = new Map<string, string>();
const realFetch = globalThis.fetch;

const text = () => services.texts.get(NAME) ?? '';

async function startServer(): Promise<void> {
  desk = await serveDesk(services, { host: '127.0.0.1', port: 0, token: TOKEN });
}

beforeEach(async () => {
  services = openDeskFixture();
  services.texts.set(NAME, START);
  services.editor.apply = (_, ...rest) => applyEdits(...rest);
  services.editor.merge = (_, ...rest) => mergeDocuments(...rest);
  services.editor.parse = (_, whole) => readParts(whole);
  isOnline = true;
  store = new Map();
  await startServer();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => store.get(name) ?? null,
    setItem: (name: string, value: string) => store.set(name, value),
    removeItem: (name: string) => store.delete(name),
  });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (!isOnline) return Promise.reject(new TypeError('Failed to fetch'));
    const { origin } = new URL(desk.url);
    const headers = { ...(init.headers as Record<string, string>), 'x-desk-token': TOKEN, origin };
    return realFetch(`${origin}${path}`, { ...init, headers, keepalive: false });
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await desk.close();
});

interface Opened {
  session: DocumentSession;
  view(): SessionView;
}

async function open(): Promise<Opened> {
  let view: SessionView | undefined;
  const session = await openSession(key, (next) => {
    view = next;
  });
  return { session, view: () => view as SessionView };
}
/** Waits, with the timers of the session running. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 200 });
const isSaved = ({ view }: Opened) => until(() => expect(view().status).toBe('saved'));

test('while the program is away, it says so, keeps what is typed, and saves it when the program is back', async () => {
  const editor = await open();
  isOnline = false;
  editor.session.setValue(['title'], '断网时写的');
  await until(() => expect(editor.view().status).toBe('offline'));
  expect(editor.view().failure).toContain('没有回答');
  editor.session.setValue(['summary'], '还在写');
  expect(text()).toBe(START);
  isOnline = true;
  await isSaved(editor);
  expect(text()).toBe(START.replace('低保', '断网时写的').replace('一句话', '还在写'));
});

test('a program that was started again joins what was typed with what others saved meanwhile', async () => {
  const editor = await open();
  await desk.close();
  editor.session.setValue(['title'], '我的标题');
  await until(() => expect(editor.view().status).toBe('offline'));
  services.texts.set(NAME, START.replace('一句话', '别人的一句').replace('头一段', '别人的一段'));
  await startServer();
  await isSaved(editor);
  expect(text()).toBe(
    START.replace('低保', '我的标题').replace('一句话', '别人的一句').replace('头一段', '别人的一段'),
  );
});

test('a page that was killed right after a key has all of it when it is opened again, beside what others saved', async () => {
  const killed = await open();
  isOnline = false;
  killed.session.setValue(['title'], '刚打的字');
  killed.session.setBody('头一段，我改的。\n\n* 后一段。\n');
  // Neither a pause nor a last request: the process is gone.
  vi.clearAllTimers();
  services.texts.set(NAME, START.replace('一句话', '别人的一句'));
  isOnline = true;
  const reopened = await open();
  expect(reopened.view().fields.title).toBe('刚打的字');
  await isSaved(reopened);
  expect(text()).toContain('title: 刚打的字 # 要紧\nsummary: 别人的一句');
  expect(text()).toContain('头一段，我改的。\n\n* 后一段。');
  expect(store.size).toBe(0);
});

test('a copy of an earlier version of the desk is left out instead of stopping the form', async () => {
  store.set('desk:policies/di-bao', '{"base":{"fields":{}},"draft":');
  const editor = await open();
  expect(editor.view().fields.title).toBe('低保');
});

test('what is typed while a save is joined with the work of others takes nothing of theirs back', async () => {
  const editor = await open();
  editor.session.setBody(`${editor.view().body}\n我加的一段。\n`);
  services.texts.set(NAME, START.replace('头一段', '别人的一段').replace('[甲, 乙]', '[甲, 乙, 丙]'));
  const saving = editor.session.flush();
  editor.session.setBody(`${editor.view().body}还没停手。\n`);
  editor.session.setValue(['keyPoints', 0], '甲甲');
  await saving;
  await isSaved(editor);
  expect(text()).toContain('别人的一段');
  expect(text()).toContain('[甲甲, 乙, 丙]');
  expect(text()).toContain('还没停手。');
  expect(editor.view().body).toContain('别人的一段');
});

test('a document that was published says so without being opened again', async () => {
  const { read } = services.workspace;
  let state: 'changed' | 'published' = 'changed';
  services.workspace.read = async (document) => {
    const found = await read(document);
    return found && { ...found, row: { ...found.row, state } };
  };
  const { session, view } = await open();
  expect(view().base.state).toBe('changed');
  state = 'published';
  await session.refresh();
  expect(view().base.state).toBe('published');
  session.close();
});

test('where both changed the same, both are shown, and what is chosen is saved', async () => {
  const editor = await open();
  services.texts.set(NAME, START.replace('低保', '别人的标题').replace('一句话', '别人的一句'));
  editor.session.setValue(['title'], '我的标题');
  await until(() => expect(editor.view().status).toBe('conflict'));
  expect(editor.view().conflicts?.conflicts).toMatchObject([{ ours: '我的标题', theirs: '别人的标题' }]);
  const { theirs } = editor.view().conflicts ?? {};
  editor.session.settle({ fields: { ...theirs?.fields, title: '我的标题' }, body: theirs?.body ?? '' });
  await isSaved(editor);
  expect(text()).toContain('title: 我的标题 # 要紧\nsummary: 别人的一句');
});

test('the body typed as text keeps every byte; typed as it looks, only what shows otherwise changes', async () => {
  const editor = await open();
  editor.session.setBody('头一段。\n\n- 后一段。\n');
  await editor.session.flush();
  expect(text()).toBe(START);
  editor.session.setBody('头一段。\n\n- 后一段。\n\n\n', true);
  await editor.session.flush();
  expect(text()).toBe(START.replace('\n头一段。\n\n* 后一段。\n', '头一段。\n\n- 后一段。\n\n\n'));
});

test("words of the base that change below an open document are shown, and are not written as the county's own", async () => {
  services.baseTexts.set(NAME, START);
  services.texts.set(NAME, '---\ninherits: rest\n---\n');
  const over = (own: string) => ({
    collection: 'policies' as const,
    own,
    base: services.baseTexts.get(NAME) ?? '',
  });
  services.editor.parse = (_, whole) =>
    whole.includes('inherits') ? readOverBase(over(whole)) : readParts(whole);
  services.editor.apply = (_, own, edits, body) => applyOverBase(over(own), edits, body);
  const { session, view } = await open();
  expect(view().fields.title).toBe('低保');
  services.baseTexts.set(NAME, START.replace('低保', '新低保'));
  await session.refresh();
  expect(view().fields.title).toBe('新低保');
  expect(view().base.inBase?.fields.title).toBe('新低保');
  session.setValue(['summary'], '县里的一句话');
  await session.flush();
  expect(text()).toBe('---\ninherits: rest\nsummary: 县里的一句话\n---\n');
  session.close();
});
