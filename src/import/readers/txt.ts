/** Reads plain text: one paragraph per line. */
import { paragraph } from '../hast-elements.ts';
import { countCharacters, type Reader } from '../source-document.ts';
import { textOf } from './text-encoding.ts';

export const readTxt: Reader = async (bytes, { fileName }) => {
  const { text, notes } = textOf(bytes, fileName);
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    root: { type: 'root', children: lines.map(paragraph) },
    pictures: new Map(),
    omissions: [],
    additions: [],
    sourceCharacters: countCharacters(text),
    notes,
    hasTitle: true,
  };
};
