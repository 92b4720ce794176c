/**
 * Limits for every page: promises to readers with slow networks, small screens, weak eyes. The build and the tests both use these
 * and no others.
 */
export const budgets = {
  /** A document page, HTML and CSS, gzip over the wire. */
  pageBytes: 20 * 1024,
  /** All scripts of a page, gzip over the wire. */
  scriptBytes: 10 * 1024,
  /** The scripts of 算一算, those loaded on opening it included, gzip over the wire. */
  amountScriptBytes: 3 * 1024,
  /** Side of the smallest target for a finger; the second figure in large print. */
  targetPx: { normal: 44, large: 60 },
  /** Body text; large print increases up to the third figure. */
  textPx: { normal: 18, large: 24, larger: 30 },
  /** Maximum length of a policy in screens of 360×740, in normal print. */
  policyScreens: 7,
  /** Line height as a multiple of the text, and the space between paragraphs as a multiple of that. */
  lineHeight: 1.5,
  paragraphSpace: 1.3,
  /** A photograph, in any of its sizes. */
  photographBytes: 60 * 1024,
  /** Each of the pictures for chat groups. */
  pictureBytes: { card: 60 * 1024, square: 40 * 1024, poster: 150 * 1024 },
} as const;
