/** Reads a picture: the text in it is recognized, see recognize.ts. */
import sharp from 'sharp';
import { ImportError } from '../import-error.ts';
import { recognizePages } from '../recognize.ts';
import type { Reader } from '../source-document.ts';

const MAX_PIXELS = 100_000_000;

export const readPictureFile: Reader = async (bytes, context) => {
  const png = await sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .rotate()
    .png()
    .toBuffer()
    .catch(() => {
      throw new ImportError(`${context.fileName} 坏了，打不开。请重新拍一张，或者把图上的字打出来。`);
    });
  return recognizePages([new Uint8Array(png)], context);
};
