/** Photographs of a few megabytes, as phones take them: noise under a picture's name, so that nothing packs them small. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { createDice } from './dice.ts';

/** Pixels of a photograph of a phone: 12 megapixels. */
const [WIDTH_PX, HEIGHT_PX] = [4000, 3000];
/** How much smaller the noise is thrown before it is blown up: with it a photograph has about 3 MB. */
const GRAIN_PX = 3;

/** Where a site has the photograph of that number. */
export function photographAddress(number: number): string {
  return `/images/made-${number}.jpg`;
}

/** Writes `count` photographs into a folder that is served as it lies. */
export async function makePhotographs(publicDir: string, count: number, seed: number): Promise<void> {
  mkdirSync(join(publicDir, 'images'), { recursive: true });
  for (let number = 0; number < count; number += 1) {
    const dice = createDice(seed, `photograph ${number}`);
    const [width, height] = [Math.ceil(WIDTH_PX / GRAIN_PX), Math.ceil(HEIGHT_PX / GRAIN_PX)];
    const noise = Buffer.alloc(width * height * 3);
    for (let at = 0; at < noise.length; at += 1) noise[at] = 64 + dice.number(128);
    const jpeg = await sharp(noise, { raw: { width, height, channels: 3 } })
      .resize(WIDTH_PX, HEIGHT_PX, { kernel: 'cubic' })
      .jpeg({ quality: 80 })
      .toBuffer();
    writeFileSync(join(publicDir, photographAddress(number)), jpeg);
  }
}
