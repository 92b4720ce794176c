/** The reading of a place as its people say it: the name split into a stem and its level, the reading into syllables. */

const INITIAL = '(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?';
const FINAL =
  '(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|v|ve|ue|er)';
const SYLLABLE = new RegExp(`^${INITIAL}${FINAL}$`);
/** The longest: zhuang. */
const MAX_SYLLABLE_LENGTH = 6;

const LEVEL = /(?:自治[县州旗]|[县市区州旗乡镇村屯庄]|街道|社区)$/;

/** A name without its level, 洪洞 of 洪洞县; the whole name if that leaves a single character, as of 隰县. */
export function stemOf(name: string): string {
  const stem = name.replace(LEVEL, '');
  return [...stem].length > 1 ? stem : name;
}

/** All ways to split a reading into syllables for the characters of a name, or of its stem alone; none if it fits neither. */
export function splitReading(name: string, reading: string): string[][] {
  const counts = new Set([[...name].length, [...stemOf(name)].length]);
  return Array.from(counts).flatMap((count) => splitInto(reading, count));
}

function splitInto(reading: string, count: number): string[][] {
  if (reading.includes(' ')) {
    const syllables = reading.split(' ');
    return syllables.length === count && syllables.every((each) => SYLLABLE.test(each)) ? [syllables] : [];
  }
  if (count === 0) return reading === '' ? [[]] : [];
  const lengths = Array.from(
    { length: Math.min(MAX_SYLLABLE_LENGTH, reading.length) },
    (_, index) => index + 1,
  );
  return lengths
    .filter((length) => SYLLABLE.test(reading.slice(0, length)))
    .flatMap((length) =>
      splitInto(reading.slice(length), count - 1).map((rest) => [reading.slice(0, length), ...rest]),
    );
}
