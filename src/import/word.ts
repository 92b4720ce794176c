/** From a .docx to HTML, by mammoth, which reads the document's styles and not its looks. */
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

/** The document as HTML with its pictures apart; undefined where it is no .docx, broken or behind a password. */
export async function readWord(bytes: Uint8Array): Promise<WordPage | undefined> {
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
