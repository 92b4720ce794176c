/** Makes the draft of one document, with its pictures in the folder public. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { adviceFor, findReported, findScored, longSentencesIn, wordSources } from '../src/check/index.ts';
import type { Documents } from '../src/documents/document.ts';
import { type Imported, importFile, type Plainness, runProgram } from '../src/import/index.ts';
import type { DocumentCollection } from '../src/schema/collection-name.ts';
import { startingFile } from '../src/schema/starting-file.ts';
import type { Settings } from '../src/settings.ts';
import { publicForNew } from './content-location.ts';
import { writeDraft } from './draft.ts';
import type { ImportInput } from './import-input.ts';

export interface DraftOrder {
  collection: DocumentCollection;
  /** The name of the draft, called once; throws if it is taken. */
  slugOf(imported: Imported): string;
  /** Records of the content that the text may mention. */
  records: Pick<Documents, 'contacts' | 'glossary' | 'places'>;
}

export interface MadeDraft {
  /** Its path as an editor would name it. */
  file: string;
  imported: Imported;
}

/** Where pictures are in a draft until it has its name; no other text of a draft has it. */
const UNNAMED_PICTURES = '/images/unnamed-draft/';

/** Imports a file and writes its draft; throws ImportError if the file cannot be read, and writes nothing then. */
export async function makeDraft(
  settings: Settings,
  input: ImportInput,
  { collection, slugOf, records }: DraftOrder,
): Promise<MadeDraft> {
  const imported = await importInput(input, { collection, records, picturesAt: UNNAMED_PICTURES });
  const slug = slugOf(imported);
  const pictures = freePictureFolder(settings, slug);
  const body = imported.body.replaceAll(UNNAMED_PICTURES, `/images/${basename(pictures)}/`);
  const source = `${input.name}，${settings.today} 导入`;
  const file = writeDraft(settings, collection, slug, startingFile(collection, imported.known, body, source));
  writePictures(pictures, imported);
  return { file, imported: { ...imported, body } };
}

/** Reads a file without writing anything; throws ImportError if it cannot be read. */
export function importInput(
  { bytes, name, readBeside }: ImportInput,
  { records, ...order }: Pick<DraftOrder, 'collection' | 'records'> & { picturesAt: string },
): Promise<Imported> {
  const { contacts, glossary, places } = records;
  const plainness = { glossary, officialWords, longSentences: longSentencesIn };
  return importFile(bytes, name, { ...order, contacts, places, plainness, readBeside, runProgram });
}

/** The words of both tables of officialese in a text, each once. */
function officialWords(text: string): ReturnType<Plainness['officialWords']> {
  const found = [...findReported(text), ...findScored(text)];
  return [...new Map(found.map((match) => [match.word, match])).values()].map((match) => ({
    word: match.word,
    advice: adviceFor(match),
    source: wordSources[match.source],
  }));
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
