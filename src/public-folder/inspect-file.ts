/** Inspects a file of the folder public for the rules of `check`. */
import { extname } from 'node:path';
import { cleanPicture, PictureRefused, pictureFormats } from './clean-picture.ts';
import type { DrawingFault } from './drawing.ts';
import { hasFaces, hasLocation } from './find-location.ts';
import { classifyFile, type FileKind, isPlainName, isSystemFile, unsupportedPictures } from './kinds.ts';
import { readDrawing } from './published-drawing.ts';
import { zipEntries } from './zip-files.ts';

/** A raster image and its metadata. */
export interface PictureInspection {
  /** Why it must not be published, in Chinese, without a full stop; undefined if it may. */
  fault?: string;
  /** 0 if it cannot be read. */
  pixels: number;
  /** Whether it has location metadata. */
  hasLocation: boolean;
  /** Whether it has metadata about faces. */
  hasFaces: boolean;
}

export interface FileInspection {
  kind: FileKind;
  hasPlainName: boolean;
  /** For raster images. */
  picture?: PictureInspection;
  /** For drawings. */
  drawingFaults?: DrawingFault[];
  /** Whether a file of another kind has location metadata. */
  containsLocation: boolean;
}

/** Inspects the file at this address. System files are not published, so they have no faults. */
export async function inspectFile(address: string, bytes: Uint8Array): Promise<FileInspection> {
  const hasPlainName = isPlainName(address);
  if (isSystemFile(address))
    return { kind: { isAllowed: true }, hasPlainName: true, containsLocation: false };
  const ending = extname(address).toLowerCase();
  const unseen = unsupportedPictures[ending];
  if (unseen !== undefined || pictureFormats[ending] !== undefined) {
    const picture = await inspectPicture(ending, bytes);
    return { kind: { isAllowed: true }, hasPlainName, picture, containsLocation: false };
  }
  const kind = classifyFile(address, bytes);
  if (ending === '.svg') {
    const { faults } = await readDrawing(bytes);
    return { kind, hasPlainName, containsLocation: false, drawingFaults: faults };
  }
  return { kind, hasPlainName, containsLocation: kind.isAllowed && containsLocation(bytes) };
}

/** Depth of nested zips: a spreadsheet in a document in a zip. */
const MAX_ZIP_DEPTH = 3;

/** Whether a file or one inside it has location metadata. */
export function containsLocation(bytes: Uint8Array, depth = 0): boolean {
  if (hasLocation(bytes)) return true;
  const packed = depth < MAX_ZIP_DEPTH ? zipEntries(bytes) : undefined;
  return (packed ?? []).some((entry) => containsLocation(entry.bytes, depth + 1));
}

async function inspectPicture(ending: string, bytes: Uint8Array): Promise<PictureInspection> {
  const found = { hasLocation: hasLocation(bytes), hasFaces: hasFaces(bytes) };
  const format = pictureFormats[ending];
  if (format === undefined) {
    const name = unsupportedPictures[ending] ?? ending;
    return { ...found, pixels: 0, fault: `是 ${name} 格式，多数手机的浏览器打不开，里面的拍摄地点也去不掉` };
  }
  try {
    const { pixels } = await cleanPicture(bytes, format);
    return { ...found, pixels };
  } catch (error) {
    if (!(error instanceof PictureRefused)) throw error;
    return { ...found, pixels: 0, fault: error.message };
  }
}
