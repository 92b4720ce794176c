/**
 * Reads one file of the content as text. A file in another encoding, an empty one or a link is refused here, with a message, before
 * anything is parsed.
 */
import { lstatSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../documents/diagnostic.ts';

/** The text of a file, or the reason why it could not be read. */
export type ReadResult = { text: string } | { diagnostic: Diagnostic };

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads `path`; `file` is its name in messages. A byte order mark is removed, CRLF becomes LF. */
export function readSourceFile(path: string, file: string): ReadResult {
  const refuse = (rule: string, message: string): ReadResult => ({
    diagnostic: { file, line: 1, column: 1, severity: 'error', rule, message },
  });
  if (lstatSync(path).isSymbolicLink()) {
    return refuse('file/link', '这是一个链接，不是文件。内容只收真正的文件，请把文件本身放进来。');
  }
  const bytes = readFileSync(path);
  try {
    const text = decoder.decode(bytes).replace(/\r\n?/g, '\n');
    if (text.trim() === '') {
      return refuse('file/empty', '这个文件是空的，读的人什么也看不到。请写上内容，或者删掉这个文件。');
    }
    return { text };
  } catch {
    return refuse(
      'file/encoding',
      '这个文件不是 UTF-8 编码，网页上会变成乱码。请用编辑器打开，选「另存为」，编码选 UTF-8，再保存一次。',
    );
  }
}
