/** Reads rich text (.rtf): its own reader, because the packages on npm read neither Chinese code pages nor tables nor revisions. */
import { ImportError } from '../import-error.ts';
import { RtfDocument } from '../rtf/rtf-document.ts';
import { rtfTokens } from '../rtf/rtf-tokens.ts';
import type { Reader } from '../source-document.ts';

export const readRtf: Reader = async (bytes, { fileName }) => {
  const start = bytes.indexOf(0x7b);
  const document = new RtfDocument();
  for (const token of rtfTokens(bytes.subarray(Math.max(0, start)))) document.read(token);
  const children = document.blocks();
  if (children.length === 0 && document.sourceCharacters === 0 && document.pictures.size === 0)
    throw new ImportError(
      `${fileName} 里没有文字可以导入，或者文件坏了。请用 Word 或 WPS 打开，另存为 .docx 再导入。`,
    );
  return {
    root: { type: 'root', children },
    pictures: document.pictures,
    omissions: document.omissions,
    additions: document.additions,
    sourceCharacters: document.sourceCharacters,
    notes: document.hasRevisions ? ['原文有没有接受的修订：加上的字留下了，删掉的字没有带过来。'] : [],
    hasTitle: true,
  };
};
