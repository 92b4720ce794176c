/** Converts a .docx to HTML with mammoth, which reads the document's styles and not its formatting. */
import { fromHtml } from 'hast-util-from-html';
import mammoth from 'mammoth';
import { ImportError } from '../import-error.ts';
import { countTreeCharacters, type Reader } from '../source-document.ts';
import { unzipParts } from '../zip-parts.ts';

export const readDocx: Reader = async (bytes, { fileName }) => {
  unzipParts(bytes, fileName);
  const pictures = new Map<string, Uint8Array>();
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `picture:${pictures.size}`;
    pictures.set(src, new Uint8Array(await image.readAsArrayBuffer()));
    return { src };
  });
  // Chinese Word names its styles in Chinese; the title is above all headings.
  const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"];
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage, styleMap });
    const root = fromHtml(value, { fragment: true });
    const sourceCharacters = countTreeCharacters(root);
    return { root, pictures, omissions: [], additions: [], sourceCharacters, notes: [], hasTitle: true };
  } catch {
    throw new ImportError(
      `${fileName} 打不开：文件坏了，或者设了密码。请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再导入。`,
    );
  }
};
