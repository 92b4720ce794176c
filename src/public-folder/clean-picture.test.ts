/** No picture is published with a location, a face, a name or a thumbnail; one that cannot be cleaned or parsed is not published. */
import { deflateSync } from 'node:zlib';
import ExifReader from 'exifreader';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { cleanPicture, type PictureFormat, PictureRefused } from './clean-picture.ts';
import { hasLocation } from './find-location.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FORMATS: PictureFormat[] = ['jpeg', 'png', 'webp', 'gif', 'avif'];
const EXIF = {
  IFD0: { Make: 'SECRET-MAKER', Artist: 'SECRET-NAME' },
  IFD2: { BodySerialNumber: 'SECRET-SERIAL' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '36/1 39/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '111/1 33/1 0/1',
  },
};
const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="36,39N" exif:GPSLongitude="111,33E" mwg-rs:SECRET-FACE=""/></rdf:RDF></x:xmpmeta>';

let grain: Buffer;
const plain = {} as Record<PictureFormat, Buffer>;
beforeAll(async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  grain = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#a33', noise } })
    .png()
    .toBuffer();
  for (const format of FORMATS) plain[format] = await sharp(grain).toFormat(format).toBuffer();
});

/** Expects no metadata in the texts of a file, nor in the result of an EXIF reader. */
async function expectClean(bytes: Uint8Array): Promise<void> {
  expect(hasLocation(bytes)).toBe(false);
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/SECRET|Exif|xmpmeta|GPS|MPF|ftypmp42/);
  const { exif, xmp, iptc, icc, comments, orientation } = await sharp(bytes).metadata();
  expect({ exif, xmp, iptc, icc, comments, orientation }).toEqual({});
  const groups = await ExifReader.load(Buffer.from(bytes), { expanded: true, async: true });
  expect(Object.keys(groups)).not.toContain('gps');
  expect(Object.keys(groups)).not.toContain('exif');
  expect(Object.keys(groups)).not.toContain('Thumbnail');
}

const be = (value: number, length: number) => {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
};
const segment = (marker: number, content: string | Buffer) => {
  const bytes = Buffer.from(content as string, 'latin1');
  return Buffer.concat([Buffer.from([0xff, marker]), be(bytes.length + 2, 2), bytes]);
};
const afterSoi = (jpeg: Buffer, ...segments: Buffer[]) =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
const chunk = (name: string, content: string | Buffer) => {
  const body = Buffer.from(content as string, 'latin1');
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  return Buffer.concat([be(body.length, 4), named, be(crc(named), 4)]);
};
const crc = (bytes: Buffer) => {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
};
const afterHead = (png: Buffer, ...chunks: Buffer[]) =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
const FILM = Buffer.from('\0\0\0\x18ftypmp42SECRET\xa9xyz\0\x12\x15\xc7+36.65+117.11/', 'latin1');

describe.each(FORMATS)('%s', (format) => {
  test('with a place, a name and a serial number in EXIF is reduced to its pixels', async () => {
    if (format === 'gif') return;
    const photo = await sharp(grain).withExif(EXIF).toFormat(format).toBuffer();
    expect(hasLocation(photo)).toBe(true);
    const { bytes, isChanged } = await cleanPicture(photo, format);
    expect(isChanged).toBe(true);
    await expectClean(bytes);
  });

  test('with an orientation is stored upright, and a wide colour space as sRGB', async () => {
    if (format === 'gif') return;
    const photo = await sharp(grain)
      .withExif(EXIF)
      .withMetadata({ orientation: 6, icc: 'p3' })
      .toFormat(format)
      .toBuffer();
    const { bytes } = await cleanPicture(photo, format);
    await expectClean(bytes);
    const { width, height } = await sharp(bytes).metadata();
    expect([width, height]).toEqual([60, 80]);
  });

  test('with XMP, or with an appended video or picture, is stored without', async () => {
    const withXmp =
      format === 'gif' ? plain.gif : await sharp(grain).withXmp(XMP).toFormat(format).toBuffer();
    const { bytes } = await cleanPicture(Buffer.concat([withXmp, FILM]), format);
    await expectClean(bytes);
  });

  test('without metadata is stored with the same bytes', async () => {
    const { bytes, isChanged } = await cleanPicture(plain[format], format);
    expect(isChanged).toBe(false);
    expect(bytes).toEqual(plain[format]);
  });

  test('truncated anywhere is refused, or stored complete and clean', async () => {
    const photo = await sharp(grain).withExif(EXIF).withXmp(XMP).toFormat(format).toBuffer();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: photo.length - 1 }), async (length) => {
        const cleaned = await cleanPicture(photo.subarray(0, length), format).catch(
          (error: unknown) => error,
        );
        if (!(cleaned instanceof PictureRefused)) await expectClean((cleaned as { bytes: Buffer }).bytes);
      }),
      { numRuns: 25 },
    );
    // Half of a picture is not published.
    await expect(cleanPicture(photo.subarray(0, photo.length * 0.6), format)).rejects.toThrow(PictureRefused);
  });

  test('of another format than its extension is refused', async () => {
    const other = format === 'png' ? plain.jpeg : plain.png;
    await expect(cleanPicture(other, format)).rejects.toThrow(PictureRefused);
  });
});

test('a progressive JPEG with every segment that phones and programs write loses all of them', async () => {
  const progressive = await sharp(grain).jpeg({ progressive: true }).toBuffer();
  const long = Buffer.concat([
    Buffer.from('http://ns.adobe.com/xmp/extension/\0SECRET', 'latin1'),
    Buffer.alloc(60_000),
  ]);
  const photo = afterSoi(
    progressive,
    segment(0xe0, `JFXX\0\x10${plain.jpeg.toString('latin1')}`),
    segment(0xe1, `Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0SECRET`),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${XMP}`),
    segment(0xe1, long),
    segment(0xe2, 'MPF\0SECRET'),
    segment(0xe4, 'SECRET'),
    segment(0xed, 'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x06SECRET'),
    segment(0xee, 'AdobeSECRET\x01'),
    segment(0xfe, 'SECRET'),
  );
  const trailer = Buffer.from('SEFHSECRET\0\0SEFT', 'latin1');
  const { bytes } = await cleanPicture(Buffer.concat([photo, plain.jpeg, FILM, trailer]), 'jpeg');
  await expectClean(bytes);
  const colours = segment(0xee, 'Adobe\0\x64\0\0\0\0\x01');
  expect(Buffer.compare(bytes, afterSoi(progressive, colours))).toBe(0);
});

test('a PNG loses texts of each kind, EXIF, times, and chunks that hide something', async () => {
  const png = afterHead(
    plain.png,
    chunk('tEXt', `Comment\0SECRET`),
    chunk(
      'zTXt',
      Buffer.concat([Buffer.from('Raw profile type exif\0\0'), deflateSync(Buffer.from('SECRET'))]),
    ),
    chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${XMP}`),
    chunk('eXIf', 'MM\0*\0\0\0\x08\0\0SECRET'),
    chunk('tIME', '\x07\xea\x0b\x1b\0\0\0'),
    chunk('prVt', 'SECRET'),
    chunk('gAMA', '\0\0\xb1\x8fSECRET'),
  );
  const { bytes } = await cleanPicture(png, 'png');
  await expectClean(bytes);
  expect(Buffer.compare(bytes, plain.png)).toBe(0);
});

test('an animated GIF stays animated, without comments, XMP and texts', async () => {
  const frames = await Promise.all(
    ['#a33', '#3a3'].map((background) =>
      sharp({ create: { width: 9, height: 9, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [99, 99] })
    .toBuffer();
  const blocks = Buffer.from(
    '!\xfe\x06SECRET\0!\xff\x0bXMP DataXMP\x06SECRET\0!\x01\x0c------------\x06SECRET\0',
    'latin1',
  );
  const table = 13 + ((gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0);
  const { bytes } = await cleanPicture(
    Buffer.concat([gif.subarray(0, table), blocks, gif.subarray(table)]),
    'gif',
  );
  await expectClean(bytes);
  expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(2);
});

test('a picture of more pixels than any camera has is refused before it uses the memory', async () => {
  const huge = afterHead(plain.png);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  huge.writeUInt32BE(crc(huge.subarray(12, 29)), 29);
  await expect(cleanPicture(huge, 'png')).rejects.toThrow(/像素太多/);
});
