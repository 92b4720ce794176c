/**
 * Merges two versions of a document that began with the same text, so that two editors at once lose nothing: line by line as git does
 * where that succeeds, else field by field, list items and blocks of the body each by itself.
 */
import { splitBody } from './edit-body.ts';
import { applyEdits, lineEndOf, readParts, unixLines } from './edit-document.ts';
import { mergeItemwise, mergeLines } from './merge-lists.ts';
import { type MergeConflict, mergeValues } from './merge-values.ts';
import { valueAt } from './path-values.ts';
import { isSameValue } from './yaml-values.ts';

export interface MergedDocument {
  /** With the version of `theirs` at every conflict. */
  text: string;
  conflicts: MergeConflict[];
}

/** The path of a conflict in the body. */
const BODY = 'body';

/** Merges `ours` into `theirs`, the text that is saved. Never throws for what editors wrote. */
export function mergeDocuments(base: string, ours: string, theirs: string): MergedDocument {
  if (ours === theirs || ours === base) return { text: theirs, conflicts: [] };
  if (theirs === base) return { text: ours, conflicts: [] };
  const [from, own, other] = [readParts(base), readParts(ours), readParts(theirs)];
  const merged = mergeValues(from.fields, own.fields, other.fields);
  const byLines = mergeLines(plain(base), plain(ours), plain(theirs));
  if (byLines !== undefined && isComplete(byLines, merged.conflicts))
    return { text: asIn(theirs, byLines), conflicts: [] };
  if (![from, own, other].every(({ isReadable }) => isReadable))
    return { text: theirs, conflicts: [{ path: [], base, ours, theirs }] };
  const fields = merged.value as Record<string, unknown>;
  const names = new Set([...Object.keys(other.fields), ...Object.keys(fields)]);
  const edits = [...names]
    .filter((name) => !isSameValue(fields[name], other.fields[name]))
    .map((name) => ({ path: [name], value: fields[name] }));
  const body = mergeBodies(from.body, own.body, other.body);
  return {
    text: applyEdits(theirs, edits, body.text, { order: Object.keys(own.fields), isExact: true }),
    conflicts: [...merged.conflicts, ...body.conflicts],
  };
}

/** Whether a text merged by lines can be read, and has lost neither side of a value that both changed. */
function isComplete(text: string, conflicts: readonly MergeConflict[]): boolean {
  const { fields, isReadable } = readParts(text);
  return (
    isReadable &&
    conflicts.every(({ path, ours, theirs }) => {
      const value = valueAt(fields, path);
      return !isSameValue(value, ours) && !isSameValue(value, theirs);
    })
  );
}

/** A text with line feeds alone and without a byte order mark. */
const plain = (text: string): string => unixLines(text.replace(/^\ufeff/, ''));

/** A merged text with the line ends and the byte order mark of `theirs`. */
function asIn(theirs: string, text: string): string {
  return `${theirs.startsWith('\ufeff') ? '\ufeff' : ''}${text.replaceAll('\n', lineEndOf(theirs))}`;
}

function mergeBodies(base: string, ours: string, theirs: string): MergedDocument {
  const [from, own, other] = [base, ours, theirs].map(splitBody) as [Split, Split, Split];
  const whole = { path: [BODY], base, ours, theirs };
  if (ours === theirs || base === ours) return { text: theirs, conflicts: [] };
  if (base === theirs) return { text: ours, conflicts: [] };
  const byLines = mergeLines(base, ours, theirs);
  if (byLines !== undefined) return { text: byLines, conflicts: [] };
  // A definition between two blocks belongs to neither of them.
  if (![from, own, other].every(hasBlankGaps)) return { text: theirs, conflicts: [whole] };
  const blocks = ({ blocks: all }: Split) => all.map(({ text }) => text);
  const conflicts: MergeConflict[] = [];
  const merged = mergeItemwise(blocks(from), blocks(own), blocks(other)).flatMap((run) => {
    if ('merged' in run) return run.merged;
    if (run.base.length === 0)
      return [...run.theirs, ...run.ours.filter((text) => !run.theirs.includes(text))];
    const [was, we, they] = [run.base, run.ours, run.theirs].map((texts) => texts.join('\n\n'));
    conflicts.push({ path: [BODY], base: was, ours: we, theirs: they });
    return run.theirs;
  });
  const end = other.blocks.at(-1)?.gap ?? '\n';
  return { text: `${other.lead}${merged.join('\n\n')}${end}`, conflicts };
}

type Split = ReturnType<typeof splitBody>;

const hasBlankGaps = ({ lead, blocks }: Split): boolean =>
  lead.trim() === '' && blocks.every(({ gap }) => gap.trim() === '');
