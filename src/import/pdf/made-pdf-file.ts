/**
 * Writes small PDF files for tests: characters at their places, lines, and pictures of one colour. The font is not in the file, as in
 * those of some printers. Its characters are named (a ToUnicode map), as in nearly all, or it is a Chinese font with a predefined CMap.
 */

export interface MadePage {
  texts: readonly MadeText[];
  /** Horizontal and vertical lines: from x, y to x, y. */
  lines?: readonly (readonly [number, number, number, number])[];
  /** A grey picture over this box: left, bottom, width, height. */
  picture?: readonly [number, number, number, number];
}

export interface MadeText {
  text: string;
  /** From the left and from the top, in points. */
  x: number;
  y: number;
  size?: number;
  /** The rendering mode; 3 is invisible. */
  mode?: number;
  /** In a second font, of Hong Kong, whose table is not at hand. */
  isLost?: boolean;
}

export const PAGE_WIDTH_PT = 595;
export const PAGE_HEIGHT_PT = 842;
const SIZE_PT = 12;
const PICTURE_SIDE_PX = 64;

/** Predefined CMaps, with the codes that they map; `Made` is the font with a ToUnicode map. */
export const MADE_ENCODINGS = {
  Made: utf16Hex,
  'UniGB-UCS2-H': utf16Hex,
  'UniGB-UTF16-H': utf16Hex,
  'GBK-EUC-H': gbkHex,
  'GBK2K-H': gbkHex,
  'GBKp-EUC-H': gbkHex,
  'GB-EUC-H': gbkHex,
} as const;

export type MadeEncoding = keyof typeof MADE_ENCODINGS;

function utf16Hex(text: string): string {
  return Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');
}

/** For characters of two bytes; throws for others. */
function gbkHex(text: string): string {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, string>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      codes.set(
        decoder.decode(new Uint8Array([high, low])),
        high.toString(16) + low.toString(16).padStart(2, '0'),
      );
    }
  }
  return Array.from(text, (char) => {
    const code = codes.get(char);
    if (code === undefined) throw new Error(`${char} is not in GBK`);
    return code;
  }).join('');
}

/** The map from codes to characters: each code is the character itself (UTF-16). */
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Made def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0'))
  .map(
    (high, index) =>
      `${index % 100 === 0 ? `${Math.min(100, 256 - index)} beginbfrange\n` : ''}<${high}00> <${high}ff> <${high}00>${index % 100 === 99 || index === 255 ? '\nendbfrange' : ''}`,
  )
  .join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;

const LOST_FONT =
  '<< /Type /Font /Subtype /Type0 /BaseFont /Lost /Encoding /UniCNS-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Lost /CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 0 >> /DW 1000 >>] >>';

/** The bytes of the file; `encrypted` locks it with an unknown password. */
export function madePdfFile(
  pages: readonly MadePage[],
  { encrypted = false, encoding = 'Made' as MadeEncoding } = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (content: string) => objects.push(content);
  const stream = (content: string, head = '') =>
    `<< ${head} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const firstPage = 6;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ')}] >>`,
  );
  const isMade = encoding === 'Made';
  add(
    isMade
      ? '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>'
      : `<< /Type /Font /Subtype /Type0 /BaseFont /Made-${encoding} /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
  );
  // Latin characters are half as wide as Chinese ones.
  const [ordering, widths] = isMade ? ['Identity', '/W [0 [500] 1 127 500]'] : ['GB1', '/W [1 95 500]'];
  add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> /DW 1000 ${widths} /FontDescriptor << /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>`,
  );
  add(stream(TO_UNICODE));
  pages.forEach((page, index) => {
    const content = firstPage + index * 2 + 1;
    const picture = firstPage + pages.length * 2;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE_WIDTH_PT} ${PAGE_HEIGHT_PT}] /Contents ${content} 0 R /Resources << /Font << /F1 3 0 R /F2 ${LOST_FONT} >> /XObject << /P ${picture} 0 R >> >> >>`,
    );
    add(stream(contentOf(page, MADE_ENCODINGS[encoding])));
  });
  add(
    stream(
      'x'.repeat(PICTURE_SIDE_PX * PICTURE_SIDE_PX),
      `/Type /XObject /Subtype /Image /Width ${PICTURE_SIDE_PX} /Height ${PICTURE_SIDE_PX} /BitsPerComponent 8 /ColorSpace /DeviceGray`,
    ),
  );
  return new TextEncoder().encode(fileOf(objects, encrypted));
}

function contentOf({ texts, lines = [], picture }: MadePage, hex: (text: string) => string): string {
  return [
    ...texts.map(
      ({ text, x, y, size = SIZE_PT, mode = 0, isLost = false }) =>
        `BT ${mode} Tr ${isLost ? '/F2' : '/F1'} ${size} Tf ${x} ${PAGE_HEIGHT_PT - y} Td <${hex(text)}> Tj ET`,
    ),
    ...lines.map(([x1, y1, x2, y2]) => `${x1} ${PAGE_HEIGHT_PT - y1} m ${x2} ${PAGE_HEIGHT_PT - y2} l S`),
    ...(picture ? [`q ${picture[2]} 0 0 ${picture[3]} ${picture[0]} ${picture[1]} cm /P Do Q`] : []),
  ].join('\n');
}

function fileOf(objects: readonly string[], encrypted: boolean): string {
  let file = '%PDF-1.5\n';
  const offsets = objects.map((content, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${content}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  const row = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`;
  const lock = encrypted
    ? `/ID [<${'a1'.repeat(16)}> <${'a1'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'b2'.repeat(32)}> /U <${'c3'.repeat(32)}> >>`
    : '';
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(row).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock} >>\nstartxref\n${table}\n%%EOF\n`;
}
