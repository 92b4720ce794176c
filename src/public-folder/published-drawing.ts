/** Sanitizes a drawing and the raster images in it. */
import { cleanPicture, type PictureFormat, PictureRefused } from './clean-picture.ts';
import { cleanDrawing, type DrawingFault } from './drawing.ts';

const formats: Readonly<Record<string, PictureFormat>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

export interface ReadDrawing {
  /** The original text. */
  source: string;
  faults: DrawingFault[];
  /** The sanitized drawing; only if there is no fault. */
  text?: string;
}

/** Sanitizes a drawing and its images. Throws for no content. */
export async function readDrawing(bytes: Uint8Array): Promise<ReadDrawing> {
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { source: '', faults: [{ offset: 0, what: 'UTF-8 以外的编码' }] };
  }
  const { text, faults, pictures } = cleanDrawing(source);
  if (text === undefined) return { source, faults };
  let published = text;
  for (const { offset, mediaType, bytes: picture } of pictures) {
    const format = formats[mediaType];
    try {
      if (format === undefined) throw new PictureRefused('不能用');
      const clean = await cleanPicture(picture, format);
      if (clean.isChanged) published = published.replaceAll(base64(picture), base64(clean.bytes));
    } catch (error) {
      if (!(error instanceof PictureRefused)) throw error;
      faults.push({ offset, what: `一张图片，它${error.message}` });
    }
  }
  return faults.length > 0 ? { source, faults } : { source, faults, text: published };
}

/** The drawing as it is published. Throws PictureRefused. */
export async function publishedDrawing(bytes: Uint8Array): Promise<string> {
  const { text, faults } = await readDrawing(bytes);
  if (text === undefined) throw new PictureRefused(`里有不能用的东西：${faults[0]?.what ?? ''}`);
  return text;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}
