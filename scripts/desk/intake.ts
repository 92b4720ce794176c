/** What comes into the desk from outside: imports, photographs, what was copied, and new documents. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Intake } from '../../src/desk/contract.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import type { Documents } from '../../src/documents/document.ts';
import { escapeHtml } from '../../src/documents/html-text.ts';
import {
  ImportError,
  ledgerSummary,
  ledgerText,
  preparePicture,
  slugFromTitle,
} from '../../src/import/index.ts';
import type { DocumentCollection } from '../../src/schema/collection-name.ts';
import type { Settings } from '../../src/settings.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { publicForNew } from '../content-location.ts';
import { importInput, makeDraft } from '../import-draft.ts';
import type { ImportInput } from '../import-input.ts';
import { openImportLedger } from '../import-ledger.ts';
import { UsageError } from '../usage-error.ts';
import { addRecording } from './add-recording.ts';
import { createDocument, freeSlug, proposeName } from './create-document.ts';
import { makeRecords, readSheets } from './sheets.ts';

/** Opens the intake; `documents` returns the saved documents and records. */
export function openIntake(settings: Settings, documents: () => Documents): Intake {
  return {
    importFile: (bytes, name, as) => withWords(() => importOne(settings, documents(), { bytes, name, as })),
    readSheets: (bytes, name) => withWords(() => readSheets(bytes, name)),
    makeRecords: (bytes, name, choices, defaults) =>
      withWords(() => makeRecords(settings, { bytes, name }, choices, defaults)),
    addRecording: async (bytes, name) => addRecording(settings, bytes, name),
    addPhotograph: (bytes, name) => addPhotograph(settings, bytes, name),
    paste: (content) => withWords(() => paste(settings, documents(), content)),
    proposeName: (collection, title) => withWords(async () => proposeName(settings, collection, title)),
    create: (collection, slug, title) =>
      withWords(async () => createDocument(settings, collection, slug, title)),
  };
}

/** Runs `work`; its errors for editors are those of the desk. */
async function withWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportError || error instanceof UsageError) throw new DeskError(400, error.message);
    throw error;
  }
}

const inputOf = (bytes: Uint8Array, name: string): ImportInput => ({
  bytes,
  path: name,
  name,
  isPasted: false,
  readBeside: () => undefined,
});

async function importOne(
  settings: Settings,
  records: Documents,
  { bytes, name, as: collection }: { bytes: Uint8Array; name: string; as: DocumentCollection },
) {
  const imports = openImportLedger(settings.contentDir);
  const known = imports.find(bytes);
  if (known !== undefined)
    throw new DeskError(409, `这个文件导入过，做成了 ${known.to.join('、')}。要再导入，先删掉那一篇。`);
  const slug = freeSlug(settings, collection, slugFromTitle(name.replace(/\.[^.]*$/, '')));
  const { imported } = await makeDraft(settings, inputOf(bytes, name), {
    collection,
    slugOf: () => slug,
    records,
  });
  imports.add(bytes, name, [`${collection}/${slug}.mdx`]);
  const { ledger, notes } = imported;
  return { collection, slug, ledger: ledgerText(ledger, name), summary: ledgerSummary(ledger), notes };
}

/** The body of what was copied; a heading that an import would make the title stays a heading. */
async function paste(settings: Settings, records: Documents, content: { html: string } | { text: string }) {
  const isHtml = 'html' in content || isTable(content.text);
  const source =
    'html' in content ? content.html : isTable(content.text) ? tableOf(content.text) : content.text;
  const name = isHtml ? '粘贴的内容.html' : '粘贴的内容.txt';
  const html = isHtml ? `<!doctype html><meta charset="utf-8"><body>${source}</body>` : source;
  const folder = `pasted-${settings.today}`;
  const taken = picturesIn(join(publicForNew(settings), 'images', folder));
  const picturesAt = `/images/${folder}/${taken + 1}-`;
  const order = { collection: 'pages', records, picturesAt } as const;
  const imported = await importInput(inputOf(Buffer.from(html), name), order);
  const { body, known, notes, ledger, pictures } = imported;
  const path = join(publicForNew(settings), picturesAt);
  for (const { name: file, bytes } of pictures) writeFileAtomic(`${path}${file}`, bytes);
  const title = ledger.titleCharacters > 0 ? `## ${String(known.title?.value ?? '')}\n\n` : '';
  return { body: `${title}${body}`, notes };
}

const picturesIn = (folder: string): number => (existsSync(folder) ? readdirSync(folder).length : 0);

/** Whether each line has the same number of cells, as spreadsheets copy them. */
function isTable(text: string): boolean {
  const counts = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split('\t').length);
  return (counts[0] ?? 1) > 1 && counts.every((count) => count === counts[0]);
}

function tableOf(text: string): string {
  const rows = text.trimEnd().split(/\r?\n/);
  const row = (line: string, tag: 'th' | 'td') =>
    `<tr>${line
      .split('\t')
      .map((cell) => `<${tag}>${escapeHtml(cell.trim())}</${tag}>`)
      .join('')}</tr>`;
  return `<table>${rows.map((line, at) => row(line, at === 0 ? 'th' : 'td')).join('')}</table>`;
}

/** Encodes a photograph again, which removes place and camera, and writes it under a free name. */
async function addPhotograph(settings: Settings, bytes: Uint8Array, name: string) {
  const picture = await preparePicture(bytes, 'photograph');
  if (picture === undefined) throw new DeskError(415, photographAdvice(bytes));
  const ending = picture.name.slice(picture.name.lastIndexOf('.'));
  const folder = join(publicForNew(settings), 'images');
  mkdirSync(folder, { recursive: true });
  const stem = slugFromTitle(name.replace(/\.[^.]*$/, ''));
  let file = `${stem}${ending}`;
  for (let number = 2; existsSync(join(folder, file)); number += 1) file = `${stem}-${number}${ending}`;
  writeFileAtomic(join(folder, file), picture.bytes);
  const { width = 0, height = 0 } = await sharp(picture.bytes).metadata();
  return { src: `/images/${file}`, width, height };
}

function photographAdvice(bytes: Uint8Array): string {
  const isHeic = /^....ftyp(?:heic|heix|hevc|mif1|msf1)/s.test(
    Buffer.from(bytes.slice(0, 12)).toString('latin1'),
  );
  return isHeic
    ? '这是苹果手机的 HEIC 照片，老手机打不开。请在手机里用微信发给自己，或者截一张图，再放进来。'
    : '这不是照片，或者文件坏了。照片要是 JPG、PNG 或 WebP。';
}
