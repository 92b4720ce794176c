/** Decodes the text formats, and says what was converted or lost on the way. */
import { decodeText } from '../decode.ts';
import { ImportError } from '../import-error.ts';

/** The text without a byte order mark, with notes for the editor; throws ImportError if the bytes are not text. */
export function textOf(bytes: Uint8Array, fileName: string): { text: string; notes: string[] } {
  const decoded = decodeText(bytes);
  if (!decoded) {
    throw new ImportError(
      `${fileName} 不是文字，或者用了不认识的编码。请用记事本打开，另存为 UTF-8 的 .txt。`,
    );
  }
  const notes = decoded.encoding === 'UTF-8' ? [] : [`原文件的编码是 ${decoded.encoding}，已经转成 UTF-8。`];
  if (decoded.lost > 0) {
    notes.push(`有 ${decoded.lost} 处的字已经丢了，留下的是 \uFFFD。请对照原文，把丢掉的字补上。`);
  }
  return { text: decoded.text.replace(/^\uFEFF/, ''), notes };
}
