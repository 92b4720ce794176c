/** Texts in scripts that run from the right: Arabic letters (Uyghur, Kazak, Kirgiz), Hebrew, Syriac, Thaana, N'Ko. */

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|\uD802|\uD803|\uD83A|\uD83B/;

/**
 * The `dir` of an element with this text: `auto`, with which the browser uses the first letter, if the text has a letter of a
 * right-to-left script; otherwise undefined, which writes no attribute.
 */
export function directionOf(text: string): 'auto' | undefined {
  return RIGHT_TO_LEFT.test(text) ? 'auto' : undefined;
}
