/** Every file of the folder public that the content refers to, with the place of the reference. */
import { type AnnotatedFile, keyOf } from '../documents/source.ts';
import { mayContain } from './may-contain.ts';

export interface UsedFile {
  source: AnnotatedFile;
  /** The address of the file, `/images/a.jpg`. */
  address: string;
  offset: number;
}

/** The pictures of bodies, and the pictures and recordings of fields. */
export function usedFiles(source: AnnotatedFile): UsedFile[] {
  // Extracting texts takes time, and few files have such a field.
  const fields = (mayContain(source, 'src') ? source.texts : [])
    .filter(({ part, path }) => part === 'field' && /(?:^|\.)src$/.test(keyOf(path)))
    .map(({ text, offsets }) => ({ source, address: text, offset: offsets[0] ?? 0 }));
  return [...fields, ...source.images.map(({ address, offset }) => ({ source, address, offset }))];
}

/** The decoded address, as the name of its file; unchanged if it cannot be decoded. */
export function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
