/** Where a long sentence may be cut: after commas, or before a word that begins a new thought. */

/** The length that the handbook recommends, in characters. */
const GOOD_LENGTH = 25;
/** The characters shown before a cut. */
const QUOTE_LENGTH = 8;
/** Words before which a thought begins. */
const OPENINGS = /(?<=.)(?=并且|同时|以及|其中|但是|如果|凡是|由此|因此|对于|经过|按照|以便|否则)/u;

/** The ends of the parts into which a sentence is best cut, each a few characters; none if there is no place. */
export function cutsOf(sentence: string): string[] {
  const text = sentence.trim();
  const pieces = /[，,；;：]/u.test(text.slice(0, -1))
    ? text.split(/(?<=[，,；;：])/u)
    : text.split(OPENINGS);
  const cuts: string[] = [];
  let length = 0;
  for (const [at, piece] of pieces.slice(0, -1).entries()) {
    length += [...piece].length;
    const next = [...(pieces[at + 1] ?? '')].length;
    if (length + next <= GOOD_LENGTH) continue;
    cuts.push([...piece].slice(-QUOTE_LENGTH).join(''));
    length = 0;
  }
  return cuts;
}
