/** Converts a .docx to HTML with mammoth, which reads the document's styles and not its formatting. */
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';

export interface WordPicture {
  /** Its name in the HTML. */
  src: string;
  bytes: Uint8Array;
}

export interface WordPage {
  html: string;
  pictures: WordPicture[];
}

/** The maximum unpacked size of a file: a small file can claim any size. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

/** The document as HTML with its pictures separate; undefined if it is no .docx, broken or encrypted. */
export async function readWord(bytes: Uint8Array): Promise<WordPage | undefined> {
  if (unpackedBytes(bytes) > MAX_UNPACKED_BYTES) return undefined;
  const pictures: WordPicture[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `picture:${pictures.length}`;
    pictures.push({ src, bytes: new Uint8Array(await image.readAsArrayBuffer()) });
    return { src };
  });
  // Chinese Word names its styles in Chinese; the title is above all headings.
  const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"];
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage, styleMap });
    return { html: value, pictures };
  } catch {
    return undefined;
  }
}

/** The total size of the parts of the file by its own directory; infinite without one. */
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
