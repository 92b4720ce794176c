/** Puts right in the content what needs no person: half-width marks in Chinese, full-width letters. */
import { readFileSync } from 'node:fs';
import { findFixes } from '../src/check/index.ts';
import { type ContentFile, findContentFiles, readForRules } from '../src/corpus/index.ts';
import { readParts, spliceFile } from '../src/desk/edit-document.ts';
import type { AnnotatedFile } from '../src/documents/source.ts';
import type { Settings } from '../src/settings.ts';
import { writeFileAtomic } from '../src/write-file-atomic.ts';

export interface FixedFile {
  file: string;
  /** The number of places that were changed. */
  places: number;
}

/** Writes the files among those of `isWanted` in which something was put right; a file that cannot be read is left alone. */
export function fixContent(
  { contentDir, contentName }: Pick<Settings, 'contentDir' | 'contentName'>,
  isWanted: (file: { file: string }) => boolean,
): FixedFile[] {
  const { files } = findContentFiles(contentDir, contentName);
  return files.filter(isWanted).flatMap((file) => {
    const before = readFileSync(file.path, 'utf8');
    const { text, places } = fixText(file, before);
    if (places === 0) return [];
    writeFileAtomic(file.path, text);
    return [{ file: file.file, places }];
  });
}

/** A fix can make the mark beside it certain, as `)!` after a bracket; a text is read at most this often. */
const MAX_PASSES = 10;

/**
 * The text of a file with all certain fixes, or with those of one rule; unchanged where a fix would change more than the characters that
 * are read.
 */
export function fixText(file: ContentFile, text: string, rule?: string): FixedText {
  let all: FixedText = { text, places: 0 };
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const { text: fixed, places } = fixOnce(file, all.text, rule);
    if (places === 0) break;
    all = { text: fixed, places: all.places + places };
  }
  return all;
}

interface FixedText {
  text: string;
  places: number;
}

/** The rules that have a certain fix for a text. */
export function fixingRules(file: ContentFile, text: string): ReadonlySet<string> {
  const source = readForRules(file, text);
  return new Set(source === undefined ? [] : findFixes(source).map(({ rule }) => rule));
}

function fixOnce(file: ContentFile, text: string, only: string | undefined): FixedText {
  const before = readForRules(file, text);
  if (before === undefined || !readParts(text).isReadable) return { text, places: 0 };
  const fixes = findFixes(before).filter(({ rule }) => only === undefined || rule === only);
  const fixed = spliceFile(text, fixes);
  const after = readForRules(file, fixed);
  const isSafe = after !== undefined && readParts(fixed).isReadable && shapeOf(after) === shapeOf(before);
  return isSafe ? { text: fixed, places: fixes.length } : { text, places: 0 };
}

/** The fields and paragraphs of a file, without their words. */
function shapeOf({ texts }: AnnotatedFile): string {
  return texts.map(({ part, path }) => `${part} ${path.join('.')}`).join('\n');
}
