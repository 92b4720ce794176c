/** What comes in from outside: a document, a photograph, what was copied elsewhere. */
import type { IncomingMessage } from 'node:http';
import { DeskError } from '../desk-error.ts';
import { MAX_UPLOAD_BYTES, readBytes, readJson } from '../http.ts';
import { documentCollectionOf, sheetChoicesOf, textOf } from '../input.ts';
import type { Route, RouteContext } from './route.ts';

const MAX_NAME_LENGTH = 200;
/** Rich text of a page with its styles is many times its words. */
const MAX_PASTE_LENGTH = 3_000_000;

export const incomingRoutes: Route[] = [
  { method: 'POST', path: 'import', answer: importFile },
  { method: 'POST', path: 'photographs', answer: addPhotograph },
  { method: 'POST', path: 'recordings', answer: addRecording },
  { method: 'POST', path: 'sheets', answer: readSheets },
  { method: 'POST', path: 'sheets/records', answer: makeRecords },
  { method: 'POST', path: 'paste', answer: paste },
];

async function importFile({ request, query, services, events }: RouteContext) {
  const { bytes, name } = await readUpload(request);
  const draft = await services.intake.importFile(
    bytes,
    name,
    documentCollectionOf(query.get('as') ?? 'policies'),
  );
  const { collection, slug } = draft;
  await services.live.publicChanged();
  await services.live.saved(
    { collection, slug },
    (await services.workspace.read({ collection, slug }))?.text,
  );
  events.send({ kind: 'changed', documents: [{ collection, slug }] });
  return draft;
}

async function addPhotograph({ request, services }: RouteContext) {
  const { bytes, name } = await readUpload(request);
  const photograph = await services.intake.addPhotograph(bytes, name);
  await services.live.publicChanged();
  return photograph;
}

async function addRecording({ request, services }: RouteContext) {
  const { bytes, name } = await readUpload(request);
  const recording = await services.intake.addRecording(bytes, name);
  await services.live.publicChanged();
  return recording;
}

async function readSheets({ request, services }: RouteContext) {
  const { bytes, name } = await readUpload(request);
  const offer = await services.intake.readSheets(bytes, name);
  if (offer === undefined) throw new DeskError(415, '这不是表格。表格要是 Excel、WPS 或 CSV 文件。');
  return offer;
}

async function makeRecords({ request, query, services, events }: RouteContext) {
  const { choices, ...defaults } = sheetChoicesOf(query);
  const { bytes, name } = await readUpload(request);
  const made = await services.intake.makeRecords(bytes, name, choices, defaults);
  await services.live.contentChanged();
  events.send({ kind: 'changed' });
  return made;
}

async function paste({ request, services }: RouteContext) {
  const given = await readJson(request);
  const text = (value: unknown) => textOf(value, MAX_PASTE_LENGTH, '粘贴的内容');
  return services.intake.paste(
    given.html === undefined ? { text: text(given.text) } : { html: text(given.html) },
  );
}

/** The bytes of an upload and the last part of its name: a folder in it leads nowhere. */
async function readUpload(request: IncomingMessage): Promise<{ bytes: Buffer; name: string }> {
  if (request.headers['content-type'] !== 'application/octet-stream')
    throw new DeskError(415, '内容的类型不对。');
  const name = uploadName(String(request.headers['x-file-name'] ?? ''));
  const bytes = await readBytes(request, MAX_UPLOAD_BYTES);
  if (bytes.length === 0) throw new DeskError(400, '这个文件是空的。');
  return { bytes, name };
}

/** The name of an uploaded file, from its URL-encoded header. */
export function uploadName(header: string): string {
  let name: string;
  try {
    name = decodeURIComponent(header);
  } catch {
    throw new DeskError(400, '文件名读不懂。');
  }
  const last = name.split(/[/\\]/).at(-1)?.replace(/\p{C}/gu, '').trim() ?? '';
  if (last === '' || /^\.+$/.test(last) || last.length > MAX_NAME_LENGTH)
    throw new DeskError(400, '文件名读不懂。');
  return last;
}
