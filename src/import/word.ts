/** From a .docx to HTML, by mammoth, which reads the document's styles and not its looks. */
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';

export interface WordPicture {
  /** By which the HTML names it. */
  src: string;
  bytes: Uint8Array;
}

export interface WordPage {
  html: string;
  pictures: WordPicture[];
}

/** The most bytes that a file may unpack to: a small file can claim to hold any number. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

/** The document as HTML with its pictures apart; undefined where it is no .docx, broken or behind a password. */
export async function readWord(bytes: Uint8Array): Promise<WordPage | undefined> {
  if (unpackedBytes(bytes) > MAX_UNPACKED_BYTES) return undefined;
  const pictures: WordPicture[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `picture:${pictures.length}`;
    pictures.push({ src, bytes: new Uint8Array(await image.readAsArrayBuffer()) });
    return { src };
  });
  // Chinese Word names its styles in Chinese; the title stands above all headings.
  const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"];
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage, styleMap });
    return { html: value, pictures };
  } catch {
    return undefined;
  }
}

/** How large the parts of the file are by its own list; beyond all bounds where it has none. */
function unpackedBytes(bytes: Uint8Array): number {
  let sum = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        sum += originalSize;
        return false;
      },
    });
    return sum;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
