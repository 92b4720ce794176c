/** The rules of the content, and the engine that runs them. */

export { buildRules, checkContent, openFileCheck } from './check-content.ts';
export { isGuessRule } from './confirmations.ts';
export { findFixes, type SourceFix } from './find-fixes.ts';
export { fillRules } from './handbook.ts';
export { adviceFor, findReported, findScored, wordSources } from './official-words.ts';
export { privateNumbersIn } from './private-numbers/index.ts';
export { readPublicFiles } from './public-files.ts';
export type { CheckedContent, PublicFile, Rule } from './rule.ts';
export { rules } from './rules/index.ts';
export { longSentencesIn } from './rules/plain/long-sentence.ts';
export { type Score, scoreDocuments } from './score.ts';
