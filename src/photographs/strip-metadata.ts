/**
 * Takes out of the photographs of a built site what a phone has written into them: where they were taken, when, by whom.
 * Only those that carry something are made anew, upright, because the turn of a photograph is written there as well.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const formats: Readonly<Record<string, 'jpeg' | 'png' | 'webp'>> = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
};

/** Makes the photographs below `outDir` that came from `publicDir` clean; gives how many were changed. */
export async function stripMetadata(publicDir: string, outDir: string): Promise<number> {
  if (!existsSync(publicDir)) return 0;
  let changed = 0;
  for (const name of readdirSync(publicDir, { recursive: true, encoding: 'utf8' }).sort()) {
    const format = formats[extname(name).toLowerCase()];
    const path = join(outDir, name);
    if (!format || !existsSync(path)) continue;
    const clean = await cleaned(readFileSync(path), format);
    if (!clean) continue;
    writeFileSync(path, clean);
    changed += 1;
  }
  return changed;
}

/** The same picture without what was written into it; undefined for one that carries nothing, or is no picture. */
async function cleaned(bytes: Uint8Array, format: 'jpeg' | 'png' | 'webp'): Promise<Uint8Array | undefined> {
  const { default: sharp } = await import('sharp');
  try {
    const { exif, xmp, iptc, comments } = await sharp(bytes).metadata();
    if (!exif && !xmp && !iptc && !comments?.length) return undefined;
    return await sharp(bytes).rotate().toFormat(format, { quality: 88 }).toBuffer();
  } catch {
    return undefined;
  }
}
