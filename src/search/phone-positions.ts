/**
 * The telephone numbers of a result, recognised in the build: the code for it is too large for a first search. The position of each is
 * stored with the result, counted in its title, a line break and its content.
 */

/** A result with the positions of its telephone numbers. */
export interface PhonePositions {
  title: string;
  /** `AT+LENGTH` for each number, with spaces between; absent without any. */
  phones?: string;
}

/** The text that the positions are counted in. */
export function textWithPhones(title: string, content: string): string {
  return `${title}\n${content}`;
}

/** The positions as they are stored. */
export function formatPhonePositions(numbers: readonly { at: number; end: number }[]): string {
  return numbers.map(({ at, end }) => `${at}+${end - at}`).join(' ');
}

/** The numbers in the title and in one part of the content, each once, as they are written. */
export function phonesShown(
  { title, phones = '' }: PhonePositions,
  content: string,
  part: { from: number; end: number },
): string[] {
  const text = textWithPhones(title, content);
  const start = title.length + 1;
  const shown = Array.from(phones.matchAll(/(\d+)\+(\d+)/g), ([, at = '', length = '']) => ({
    at: Number(at),
    end: Number(at) + Number(length),
  })).filter(({ at, end }) => end <= title.length || (at >= start + part.from && end <= start + part.end));
  return [...new Set(shown.map(({ at, end }) => text.slice(at, end)))];
}
