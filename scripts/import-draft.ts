/** Makes the draft of one document, with its pictures in the folder public. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Imported, importFile, runProgram } from '../src/import/index.ts';
import type { DocumentCollection } from '../src/schema/collection-name.ts';
import type { CollectionData } from '../src/schema/collections.ts';
import { startingFile } from '../src/schema/starting-file.ts';
import type { Settings } from '../src/settings.ts';
import { publicForNew } from './content-location.ts';
import { writeDraft } from './draft.ts';
import type { ImportInput } from './import-input.ts';

export interface DraftOrder {
  collection: DocumentCollection;
  slug: string;
  contacts: readonly CollectionData['contacts'][];
}

export interface MadeDraft {
  /** Its path as an editor would name it. */
  file: string;
  imported: Imported;
}

/** Imports a file and writes its draft under a free name; throws ImportError if the file cannot be read, and writes nothing then. */
export async function makeDraft(
  settings: Settings,
  input: ImportInput,
  { collection, slug, contacts }: DraftOrder,
): Promise<MadeDraft> {
  const pictures = freePictureFolder(settings, slug);
  const picturesAt = `/images/${basename(pictures)}/`;
  const imported = await importInput(input, { collection, contacts, picturesAt });
  const source = `${input.name}，${settings.today} 导入`;
  const text = startingFile(collection, imported.known, imported.body, source);
  const file = writeDraft(settings, collection, slug, text);
  writePictures(pictures, imported);
  return { file, imported };
}

/** Reads a file without writing anything; throws ImportError if it cannot be read. */
export function importInput(
  { bytes, name, readBeside }: ImportInput,
  order: Pick<DraftOrder, 'collection' | 'contacts'> & { picturesAt: string },
): Promise<Imported> {
  return importFile(bytes, name, { ...order, readBeside, runProgram });
}

/** A free folder for pictures in the folder public of the site. */
function freePictureFolder(settings: Settings, slug: string): string {
  const images = join(publicForNew(settings), 'images');
  for (let number = 1; ; number += 1) {
    const folder = join(images, number === 1 ? slug : `${slug}-${number}`);
    if (!existsSync(folder)) return folder;
  }
}

function writePictures(folder: string, { pictures }: Imported): void {
  if (pictures.length > 0) mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of pictures) writeFileSync(join(folder, name), bytes, { flag: 'wx' });
}
