/** The sentences of some lines, each with its mark: they end with 。, ；, ！ or ？ */
export function sentences(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.split(/(?<=[。；！？])/u))
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** A text without the mark at its end. */
export const withoutEnd = (text: string): string => text.replace(/[；;。，,、]+$/u, '').trim();
