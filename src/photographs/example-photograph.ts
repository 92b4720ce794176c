/**
 * A photograph for tests and benchmarks, because the example content has none: sky, hills and a field of leaves, with grain that
 * survives resizing. The same bytes each time.
 */
import sharp from 'sharp';

/** Generated at a third of its size and enlarged: resizing would remove grain of single pixels. */
const COARSE = 3;

export interface ExampleOptions {
  widthPx: number;
  heightPx: number;
  /** 0 for a clear day, 1 for a cheap phone at dusk. */
  grain: number;
  /** EXIF orientation. */
  orientation?: number;
}

/** A JPEG as a phone writes it. */
export function examplePhotograph({
  widthPx,
  heightPx,
  grain,
  orientation,
}: ExampleOptions): Promise<Buffer> {
  const [width, height] = [Math.ceil(widthPx / COARSE), Math.ceil(heightPx / COARSE)];
  const pixels = new Uint8Array(width * height * 3);
  let state = 1;
  const chance = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const horizon = height * (0.45 + 0.06 * Math.sin(x / 90) + 0.02 * Math.sin(x / 17));
      const leaf = 40 * Math.sin(x / 5 + Math.sin(y / 3)) * Math.cos(y / 4);
      const colour =
        y < horizon ? [120 + (90 * y) / height, 165 + (60 * y) / height, 225] : [95 + leaf, 125 + leaf, 50];
      for (const [index, value] of colour.entries())
        pixels[at + index] = clamp(value + 160 * grain * chance());
    }
  }
  const image = sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize({ width: widthPx, height: heightPx, fit: 'fill' })
    .jpeg({ quality: 92 });
  return (orientation === undefined ? image : image.withMetadata({ orientation })).toBuffer();
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
