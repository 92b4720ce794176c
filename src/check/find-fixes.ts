/** The replacements that put a file right without a person: those of the rules that are certain. */
import type { AnnotatedFile, SourceText } from '../documents/source.ts';
import { rules } from './rules/index.ts';

/** Replaces the characters of the file from `from` to before `to`. */
export interface SourceFix {
  rule: string;
  from: number;
  to: number;
  text: string;
}

/** The fixes of a file, in ascending order, none overlapping. What is written with escapes, or beside code, is left alone. */
export function findFixes({ source, texts }: AnnotatedFile): SourceFix[] {
  const found = texts.flatMap((text) =>
    rules.flatMap(({ name, fixes }) =>
      (isCertain(source, text) ? (fixes?.(text) ?? []) : []).flatMap((fix): SourceFix[] => {
        const written = text.text.slice(fix.from, fix.to);
        const from = text.offsets[fix.from] ?? -1;
        const isLiteral = source.startsWith(written, from) && from >= 0 && written !== fix.text;
        return isLiteral ? [{ rule: name, from, to: from + written.length, text: fix.text }] : [];
      }),
    ),
  );
  const inOrder = found.sort((one, other) => one.from - other.from);
  return inOrder.filter(({ from }, index) => index === 0 || from >= (inOrder[index - 1]?.to ?? 0));
}

/** A text with code in it is left to a person. */
function isCertain(source: string, { part, offsets }: SourceText): boolean {
  return part !== 'code' && !source.slice(offsets[0], offsets.at(-1)).includes('`');
}
